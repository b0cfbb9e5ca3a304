import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  input,
  splitList
} from "./chunk-LANGSOHB.js";
import {
  formatSubject,
  parseLimit
} from "./chunk-F2CDRKCC.js";
import {
  isSameSubject
} from "./chunk-NWSLXV6K.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  clause
} from "./chunk-HFKM3V7P.js";

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
  const path = hasRegistry ? parts.slice(1) : parts;
  const port = HOST.exec(host);
  if (port === null || Number(port[1] ?? 1) > 65535 || Number(port[1] ?? 1) === 0) {
    return problem(`has "${host}" for a registry, which is not a host[:port]`);
  }
  const wrong = path.find((part) => !COMPONENT.test(part));
  if (wrong !== void 0) {
    return problem(
      wrong === "" ? "has an empty part between slashes; write registry/owner/name" : `has the part "${wrong}", which registries refuse; use letters, digits and single ".", "_" or "-" between them`
    );
  }
  const registry = DOCKER_HUB_ALIASES.includes(host) ? DOCKER_HUB : host;
  const repository = registry === DOCKER_HUB && path.length === 1 ? `library/${path[0]}` : path.join("/");
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
  declaredLimits
};
