import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  input,
  splitList
} from "./chunk-GTV6CXRU.js";
import {
  formatSubject,
  parseLimit
} from "./chunk-F2CDRKCC.js";
import {
  isSameSubject
} from "./chunk-NWSLXV6K.js";
import {
  didYouMean,
  nearest
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  UNPRIVILEGED_TEXT
} from "./chunk-O46FCSL4.js";
import {
  clause
} from "./chunk-IPQ6L4C3.js";

// src/declare/reference.ts
var DOCKER_HUB = "index.docker.io";
var DOCKER_HUB_ALIASES = ["docker.io", DOCKER_HUB, "registry-1.docker.io"];
var LONGEST_NAME = 255;
var TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
var COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/;
var DIGEST = /^sha256:[0-9a-f]{64}$/;
function parseRepository(text) {
  const given = text.trim();
  if (given === "") return problem("is empty; write a repository such as ghcr.io/owner/name");
  const scheme = /^[a-z]+:\/\//i.exec(given)?.[0];
  if (scheme !== void 0) return problem(`has a scheme; write it without ${scheme}`);
  if (given.includes("@"))
    return problem("has a digest; write the repository alone, such as ghcr.io/owner/name");
  const { name, tag } = cutTag(given);
  if (tag !== null)
    return problem(clause`has a tag; write ${name}, and ${tag === "" ? "the tag" : tag} in ${input("tags")}`);
  return parseName(name);
}
function parseReference(text) {
  const given = text.trim();
  const at = given.indexOf("@");
  const { name, tag } = cutTag(at < 0 ? given : given.slice(0, at));
  const repository = parseRepository(name);
  if (!repository.ok) return repository;
  if (at >= 0) {
    const digest = given.slice(at + 1);
    if (!DIGEST.test(digest)) return problem("has a digest that is not sha256: and 64 hexadecimal digits");
    return parsed({ ...repository.value, identifier: digest });
  }
  if (tag === null) return problem(`has no tag; write ${name}:latest or another tag`);
  const checked = parseTag(tag);
  return checked.ok ? parsed({ ...repository.value, identifier: checked.value }) : checked;
}
function formatReference(reference) {
  const separator = reference.identifier.includes(":") ? "@" : ":";
  return `${formatRepository(reference)}${separator}${reference.identifier}`;
}
function formatRepository({ registry, repository }) {
  return `${registry === DOCKER_HUB ? "docker.io" : registry}/${repository}`;
}
function parseTag(text) {
  if (TAG.test(text)) return parsed(text);
  if (text === "") return problem("has an empty tag; write one such as latest");
  if (text.length > 128) return problem("has a tag of more than 128 characters; write a shorter one");
  const meant = slug(text);
  return problem(
    `is not a tag; use letters, digits, "_", "." and "-", not beginning with "." or "-"${meant === null ? "" : `; write ${meant}`}`
  );
}
function slug(text) {
  const cleaned = text.replace(/[^a-zA-Z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 128).replace(/-+$/, "");
  return cleaned === "" ? null : cleaned;
}
function looksLikeReference(text) {
  return /[/:@]/.test(text);
}
function cutTag(text) {
  const cut = cutAtLastColon(text);
  return cut.tag?.includes("/") === true ? { name: text, tag: null } : cut;
}
function cutAtLastColon(text) {
  const colon = text.lastIndexOf(":");
  return colon < 0 ? { name: text, tag: null } : { name: text.slice(0, colon), tag: text.slice(colon + 1) };
}
function parseName(text) {
  const parts = text.toLowerCase().split("/");
  const first = parts[0] ?? "";
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === "localhost");
  const host = hasRegistry ? first : DOCKER_HUB;
  const path3 = hasRegistry ? parts.slice(1) : parts;
  const port = HOST.exec(host);
  if (port === null || Number(port[1] ?? 1) > 65535 || Number(port[1] ?? 1) === 0) {
    return problem(`has "${host}" for a registry, which is not a host[:port]`);
  }
  const wrong = path3.find((part) => !COMPONENT.test(part));
  if (wrong !== void 0) {
    return problem(
      wrong === "" ? "has an empty part between slashes; write registry/owner/name" : `has the part "${wrong}", which registries refuse; use letters, digits and single ".", "_" or "-" between them`
    );
  }
  const registry = DOCKER_HUB_ALIASES.includes(host) ? DOCKER_HUB : host;
  const repository = registry === DOCKER_HUB && path3.length === 1 ? `library/${path3[0]}` : path3.join("/");
  if (`${registry}/${repository}`.length > LONGEST_NAME) {
    return problem(`has more than ${LONGEST_NAME} characters; write a shorter name`);
  }
  return parsed({ registry, repository });
}

// src/declare/budget.ts
function parseBudget(text, platforms) {
  const lines = splitList(text);
  if (lines.length === 1 && lines[0] === "none") return { ok: true, value: { kind: "none" } };
  const limits = [];
  const wrong = [];
  if (lines.length === 0)
    wrong.push({ line: text, because: "has no limit; write a size such as 3MB, or none" });
  for (const [at, line] of lines.entries()) {
    if (wrong.at(-1)?.line.endsWith(`,${line}`)) continue;
    const limit = parseLimit(line, platforms);
    if (!limit.ok) wrong.push(decimalComma(text, line, lines[at + 1]) ?? { line, because: limit.problem });
    else if (limits.some((other) => isAlike(limit.value, other)))
      wrong.push({ line, because: secondProblem(limit.value) });
    else limits.push(limit.value);
  }
  return wrong.length === 0 ? { ok: true, value: { kind: "limits", limits } } : { ok: false, wrong };
}
function decimalComma(text, line, next = "") {
  const number = `${line},${next}`;
  return /\d$/.test(line) && /^\d+ *[A-Za-z%]/.test(next) && text.includes(number) ? { line: number, because: `has a comma in its number; write ${line}.${next}` } : null;
}
function declaredLimits(budget) {
  switch (budget.kind) {
    case "limits":
      return budget.limits;
    case "none":
    case "undeclared":
      return [];
  }
}
function isAlike(one, other) {
  const samePlace = one.platform === null || other.platform === null || one.platform === other.platform;
  const sameKind = one.bound.kind === "size" === (other.bound.kind === "size");
  return samePlace && sameKind && isSameSubject(one.subject, other.subject);
}
function secondProblem({ subject, bound }) {
  const of = formatSubject(subject);
  return bound.kind === "size" ? `is a second limit of ${of}; write one` : `is a second limit of the growth of ${of}; write one`;
}

// src/declare/upx-settings.ts
var DEFAULT_UPX_ARGS = ["--best", "--lzma"];
var PINNED_UPX = "4.2.4";
var KNOWN_GOOD_UPX = ["4.2.4", "4.2.2"];
var OTHER_WORK = ["decompress", "list", "test", "fileinfo", "version", "help", "license", "sysinfo"];
function parseUpxArgs(words) {
  const noFlag = words.find((word) => !/^--?[a-zA-Z0-9]/.test(word));
  if (noFlag !== void 0)
    return problem(`has "${noFlag}", which is not a flag; write flags such as --best --lzma`);
  const refused = words.find((word) => !packs(word));
  return refused === void 0 ? parsed(words) : problem(`has ${refused}, which packs nothing or elsewhere; leave it out`);
}
function packs(word) {
  return word.startsWith("--") ? !OTHER_WORK.includes(word.slice(2)) : /^-[1-9fqv]+$/.test(word);
}
function parseUpxVersion(text) {
  const given = text.trim();
  if (/^\d+\.\d+\.\d+$/.test(given)) return parsed(given);
  const bare = /^v(\d+\.\d+\.\d+)$/.exec(given)?.[1];
  return problem(
    bare === void 0 ? "is not an exact UPX version; write three numbers such as 4.2.4" : `has a prefix; write ${bare}`
  );
}
function parseSha256(text) {
  const given = text.trim().replace(/^sha256:/, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(given) ? parsed(given) : problem("is not a SHA-256; write 64 hexadecimal digits, as `sha256sum` prints them");
}

// src/declare/config-values.ts
import path from "node:path";
var HIGHEST_ID = 2 ** 32 - 2;
var KNOWN_USERS = {
  root: "0:0",
  nobody: "65534:65534",
  nonroot: UNPRIVILEGED_TEXT
};
function parseUser(text) {
  const given = text.trim();
  const match = /^(\d+)(?::(\d+))?$/.exec(given);
  if (match === null) {
    const name = given.split(":")[0] ?? "";
    const numbers = Object.hasOwn(KNOWN_USERS, name) ? KNOWN_USERS[name] : void 0;
    return problem(
      `is not numeric, and scratch has no users to look it up; write ${numbers ?? `uid:gid, such as ${UNPRIVILEGED_TEXT}`}`
    );
  }
  const uid = Number(match[1]);
  const gid = Number(match[2] ?? match[1]);
  return Math.max(uid, gid) > HIGHEST_ID ? problem(`is above ${HIGHEST_ID}, the highest that a layer can hold; write a lower one`) : parsed({ uid, gid });
}
function parseExposed(text) {
  const match = /^(\d{1,6})(?:\/([A-Za-z]+))?$/.exec(text);
  if (match === null) {
    return problem(
      /^[\d.]*:?\d+[:-]\d+|^\S+\s/.test(text) ? "is not one port; write each port that the service listens on, such as 8080" : "is not a port; write a number such as 8080, or 53/udp"
    );
  }
  const protocol = (match[2] ?? "tcp").toLowerCase();
  if (!["tcp", "udp", "sctp"].includes(protocol)) {
    return problem(`has an unknown protocol "${match[2]}"; write tcp, udp or sctp`);
  }
  const port = parsePort(match[1] ?? "");
  return port.ok ? parsed(`${port.value}/${protocol}`) : port;
}
function parsePort(text) {
  const port = Number(text);
  return /^\d{1,6}$/.test(text) && port >= 1 && port <= 65535 ? parsed(port) : problem("has a port that is out of range; write one from 1 to 65535");
}
var SIGNALS = [
  "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM",
  "SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO",
  "SIGPWR SIGSYS"
].flatMap((line) => line.split(" "));
function parseSignal(text) {
  const given = text.trim();
  if (SIGNALS.includes(given)) return parsed(given);
  if (/^\d+$/.test(given)) {
    return Number(given) >= 1 && Number(given) <= 64 ? parsed(String(Number(given))) : problem("is out of range; write a signal from 1 to 64");
  }
  const full = given.toUpperCase().replace(/^(SIG)?/, "SIG");
  if (SIGNALS.includes(full)) return problem(`is not a signal's name; write ${full}`);
  return problem(`is not a signal${didYouMean(full, SIGNALS) || "; write one such as SIGTERM"}`);
}
function parseImagePath(text) {
  const given = text.trim();
  if (given.includes("\0")) return problem("contains a NUL character; remove it");
  if (!given.startsWith("/"))
    return problem(`is not absolute in the image; write /${given.replace(/^\.\//, "")}`);
  if (given.split("/").includes("..")) return problem(`has ".." in it; write ${path.posix.normalize(given)}`);
  const whiteout = given.split("/").find((name) => name.startsWith(".wh."));
  if (whiteout !== void 0)
    return problem(`has the name ${whiteout}, which deletes files in an image; write another name`);
  const tidy = path.posix.normalize(given).replace(/(?<=.)\/$/, "");
  return parsed(tidy);
}
function parseSmokeHttp(text) {
  const given = text.trim();
  const url = /^(?:[a-z]+:\/\/)?[^/\s]*?:(\d+)(\/\S*)?$/i.exec(given);
  if (url !== null) return problem(`has more than a port and a path; write ${url[1]}${url[2] ?? "/"}`);
  const match = /^(\d+)(\/\S*)?$/.exec(given);
  if (match === null) return problem("is not port/path; write one such as 8080/healthz");
  const port = parsePort(match[1] ?? "");
  return port.ok ? parsed({ port: port.value, path: match[2] ?? "/" }) : port;
}
function parseDownloadUrl(text) {
  const given = text.trim();
  const url = URL.parse(given);
  if (url === null || !/^https?:\/\//i.test(given)) {
    return problem("is not an http or https URL; write one such as https://mirror.example/go");
  }
  return parsed(given.replace(/\/+$/, ""));
}

// src/image/digest.ts
import { hash } from "node:crypto";
function digestOf(bytes) {
  return `sha256:${hash("sha256", bytes, "hex")}`;
}
function descriptorOf(blob) {
  const { mediaType, digest } = blob;
  return { mediaType, digest, size: "bytes" in blob ? blob.bytes.length : blob.size };
}
function jsonBlob(mediaType, value) {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  return { mediaType, digest: digestOf(bytes), bytes };
}

// src/declare/declare-toolchain.ts
import path2 from "node:path";

// src/declare/go-version.ts
var NAMES = ["stable", "oldstable"];
var COMPARATOR = /^(?:>=|<=|>|<|=|\^|~)?(\d+)(?:\.(\d+|x|\*)(?:\.(\d+|x|\*)|(?:rc|beta)\d+)?)?$/;
var EXAMPLE = "write 1.26.8, 1.26, 1.26.x, >=1.25, stable or oldstable";
function parseGoVersion(text) {
  const given = text.trim();
  if (NAMES.includes(given)) return parsed(given);
  const bare = /^(?:go|v)(\d.*)$/.exec(given)?.[1];
  if (bare !== void 0) return problem(`has a prefix; write ${bare}`);
  if (given === "latest") return problem("is not a Go version; write stable");
  const comparators = given.replace(/(>=|<=|>|<|=|\^|~)\s+/g, "$1").split(/\s*\|\|\s*|\s+/);
  for (const comparator of comparators) {
    const match = COMPARATOR.exec(comparator);
    if (match === null) {
      const meant = nearest(given, NAMES);
      return problem(`is not a Go version${meant === null ? `; ${EXAMPLE}` : `; did you mean "${meant}"?`}`);
    }
    const [, major, minor = "", patch] = match;
    if (major === "1" && /^\d$/.test(minor) && patch === void 0) {
      return problem(
        `is older than Go modules; if 1.${minor}0 is meant, YAML has dropped its zero: write "1.${minor}0" in quotes`
      );
    }
  }
  return parsed(given);
}

// src/declare/declare-toolchain.ts
function declareGo(reader, directory) {
  if (reader.asked("go-version") && reader.asked("go-version-file")) {
    reader.contradiction(
      "go-version",
      clause`and ${input("go-version-file")} cannot be used together; write one of them`
    );
  }
  const file = reader.text("go-version-file");
  return {
    version: reader.value("go-version", parseGoVersion, null),
    versionFile: file === null ? null : path2.resolve(directory, file),
    downloadUrl: reader.value("go-download-url", parseDownloadUrl, null)
  };
}
var UPX_INPUTS = ["upx-version", "upx-args", "upx-sha256", "upx-download-url"];
function declarePack(reader) {
  const mode = reader.choice("pack", ["auto", "require", "off"]);
  const packer = reader.choice("packer", ["upx", "bantam"]);
  const other = mode === "off" ? input("pack", "off") : packer === "bantam" ? input("packer", "bantam") : null;
  if (other !== null) {
    for (const name of mode === "off" ? ["packer", ...UPX_INPUTS] : UPX_INPUTS)
      if (reader.asked(name))
        reader.contradiction(name, clause`has no effect with ${other}; leave one of them out`);
  }
  if (other === null && reader.asked("upx-sha256") && !reader.asked("upx-version")) {
    reader.contradiction(
      "upx-sha256",
      clause`is the hash of one version; write that version in ${input("upx-version")}`
    );
  }
  const words = reader.words("upx-args");
  const args = parseUpxArgs(words);
  if (!args.ok) reader.wrong("upx-args", reader.text("upx-args") ?? "", args.problem);
  return {
    mode,
    packer,
    upxVersion: reader.value("upx-version", parseUpxVersion, null),
    upxSha256: reader.value("upx-sha256", parseSha256, null),
    upxArgs: words.length === 0 ? DEFAULT_UPX_ARGS : words,
    upxDownloadUrl: reader.value("upx-download-url", parseDownloadUrl, null)
  };
}
var DOWNLOADED = {
  compiler: { title: "Go", mirror: "go-download-url" },
  packer: { title: "UPX", mirror: "upx-download-url" }
};
var PACKER_VERSION = "upx-version";
function withoutMirror(pack) {
  return { ...pack, upxDownloadUrl: null };
}

export {
  parseRepository,
  parseReference,
  formatReference,
  formatRepository,
  parseTag,
  slug,
  looksLikeReference,
  cutAtLastColon,
  digestOf,
  descriptorOf,
  jsonBlob,
  parseBudget,
  declaredLimits,
  DEFAULT_UPX_ARGS,
  PINNED_UPX,
  KNOWN_GOOD_UPX,
  parseSha256,
  HIGHEST_ID,
  parseUser,
  parseExposed,
  parseSignal,
  parseImagePath,
  parseSmokeHttp,
  parseDownloadUrl,
  declareGo,
  declarePack,
  DOWNLOADED,
  PACKER_VERSION,
  withoutMirror
};
