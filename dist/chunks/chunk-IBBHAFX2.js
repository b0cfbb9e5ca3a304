import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  require_semver
} from "./chunk-T2HII73C.js";
import {
  HttpError,
  noAnswer,
  refusal,
  request,
  retry
} from "./chunk-PJSWHJGL.js";
import {
  MAX_DOCUMENT,
  TarError,
  array,
  boolean,
  declareComment,
  input,
  inputOrWord,
  object,
  optional,
  parseChoice,
  parseShellWords,
  problemsFailure,
  readJson,
  readWrittenList,
  readerOf,
  safeParse,
  splitLines,
  splitList,
  string,
  tarEntries,
  unique,
  whyNotRead,
  wrongValue
} from "./chunk-HVQ5DI3P.js";
import {
  formatLimit,
  formatSubject,
  isOfGrowth,
  isPart,
  isSameSubject,
  metricRow,
  parseLimit
} from "./chunk-G7ZI3KYM.js";
import {
  toolkitCommands,
  withoutCommands
} from "./chunk-TDLSIEPT.js";
import {
  DEFAULT_PLATFORM,
  PROCESSOR_VARIABLES,
  didYouMean,
  formatPlatform,
  nearest,
  parsePlatform,
  processorSetting,
  processorVariables
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  homeOf
} from "./chunk-FAWLDARW.js";
import {
  childEnvironment,
  onPath,
  run
} from "./chunk-33OW35SP.js";
import {
  compress,
  mediaTypeOf
} from "./chunk-5N4UT3EE.js";
import {
  chunksOf
} from "./chunk-XGSNR2IZ.js";
import {
  DF_1_PIE,
  DT_FLAGS_1,
  DT_NEEDED,
  DT_NULL,
  DT_STRTAB,
  EI_CLASS,
  EI_DATA,
  EI_OSABI,
  ELFCLASS32,
  ELFCLASS64,
  ELFDATA2LSB,
  ELFDATA2MSB,
  EM_386,
  EM_AARCH64,
  EM_ARM,
  EM_LOONGARCH,
  EM_MIPS,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  ET_DYN,
  PF_W,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
  PT_NOTE,
  SHT_NOBITS,
  byBytes,
  isElf,
  machine,
  parents,
  sortedRecord,
  tarChunks,
  tarPieces
} from "./chunk-JFKLU2OC.js";
import {
  UNPRIVILEGED,
  UNPRIVILEGED_TEXT
} from "./chunk-XF4RVXQN.js";
import {
  Absent,
  Failure,
  Interrupted,
  clause,
  clauseOf,
  joinClauses,
  reasonOf,
  reasonText,
  valueClause
} from "./chunk-HFKM3V7P.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-33PJWEQH.js";

// src/declare/reference.ts
var DOCKER_HUB = "index.docker.io";
var DOCKER_HUB_ALIASES = ["docker.io", DOCKER_HUB, "registry-1.docker.io"];
var LONGEST_NAME = 255;
var TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
var COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
var HOST = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])(?::(\d{1,5}))?$/;
var DIGEST = /^sha256:[0-9a-f]{64}$/;
function parseRepository(text2) {
  const given = text2.trim();
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
function parseReference(text2) {
  const given = text2.trim();
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
  const checked2 = parseTag(tag);
  return checked2.ok ? parsed({ ...repository.value, identifier: checked2.value }) : checked2;
}
function formatReference(reference) {
  const separator = reference.identifier.includes(":") ? "@" : ":";
  return `${formatRepository(reference)}${separator}${reference.identifier}`;
}
function formatRepository({ registry, repository }) {
  return `${registry === DOCKER_HUB ? "docker.io" : registry}/${repository}`;
}
function parseTag(text2) {
  if (TAG.test(text2)) return parsed(text2);
  if (text2 === "") return problem("has an empty tag; write one such as latest");
  if (text2.length > 128) return problem("has a tag of more than 128 characters; write a shorter one");
  const meant = slug(text2);
  return problem(
    `is not a tag; use letters, digits, "_", "." and "-", not beginning with "." or "-"${meant === null ? "" : `; write ${meant}`}`
  );
}
function slug(text2) {
  const cleaned = text2.replace(/[^a-zA-Z0-9._-]+/g, "-").replace(/^[.-]+/, "").slice(0, 128).replace(/-+$/, "");
  return cleaned === "" ? null : cleaned;
}
function looksLikeReference(text2) {
  return /[/:@]/.test(text2);
}
function cutTag(text2) {
  const cut = cutAtLastColon(text2);
  return cut.tag?.includes("/") === true ? { name: text2, tag: null } : cut;
}
function cutAtLastColon(text2) {
  const colon = text2.lastIndexOf(":");
  return colon < 0 ? { name: text2, tag: null } : { name: text2.slice(0, colon), tag: text2.slice(colon + 1) };
}
function parseName(text2) {
  const parts = text2.toLowerCase().split("/");
  const first = parts[0] ?? "";
  const hasRegistry = parts.length > 1 && (/[.:]/.test(first) || first === "localhost");
  const host = hasRegistry ? first : DOCKER_HUB;
  const path47 = hasRegistry ? parts.slice(1) : parts;
  const port = HOST.exec(host);
  if (port === null || Number(port[1] ?? 1) > 65535 || Number(port[1] ?? 1) === 0) {
    return problem(`has "${host}" for a registry, which is not a host[:port]`);
  }
  const wrong = path47.find((part) => !COMPONENT.test(part));
  if (wrong !== void 0) {
    return problem(
      wrong === "" ? "has an empty part between slashes; write registry/owner/name" : `has the part "${wrong}", which registries refuse; use letters, digits and single ".", "_" or "-" between them`
    );
  }
  const registry = DOCKER_HUB_ALIASES.includes(host) ? DOCKER_HUB : host;
  const repository = registry === DOCKER_HUB && path47.length === 1 ? `library/${path47[0]}` : path47.join("/");
  if (`${registry}/${repository}`.length > LONGEST_NAME) {
    return problem(`has more than ${LONGEST_NAME} characters; write a shorter name`);
  }
  return parsed({ registry, repository });
}

// src/host/make-directory.ts
import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
async function makeDirectory(directory2) {
  const cause = await whyNotMade(directory2);
  if (cause === null) return;
  const parent = path.dirname(directory2);
  if (errorCode(cause) !== "ENOENT" || parent === directory2) throw cause;
  await makeDirectory(parent);
  const again = await whyNotMade(directory2);
  if (again !== null) throw again;
}
async function whyNotMade(directory2) {
  try {
    await mkdir(directory2);
    return null;
  } catch (cause) {
    const there = await stat(directory2).catch(() => null);
    return there?.isDirectory() === true ? null : cause;
  }
}

// src/report/json-text.ts
function jsonText(value, hide = (text2) => text2) {
  const hidden = (_, one) => typeof one === "string" ? hide(one) : one;
  return `${JSON.stringify(value, hidden, 2).replace(OBEYED, escaped)}
`;
}
var OBEYED = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]|#(?=[\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]*\[)/gu;
function escaped(text2) {
  return text2.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/report/json.ts
function weighInJson(weighIn) {
  return jsonText(weighIn);
}
function htmlPathOf(report) {
  return `${report.replace(/\.json$/, "")}.html`;
}

// src/host/progress.ts
var CLEAR_LINE = "\r\x1B[K";
function progressOn(stream, env) {
  if (!isLive(stream, env)) return { say: (line) => void stream.write(`${onOneLine(line)}
`), end: () => {
  } };
  const width = () => Math.max(1, stream.columns - 1);
  let shown = false;
  return {
    say: (line) => {
      shown = true;
      stream.write(`${CLEAR_LINE}${onOneLine(line).slice(0, width())}`);
    },
    end: () => {
      if (shown) stream.write(CLEAR_LINE);
      shown = false;
    }
  };
}
function isLive(stream, env) {
  return stream.isTTY && env["TERM"] !== "dumb";
}
function onOneLine(line) {
  return withoutCommands(line).replaceAll("\n", " ");
}

// src/host/disk.ts
var REASONS = {
  ENOSPC: {
    why: clause`there is no space left on its disk`,
    fix: clause`free some space, or choose another disk`
  },
  EDQUOT: { why: clause`the user's quota is used up`, fix: clause`free some space` },
  EROFS: { why: clause`its file system is read-only`, fix: clause`choose another place` },
  EACCES: {
    why: clause`permission is denied`,
    fix: clause`choose another place, or let this user write there`
  },
  EEXIST: { why: clause`a part of its path is not a directory`, fix: clause`choose another place` },
  ENOTDIR: { why: clause`a part of its path is not a directory`, fix: clause`choose another place` },
  ELOOP: { why: clause`its links lead in a circle`, fix: clause`choose another place` },
  ENAMETOOLONG: { why: clause`its name is too long`, fix: clause`choose a shorter one` },
  EISDIR: { why: clause`it is a directory`, fix: clause`name a file` },
  ENOENT: {
    why: clause`its directory does not exist and cannot be created`,
    fix: clause`choose another place`
  },
  EPERM: {
    why: clause`the operation is not permitted`,
    fix: clause`choose another place, or let this user write there`
  }
};
function whyNotWritten(file2, cause) {
  const reason = REASONS[errorCode(cause)] ?? { why: clause`${errorMessage(cause)}` };
  return new Failure(
    "write",
    { what: clause`${file2} could not be written`, ...reason },
    { cause, fields: { file: file2 } }
  );
}

// src/output/release-file.ts
function releaseFileName({ name, platform: { os, architecture, variant = "" }, kind }, { version, archive }) {
  const processor = /^(?:v\d|$)/.test(variant) ? `${architecture}${variant}` : `${architecture}_${variant}`;
  const parts = [slug(name) ?? "binary", ...version === null ? [] : [version], os, processor];
  return `${parts.join("_")}${kind === "linked" ? "-linked" : ""}${archive === "none" ? "" : `.${archive}`}`;
}
function releaseFileBytes({ name, bytes, packed }, { archive }) {
  switch (archive) {
    case "none":
      return [bytes];
    case "tar.gz": {
      const entry = { kind: "file", path: `/${name}`, mode: 493, uid: 0, gid: 0, bytes };
      return compress(
        tarChunks([entry]),
        bytes.length,
        packed ? { kind: "stored" } : { kind: "gzip", level: 6 }
      );
    }
  }
}
function checksumsText(files) {
  return byName(files).map(({ sha256, name }) => `${sha256}  ${name}
`).join("");
}
function binariesJson(files, { version, revision }) {
  const binaries = byName(files).map(
    ({ name: file2, binary: { name, platform: platform4, kind, packed }, size, sha256 }) => ({
      file: file2,
      name,
      platform: formatPlatform(platform4),
      kind,
      packed,
      size,
      sha256
    })
  );
  return `${JSON.stringify({ version, revision, binaries }, null, 2)}
`;
}
function byName(files) {
  return files.toSorted((a, b) => a.name < b.name ? -1 : 1);
}

// src/output/binaries-folder.ts
import { createHash } from "node:crypto";
import { open, readdir as readdir2, readFile as readFile2, realpath as realpath2, rm as rm2, stat as stat3 } from "node:fs/promises";
import path4 from "node:path";

// src/output/beside.ts
import { randomUUID } from "node:crypto";
import path2 from "node:path";
function beside(place2) {
  return path2.join(path2.dirname(place2), `.${path2.basename(place2)}.${randomUUID()}`);
}

// src/output/place.ts
import { mkdtemp, readdir, readFile, realpath, rmdir, stat as stat2 } from "node:fs/promises";
import path3 from "node:path";
async function checkLayoutPlace(directory2) {
  try {
    const place2 = await realpath(directory2).catch(() => directory2);
    await requireRoom(place2);
    await refuseUnlessReplaceable(place2);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory2, cause);
  }
}
async function checkArchivePlace(archive) {
  try {
    await requireRoom(archive);
    await refuseDirectory(archive);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause);
  }
}
async function requireRoom(place2) {
  await rmdir(await mkdtemp(path3.join(await nearestAbove(place2), ".bantam-")));
}
async function nearestAbove(place2) {
  const above = path3.dirname(place2);
  try {
    await stat2(above);
    return above;
  } catch (cause) {
    if (errorCode(cause) !== "ENOENT" || above === place2) throw cause;
    return nearestAbove(above);
  }
}
async function refuseUnlessReplaceable(place2) {
  const names = await namesIn(place2);
  if (names === null || names.length === 0) return;
  const strangers = names.filter((name) => !LAYOUT_NAMES.includes(name));
  if (strangers.length === 0 && await saysLayout(place2)) return;
  const why = names.includes("oci-layout") ? `holds ${strangers[0] ?? "a broken layout"}` : "is no OCI layout";
  throw new Failure(
    "write",
    {
      what: clause`the OCI layout cannot be written to ${place2}`,
      why: clause`that directory ${why}`,
      fix: clause`name another, or an empty one`
    },
    { fields: { directory: place2 } }
  );
}
var LAYOUT_NAMES = ["oci-layout", "index.json", "blobs"];
async function namesIn(place2) {
  try {
    return await readdir(place2);
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return null;
    throw cause;
  }
}
async function saysLayout(place2) {
  try {
    const layout = JSON.parse(await readFile(path3.join(place2, "oci-layout"), "utf8"));
    return typeof layout === "object" && layout !== null && "imageLayoutVersion" in layout;
  } catch {
    return false;
  }
}
async function refuseDirectory(archive) {
  const status = await stat2(archive).catch(() => null);
  if (status?.isDirectory() === true)
    throw new Failure(
      "write",
      {
        what: clause`the image archive cannot be written to ${archive}`,
        why: clause`it is a directory`,
        fix: clause`name a file that ends in .tar`
      },
      { fields: { file: archive } }
    );
}

// src/output/put-in-place.ts
import { rename, rm } from "node:fs/promises";
var TRIES = 20;
async function putInPlace(written3, place2) {
  for (let tries = 1; ; tries++) {
    const old = await moveAside(place2);
    try {
      await rename(written3, place2);
    } catch (cause) {
      const taken = errorCode(cause) === "ENOTEMPTY" || errorCode(cause) === "EEXIST";
      if (old !== null && !taken) await rename(old, place2);
      if (!taken || tries === TRIES) throw cause;
      continue;
    } finally {
      if (old !== null) await rm(old, { recursive: true, force: true });
    }
    return;
  }
}
async function moveAside(place2) {
  const old = beside(place2);
  try {
    await rename(place2, old);
    return old;
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return null;
    throw cause;
  }
}

// src/output/binaries-folder.ts
var CHECKSUMS = "checksums.txt";
var LIST = "binaries.json";
async function checkBinariesPlace(directory2) {
  try {
    const place2 = await realpath2(directory2).catch(() => directory2);
    await requireRoom(place2);
    await refuseUnlessOurs(place2);
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory2, cause);
  }
}
async function writeBinariesFolder({ directory: directory2, ...naming }, binaries, revision) {
  try {
    await makeDirectory(path4.dirname(directory2));
    const place2 = await realpath2(directory2).catch(() => directory2);
    await refuseUnlessOurs(place2);
    const written3 = beside(place2);
    try {
      await makeDirectory(written3);
      const files = [];
      for (const binary of binaries) files.push(await writeBinary(written3, binary, naming));
      const texts = {
        [CHECKSUMS]: checksumsText(files),
        [LIST]: binariesJson(files, { ...naming, revision })
      };
      for (const [name, text2] of Object.entries(texts))
        await writeAll(path4.join(written3, name), 420, [Buffer.from(text2)]);
      await putInPlace(written3, place2);
      return files;
    } finally {
      await rm2(written3, { recursive: true, force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory2, cause);
  }
}
async function writeBinary(directory2, binary, naming) {
  const name = releaseFileName(binary, naming);
  const hash2 = createHash("sha256");
  let size = 0;
  const mode = naming.archive === "none" ? 493 : 420;
  await writeAll(path4.join(directory2, name), mode, releaseFileBytes(binary, naming), (chunk) => {
    hash2.update(chunk);
    size += chunk.length;
  });
  const { bytes: _, ...rest } = binary;
  return { name, binary: rest, size, sha256: hash2.digest("hex") };
}
async function writeAll(file2, mode, chunks, see = () => {
}) {
  const handle = await open(file2, "wx");
  try {
    for await (const chunk of chunks) {
      see(chunk);
      await handle.writeFile(chunk);
    }
    await handle.chmod(mode);
  } finally {
    await handle.close();
  }
}
async function refuseUnlessOurs(place2) {
  const entries = await entriesIn(place2);
  if (entries.length === 0) return;
  const isListed = entries.some((entry) => entry.name === LIST && entry.isFile());
  const listed3 = isListed ? await filesListedIn(path4.join(place2, LIST)) : [];
  const ours = listed3.length === 0 ? [] : [...listed3, CHECKSUMS, LIST];
  const stranger = entries.find((entry) => !entry.isFile() || !ours.includes(entry.name));
  if (stranger === void 0) return;
  throw new Failure(
    "write",
    {
      what: clause`the binaries cannot be written to ${place2}`,
      why: clause`it holds ${stranger.name}, which Bantam did not write there`,
      fix: clause`name another folder with ${input("binaries")}, or an empty one`
    },
    { fields: { directory: place2 } }
  );
}
async function entriesIn(place2) {
  try {
    return await readdir2(place2, { withFileTypes: true });
  } catch (cause) {
    if (errorCode(cause) === "ENOENT") return [];
    throw cause;
  }
}
async function filesListedIn(list) {
  const status = await stat3(list).catch(() => null);
  if (status === null || status.size > MAX_DOCUMENT) return [];
  const bytes = await readFile2(list).catch(() => null);
  const json = bytes === null ? null : readJson(bytes);
  const value = json?.ok === true ? json.value : null;
  const binaries = typeof value === "object" && value !== null && "binaries" in value ? value.binaries : [];
  if (!Array.isArray(binaries)) return [];
  return binaries.flatMap(
    (row) => typeof row === "object" && row !== null && "file" in row && typeof row.file === "string" ? [row.file] : []
  );
}

// src/commands/steps/certificates.ts
import { Stats } from "node:fs";
import { readFile as readFile3, stat as stat4 } from "node:fs/promises";
import path5 from "node:path";

// src/image/entry-tree.ts
var ROOT = { uid: 0, gid: 0 };
var MAX_LINKS = 40;
function entryTree(entries) {
  const tree = /* @__PURE__ */ new Map([["/", directory("/")]]);
  for (const entry of entries) {
    for (const parent of parents(entry.path)) if (!tree.has(parent)) tree.set(parent, directory(parent));
    tree.set(entry.path, entry);
  }
  return tree;
}
function directory(path47) {
  return { kind: "directory", path: path47, mode: 493, uid: 0, gid: 0 };
}
function lookUp(tree, path47, user) {
  let at = [];
  const rest = namesIn2(path47).toReversed();
  let links = 0;
  for (let name = rest.pop(); name !== void 0; name = rest.pop()) {
    const here = tree.get(pathOf(at));
    if (here?.kind !== "directory") return { kind: "not a directory", path: pathOf(at) };
    if (!may(here, user, "execute")) return { kind: "closed", path: pathOf(at), entry: here };
    if (name === ".") continue;
    const next = name === ".." ? at.slice(0, -1) : [...at, name];
    const entry2 = tree.get(pathOf(next));
    if (entry2 === void 0) return { kind: "missing", path: pathOf(next) };
    if (entry2.kind !== "symlink") {
      at = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS) return { kind: "loop", path: path47 };
    if (entry2.target.startsWith("/")) at = [];
    rest.push(...namesIn2(entry2.target).toReversed());
  }
  const entry = tree.get(pathOf(at));
  return entry === void 0 ? { kind: "missing", path: pathOf(at) } : { kind: "found", path: pathOf(at), entry };
}
function may({ kind, mode, uid, gid }, user, what) {
  const bit = what === "read" ? 4 : 1;
  if (user.uid === 0) return what === "read" || kind === "directory" || (mode & 73) !== 0;
  const shift = user.uid === uid ? 6 : user.gid === gid ? 3 : 0;
  return (mode >> shift & bit) !== 0;
}
function namesIn2(path47) {
  return path47.split("/").filter((name) => name !== "");
}
function pathOf(names) {
  return `/${names.join("/")}`;
}

// src/image/file-size.ts
function fileSize(entry) {
  return entry.content?.size ?? entry.bytes.length;
}

// src/image/certificates.ts
import { X509Certificate } from "node:crypto";
var CERTIFICATES_PATH = "/etc/ssl/certs/ca-certificates.crt";
function bundle(sources) {
  const bundled2 = /* @__PURE__ */ new Set();
  for (const source of sources) {
    const certificates = parseCertificates(source);
    if (!certificates.ok) return certificates;
    for (const certificate of certificates.value) bundled2.add(certificate);
  }
  return parsed([...bundled2].join(""));
}
function parseCertificates({ name, text: text2 }) {
  const wrong = (why, fix) => problem({ file: name, clauses: { why: clause`${why}`, fix } });
  if (text2.includes("\0"))
    return wrong(`${name} is not PEM text`, clause`convert it with "openssl x509 -inform der -in FILE"`);
  const blocks = [];
  let open7 = null;
  for (const [index, raw] of text2.split("\n").entries()) {
    const line = raw.trimEnd();
    const at = `${name}:${index + 1}`;
    const boundary = /^-----(BEGIN|END) ([A-Z0-9 ]+)-----$/.exec(line);
    if (boundary === null) {
      open7?.body.push(line);
    } else if (boundary[2] !== "CERTIFICATE") {
      return wrong(`${at} holds a ${boundary[2]}, and only a CERTIFICATE belongs into an image's roots`);
    } else if (boundary[1] === "BEGIN") {
      if (open7 !== null) return wrong(`${name}:${open7.line} begins a certificate that does not end`);
      open7 = { line: index + 1, body: [] };
    } else {
      if (open7 === null) return wrong(`${at} ends a certificate that did not begin`);
      const certificate = canonicalPem(open7.body.join(""));
      if (certificate === null)
        return wrong(`${name}:${open7.line} begins a block that is not an X.509 certificate`);
      blocks.push(certificate);
      open7 = null;
    }
  }
  if (open7 !== null) return wrong(`${name}:${open7.line} begins a certificate that does not end`);
  if (blocks.length === 0) return wrong(`${name} holds no PEM certificate`);
  return parsed(blocks);
}
function canonicalPem(base64) {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return null;
  try {
    const { raw } = new X509Certificate(Buffer.from(base64, "base64"));
    const lines = raw.toString("base64").match(/.{1,72}/g) ?? [];
    return `-----BEGIN CERTIFICATE-----
${lines.join("\n")}
-----END CERTIFICATE-----
`;
  } catch {
    return null;
  }
}

// src/commands/steps/certificates.ts
async function checkCertificates({ roots, extra }) {
  const named2 = roots === "auto" || roots === "mozilla" ? "none" : roots;
  const sources = await readSources(named2, extra);
  if (sources.length > 0) bundled(sources);
}
async function readRoots({ roots, extra }, binaries, base) {
  const there = roots === "auto" && base !== void 0 ? rootsIn(base) : null;
  if (there !== null) {
    if (extra.length === 0) return { pem: null, from: there.name };
    const extras = await readSources("none", extra);
    return { pem: bundled([there, ...extras]), from: wordsFor([there, ...extras]) };
  }
  const wanted2 = binaries.some(({ executable: { needs } }) => needs === null || needs.certificates);
  const sources = await readSources(roots === "auto" ? wanted2 ? "mozilla" : "none" : roots, extra);
  if (sources.length === 0) return { pem: null, from: "none" };
  return { pem: bundled(sources), from: wordsFor(sources) };
}
function wordsFor(sources) {
  return sources.map(({ name }) => path5.basename(name)).join(" and ");
}
var ROOTS_OF_GO = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/pki/tls/cacert.pem",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem"
];
function rootsIn(base) {
  for (const file2 of ROOTS_OF_GO) {
    const found = lookUp(base, file2, ROOT);
    if (found.kind !== "found" || found.entry.kind !== "file") continue;
    const { entry } = found;
    return {
      name: "those of the base",
      get text() {
        if (fileSize(entry) > LARGEST_PEM)
          throw new Failure(
            "bad-input",
            {
              what: clause`the certificates of the base cannot be used`,
              why: clause`${file2} in it is too large`,
              fix: clause`name a PEM file with ${input("certificates")}`
            },
            { fields: { file: file2 } }
          );
        return Buffer.from(entry.bytes).toString("utf8");
      }
    };
  }
  return null;
}
async function readSources(roots, extra) {
  const [first, extras] = await Promise.all([
    firstSource(roots),
    Promise.all(extra.map((file2) => readPem(file2, "extra-certificates")))
  ]);
  return [...first, ...extras];
}
function bundled(sources) {
  const pem = bundle(sources);
  if (!pem.ok)
    throw new Failure(
      "bad-input",
      { what: clause`the certificates cannot be used`, ...pem.problem.clauses },
      { fields: { file: pem.problem.file } }
    );
  return pem.value;
}
async function firstSource(roots) {
  if (roots === "none") return [];
  if (roots === "system") return [await readSystemRoots()];
  if (roots === "mozilla") {
    const { MOZILLA_ROOTS } = await import("./mozilla-roots-EPURERAL.js");
    return [MOZILLA_ROOTS];
  }
  return [await readPem(roots.file, "certificates")];
}
async function readSystemRoots() {
  for (const file2 of ROOTS_OF_GO) {
    const text2 = await readFile3(file2, "utf8").catch(() => null);
    if (text2 !== null) return { name: file2, text: text2 };
  }
  throw new Failure(
    "bad-input",
    {
      what: clause`${input("certificates", "system")} cannot be used`,
      why: clause`this machine has no file of root certificates`,
      fix: clause`write ${input("certificates", "mozilla")}, or name a PEM file`
    },
    { fields: { input: "certificates", value: "system" } }
  );
}
var LARGEST_PEM = 8e6;
async function readPem(file2, name) {
  const status = await stat4(file2).catch((cause) => cause);
  if (status instanceof Stats && status.isFile() && status.size <= LARGEST_PEM)
    return { name: file2, text: await readFile3(file2, "utf8") };
  const why = status instanceof Stats ? status.isFile() ? "it is too large" : "it is no file" : whyNotRead(status);
  throw new Failure(
    "bad-input",
    {
      what: clause`${input(name)} "${file2}" cannot be read`,
      why: clause`${why}`,
      fix: clause`write the path of a PEM file`
    },
    { cause: status, fields: { input: name, value: file2 } }
  );
}

// src/declare/binary-place.ts
function binaryPath({ name, directory: directory2 = "" }) {
  return `${directory2}/${name}`;
}

// src/host/workspace.ts
import { existsSync } from "node:fs";
import { readlink, realpath as realpath3 } from "node:fs/promises";
import path7 from "node:path";

// src/host/inside.ts
import path6 from "node:path";
function isInside(root, file2) {
  const relative = path6.relative(root, file2);
  return relative !== ".." && !relative.startsWith(`..${path6.sep}`) && !path6.isAbsolute(relative);
}

// src/host/workspace.ts
async function workspaceRoots(host, workingDirectory) {
  const { surface, env, cwd } = host;
  const checkout = surface === "action" ? env["GITHUB_WORKSPACE"] ?? "" : "";
  const first = await realPlace(checkout === "" ? repositoryAround(await realPlace(cwd)) : checkout);
  const written3 = [path7.resolve(cwd, workingDirectory), await realPlace(path7.dirname(workingDirectory))];
  if (written3.some((place2) => isInside(first, place2))) return [first];
  return [first, await realPlace(repositoryAround(await realPlace(workingDirectory)))];
}
function repositoryAround(directory2) {
  for (let at = directory2; ; at = path7.dirname(at)) {
    if (existsSync(path7.join(at, ".git"))) return at;
    if (path7.dirname(at) === at) return directory2;
  }
}
async function isInWorkspace(roots, file2) {
  const end = await realPlace(file2);
  return roots.some((root) => isInside(root, end));
}
async function leadsOut(roots, file2) {
  const end = await realPlace(file2);
  if (leadsIntoGit(file2, end)) return end;
  const within2 = (place2) => roots.some((root) => isInside(root, place2));
  if (within2(end)) return null;
  for (let at = path7.dirname(file2); path7.dirname(at) !== at; at = path7.dirname(at)) {
    if (within2(await realPlace(at))) return end;
  }
  return null;
}
function leadsIntoGit(written3, end) {
  const isOfGit = (file2) => file2.split(path7.sep).includes(".git");
  return isOfGit(end) && !isOfGit(written3);
}
var MOST_LINKS = 40;
async function realPlace(file2, links = 0) {
  try {
    return await realpath3(file2);
  } catch (cause) {
    const parent = path7.dirname(file2);
    if (errorCode(cause) !== "ENOENT" || parent === file2 || links > MOST_LINKS) return path7.resolve(file2);
    const place2 = path7.join(await realPlace(parent, links), path7.basename(file2));
    const target = await readlink(place2).catch(() => null);
    return target === null ? place2 : realPlace(path7.resolve(path7.dirname(place2), target), links + 1);
  }
}

// src/image/zones.ts
var ZONES_PATH = "/usr/local/go/lib/time/zoneinfo.zip";
var ZONES_ENV = { GOROOT: "/usr/local/go" };
var ZONE_FILES_PATH = "/usr/share/zoneinfo";
function readZoneWish(tz) {
  const name = tz.replace(/^:/, "");
  if (name === "" || name === "UTC") return { kind: "nothing" };
  if (name.startsWith(`${ZONE_FILES_PATH}/`))
    return { kind: "zone", name: name.slice(ZONE_FILES_PATH.length + 1) };
  if (name.startsWith("/")) return { kind: "file", path: name };
  return { kind: /^(?:[A-Za-z]{3,}|<[\w+-]{3,}>)[+-]?\d/.test(name) ? "zone or rule" : "zone", name };
}

// src/image/lay-over.ts
var MAX_LINKS2 = 40;
function layOver(base, entries) {
  const placed = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const path47 = placeIn(base, entry);
    if (path47 === null)
      return problem(`"${entry.path}" cannot be put into the base, whose links lead in a circle`);
    const there = base.get(path47);
    const before = placed.get(path47);
    if (before !== void 0 && !(before.kind === "directory" && entry.kind === "directory"))
      return problem(
        `"${before.path}" and "${entry.path}" are one place in the base; write another destination`
      );
    if (there?.kind === "directory" && entry.kind !== "directory")
      return problem(`"${entry.path}" is a directory of the base, and cannot be replaced by a ${entry.kind}`);
    if (there !== void 0 && there.kind !== "directory" && entry.kind === "directory")
      return problem(`"${entry.path}" is a ${there.kind} of the base, and cannot be replaced by a directory`);
    placed.set(path47, there?.kind === "directory" && isPlain(entry) ? there : { ...entry, path: path47 });
  }
  for (const path47 of Array.from(placed.keys())) {
    for (const parent of parents(path47)) {
      const there = base.get(parent);
      if (there === void 0 || placed.has(parent)) continue;
      if (there.kind !== "directory")
        return problem(`"${path47}" cannot be put below "${parent}", a ${there.kind} of the base`);
      placed.set(parent, there);
    }
  }
  return parsed([...placed.values()]);
}
function isPlain({ kind, mode, uid, gid }) {
  return kind === "directory" && mode === 493 && uid === 0 && gid === 0;
}
function placeIn(base, { path: path47, kind }) {
  const rest = namesIn3(path47).toReversed();
  let at = [];
  let links = 0;
  for (let name = rest.pop(); name !== void 0; name = rest.pop()) {
    if (name === ".") continue;
    const next = name === ".." ? at.slice(0, -1) : [...at, name];
    const there = base.get(`/${next.join("/")}`);
    const isLast = rest.length === 0;
    if (there?.kind !== "symlink" || isLast && kind !== "directory") {
      at = next;
      continue;
    }
    links += 1;
    if (links > MAX_LINKS2) return null;
    if (there.target.startsWith("/")) at = [];
    rest.push(...namesIn3(there.target).toReversed());
  }
  return `/${at.join("/")}`;
}
function namesIn3(path47) {
  return path47.split("/").filter((name) => name !== "");
}

// src/image/accounts.ts
var STANDING = [
  { name: "root", uid: 0, gid: 0, home: "/root" },
  { name: "nonroot", ...UNPRIVILEGED, home: "/home/nonroot" },
  { name: "nobody", uid: 65534, gid: 65534, home: "/nonexistent" }
];
var OTHER_NAME = "user";
var OTHER_HOME = "/home/user";
var NOT_MADE = ["/nonexistent", "/"];
function accountsOf(user, declared) {
  const isTaken = ({ name, uid }) => declared.some((account) => account.name === name || account.uid === uid);
  const accounts = [...STANDING.filter((account) => !isTaken(account)), ...declared];
  if (accounts.some(({ uid }) => uid === user.uid)) return accounts;
  const names = accounts.map((account) => account.name);
  return [...accounts, { name: freeName(names, user.uid), ...user, home: OTHER_HOME }];
}
function passwdFile(user, declared = []) {
  return accountsOf(user, declared).map(passwdLine).join("");
}
function passwdLine({ name, uid, gid, home }) {
  return `${name}:x:${uid}:${gid}:${name}:${home}:/sbin/nologin
`;
}
function groupFile(user, declared = []) {
  const own = declared.filter(({ uid, gid }) => gid === uid);
  const isTaken = ({ name, gid }) => own.some((group) => group.name === name || group.gid === gid);
  const groups = withGroups([...STANDING.filter((group) => !isTaken(group)), ...own], declared);
  if (groups.every((group) => group.gid !== user.gid))
    groups.push({
      name: freeName(
        groups.map((group) => group.name),
        user.gid
      ),
      gid: user.gid
    });
  return groups.map(groupLine).join("");
}
function groupLine({ name, gid }) {
  return `${name}:x:${gid}:
`;
}
function withGroups(groups, accounts) {
  const all = [...groups];
  for (const { name, gid } of accounts) {
    if (all.some((group) => group.gid === gid)) continue;
    const names = all.map((group) => group.name);
    all.push({ name: freeName(names, gid, name), gid });
  }
  return all;
}
function freeName(taken, id, name = OTHER_NAME) {
  return taken.includes(name) ? freeName(taken, id, `${name}${id}`) : name;
}
function homeOf2(user, declared = []) {
  const account = accountsOf(user, declared).find(({ uid }) => uid === user.uid);
  const path47 = account?.home ?? OTHER_HOME;
  return { path: path47, isMade: !NOT_MADE.includes(path47) };
}
function accountsWithHomes(user, declared) {
  return accountsOf(user, declared).filter(({ home }) => !NOT_MADE.includes(home));
}

// src/image/temporary-directory.ts
var TEMPORARY_DIRECTORY = {
  kind: "directory",
  path: "/tmp",
  mode: 1023,
  uid: 0,
  gid: 0
};

// src/image/standing-directories.ts
function standingDirectories(user, accounts = [], base) {
  const directories = /* @__PURE__ */ new Map();
  for (const directory2 of [
    TEMPORARY_DIRECTORY,
    HOMES,
    ...accountsWithHomes(user, accounts).map(homeDirectory)
  ])
    if (!directories.has(directory2.path)) directories.set(directory2.path, directory2);
  return [...directories.values()].filter(({ path: path47 }) => isMissing(base, path47));
}
function isMissing(base, path47) {
  return base === void 0 || lookUp(base, path47, ROOT).kind === "missing";
}
var HOMES = { kind: "directory", path: "/home", mode: 493, uid: 0, gid: 0 };
function homeDirectory({ uid, gid, home }) {
  return { kind: "directory", path: home, mode: uid === 0 ? 448 : 493, uid, gid };
}

// src/sbom/embedded.ts
var SBOM_PATH = "/var/lib/db/sbom/image.spdx.json";
function checkSbomPlace(others) {
  const wrong = others.find(
    ({ kind, path: path47 }) => path47 === SBOM_PATH || path47.startsWith(`${SBOM_PATH}/`) || kind !== "directory" && SBOM_PATH.startsWith(`${path47}/`)
  );
  return wrong === void 0 ? parsed(null) : problem(
    `"${wrong.path}" is in the way of the SBOM, which goes to "${SBOM_PATH}"; give it another place.`
  );
}
function sbomEntries({ bytes }, others, { user, accounts }, base) {
  const directories = new Map(
    [...standingDirectories(user, accounts, base), ...others].flatMap(
      (entry) => entry.kind === "directory" ? [[entry.path, entry]] : []
    )
  );
  const above = parents(SBOM_PATH).flatMap((path47) => directories.get(path47) ?? []);
  return [...above, { kind: "file", path: SBOM_PATH, mode: 420, uid: 0, gid: 0, bytes }];
}

// src/commands/steps/paths-in-place.ts
import path8 from "node:path";
async function pathsOutOfPlace(host, spec, run2) {
  const roots = await workspaceRoots(host, spec.workingDirectory);
  const problems = await Promise.all(
    namedPaths(spec, run2).map(async ({ input: input2, file: file2 }) => {
      const end = await leadsOut(roots, file2);
      if (end === null) return [];
      const because = `leads out of the workspace through a link, to ${end}; remove the link, or write that path itself`;
      return [wrongValue(input2, path8.relative(host.cwd, file2), because)];
    })
  );
  return uniqueOf(problems.flat());
}
function uniqueOf(problems) {
  return [...new Map(problems.map((problem2) => [JSON.stringify(problem2.clause), problem2])).values()];
}
async function requireInPlace(host, { workingDirectory }, file2, named2 = "output") {
  const end = await leadsOut(await workspaceRoots(host, workingDirectory), file2);
  if (end === null) return;
  const shown = path8.relative(host.cwd, file2);
  throw new Failure(
    "write",
    {
      what: clause`nothing was written to ${shown}`,
      why: clause`it leads out of the workspace through a link, to ${end}`,
      fix: clause`remove the link, or name another place with ${input(named2)}`
    },
    { fields: { file: shown } }
  );
}
function namedPaths({
  workingDirectory,
  platforms,
  go,
  base,
  certificates: { roots, extra },
  publish,
  binaries,
  baseline
}, { report, sboms }) {
  return [
    { input: "working-directory", file: workingDirectory },
    ...platforms.flatMap(({ source }) => sourceFiles(source)).map((file2) => ({ input: "binary", file: file2 })),
    ...go.versionFile === null ? [] : [{ input: "go-version-file", file: go.versionFile }],
    ...base.kind === "layout" ? pathsWithTag(base.path).map((file2) => ({ input: "base", file: file2 })) : [],
    ...typeof roots === "string" ? [] : [{ input: "certificates", file: roots.file }],
    ...extra.map((file2) => ({ input: "extra-certificates", file: file2 })),
    ...baselineFiles(baseline, workingDirectory).map((file2) => ({ input: "baseline", file: file2 })),
    ...publish.output === null ? [] : [{ input: "output", file: publish.output.path }],
    ...binaries === null ? [] : [{ input: "binaries", file: binaries.directory }],
    ...report === null ? [] : [report, htmlPathOf(report)].map((file2) => ({ input: "report", file: file2 })),
    ...sboms.map((file2) => ({ input: "sbom", file: file2 }))
  ];
}
function sourceFiles(source) {
  switch (source.kind) {
    case "main":
      return [];
    case "binary":
      return [source.path];
  }
}
function baselineFiles(baseline, directory2) {
  if (baseline.kind !== "file") return [];
  return pathsWithTag(baseline.path).map((file2) => path8.resolve(directory2, file2));
}
function pathsWithTag(given) {
  return [given, given.replace(/:[^:]*$/, "")];
}

// src/output/archive.ts
import { open as open2, rename as rename2, rm as rm3 } from "node:fs/promises";
import path9 from "node:path";

// src/image/image.ts
function allLayers({
  baseLayers = [],
  layers
}) {
  return [...baseLayers, ...layers];
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

// src/image/media-types.ts
var MANIFEST_MEDIA_TYPE = "application/vnd.oci.image.manifest.v1+json";
var INDEX_MEDIA_TYPE = "application/vnd.oci.image.index.v1+json";

// src/image/index.ts
function imageIndex(manifests, annotations = {}) {
  return jsonBlob(INDEX_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_MEDIA_TYPE,
    manifests: manifests.map(entryDocument),
    ...annotationsField(annotations)
  });
}
function entryDocument({ mediaType, digest, size, annotations, platform: platform4 }) {
  return {
    mediaType,
    digest,
    size,
    ...annotationsField(annotations),
    ...platform4 === null ? {} : { platform: platformDocument(platform4) }
  };
}
function platformDocument({ architecture, os, variant }) {
  return { architecture, os, ...variant === void 0 ? {} : { variant } };
}
function annotationsField(annotations) {
  return Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) };
}

// src/image/image-set.ts
var NO_ANNOTATIONS = { index: {}, descriptor: {}, images: [] };
function imageSet(images, annotations = NO_ANNOTATIONS) {
  const [first, ...others] = images;
  if (others.length === 0) {
    const { manifest, platform: platform4 } = first;
    return { images, root: manifest, listed: { ...descriptorOf(manifest), platform: platform4, annotations: {} } };
  }
  const entries = images.map(({ manifest, platform: platform4 }, at) => ({
    ...descriptorOf(manifest),
    platform: platform4,
    annotations: annotations.images[at] ?? {}
  }));
  const root = imageIndex(entries, annotations.index);
  const listed3 = { ...descriptorOf(root), platform: null, annotations: annotations.descriptor };
  return { images, root, listed: listed3 };
}
function blobsOf({ images, root }) {
  const blobs = [...images.flatMap((image) => [...allLayers(image), image.config, image.manifest]), root];
  return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

// src/output/layout-entries.ts
function layoutEntries(set, names) {
  const { listed: listed3 } = set;
  const index = imageIndex(
    names.map((name) => ({ ...listed3, annotations: { ...listed3.annotations, ...name } }))
  );
  return [
    file("/oci-layout", new TextEncoder().encode('{"imageLayoutVersion":"1.0.0"}')),
    file("/index.json", index.bytes),
    ...blobsOf(set).map(blobFile)
  ];
}
function blobFile(blob) {
  const path47 = `/${blobPath(blob.digest)}`;
  if ("bytes" in blob) return file(path47, blob.bytes);
  return { kind: "stored file", path: path47, mode: 420, uid: 0, gid: 0, content: blob };
}
function blobPath(digest) {
  return `blobs/${digest.replace(":", "/")}`;
}
function file(path47, bytes) {
  return { kind: "file", path: path47, mode: 420, uid: 0, gid: 0, bytes };
}

// src/output/archive.ts
async function writeArchive(archive, set, references) {
  try {
    await makeDirectory(path9.dirname(archive));
    await refuseDirectory(archive);
    const written3 = beside(archive);
    try {
      await writePieces(written3, tarPieces(archiveEntries(set, references)));
      await rename2(written3, archive);
    } finally {
      await rm3(written3, { force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause);
  }
}
async function writePieces(file2, pieces) {
  const handle = await open2(file2, "wx");
  try {
    for (const piece of pieces) await handle.writeFile(piece instanceof Uint8Array ? piece : chunksOf(piece));
  } finally {
    await handle.close();
  }
}
function archiveEntries(set, references) {
  const names = references.map((reference) => ({
    // containerd's store uses the first annotation, and needs the whole reference; podman and skopeo use the second.
    "io.containerd.image.name": wholeReference(reference),
    "org.opencontainers.image.ref.name": reference
  }));
  return [
    ...layoutEntries(set, names.length === 0 ? [{}] : names),
    file(
      "/manifest.json",
      new TextEncoder().encode(JSON.stringify([dockerManifest(hostImage(set), references)]))
    )
  ];
}
function wholeReference(reference) {
  const whole = parseReference(reference);
  return whole.ok ? formatReference(whole.value) : reference;
}
function hostImage({ images: [first, ...others] }) {
  const ours = [first, ...others].find(({ platform: platform4 }) => platform4.architecture === machine());
  return ours ?? first;
}
function dockerManifest(image, references) {
  return {
    Config: blobPath(image.config.digest),
    RepoTags: references,
    Layers: allLayers(image).map((layer) => blobPath(layer.digest))
  };
}

// src/output/layout.ts
import { realpath as realpath4, rm as rm4, writeFile } from "node:fs/promises";
import path10 from "node:path";
async function writeLayout(directory2, set) {
  try {
    await makeDirectory(path10.dirname(directory2));
    const place2 = await realpath4(directory2).catch(() => directory2);
    await refuseUnlessReplaceable(place2);
    const written3 = beside(place2);
    try {
      await writeFiles(written3, set);
      await putInPlace(written3, place2);
    } finally {
      await rm4(written3, { recursive: true, force: true });
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory2, cause);
  }
}
async function writeFiles(root, set) {
  await makeDirectory(path10.join(root, "blobs", "sha256"));
  for (const entry of layoutEntries(set, [{ "org.opencontainers.image.ref.name": "latest" }])) {
    const content = entry.kind === "file" ? entry.bytes : chunksOf(entry.content);
    await writeFile(path10.join(root, entry.path), content);
  }
}

// src/output/formats.ts
var OUTPUT_FORMATS = {
  layout: {
    check: checkLayoutPlace,
    write: writeLayout,
    where: (place2) => ({ kind: "layout", path: place2 })
  },
  archive: {
    check: checkArchivePlace,
    write: writeArchive,
    where: (place2, [reference]) => ({ kind: "archive", path: place2, reference })
  }
};

// src/commands/steps/build/check-output.ts
import path11 from "node:path";
async function checkOutput(host, spec, name) {
  const { publish } = spec;
  const output = name === null ? publish.output : outputOf(host, publish, name);
  if (output === null) return;
  await requireInPlace(host, spec, output.path);
  await OUTPUT_FORMATS[output.kind].check(output.path);
}
function outputOf(host, { push, load, output }, name) {
  if (output !== null) return output;
  if (host.surface === "action" || push || load) return null;
  return { kind: "layout", path: path11.join(host.cwd, ".bantam", name) };
}

// src/image/base-user.ts
var LONGEST = 4 * 1024 * 1024;
function userIn(tree, user) {
  if (user === "") return parsed(ROOT);
  const [name = "", group] = user.split(":");
  const account = linesOf(tree, "/etc/passwd").find((line) => (isNumber(name) ? line[2] : line[0]) === name);
  const uid = isNumber(name) ? name : account?.[2];
  if (!isNumber(uid)) return problem(`runs as "${name}", which its /etc/passwd does not list`);
  if (group === void 0 || group === "") return idsOf(uid, account?.[3] ?? "0");
  const gid = isNumber(group) ? group : linesOf(tree, "/etc/group").find((line) => line[0] === group)?.[2];
  return isNumber(gid) ? idsOf(uid, gid) : problem(`runs with the group "${group}", which its /etc/group does not list`);
}
function listedHome(tree, { uid }) {
  return linesOf(tree, "/etc/passwd").find((line) => line[2] === String(uid))?.[5] ?? null;
}
function tooLongAccounts(tree) {
  for (const path47 of ["/etc/passwd", "/etc/group"]) {
    const found = lookUp(tree, path47, ROOT);
    if (found.kind === "found" && found.entry.kind === "file" && fileSize(found.entry) > LONGEST)
      return `its ${path47} has more than ${LONGEST} bytes`;
  }
  return null;
}
function idsOf(uid, gid) {
  const user = { uid: Number(uid), gid: Number(gid) };
  return Math.max(user.uid, user.gid) < 2 ** 32 - 1 ? parsed(user) : problem("runs as a user whose number is out of range");
}
function isNumber(text2) {
  return text2 !== void 0 && /^\d{1,10}$/.test(text2);
}
function linesOf(tree, path47) {
  const found = lookUp(tree, path47, ROOT);
  if (found.kind !== "found" || found.entry.kind !== "file" || fileSize(found.entry) > LONGEST) return [];
  const text2 = Buffer.from(found.entry.bytes).toString("utf8");
  return text2.split("\n").map((line) => line.split(":"));
}

// src/image/started.ts
import path12 from "node:path";
var DEFAULT_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
function startedBy({
  entrypoint,
  args,
  workdir
}) {
  return {
    entrypoint: entrypoint ?? [],
    args: entrypoint?.length === 0 ? args : [],
    workdir: workdir ?? "/"
  };
}
function isStarted({ entrypoint, args, workdir }, place2) {
  const [started] = [...entrypoint, ...args];
  if (started === void 0) return false;
  return started.includes("/") ? path12.posix.resolve("/", workdir, started) === place2 : path12.posix.basename(place2) === started;
}
function startedPaths({ entrypoint, args, workdir }) {
  return new Set([...entrypoint, ...args].map((word) => path12.posix.resolve("/", workdir, word)));
}

// src/image/config.ts
var CONFIG_MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";
function imageConfig({ platform: platform4, config, entrypoint, env, layers, on, created }) {
  const time = created === null ? {} : { created: new Date(created * 1e3).toISOString().replace(".000Z", "Z") };
  return jsonBlob(CONFIG_MEDIA_TYPE, {
    ...time,
    architecture: platform4.architecture,
    ...platform4.variant === void 0 ? {} : { variant: platform4.variant },
    os: platform4.os,
    config: {
      User: `${config.user.uid}:${config.user.gid}`,
      ...nonEmpty("ExposedPorts", emptyObjects(config.expose)),
      ...nonEmpty(
        "Env",
        Object.entries(sortedRecord({ ...env, ...config.env })).map(([name, value]) => `${name}=${value}`)
      ),
      ...nonEmpty("Entrypoint", entrypoint),
      ...nonEmpty("Cmd", config.args),
      ...nonEmpty("Volumes", emptyObjects([...config.inherited?.volumes ?? [], ...config.volumes])),
      ...config.workdir === null ? {} : { WorkingDir: config.workdir },
      ...nonEmpty("Labels", sortedRecord(config.labels)),
      ...config.stopSignal === null ? {} : { StopSignal: config.stopSignal },
      ...nonNull("Healthcheck", healthcheckOf(config))
    },
    rootfs: { type: "layers", diff_ids: [...on?.layers ?? [], ...layers].map((layer) => layer.diffId) },
    // The history is optional as a whole, but umoci 0.4 crashes on entries without times.
    ...created === null ? {} : {
      history: [
        ...inheritedHistory(on),
        ...layers.map((layer) => ({ ...time, created_by: `bantam: ${layer.what}` }))
      ]
    }
  });
}
function inheritedHistory(on) {
  if (on === void 0) return [];
  const { layers, config } = on;
  const made = config.history.filter((entry) => entry.empty_layer !== true);
  return made.length === layers.length ? config.history : layers.map(() => ({ created_by: "a layer of the base" }));
}
function healthcheckOf({ healthcheck, inherited }) {
  if (healthcheck === null) return inherited?.healthcheck ?? null;
  if (healthcheck.kind === "none") return { Test: ["NONE"] };
  const { words: words2, interval, timeout, startPeriod, startInterval, retries } = healthcheck;
  return {
    Test: ["CMD", ...words2],
    ...interval === void 0 ? {} : { Interval: interval },
    ...timeout === void 0 ? {} : { Timeout: timeout },
    ...startPeriod === void 0 ? {} : { StartPeriod: startPeriod },
    ...startInterval === void 0 ? {} : { StartInterval: startInterval },
    ...retries === void 0 ? {} : { Retries: retries }
  };
}
function emptyObjects(names) {
  return sortedRecord(Object.fromEntries(names.map((name) => [name, {}])));
}
function nonEmpty(key, value) {
  return Object.keys(value).length === 0 ? {} : { [key]: value };
}
function nonNull(key, value) {
  return value === null ? {} : { [key]: value };
}

// src/image/layer.ts
import { createHash as createHash2 } from "node:crypto";
var PIECE = 16 * 65535;
async function makeLayer(what, entries, compression) {
  const diffHash = createHash2("sha256");
  const hash2 = createHash2("sha256");
  const tar = [...tarChunks(entries)];
  function* hashedTar() {
    for (const chunk of tar) {
      for (let at = 0; at < chunk.length; at += PIECE) {
        const piece = chunk.subarray(at, at + PIECE);
        diffHash.update(piece);
        yield piece;
      }
    }
  }
  const compressed = [];
  for await (const chunk of compress(hashedTar(), sumOfLengths(tar), compression)) {
    hash2.update(chunk);
    compressed.push(chunk);
  }
  return {
    mediaType: mediaTypeOf(compression),
    digest: `sha256:${hash2.digest("hex")}`,
    bytes: Buffer.concat(compressed),
    diffId: `sha256:${diffHash.digest("hex")}`,
    what,
    files: entries.flatMap((entry) => entry.kind === "file" ? [layerFile(entry)] : []).sort((a, b) => byBytes(a.path, b.path))
  };
}
function layerFile({ path: path47, bytes, capabilities }) {
  return { path: path47, bytes: bytes.length, ...capabilities === void 0 ? {} : { capabilities } };
}
function sumOfLengths(chunks) {
  return chunks.reduce((sum, chunk) => sum + chunk.length, 0);
}

// src/image/manifest.ts
function imageManifest(config, layers, annotations) {
  return jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    config: descriptorOf(config),
    layers: layers.map(descriptorOf),
    ...Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) }
  });
}

// src/image/assemble.ts
async function assemble(parts) {
  const { platform: platform4, config, created, layerCompression, binaries, files, sbom = [], on } = parts;
  const baseLayers = on?.layers ?? [];
  const layers = (await Promise.all([
    parts.base,
    files.length === 0 ? null : makeLayer("files", files, filesCompression(layerCompression)),
    makeLayer("binaries", binariesEntries(parts), binariesCompression(layerCompression, binaries)),
    // Apart from the binaries, whose layer is not compressed where they are packed.
    sbom.length === 0 ? null : makeLayer("sbom", placedOn(on, sbom), filesCompression(layerCompression))
  ])).filter((layer) => layer !== null);
  const configBlob = imageConfig({
    platform: platform4,
    config,
    entrypoint: entrypointOf(config, binaries),
    env: {
      ...homeEnv(config, on),
      ...hasZones(layers) ? ZONES_ENV : {},
      ...config.inherited?.env,
      ...pathEnv(binaries, config.inherited?.env["PATH"])
    },
    layers,
    ...on === void 0 ? {} : { on },
    created
  });
  return {
    platform: platform4,
    ...on === void 0 ? {} : { baseLayers },
    layers,
    config: configBlob,
    manifest: imageManifest(configBlob, [...baseLayers, ...layers], config.annotations)
  };
}
function entrypointOf({ entrypoint }, binaries) {
  return entrypoint ?? binaries.slice(0, 1).map(binaryPath);
}
function binariesEntries(parts) {
  const { binaries, files, config, on } = parts;
  const own = placedOn(
    on,
    binaries.map((binary, at) => binaryEntry(binary, capabilitiesOf(parts, binary, at)))
  );
  const above = new Set(own.flatMap(({ path: path47 }) => parents(path47)));
  const isAbove = ({ kind, path: path47 }) => kind === "directory" && above.has(path47);
  const standing2 = standingDirectories(config.user, config.accounts, on?.tree);
  const entries = [...standing2.filter(isAbove), ...own, ...files.filter(isAbove)];
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
function placedOn(on, entries) {
  if (on === void 0) return entries;
  const placed = layOver(on.tree, entries);
  if (!placed.ok) throw new RangeError(placed.problem);
  return placed.value;
}
function binaryEntry(binary, capabilities) {
  const path47 = binaryPath(binary);
  return { kind: "file", path: path47, mode: 493, uid: 0, gid: 0, bytes: binary.bytes, ...capabilities };
}
function capabilitiesOf({ capabilities = [] }, binary, at) {
  const path47 = binaryPath(binary);
  const own = capabilities.find((spec) => spec.path === path47 || spec.path === null && at === 0);
  return own === void 0 ? {} : { capabilities: own.capabilities };
}
function filesCompression(kind) {
  return kind === "zstd" ? { kind } : { kind, level: 9 };
}
function binariesCompression(kind, binaries) {
  if (binaries.every((binary) => binary.packed)) return { kind: "stored" };
  return kind === "zstd" ? { kind } : { kind, level: 6 };
}
function homeEnv({ user, accounts }, on) {
  if (on !== void 0 && listedHome(on.tree, user) !== null) return {};
  const home = homeOf2(user, accounts);
  return home.isMade ? { HOME: home.path } : {};
}
function pathEnv(binaries, inherited = DEFAULT_PATH) {
  const known2 = inherited.split(":");
  const others = binaries.flatMap(
    ({ directory: directory2 }) => directory2 === void 0 || known2.includes(directory2) ? [] : [directory2]
  );
  return others.length === 0 ? {} : { PATH: [...known2, ...new Set(others)].join(":") };
}
function hasZones(layers) {
  return layers.some((layer) => layer.files.some((file2) => file2.path === ZONES_PATH));
}

// src/image/base-accounts.ts
var PASSWD = "/etc/passwd";
var GROUP = "/etc/group";
function takenAccount(tree, accounts) {
  const lines = linesOf(tree, PASSWD);
  for (const account of accounts) {
    if (lines.some(([name]) => name === account.name)) return { account, by: "name" };
    if (lines.some(([, , uid]) => uid === String(account.uid))) return { account, by: "uid" };
  }
  return null;
}
function extendedAccounts(tree, accounts) {
  const groups = linesOf(tree, GROUP).flatMap(asGroup);
  const added = withGroups(groups, accounts).slice(groups.length);
  return [...extended(tree, PASSWD, accounts.map(passwdLine)), ...extended(tree, GROUP, added.map(groupLine))];
}
function asGroup([name, , gid]) {
  return name === void 0 || gid === void 0 ? [] : [{ name, gid: Number(gid) }];
}
function extended(tree, path47, lines) {
  const found = lookUp(tree, path47, ROOT);
  if (lines.length === 0 || found.kind !== "found" || found.entry.kind !== "file") return [];
  const { mode, uid, gid, bytes } = found.entry;
  const separator = bytes.length === 0 || bytes.at(-1) === 10 ? "" : "\n";
  const text2 = Buffer.concat([bytes, Buffer.from(`${separator}${lines.join("")}`)]);
  return [{ kind: "file", path: found.path, mode, uid, gid, bytes: text2 }];
}

// src/image/base-layer.ts
async function makeBaseLayer(entries, compression) {
  if (entries.length === 0) return null;
  return makeLayer("base", entries, compression === "zstd" ? { kind: "zstd" } : { kind: "gzip", level: 9 });
}
function baseEntries(base) {
  const { certificates, zones, zoneFiles = [], user, accounts } = base;
  const text2 = new TextEncoder();
  return [
    ...certificates === null ? [] : [rootsFile(CERTIFICATES_PATH, text2.encode(certificates))],
    ...zones === null ? [] : [rootsFile(ZONES_PATH, zones)],
    ...zoneFiles.map(({ name, bytes }) => rootsFile(`${ZONE_FILES_PATH}/${name}`, bytes)),
    ...missingFrom(base, [
      rootsFile("/etc/passwd", text2.encode(passwdFile(user, accounts))),
      rootsFile("/etc/group", text2.encode(groupFile(user, accounts))),
      ...standingDirectories(user, accounts)
    ])
  ];
}
function missingFrom({ tree, user, accounts = [] }, entries) {
  if (tree === void 0) return entries;
  const missing = entries.filter(({ path: path47 }) => lookUp(tree, path47, ROOT).kind === "missing");
  const extended2 = extendedAccounts(tree, accounts);
  if (lookUp(tree, "/etc/passwd", ROOT).kind === "missing") return [...extended2, ...missing];
  const homes = accounts.map(({ home }) => home);
  if (listedHome(tree, user) === null) homes.push(homeOf2(user, accounts).path);
  const wanted2 = ["/tmp", ...homes];
  return [...extended2, ...missing.filter(({ kind, path: path47 }) => kind !== "directory" || wanted2.includes(path47))];
}
function rootsFile(path47, bytes) {
  return { kind: "file", path: path47, mode: 420, uid: 0, gid: 0, bytes };
}

// src/binary/words.ts
var OutOfBytes = class extends Error {
  name = "OutOfBytes";
};
function words(bytes, size, littleEndian) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checked2 = (at, length) => {
    if (!(at >= 0 && at + length <= bytes.byteLength)) throw new OutOfBytes(`${length} bytes at ${at}`);
    return at;
  };
  const u32 = (at) => view.getUint32(checked2(at, 4), littleEndian);
  const word = size === 8 ? (at) => view.getBigUint64(checked2(at, 8), littleEndian) : (at) => BigInt(u32(at));
  return {
    size,
    littleEndian,
    u8: (at) => view.getUint8(checked2(at, 1)),
    u16: (at) => view.getUint16(checked2(at, 2), littleEndian),
    u32,
    word,
    offset: (at) => Number(word(at))
  };
}
function slice(bytes, offset, length) {
  if (!(offset >= 0 && length >= 0 && offset + length <= bytes.byteLength)) {
    throw new OutOfBytes(`${length} bytes at ${offset}`);
  }
  return bytes.subarray(offset, offset + length);
}
function orWhenOutOfBytes(read2, otherwise) {
  try {
    return read2();
  } catch (error) {
    if (error instanceof OutOfBytes) return otherwise(error);
    throw error;
  }
}
function text(bytes, at, limit) {
  if (!(at >= 0 && at < bytes.byteLength)) throw new OutOfBytes(`a string at ${at}`);
  const window = bytes.subarray(at, at + limit);
  const end = window.indexOf(0);
  return utf8(end === -1 ? window : window.subarray(0, end));
}
function utf8(bytes) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
}

// src/binary/variant.ts
function variantOf(architecture, buildInfo) {
  const setting = architecture === null ? null : processorSetting(architecture) ?? null;
  if (setting === null) return null;
  const [level = ""] = (buildInfo?.settings[setting.variable] ?? "").split(",", 1);
  if (!LEVEL.test(level)) return null;
  const variants = Object.entries(setting.variants);
  const at = variants.findIndex(([, value]) => majorOf(value) === majorOf(level));
  return at === 0 && setting.isImplied ? null : variants[at]?.[0] ?? level;
}
function majorOf(level) {
  return level.replace(/\..*/, "");
}
var LEVEL = /^[a-z0-9.]{1,16}$/;

// src/binary/foreign.ts
var MAX_NOTES = 64;
var MAX_OWNER = 32;
var ABIS = {
  1: "HP-UX",
  2: "NetBSD",
  6: "Solaris",
  7: "AIX",
  9: "FreeBSD",
  12: "OpenBSD"
};
var NOTE_OWNERS = ["FreeBSD", "NetBSD", "OpenBSD", "DragonFly"];
function madeFor(elf, bytes, buildInfo, platform4) {
  const { machine: machine2, architecture } = elf;
  if (architecture !== platform4.architecture)
    return architecture ?? `machine ${machine2}, which Go does not know`;
  const system = systemOf(elf, bytes, buildInfo);
  if (system !== null) return system;
  const level = levelBeyond(elf, buildInfo, platform4);
  return architecture === "arm" ? level : null;
}
function levelBeyond({ architecture }, buildInfo, platform4) {
  const level = variantOf(architecture, buildInfo);
  const [asked, had] = [numberOf(level), numberOf(platform4.variant)];
  return level !== null && asked !== null && asked > (had ?? LEAST[platform4.architecture] ?? Infinity) ? formatPlatform({ ...platform4, variant: level }) : null;
}
var LEAST = { amd64: 1, arm: 7, arm64: 8 };
function numberOf(variant) {
  const number = /^v(\d+)$/.exec(variant ?? "")?.[1];
  return number === void 0 ? null : Number(number);
}
function systemOf(elf, bytes, buildInfo) {
  const goos = buildInfo?.settings["GOOS"] ?? "linux";
  if (/^[a-z0-9]{1,16}$/.test(goos) && goos !== "linux") return goos;
  return ABIS[elf.abi] ?? noteOwners(elf, bytes).find((owner) => NOTE_OWNERS.includes(owner)) ?? null;
}
function noteOwners({ segments, littleEndian }, bytes) {
  const owners = [];
  const file2 = words(bytes, 4, littleEndian);
  const read2 = () => {
    for (const { offset, fileSize: fileSize2 } of segments.filter(({ type }) => type === PT_NOTE)) {
      for (let at = offset; at + 12 <= offset + fileSize2 && owners.length < MAX_NOTES; ) {
        const [name, description] = [file2.u32(at), file2.u32(at + 4)];
        owners.push(text(bytes, at + 12, Math.min(name, MAX_OWNER)));
        at += 12 + aligned(name) + aligned(description);
      }
    }
    return owners;
  };
  return orWhenOutOfBytes(read2, () => owners);
}
function aligned(size) {
  return Math.ceil(size / 4) * 4;
}

// src/host/in-parallel.ts
async function inParallel(width, items, work) {
  const values = [];
  const errors = /* @__PURE__ */ new Map();
  const rest = items.entries();
  const worker = async () => {
    for (const [index, item] of rest) {
      try {
        values[index] = await work(item);
      } catch (error) {
        errors.set(index, error);
      }
      if (errors.size > 0) return;
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  if (errors.size > 0) throw errors.get(Math.min(...errors.keys()));
  return values;
}

// src/declare/budget.ts
function parseBudget(text2, platforms) {
  const lines = splitList(text2);
  if (lines.length === 1 && lines[0] === "none") return { ok: true, value: { kind: "none" } };
  const limits = [];
  const wrong = [];
  if (lines.length === 0)
    wrong.push({ line: text2, because: "has no limit; write a size such as 3MB, or none" });
  for (const [at, line] of lines.entries()) {
    if (wrong.at(-1)?.line.endsWith(`,${line}`)) continue;
    const limit = parseLimit(line, platforms);
    if (!limit.ok) wrong.push(decimalComma(text2, line, lines[at + 1]) ?? { line, because: limit.problem });
    else if (limits.some((other) => isAlike(limit.value, other)))
      wrong.push({ line, because: secondProblem(limit.value) });
    else limits.push(limit.value);
  }
  return wrong.length === 0 ? { ok: true, value: { kind: "limits", limits } } : { ok: false, wrong };
}
function decimalComma(text2, line, next = "") {
  const number = `${line},${next}`;
  return /\d$/.test(line) && /^\d+ *[A-Za-z%]/.test(next) && text2.includes(number) ? { line: number, because: `has a comma in its number; write ${line}.${next}` } : null;
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

// src/toolchain/resolve-go.ts
import { createHash as createHash4 } from "node:crypto";
import { existsSync as existsSync5 } from "node:fs";
import { arch as arch2, platform as platform2 } from "node:os";
import path20 from "node:path";

// src/host/excerpt.ts
var LONGEST2 = 300;
function excerpt(text2) {
  const line = text2.replace(/[\p{C}\s]+/gu, " ").trim().replace(/[.;]$/, "");
  return line.length <= LONGEST2 ? line : `${line.slice(0, LONGEST2)}\u2026`;
}

// src/host/download.ts
import { randomBytes } from "node:crypto";
import { rm as rm5 } from "node:fs/promises";
import path13 from "node:path";

// src/host/response-body.ts
async function* bodyOf(response, stallMs) {
  if (response.body === null) return;
  const reader = response.body.getReader();
  try {
    for (; ; ) {
      const { done, value } = await within(stallMs, reader.read()).catch((cause) => {
        throw brokenOff(cause);
      });
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {
    });
  }
}
function brokenOff(cause) {
  return new HttpError(`it broke off: ${noAnswer(cause).message}`, { cause, temporary: true });
}
async function within(ms, promise) {
  const late = Promise.withResolvers();
  const timer = setTimeout(() => late.reject(new Error(`nothing came for ${ms / 1e3} s`)), ms);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

// src/host/show-url.ts
function showUrl(url, shown = null) {
  if (!URL.canParse(String(url))) return "(not a URL)";
  const { protocol, host, pathname, searchParams } = new URL(url);
  const query = [...searchParams].map(
    ([name, value]) => `${encodeURIComponent(name)}=${shown?.has(name) === true ? excerpt(value) : "***"}`
  );
  return `${protocol}//${host}${pathname}${shown === null || query.length === 0 ? "" : `?${query.join("&")}`}`;
}

// src/host/write-stream.ts
import { createHash as createHash3 } from "node:crypto";
import { open as open3 } from "node:fs/promises";
async function* written(chunks, file2, flag = "wx") {
  const handle = await open3(file2, flag, 384).catch((cause) => {
    throw whyNotWritten(file2, cause);
  });
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk).catch((cause) => {
        throw whyNotWritten(file2, cause);
      });
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}
async function writeStream(chunks, file2, flag = "wx") {
  for await (const chunk of written(chunks, file2, flag)) void chunk;
}
async function writeMeasured(chunks, file2, maxBytes) {
  const hash2 = createHash3("sha256");
  let size = 0;
  async function* bounded() {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) return;
      hash2.update(chunk);
      yield chunk;
    }
  }
  await writeStream(bounded(), file2, "w");
  return size > maxBytes ? null : { sha256: hash2.digest("hex"), size };
}

// src/host/download.ts
var Unreachable = class extends Failure {
};
var MAX_REDIRECTS = 10;
var STALL_MS = 3e4;
async function download(host, url, options) {
  await makeDirectory(host.temporary).catch((cause) => {
    throw whyNotWritten(host.temporary, cause);
  });
  const file2 = path13.join(host.temporary, `download-${randomBytes(8).toString("hex")}`);
  try {
    const sha256 = await retry(
      async () => save(await follow(host, url, options), file2, options.maxBytes, url),
      { ...options, stop: host.stop }
    );
    if (options.sha256 !== void 0 && sha256 !== options.sha256.toLowerCase())
      throw new Failure(
        "toolchain",
        {
          what: clause`${showUrl(url)} gave a file that is not the expected one`,
          why: clause`its SHA-256 is ${sha256}, expected ${options.sha256.toLowerCase()}`,
          fix: clause`check the place or the proxy that served it`,
          state: clause`the file was deleted`
        },
        { fields: { url: showUrl(url), digest: `sha256:${sha256}` } }
      );
    return { file: file2, sha256 };
  } catch (cause) {
    await rm5(file2, { force: true });
    if (cause instanceof HttpError)
      throw new Unreachable(
        "toolchain",
        { what: clause`${showUrl(url)} could not be downloaded`, why: clause`${cause.message}` },
        { cause, fields: { url: showUrl(url), status: cause.status ?? void 0 } }
      );
    throw cause;
  }
}
async function follow(host, url, { timeoutMs }) {
  let next = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const response = await request(host, next, {
      // A server that compresses the transfer would change the bytes that are hashed.
      headers: { "accept-encoding": "identity" },
      redirect: "manual",
      ...timeoutMs === void 0 ? {} : { timeoutMs }
    });
    if (response.ok) return response;
    await response.body?.cancel();
    const location2 = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location2 === null)
      throw next === url ? refusal(response) : refusedElsewhere(next, response);
    next = redirected(next, location2);
  }
  throw new HttpError(`it was redirected more than ${MAX_REDIRECTS} times`);
}
function refusedElsewhere(url, response) {
  const { message, status, temporary, retryAfterMs } = refusal(response);
  return new HttpError(`it was redirected to ${showUrl(url)}, and ${message}`, {
    status,
    temporary,
    retryAfterMs
  });
}
function redirected(from, location2) {
  if (!URL.canParse(location2, from)) throw new HttpError("it was redirected to what is not a URL");
  const to = new URL(location2, from);
  const secure = new URL(from).protocol === "https:";
  if (to.protocol !== "https:" && (secure || to.protocol !== "http:"))
    throw new HttpError(`it was redirected to ${showUrl(to.href)}, which is not https`);
  return to.href;
}
async function save(response, file2, maxBytes, url) {
  const measured = await writeMeasured(bodyOf(response, STALL_MS), file2, maxBytes);
  if (measured === null)
    throw new Failure(
      "toolchain",
      {
        what: clause`${showUrl(url)} gave a file that is not the expected one`,
        why: clause`it is larger than ${maxBytes} bytes`,
        fix: clause`check the place or the proxy that served it`
      },
      { fields: { url: showUrl(url) } }
    );
  const { sha256, size } = measured;
  const announced = response.headers.get("content-length");
  if (announced !== null && !response.headers.has("content-encoding") && Number(announced) !== size)
    throw new HttpError(`it broke off after ${size} of ${announced} bytes`, { temporary: true });
  return sha256;
}

// src/host/tool-cache.ts
var import_semver = __toESM(require_semver(), 1);
import { randomBytes as randomBytes2 } from "node:crypto";
import { existsSync as existsSync2 } from "node:fs";
import { readdir as readdir3, rename as rename3, rm as rm6, stat as stat5, writeFile as writeFile2 } from "node:fs/promises";
import path14 from "node:path";
import { setTimeout as wait } from "node:timers/promises";
function toolCacheOf({ env, kept }) {
  const runners = env["RUNNER_TOOL_CACHE"] ?? "";
  return path14.isAbsolute(runners) ? runners : path14.join(kept, "tools");
}
async function findTool(host, name, range, arch4) {
  const root = toolCacheOf(host);
  if (!existsSync2(path14.join(root, name))) return null;
  return host.surface === "action" ? findOnRunner(host, root, name, range, arch4) : findInLayout(root, name, range, arch4);
}
async function findOnRunner({ log }, root, name, range, arch4) {
  const { find } = await import("./tool-cache-CCPIX54D.js");
  const before = process.env["RUNNER_TOOL_CACHE"];
  process.env["RUNNER_TOOL_CACHE"] = root;
  try {
    const directory2 = toolkitCommands.run(
      ({ message }) => log.debug(message),
      () => find(name, range, arch4)
    );
    return directory2 === "" ? null : { directory: directory2, version: path14.basename(path14.dirname(directory2)) };
  } finally {
    if (before === void 0) delete process.env["RUNNER_TOOL_CACHE"];
    else process.env["RUNNER_TOOL_CACHE"] = before;
  }
}
async function findInLayout(root, name, range, arch4) {
  const versions = (await readdir3(path14.join(root, name))).filter(
    (version2) => import_semver.default.valid(version2) !== null && isWhole(path14.join(root, name, version2, arch4))
  );
  const version = import_semver.default.maxSatisfying(versions, range);
  return version === null ? null : { directory: path14.join(root, name, version, arch4), version };
}
function isWhole(directory2) {
  return existsSync2(`${directory2}.complete`) && existsSync2(directory2);
}
async function installTool(host, name, version, arch4, fill) {
  const parent = path14.join(toolCacheOf(host), name, version);
  const directory2 = path14.join(parent, arch4);
  const filling = path14.join(parent, `.tmp-${randomBytes2(6).toString("hex")}`);
  try {
    await writing(parent, () => makeDirectory(filling));
    await fill(filling);
    await writing(directory2, async () => {
      await settle(filling, directory2);
      await writeFile2(`${directory2}.complete`, "");
      await sweep(parent);
    });
    return { directory: directory2, version };
  } finally {
    await rm6(filling, { recursive: true, force: true }).catch(() => {
    });
  }
}
async function writing(place2, write2) {
  try {
    return await write2();
  } catch (cause) {
    throw whyNotWritten(place2, cause);
  }
}
var ANOTHER_JOB_MS = 1e3;
async function settle(filled, directory2) {
  if (isWhole(directory2) || await moved(filled, directory2)) return;
  for (let waited = 0; waited < ANOTHER_JOB_MS && !isWhole(directory2); waited += 50) await wait(50);
  if (isWhole(directory2)) return;
  const aside = `${filled}-aside`;
  await moved(directory2, aside);
  await moved(filled, directory2);
  await rm6(aside, { recursive: true, force: true });
}
async function moved(from, to) {
  try {
    await rename3(from, to);
    return true;
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOENT") return false;
    throw cause;
  }
}
var ABANDONED_MS = 24 * 60 * 60 * 1e3;
async function sweep(parent) {
  for (const entry of await readdir3(parent)) {
    const place2 = path14.join(parent, entry);
    const age = Date.now() - ((await stat5(place2).catch(() => null))?.mtimeMs ?? Date.now());
    if (entry.startsWith(".tmp-") && age > ABANDONED_MS) await rm6(place2, { recursive: true, force: true });
  }
}

// src/toolchain/go-directive.ts
import { readFile as readFile4, stat as stat6 } from "node:fs/promises";
import path15 from "node:path";

// src/toolchain/go-request.ts
var import_semver3 = __toESM(require_semver(), 1);

// src/toolchain/go-version.ts
var import_semver2 = __toESM(require_semver(), 1);
var GO_VERSION = /^(?:go)?(\d+)\.(\d+)(?:\.(\d+))?(?:(alpha|beta|rc)(\d+))?(?:[-+].*)?$/;
function semverOfGo(version) {
  const match = GO_VERSION.exec(version.trim());
  if (match === null) return null;
  const [, major, minor, patch = "0", kind, count] = match;
  return import_semver2.default.valid(`${major}.${minor}.${patch}${kind === void 0 ? "" : `-${kind}.${count}`}`);
}
function goOfSemver(version) {
  const { major, minor, patch, prerelease } = new import_semver2.default.SemVer(version);
  const short = patch === 0 && (prerelease.length > 0 || import_semver2.default.lt(`${major}.${minor}.0`, "1.21.0"));
  return `go${major}.${minor}${short ? "" : `.${patch}`}${prerelease.join("")}`;
}
function minimumOfDirective(version) {
  const parsed2 = semverOfGo(version);
  return parsed2 !== null && /^(?:go)?\d+\.\d+$/.test(version.trim()) ? `${parsed2}-0` : parsed2;
}

// src/toolchain/go-request.ts
function parseWanted(text2) {
  const asked = text2.trim();
  if (asked === "stable" || asked === "oldstable") return parsed({ kind: "channel", channel: asked });
  const spelt = asked.replace(
    /(?:\bgo)?(\d+\.\d+(?:\.\d+)?(?:alpha|beta|rc)\d+)\b/g,
    (whole) => semverOfGo(whole) ?? whole
  );
  const range = /\d/.test(spelt) ? import_semver3.default.validRange(spelt.replace(/^go(?=\d)/, "")) : null;
  if (range === null) return problem("is not a Go version; write 1.26.8, 1.26, >=1.25, stable or oldstable");
  return parsed({ kind: "range", range });
}
function satisfies(wanted2, version) {
  switch (wanted2.kind) {
    case "any":
      return true;
    case "range":
      return import_semver3.default.satisfies(version, wanted2.range);
    case "minimum":
      return import_semver3.default.gte(version, wanted2.version);
    case "channel":
      return false;
  }
}
function rangeOf(wanted2) {
  switch (wanted2.kind) {
    case "any":
      return "*";
    case "range":
      return wanted2.range;
    case "minimum":
      return `>=${wanted2.version}`;
    case "channel":
      return null;
  }
}
function choose(wanted2, known2) {
  const newestFirst = [...known2].sort((a, b) => import_semver3.default.rcompare(a.version, b.version));
  const stable = newestFirst.filter((release) => release.stable);
  const newest2 = stable[0];
  switch (wanted2.kind) {
    case "any":
      return newest2 ?? null;
    case "range":
      return newestFirst.find(({ version }) => import_semver3.default.satisfies(version, wanted2.range)) ?? null;
    case "minimum": {
      const enough = (releases) => releases.filter(({ version }) => import_semver3.default.gte(version, wanted2.version));
      const sameMinor = ({ version }) => minorOf(version) === minorOf(wanted2.version);
      return enough(stable).find(sameMinor) ?? enough(newestFirst).find(sameMinor) ?? enough(stable)[0] ?? null;
    }
    case "channel": {
      if (wanted2.channel === "stable" || newest2 === void 0) return newest2 ?? null;
      return stable.find(({ version }) => minorOf(version) !== minorOf(newest2.version)) ?? null;
    }
  }
}
function minorOf(version) {
  return `${import_semver3.default.major(version)}.${import_semver3.default.minor(version)}`;
}

// src/toolchain/go-directive.ts
async function goRequest(host, spec, workingDirectory) {
  if (spec.version !== null) return written2(spec.version, "go-version");
  if (spec.versionFile !== null) return fromFile(spec.versionFile);
  const file2 = await workspaceFile(host, workingDirectory) ?? await upwards(workingDirectory, "go.mod");
  return file2 === null ? { wanted: { kind: "any" }, why: "no version is asked for", asked: null } : fromModule(file2);
}
async function fromFile(file2) {
  if (/\.(mod|work)$/.test(file2)) return fromModule(file2);
  const name = path15.basename(file2);
  const text2 = await read(file2);
  const version = name === ".tool-versions" ? toolVersion(text2) : firstLine(text2);
  if (version === null)
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("go-version-file")} ${JSON.stringify(file2)} names no Go version`,
        fix: clause`write ${name === ".tool-versions" ? "a line such as golang 1.26.8" : "one such as 1.26.8"}`
      },
      { fields: { input: "go-version-file", value: file2 } }
    );
  return written2(version, name);
}
function written2(version, where) {
  const wanted2 = parseWanted(version);
  if (!wanted2.ok)
    throw new Failure(
      "bad-input",
      { what: clause`${inputOrWord(where)} ${JSON.stringify(version)} ${wanted2.problem}` },
      { fields: where === "go-version" ? { input: where, value: version } : { file: where, version } }
    );
  return asking(wanted2.value, where, version.trim());
}
async function fromModule(file2) {
  const { toolchain, go } = readDirectives(await read(file2));
  const name = path15.basename(file2);
  for (const version of [toolchain, go]) {
    const minimum = version === null ? null : minimumOfDirective(version);
    if (version !== null && minimum !== null)
      return asking({ kind: "minimum", version: minimum }, name, `${version.replace(/^go/, "")} or newer`);
  }
  return { wanted: { kind: "any" }, why: `${name} names no version`, asked: null };
}
function asking(wanted2, from, version) {
  return { wanted: wanted2, why: `${from} says ${version}`, asked: { version, from } };
}
function readDirectives(text2) {
  const value = (directive) => new RegExp(`^[ \\t]*${directive}[ \\t]+"?([^\\s"/]+)"?[ \\t]*(?://.*)?\\r?$`, "m").exec(text2)?.[1] ?? null;
  return { toolchain: value("toolchain"), go: value("go") };
}
function toolVersion(text2) {
  return /^[ \t]*(?:golang|go)[ \t]+([^\s#]+)/m.exec(text2)?.[1] ?? null;
}
function firstLine(text2) {
  const lines = text2.split("\n").map((line) => line.replace(/#.*/, "").trim());
  return lines.find((line) => line !== "") ?? null;
}
async function workspaceFile({ env }, workingDirectory) {
  const chosen = env["GOWORK"] ?? "";
  if (chosen === "off") return null;
  return chosen === "" ? upwards(workingDirectory, "go.work") : chosen;
}
async function upwards(from, name) {
  const file2 = path15.join(from, name);
  if (await isFile(file2)) return file2;
  const parent = path15.dirname(from);
  return parent === from ? null : upwards(parent, name);
}
async function isFile(file2) {
  return stat6(file2).then(
    (found) => found.isFile(),
    () => false
  );
}
async function read(file2) {
  try {
    return await readFile4(file2, "utf8");
  } catch (cause) {
    throw new Failure(
      "bad-input",
      {
        what: clause`the Go version could not be read from ${file2}`,
        why: clause`${whyNotRead(cause)}`,
        fix: clause`name a go.mod, go.work, .go-version or .tool-versions file that exists`
      },
      { cause, fields: { file: file2 } }
    );
  }
}

// src/toolchain/go-download.ts
import { existsSync as existsSync3 } from "node:fs";
import { rm as rm8 } from "node:fs/promises";
import { arch } from "node:os";
import path17 from "node:path";

// src/host/archive.ts
import { spawn } from "node:child_process";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { link, open as open4, realpath as realpath5, symlink } from "node:fs/promises";
import path16 from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
var BOUNDS = { maxEntries: 2e5, maxBytes: 2e9 };
var CHUNK = 1024 * 1024;
async function extract(host, file2, destination, { strip, from }) {
  const name = from ?? path16.basename(file2);
  const refuse = (why, cause) => new Failure(
    "toolchain",
    { what: clause`the archive ${name} was not extracted`, why: clause`${why}` },
    { cause, fields: fieldsOf(name, from) }
  );
  await makeDirectory(destination).catch((cause) => {
    throw whyNotWritten(destination, cause);
  });
  try {
    const links = [];
    const made = /* @__PURE__ */ new Set();
    for await (const entry of tarEntries(
      await decompressed(host, file2, () => withoutXz(name, from)),
      BOUNDS
    )) {
      const place2 = placeOf(entry, entry.name, strip);
      if (place2 === null) continue;
      const target = path16.join(destination, place2);
      await parents2(destination, place2, made);
      switch (entry.type) {
        case "directory":
          await makeDirectory(target);
          break;
        case "file":
          await write(entry, target);
          break;
        case "symlink":
          links.push({ place: place2, target: symlinkTarget(entry, place2), name: entry.name });
          break;
        case "hard link":
          await hardLink(entry, strip, destination, target);
          break;
        case "other":
          throw new TarError(`${show(entry.name)} is neither a file, a directory nor a link`);
      }
    }
    await makeLinks(destination, links);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof TarError) throw refuse(cause.message, cause);
    if (errorCode(cause).startsWith("Z_"))
      throw refuse(`it is damaged or incomplete (${errorMessage(cause)})`, cause);
    if (hasCode(cause, "EEXIST", "EISDIR", "ENOTDIR")) throw refuse("it holds two entries of one name", cause);
    throw whyNotWritten(destination, cause);
  }
}
async function parents2(destination, place2, made) {
  const parent = path16.dirname(place2);
  if (made.has(parent)) return;
  await makeDirectory(path16.join(destination, parent));
  made.add(parent);
}
function placeOf(entry, name, strip) {
  if (name.includes("\0")) throw new TarError(`${show(entry.name)} has a NUL in its name`);
  if (name.startsWith("/")) throw new TarError(`${show(name)} is an absolute path`);
  const parts = name.split("/").filter((part) => part !== "" && part !== ".");
  if (parts.includes("..")) throw new TarError(`${show(name)} points out of the archive with ..`);
  const kept = strip ? parts.slice(1) : parts;
  return kept.length === 0 ? null : kept.join("/");
}
function symlinkTarget(entry, place2) {
  const { linkTarget } = entry;
  const end = path16.posix.normalize(path16.posix.join(path16.posix.dirname(place2), linkTarget));
  if (linkTarget === "" || linkTarget.startsWith("/") || end === ".." || end.startsWith("../"))
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to ${show(linkTarget)}`);
  return linkTarget;
}
async function hardLink(entry, strip, destination, target) {
  const to = placeOf(entry, entry.linkTarget, strip);
  if (to === null)
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to nothing`);
  try {
    await link(path16.join(destination, to), target);
  } catch (cause) {
    if (hasCode(cause, "ENOENT", "EPERM"))
      throw new TarError(
        `${show(entry.name)} is a link to ${show(entry.linkTarget)}, which is not a file before it`
      );
    throw cause;
  }
}
async function makeLinks(destination, links) {
  for (const { place: place2, target } of links) await symlink(target, path16.join(destination, place2));
  const root = await realpath5(destination);
  for (const { place: place2, target, name } of links) {
    const end = await realpath5(path16.join(destination, place2)).catch(() => null);
    if (end === null) throw new TarError(`${show(name)} is a link to ${show(target)}, which is not there`);
    if (end !== root && !end.startsWith(root + path16.sep))
      throw new TarError(`${show(name)} is a link that points out of the archive, to ${show(target)}`);
  }
}
async function write(entry, target) {
  const executable = (entry.mode & 73) !== 0;
  const descriptor = openSync(target, "wx", executable ? 493 : 420);
  try {
    for await (const chunk of entry.content())
      for (let written3 = 0; written3 < chunk.length; ) written3 += writeSync(descriptor, chunk, written3);
  } finally {
    closeSync(descriptor);
  }
}
async function decompressed(host, file2, withoutXz2) {
  const magic = await firstBytes(file2);
  if (magic.startsWith("1f8b"))
    return pipeline(
      createReadStream(file2, { highWaterMark: CHUNK }),
      createGunzip({ chunkSize: CHUNK }),
      () => {
      }
    );
  if (magic.startsWith("fd377a585a00")) return unxz(host, file2, withoutXz2);
  throw new TarError("it is neither a .tar.gz nor a .tar.xz");
}
async function firstBytes(file2) {
  const handle = await open4(file2);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
    return buffer.toString("hex", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
async function* unxz(host, file2, withoutXz2) {
  const xz = onPath(host, "xz");
  if (xz === null) throw withoutXz2();
  const child = spawn(xz, ["--decompress", "--stdout", file2], {
    env: { ...childEnvironment(host, "xz") },
    stdio: ["ignore", "pipe", "pipe"]
  });
  const stderr = [];
  child.stderr.on("data", (chunk) => stderr.length < 16 && stderr.push(chunk));
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  });
  ended.catch(() => {
  });
  try {
    yield* child.stdout;
    const exitCode = await ended;
    if (exitCode !== 0) {
      const said = Buffer.concat(stderr).toString("utf8").trim().split("\n")[0];
      throw new TarError(`it is damaged or incomplete (${said || `xz ended with ${exitCode}`})`);
    }
  } catch (cause) {
    if (hasCode(cause, "ENOENT")) throw withoutXz2();
    throw cause;
  } finally {
    child.kill();
  }
}
function withoutXz(name, from) {
  return new Failure(
    "missing-tool",
    {
      what: clause`the archive ${name} was not extracted`,
      why: clause`that takes the program xz, which is not on PATH`,
      fix: clause`install it (package xz-utils on Debian and Ubuntu, xz elsewhere)`
    },
    { fields: { command: "xz", ...fieldsOf(name, from) } }
  );
}
function fieldsOf(name, from) {
  return from === void 0 ? { file: name } : { url: from };
}
function hasCode(cause, ...codes) {
  return codes.includes(errorCode(cause));
}
function show(name) {
  return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}\u2026` : name);
}

// src/toolchain/go-list.ts
import { readFile as readFile5, rm as rm7 } from "node:fs/promises";

// src/declare/parse-json.ts
function parseJson(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return null;
  }
}

// src/toolchain/go-list.ts
var OFFICIAL_GO = "https://go.dev/dl";
var MAX_LIST = 32 * 1024 * 1024;
var List = array(
  object({
    version: string(),
    stable: boolean(),
    files: array(
      object({
        filename: string(),
        os: string(),
        arch: string(),
        sha256: optional(string(), ""),
        kind: string()
      })
    )
  })
);
async function listReleases(host, base, platform4) {
  const { file: file2 } = await download(host, below(base, "", { mode: "json", include: "all" }), {
    maxBytes: MAX_LIST
  });
  const text2 = await readFile5(file2, "utf8");
  await rm7(file2, { force: true });
  const releases = parseList(text2, platform4);
  if (releases === null)
    throw new Unreachable(
      "toolchain",
      { what: clause`${showUrl(base)} did not answer ?mode=json&include=all with a list of Go releases` },
      { fields: { url: showUrl(base) } }
    );
  return releases;
}
function parseList(text2, { os, arch: arch4 }) {
  const list = safeParse(List, parseJson(text2));
  if (!list.success) return null;
  return list.output.flatMap(({ version, stable, files }) => {
    const semver7 = semverOfGo(version);
    const archive = files.find(
      (file2) => file2.kind === "archive" && file2.os === os && file2.arch === arch4 && /^[\w.+-]+\.tar\.gz$/.test(file2.filename) && /^[0-9a-f]{64}$/.test(file2.sha256)
    );
    if (semver7 === null || archive === void 0) return [];
    return [{ version: semver7, stable, filename: archive.filename, sha256: archive.sha256 }];
  });
}
function below(base, filename, query = {}) {
  const url = new URL(base);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/${filename}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

// src/toolchain/go-download.ts
var MAX_ARCHIVE = 5e8;
async function installRelease(host, tool2, base, { version, filename, sha256 }) {
  const url = below(base, filename);
  const { file: file2 } = await download(host, url, { sha256, maxBytes: MAX_ARCHIVE });
  try {
    return await installTool(host, tool2, version, arch(), async (directory2) => {
      await extract(host, file2, directory2, { strip: true, from: showUrl(url) });
      if (!existsSync3(path17.join(directory2, "bin", "go")))
        throw new Failure(
          "toolchain",
          { what: clause`${showUrl(url)} is no Go toolchain`, why: clause`it holds no go/bin/go` },
          { fields: { url: showUrl(url) } }
        );
    });
  } finally {
    await rm8(file2, { force: true });
  }
}

// src/toolchain/go-module-proxy.ts
var import_semver4 = __toESM(require_semver(), 1);
import { readdir as readdir4 } from "node:fs/promises";
import path19 from "node:path";

// src/toolchain/go-on-path.ts
import { existsSync as existsSync4 } from "node:fs";
import path18 from "node:path";
async function goOnPath(host, workingDirectory) {
  const command = onPath(host, "go");
  if (command === null) return null;
  const asked = await askGo(host, command, "local", workingDirectory);
  if (asked.ok) return asked.value;
  host.log.warning(`The Go on PATH, ${command}, is skipped: ${asked.problem}.`);
  return null;
}
var LONGEST_MS = 10 * 60 * 1e3;
async function askGo(host, command, toolchain, workingDirectory) {
  const finished = await run(host, command, ["env", "GOVERSION", "GOROOT", "GOMODCACHE"], {
    cwd: workingDirectory,
    env: childEnvironment(host, "go", { GOTOOLCHAIN: toolchain }),
    timeoutMs: LONGEST_MS
  }).catch((cause) => problem(cause instanceof Failure ? reasonText(cause) : errorMessage(cause)));
  if ("ok" in finished) return finished;
  const { exitCode, stdout, stderr } = finished;
  if (exitCode !== 0) return problem(`go env failed: ${lastLine(stderr) || `exit code ${exitCode}`}`);
  const [version = "", goroot = "", modcache = ""] = stdout.split("\n");
  const name = version.split(" ").find((word) => word.startsWith("go")) ?? "";
  const semver7 = semverOfGo(name);
  if (semver7 === null || goroot === "") return problem("it does not print its version");
  return parsed({ version: name, semver: semver7, command: commandOf(goroot, command), goroot, modcache });
}
function lastLine(text2) {
  return text2.trim().split("\n").at(-1) ?? "";
}
function commandOf(goroot, command) {
  const own = path18.join(goroot, "bin", "go");
  return existsSync4(own) ? own : command;
}

// src/toolchain/go-module-proxy.ts
var FIRST_THAT_FETCHES = "1.21.0";
var OUTSIDE = path19.parse(process.execPath).root;
async function fetchedBefore(host, local, wanted2) {
  const names = await readdir4(path19.join(local.modcache, "golang.org")).catch(() => []);
  const range = rangeOf(wanted2);
  if (range === null || import_semver4.default.lt(local.semver, FIRST_THAT_FETCHES)) return null;
  const versions = knownToolchains(names.map((name) => name.replace("toolchain@", "")).join(" "));
  const version = import_semver4.default.maxSatisfying(
    versions.map(({ version: version2 }) => version2),
    range
  );
  if (version === null) return null;
  const offline = { ...host, env: { ...host.env, GOPROXY: "off" } };
  const found = await askGo(offline, local.command, goOfSemver(version), OUTSIDE);
  return found.ok ? found.value : null;
}
async function fetchThroughModuleProxy(host, local, wanted2) {
  if (import_semver4.default.lt(local.semver, FIRST_THAT_FETCHES))
    return problem(`${local.version} on PATH is too old to fetch another through GOPROXY`);
  const version = exactVersion(wanted2) ?? await newest(host, local, wanted2);
  if (typeof version !== "string") return version;
  const fetched = await askGo(host, local.command, goOfSemver(version), OUTSIDE);
  return fetched.ok ? fetched : problem(`fetching ${goOfSemver(version)} through GOPROXY failed (${fetched.problem})`);
}
function exactVersion(wanted2) {
  return wanted2.kind === "range" ? import_semver4.default.valid(wanted2.range) : null;
}
async function newest(host, local, wanted2) {
  const listed3 = await listThroughModuleProxy(host, local);
  if (!listed3.ok) return listed3;
  return choose(wanted2, listed3.value)?.version ?? problem("GOPROXY has no version that fits");
}
async function listThroughModuleProxy(host, local) {
  const listed3 = await run(host, local.command, ["list", "-m", "-versions", "golang.org/toolchain"], {
    cwd: OUTSIDE,
    env: childEnvironment(host, "go", { GOTOOLCHAIN: "local", GOWORK: "off", GOFLAGS: "" }),
    timeoutMs: 6e4
  });
  if (listed3.exitCode !== 0)
    return problem(`GOPROXY did not list the toolchains (${listed3.stderr.trim().split("\n").at(-1) ?? ""})`);
  return parsed(knownToolchains(listed3.stdout));
}
function knownToolchains(listing) {
  const versions = [...listing.matchAll(/\bv0\.0\.1-(go[\w.]+?)\.[a-z0-9]+-[a-z0-9]+(?=\s|$)/g)].map(([, version = ""]) => semverOfGo(version)).filter((version) => version !== null);
  return [...new Set(versions)].map((version) => ({ version, stable: import_semver4.default.prerelease(version) === null }));
}

// src/toolchain/list-platform.ts
import { platform } from "node:os";
function listPlatform() {
  const os = platform() === "win32" ? "windows" : platform();
  const own = machine();
  return { os, arch: own === "arm" ? "armv6l" : own };
}

// src/toolchain/resolve-go.ts
async function resolveGo(host, spec, workingDirectory) {
  const request2 = await goRequest(host, spec, workingDirectory);
  const cached = await inToolCache(host, spec, request2.wanted);
  if (cached !== null) return fromCache(cached, "tool cache", request2.why);
  const local = await goOnPath(host, workingDirectory);
  if (local !== null && satisfies(request2.wanted, local.semver))
    return fromInstalled(local, "PATH", request2.why);
  const fetched = local === null ? null : await fetchedBefore(host, local, request2.wanted);
  if (fetched !== null) return fromInstalled(fetched, "module proxy", request2.why);
  return obtain(host, spec, request2, local);
}
async function obtain(host, spec, request2, local) {
  const { wanted: wanted2, why, asked } = request2;
  const listed3 = await fromList(host, spec, request2, local).catch((cause) => {
    if (cause instanceof Unreachable) return cause;
    throw cause;
  });
  if (!(listed3 instanceof Unreachable)) return listed3;
  host.log.debug(listed3.message);
  const reasons = [
    `the download from ${showUrl(spec.downloadUrl ?? OFFICIAL_GO)} failed (${serverSays(listed3)})`
  ];
  if (local !== null) {
    const fetched = await fetchThroughModuleProxy(host, local, wanted2);
    if (fetched.ok) return fromInstalled(fetched.value, "module proxy", why);
    reasons.push(fetched.problem);
  }
  throw new Failure(
    "missing-tool",
    {
      what: noneSatisfies(asked),
      why: clause`${[onPathSays(local), ...reasons].join("; ")}`,
      fix: clause`install Go${versionOf(asked)} on PATH, or set ${input("go-version")} or ${input("go-download-url")}`
    },
    { cause: listed3, fields: { version: asked?.version, url: showUrl(spec.downloadUrl ?? OFFICIAL_GO) } }
  );
}
async function fromList(host, spec, { wanted: wanted2, why, asked }, local) {
  const base = spec.downloadUrl ?? OFFICIAL_GO;
  const release = choose(wanted2, await listReleases(host, base, listPlatform()));
  if (release === null)
    throw new Failure(
      "missing-tool",
      {
        what: noneSatisfies(asked),
        why: clause`${onPathSays(local)}, and ${showUrl(base)} lists none for ${platform2()}/${arch2()}`,
        fix: clause`install Go${versionOf(asked)} on PATH, or set ${input("go-version")} to a released version`
      },
      { fields: { version: asked?.version, url: showUrl(base) } }
    );
  const exact = { kind: "range", range: release.version };
  const because = wanted2.kind === "channel" ? `${why}, which is ${goOfSemver(release.version)}` : why;
  const cached = await inToolCache(host, spec, exact);
  if (cached !== null) return fromCache(cached, "tool cache", because);
  if (local !== null && satisfies(exact, local.semver)) return fromInstalled(local, "PATH", because);
  const installed = await installRelease(host, toolName(spec), base, release);
  return fromCache(installed, "download", because);
}
async function inToolCache(host, spec, wanted2) {
  const range = rangeOf(wanted2);
  if (range === null) return null;
  const ownPlace = spec.downloadUrl === null ? null : await findTool(host, toolName(spec), range, arch2());
  const found = ownPlace ?? await findTool(host, "go", range, arch2());
  return found !== null && existsSync5(path20.join(found.directory, "bin", "go")) ? found : null;
}
function toolName({ downloadUrl }) {
  if (downloadUrl === null) return "go";
  return `go-${createHash4("sha256").update(downloadUrl).digest("hex").slice(0, 8)}`;
}
function fromCache({ directory: directory2, version }, source, why) {
  return {
    version: goOfSemver(version),
    command: path20.join(directory2, "bin", "go"),
    goroot: directory2,
    source,
    why
  };
}
function fromInstalled({ version, command, goroot }, source, why) {
  return { version, command, goroot, source, why };
}
function onPathSays(local) {
  return local === null ? "PATH has none" : `PATH has ${local.version.replace(/^go/, "")}`;
}
function noneSatisfies(asked) {
  return asked === null ? clause`no Go toolchain was found` : clause`no Go toolchain satisfies ${asked.version} (${inputOrWord(asked.from)})`;
}
function versionOf(asked) {
  return asked === null ? "" : ` ${asked.version}`;
}
function serverSays({ cause, message }) {
  return excerpt(cause instanceof HttpError ? cause.message : message);
}

// src/declare/go-programs.ts
import path22 from "node:path";

// src/declare/template-action.ts
var TEXT = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y;
var OPEN = "{{";
var CLOSE = "}}";
var OWN_BRACES = 'for braces that are no template write {{"{{"}}, or pass the text as {{.Env.NAME}}';
function parseTemplate(text2) {
  const pieces = [];
  let at = 0;
  for (let open7 = text2.indexOf(OPEN); open7 >= 0; open7 = text2.indexOf(OPEN, at)) {
    const end = endOfAction(text2, open7);
    if (end === null) return problem(`has "{{" without "}}"; write {{.Version}}, or ${OWN_BRACES}`);
    const whole = text2.slice(open7, end);
    const action = parseAction(whole.slice(OPEN.length, -CLOSE.length).trim());
    if (!action.ok) return problem(`has ${whole}, ${action.problem}`);
    if (open7 > at) pieces.push({ kind: "text", text: text2.slice(at, open7) });
    pieces.push({ kind: "action", whole, action: action.value });
    at = end;
  }
  if (at < text2.length) pieces.push({ kind: "text", text: text2.slice(at) });
  return parsed(pieces);
}
function endOfAction(text2, open7) {
  let at = open7 + OPEN.length;
  while (at < text2.length) {
    if (text2.startsWith(CLOSE, at)) return at + CLOSE.length;
    at += textAt(text2, at)?.length ?? 1;
  }
  const end = text2.indexOf(CLOSE, open7);
  return end < 0 ? null : end + CLOSE.length;
}
function textAt(text2, at) {
  TEXT.lastIndex = at;
  return TEXT.exec(text2)?.[0] ?? null;
}
function parseAction(text2) {
  const [first = "", ...others] = splitAtBars(text2);
  const operand = parseOperand(first) ?? bareWord(text2);
  if (operand === null) return problem(adviceOn(text2) ?? `which is unknown; ${OWN_BRACES}`);
  const defaults = [];
  for (const other of others) {
    const [, name = "", value = ""] = /^(\S*)\s*(.*)$/s.exec(other) ?? [];
    const usual = name === "default" ? parseOperand(value) : null;
    if (usual === null) return problem(adviceOn(text2) ?? `where a default is written ${EXAMPLE}`);
    defaults.push(usual);
  }
  return parsed({ operands: [operand, ...defaults] });
}
function bareWord(text2) {
  return adviceOn(text2) === null && /^[^\s"'`|(){}]*$/.test(text2) ? { kind: "key", name: text2 } : null;
}
function splitAtBars(text2) {
  const stages = [""];
  for (let at = 0; at < text2.length; ) {
    const piece = textAt(text2, at) ?? text2.slice(at, at + 1);
    if (piece === "|") stages.push("");
    else stages.push(`${stages.pop()}${piece}`);
    at += piece.length;
  }
  return stages.map((stage) => stage.trim());
}
function parseOperand(text2) {
  if (/^\.[^\s"'`|(){}]+$/.test(text2)) return { kind: "key", name: text2 };
  if (textAt(text2, 0) !== text2) return null;
  const inner = text2.slice(1, -1);
  return { kind: "text", text: text2.startsWith("`") ? inner : inner.replace(/\\(.)/gs, "$1") };
}
var EXAMPLE = '{{.Tag | default "dev"}}';
var KEY = String.raw`\.[\w.]+`;
var ADVICE = [
  [/^-\s|\s-$/, 'and spaces around it are kept; write it without "-"'],
  [/^envOrDefault\s+"(\w+)"\s+("[^"]*")$/, "where envOrDefault is unknown; write {{.Env.$1 | default $2}}"],
  [/^(?:index\s+\.Env|envOrDefault|isEnvSet|env)\s+"(\w+)".*$/s, "which is unknown; write {{.Env.$1}}"],
  [
    new RegExp(`^(?:default|coalesce)\\s+("[^"]*")\\s+(${KEY})$`),
    "whose default comes last here; write {{$2 | default $1}}"
  ],
  [
    new RegExp(`^(?:or|coalesce|default)\\s+(${KEY})\\s+("[^"]*"|${KEY})$`),
    "where the default stands behind a bar; write {{$1 | default $2}}"
  ],
  [
    /^(?:if|else|end|with|range|define|template|block)\b.*$/s,
    `and conditions are unknown; write a default such as ${EXAMPLE}, or let the workflow choose the text`
  ],
  [/^(?:time|now|\.Now)\b.*$/s, "and the time of the run is unknown; write {{.Date}} or {{.Day}}"],
  [
    new RegExp(`^(${KEY})\\s*\\|\\s*(?!default\\b)(\\w+).*$`, "s"),
    'where $2 is unknown; the only function is default: {{$1 | default "dev"}}'
  ],
  [/^(\w+)\s+.*\.[A-Z].*$/s, `where $1 is unknown; the only function is default: ${EXAMPLE}`],
  [new RegExp(`^(${KEY})\\s*\\|\\s*default$`), 'where default has no value; write {{$1 | default "dev"}}'],
  [
    new RegExp(`^(${KEY})\\s*\\|\\s*default\\s+([^\\s"\`|]+)$`),
    'whose default has no quotes; write {{$1 | default "$2"}}'
  ]
];
function adviceOn(text2) {
  for (const [pattern, advice] of ADVICE) {
    const match = pattern.exec(text2);
    if (match !== null) return advice.replaceAll(/\$(\d)/g, (_, group) => match[Number(group)] ?? "");
  }
  return null;
}

// src/declare/linker-flags.ts
function splitLinkerFlags(text2) {
  const source = splitLines(text2).join(" ");
  const fields = [];
  for (let at = 0; at < source.length; ) {
    const first = source.charAt(at);
    if (/\s/.test(first)) {
      at += 1;
      continue;
    }
    const quote = first === "'" || first === '"' ? first : null;
    const start2 = quote === null ? at : at + 1;
    let end = start2;
    while (end < source.length && !endsField(source.charAt(end), quote)) end = afterTemplate(source, end);
    if (quote !== null && end >= source.length) {
      return problem(`has a quote (${quote}) that is never closed; close it`);
    }
    fields.push(source.slice(start2, end));
    at = quote === null ? end : end + 1;
  }
  return parsed(fields);
}
function splitLinkerFlagsItem(item) {
  return item.startsWith("-") ? splitLinkerFlags(item) : parsed([item]);
}
function endsField(character, quote) {
  return quote === null ? /\s/.test(character) : character === quote;
}
function afterTemplate(source, at) {
  const end = source.startsWith("{{", at) ? endOfAction(source, at) : null;
  return end ?? at + 1;
}
function joinLinkerFlags(fields) {
  const impossible = fields.some((field) => needsQuotes(field) && field.includes("'") && field.includes('"'));
  return impossible ? problem(
    "has a field with spaces and both kinds of quotes, which Go's linker flags cannot hold; leave one out"
  ) : parsed(fields.map(quoteField).join(" "));
}
function needsQuotes(field) {
  return field === "" || /\s|^['"]/.test(field);
}
function quoteField(field) {
  if (!needsQuotes(field)) return field;
  return field.includes("'") ? `"${field}"` : `'${field}'`;
}

// src/declare/wrapped-program.ts
import path21 from "node:path";
var INTERPRETER = /^(?:(?:ba|da|a|z|k)?sh|busybox|python[\d.]*|perl[\d.]*|ruby[\d.]*|node|lua[\d.]*|awk|make)$/;
function wrappedBy(program, rest) {
  const name = path21.posix.basename(program);
  if (name === "ssh") return configOf(rest);
  const first = rest.findIndex((word) => !isFlag(word));
  const [before, after] = first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)];
  if (INTERPRETER.test(name)) {
    const text2 = before.find((word) => /^-\w*[ce]/.test(word));
    if (text2 !== void 0) return [{ word: `${name} ${text2}`, kind: "text" }];
    const file2 = after.find((word) => !isAssignment(word));
    return file2 === void 0 ? [] : [{ word: file2, kind: "file" }];
  }
  const words2 = name === "env" || name === "nice" ? after : rest;
  const end = words2.findIndex(isFlag);
  return (end < 0 ? words2 : words2.slice(0, end)).filter((word) => !isAssignment(word)).map((word) => ({ word, kind: "program" }));
}
function configOf(rest) {
  return rest.flatMap((word, at) => {
    const [, joined] = /^-F(.*)$/s.exec(word) ?? [];
    const file2 = joined === "" ? rest[at + 1] : joined;
    return file2 === void 0 || file2 === "none" ? [] : [{ word: file2, kind: "file" }];
  });
}
function isFlag(word) {
  return word.startsWith("-");
}
function isAssignment(word) {
  return /^[A-Za-z_]\w*=/.test(word);
}

// src/declare/go-programs.ts
var UNKNOWN_PLACES = { isInCheckout: () => false, find: () => null };
function variableFault(name, value, places) {
  if (value.trim() === "") return null;
  const rule = Object.hasOwn(RULES, name) ? RULES[name] : /^CGO_\w+_ALLOW$/.test(name) ? allowFault : void 0;
  return rule?.(value, places) ?? null;
}
var GIT_PROGRAM = /^(?:core\.(?:sshcommand|gitproxy|askpass|fsmonitor|editor|pager|alternaterefscommand)|sequence\.editor|credential\.(?:.*\.)?helper|gpg\.(?:.*\.)?program|diff\.(?:external|.*\.(?:command|textconv))|filter\..*\.(?:clean|smudge|process)|remote\..*\.(?:uploadpack|receivepack|vcs))$/i;
var GIT_PLACE = /^(?:core\.(?:hookspath|worktree)|include\.path|includeif\..*\.path|init\.templatedir)$/i;
function gitSettingFault(key, value, places) {
  if (GIT_PLACE.test(key)) return placesFault(value, places);
  return GIT_PROGRAM.test(key) ? commandFault(value.replace(/^!/, ""), places) : null;
}
var RULES = {
  GOCACHEPROG: () => "runs another program, which says what the build gives, and is refused; leave it out",
  GOAUTH: authFault,
  GOFLAGS: (value, places) => goFlagsFault(wordsOf(value), places),
  GOENV: placesFault,
  CC: commandFault,
  CXX: commandFault,
  FC: commandFault,
  AR: commandFault,
  GCCGO: commandFault,
  PKG_CONFIG: commandFault,
  CGO_CFLAGS: flagsFault,
  CGO_CPPFLAGS: flagsFault,
  CGO_CXXFLAGS: flagsFault,
  CGO_FFLAGS: flagsFault,
  CGO_LDFLAGS: flagsFault,
  GIT_SSH: commandFault,
  GIT_SSH_COMMAND: commandFault,
  GIT_ASKPASS: commandFault,
  SSH_ASKPASS: commandFault,
  GIT_PROXY_COMMAND: commandFault,
  GIT_EXTERNAL_DIFF: commandFault,
  GIT_EXEC_PATH: placesFault,
  GIT_CONFIG_PARAMETERS: () => "can have git run any program, and is refused; write GIT_CONFIG_COUNT, GIT_CONFIG_KEY_0 and GIT_CONFIG_VALUE_0",
  HOME: placesFault,
  XDG_CONFIG_HOME: placesFault,
  BASH_ENV: placesFault,
  ENV: placesFault,
  GIT_CONFIG_GLOBAL: placesFault,
  GIT_CONFIG_SYSTEM: placesFault,
  GIT_DIR: placesFault,
  GOROOT: placesFault,
  PATH: placesFault,
  GCC_EXEC_PREFIX: placesFault,
  COMPILER_PATH: placesFault,
  LD_PRELOAD: (value, places) => placesFault(value.trim().replaceAll(/\s+/g, ":"), places),
  LD_AUDIT: placesFault,
  LD_LIBRARY_PATH: placesFault
};
var OF_CHECKOUT = "comes from the checkout, which a pull request can change";
function commandFault(value, places) {
  const [program = "", ...flags] = wordsOf(value);
  const fault = programFault(program, places);
  if (fault !== null) return `names ${program}, which ${fault}`;
  for (const { word, kind } of wrappedBy(program, flags)) {
    if (kind === "text") return `runs ${word}, which cannot be looked at; ${WAY_OUT}`;
    const isName = kind === "file" && !word.includes("/");
    const wrong = isName ? `is a relative path; ${WAY_OUT}` : programFault(word, places);
    if (wrong !== null) return `runs ${word}, which ${wrong}`;
  }
  return compilerFlagsFault(flags, places);
}
var WAY_OUT = "name a program on PATH, or one outside the checkout by its absolute path";
function programFault(program, places) {
  if (program.includes("/") && !path22.isAbsolute(program)) return `is a relative path; ${WAY_OUT}`;
  const file2 = path22.isAbsolute(program) ? program : places.find(program);
  return file2 !== null && places.isInCheckout(file2) ? `${OF_CHECKOUT}; ${WAY_OUT}` : null;
}
function placesFault(value, places) {
  if (value === "off") return null;
  const wrong = value.split(":").find((place2) => !path22.isAbsolute(place2) || places.isInCheckout(place2));
  return wrong === void 0 ? null : `names "${wrong}", which ${OF_CHECKOUT}; write an absolute path outside the checkout`;
}
function authFault(value, places) {
  for (const method of value.split(";").map(wordsOf)) {
    const [kind = "", directory2 = ""] = method;
    if (kind === "off" || kind === "netrc") continue;
    if (kind !== "git")
      return "runs a program of its own, and is refused; write netrc, or git with a directory";
    if (!path22.isAbsolute(directory2) || places.isInCheckout(directory2))
      return "runs git in the checkout; write git with the absolute path of a directory outside it";
  }
  return null;
}
function flagsFault(value, places) {
  return compilerFlagsFault(wordsOf(value), places);
}
var RUNNING = /^(?:-B|--prefix(?:=|$)|-fplugin=|-fpass-plugin=|-wrapper$|--?specs(?:=|$)|-fuse-ld=|--ld-path=|--gcc-toolchain=|-ccc-gcc-name$|-load$|--?plugin(?:=|$)|@)(.*)$/s;
function compilerFlagsFault(flags, places) {
  const plain = flags.flatMap((flag) => /^-W[lap],/.test(flag) ? flag.split(",").slice(1) : [flag]).filter((flag) => !/^-X(?:linker|clang|assembler|preprocessor)$/.test(flag));
  for (const [at, flag] of plain.entries()) {
    const match = RUNNING.exec(flag);
    if (match === null) continue;
    const value = (match[1] || plain[at + 1] || "").split(",")[0] ?? "";
    if (isForeign(flag, value, places))
      return `has ${flag}, by which the C compiler runs or loads ${value || "a program"}; leave it out, or write an absolute path outside the checkout`;
  }
  return null;
}
function isForeign(flag, value, places) {
  if (path22.isAbsolute(value)) return places.isInCheckout(value);
  const isName = /^(?:-fuse-ld=|-wrapper$|-fplugin=|-ccc-gcc-name$)/.test(flag) && /^[\w+-]+$/.test(value);
  const file2 = isName ? places.find(value) : null;
  return !isName || file2 !== null && places.isInCheckout(file2);
}
function allowFault(value) {
  const allowed = [
    "-fplugin=x",
    "-B.",
    "-B/x",
    "-wrapper",
    "-specs=x",
    "-fuse-ld=x",
    "--ld-path=x",
    "-Wl,-plugin,x",
    "@x"
  ];
  const found = allowed.find((flag) => allows(value, flag));
  return found === void 0 ? null : `allows ${found}, by which the source of a package makes the C compiler run a program; name the flags that are needed`;
}
function allows(pattern, flag) {
  try {
    return new RegExp(`^(?:${pattern})$`).test(flag);
  } catch {
    return false;
  }
}
function goFlagsFault(flags, places) {
  for (const [at, flag] of flags.entries()) {
    const [, name = "", joined] = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(flag) ?? [];
    const value = joined ?? flags[at + 1] ?? "";
    const fault = Object.hasOwn(FLAG_RULES, name) ? FLAG_RULES[name]?.(value, places) ?? null : null;
    if (fault !== null) return `has -${name}, which ${fault}`;
  }
  return null;
}
var RUNS = "runs another program for every step of the build, and is refused; leave it out";
var FLAG_RULES = {
  toolexec: (value) => value === "" ? null : RUNS,
  exec: () => "runs what was built through another program, and is refused; leave it out",
  vettool: () => "runs another program, and is refused; leave it out",
  compiler: (value) => value === "gc" ? null : "chooses another compiler, which Bantam does not know; leave it out",
  overlay: (value, places) => path22.isAbsolute(value) && !places.isInCheckout(value) ? null : `replaces files of any place by what ${value || "a file"} names, and ${OF_CHECKOUT.replace("comes from", "lies in")}; write an absolute path outside the checkout`,
  // The value can begin with a package pattern: `-ldflags=./...=-extld=x`.
  ldflags: (value, places) => linkerFlagsFault(wordsOf(value.replace(/^[^\s'"=-][^\s'"=]*=(?=\s*['"]?-)/, "")), places)
};
function linkerFlagsFault(flags, places) {
  for (const [at, flag] of flags.entries()) {
    const [, name = "", joined] = /^--?(extld|extar|extldflags)(?:=(.*))?$/s.exec(flag) ?? [];
    if (name === "") continue;
    const given = joined ?? flags[at + 1] ?? "";
    const fault = name === "extldflags" ? flagsFault(given, places) : commandFault(given, places);
    if (fault !== null) return `has -${name}, which ${fault}`;
  }
  return null;
}
function wordsOf(value) {
  const split = splitLinkerFlags(value);
  return split.ok ? split.value : value.split(/\s+/).filter((word) => word !== "");
}

// src/declare/go-flags.ts
var REFUSED = {
  toolexec: "runs another program for every step of the build, and is refused; leave it out",
  o: "is set by Bantam; leave it out",
  n: "builds nothing; leave it out",
  C: clause`changes the directory; write it in ${input("working-directory")}`,
  ldflags: clause`has an input of its own; write it in ${input("ldflags")}`,
  tags: clause`has an input of its own; write it in ${input("build-tags")}`,
  buildvcs: clause`has an input of its own; write ${input("build-vcs")}`,
  race: "needs cgo and a dynamic binary, which scratch cannot run; leave it out",
  msan: "needs cgo and a dynamic binary, which scratch cannot run; leave it out",
  asan: "needs cgo and a dynamic binary, which scratch cannot run; leave it out",
  linkshared: "gives a dynamic binary, which scratch cannot run; leave it out",
  compiler: "chooses another compiler, which Bantam does not know; leave it out"
};
var SWITCHES = [
  "a",
  "n",
  "v",
  "x",
  "i",
  "race",
  "msan",
  "asan",
  "cover",
  "work",
  "json",
  "linkshared",
  "modcacherw",
  "trimpath",
  "buildvcs"
];
var BUILD_MODES = ["exe", "pie", "default"];
var REFUSED_VARIABLES = {
  GOOS: clause`write it in ${input("platforms")}`,
  GOARCH: clause`write it in ${input("platforms")}`,
  ...Object.fromEntries(
    [...PROCESSOR_VARIABLES].map(([name, example]) => [
      name,
      clause`write it in ${input("platforms")}, such as ${example}`
    ])
  ),
  CGO_ENABLED: clause`write ${input("cgo", "static")} for C code; without it C code is off`,
  GOTOOLCHAIN: clause`write the version in ${input("go-version")}`
};
function parseBuildFlags(words2) {
  const stray = strayWord(words2);
  if (stray !== null)
    return problem(clause`has "${stray}", which is not a flag; write packages in ${input("main")}`);
  const refusals = words2.flatMap((word, at) => {
    const refused2 = refusal2(word, words2[at + 1]);
    return refused2 === null ? [] : [refused2];
  });
  if (refusals.length > 0) return problem(joinClauses(refusals, ", and "));
  const fault = goFlagsFault(words2, UNKNOWN_PLACES);
  return fault === null ? parsed(words2) : problem(fault);
}
function strayWord(words2) {
  for (let at = 0; at < words2.length; at += 1) {
    const name = /^--?([^-=][^=]*)$/.exec(words2[at] ?? "")?.[1];
    if (name !== void 0) at += SWITCHES.includes(name) ? 0 : 1;
    else if (!/^--?[^-=]/.test(words2[at] ?? "")) return words2[at] ?? "";
  }
  return null;
}
function refusal2(word, next) {
  const match = /^--?([a-zA-Z]+)(?:=(.*))?$/s.exec(word);
  if (match === null) return null;
  const [, name = "", value = next] = match;
  if (name === "buildmode" && !BUILD_MODES.includes(value ?? "")) {
    return clause`has -buildmode=${value ?? ""}, which gives no static executable; leave it out`;
  }
  return Object.hasOwn(REFUSED, name) ? clause`has -${name}, which ${REFUSED[name] ?? ""}` : null;
}
function parseBuildVariable({ name, value }) {
  const instead = Object.hasOwn(REFUSED_VARIABLES, name) ? REFUSED_VARIABLES[name] : void 0;
  if (instead !== void 0) return problem(clause`is set by Bantam; ${instead}`);
  const fault = checkVariable(name, value);
  return fault === null ? parsed({ name, value }) : problem(fault);
}
function checkVariable(name, value) {
  return (name === "GOFLAGS" ? checkGoFlags(value) : null) ?? variableFault(name, value, UNKNOWN_PLACES);
}
function checkGoFlags(value) {
  if (/(?:^|[\s'"])--?toolexec\b/.test(value))
    return clause`has -toolexec, which ${REFUSED["toolexec"] ?? ""}`;
  return goFlagsFault(wordsOf(value), UNKNOWN_PLACES);
}
function parseBuildTag(tag) {
  if (/^[\p{L}\p{Nd}_.]+$/u.test(tag)) return parsed(tag);
  const meant = tag.replace(/^-{0,2}tags=?/, "");
  return problem(
    meant !== tag && meant !== "" ? `is a flag; write ${meant}` : 'is not a build tag; use only letters, digits, "_" and "."'
  );
}

// src/compile/go-flags.ts
var STATIC_TAGS = ["netgo", "osusergo"];
function buildFlags(host, spec) {
  const fromEnvironment = goFlagsOf(host, spec);
  refuseToolexec([...spec.buildFlags, fromEnvironment]);
  const tags = valuesOf("tags", fromEnvironment).flatMap((list) => list.split(","));
  return [
    ...spec.buildFlags,
    // `go env -w` can set a -toolexec in GOFLAGS. This flag overrides it.
    "-toolexec=",
    "-trimpath",
    `-buildvcs=${spec.buildVcs}`,
    `-tags=${[.../* @__PURE__ */ new Set([...STATIC_TAGS, ...tags, ...spec.buildTags])].join(",")}`,
    `-ldflags=${linkerFlags(host, spec)}`
  ];
}
function linkerFlags(host, spec) {
  const { cgo, ldflags } = spec;
  const fromEnvironment = valuesOf("ldflags", goFlagsOf(host, spec));
  const linkage = cgo === "static" ? ["-linkmode external -extldflags -static"] : [];
  return ["-s -w", ...linkage, ...fromEnvironment, ldflags].filter((flags) => flags !== "").join(" ");
}
function goFlagsOf({ env }, { buildEnv }) {
  return buildEnv["GOFLAGS"] ?? env["GOFLAGS"] ?? "";
}
function refuseToolexec(places) {
  const wrong = places.map(checkGoFlags).find((found) => found !== null);
  if (wrong !== void 0)
    throw new Failure(
      "bad-input",
      { what: clause`GOFLAGS or ${input("build-flags")} ${wrong}` },
      { fields: { input: "build-flags" } }
    );
}
function valuesOf(name, goFlags) {
  const fields = splitLinkerFlags(goFlags);
  const given = new RegExp(`^--?${name}=(.*)$`, "s");
  return fields.ok ? fields.value.flatMap((field) => given.exec(field)?.[1] ?? []) : [];
}

// src/declare/capabilities.ts
var NAMES = [
  "chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service",
  "net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin",
  "sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override",
  "mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore"
].flatMap((line) => line.split(" ")).map((name) => `cap_${name}`);
var EXAMPLE2 = "cap_net_bind_service=+ep";
function parseCapabilities(text2) {
  const [, list = "", flags] = /^([^=+]*)(?:=\+?|\+)([a-z]*)$/.exec(text2) ?? [];
  if (flags === void 0) {
    if (/^[^=+]*-/.test(text2))
      return problem("takes something away, and a file starts without any; write those that it has");
    return problem(
      `does not say how the capabilities count; write ${/[=+]/.test(text2) ? EXAMPLE2 : `${text2}=+ep`}`
    );
  }
  if (list === "" || list.toLowerCase() === "all")
    return problem(`names all capabilities; name those that are needed, such as ${EXAMPLE2}`);
  const numbers = [];
  for (const name of list.split(",")) {
    const number = NAMES.indexOf(name);
    if (number < 0) return problem(unknownName(name));
    if (numbers.includes(number)) return problem(`names ${name} twice; write it once`);
    numbers.push(number);
  }
  if (/[^eip]/.test(flags) || !/[ip]/.test(flags))
    return problem(`has the flags "${flags}"; write ep, p, i or eip, as in ${list}=+ep`);
  const sorted = numbers.toSorted((a, b) => a - b);
  return parsed({
    permitted: flags.includes("p") ? sorted : [],
    inheritable: flags.includes("i") ? sorted : [],
    effective: flags.includes("e")
  });
}
function unknownName(name) {
  const full = `cap_${name.toLowerCase().replace(/^cap_/, "")}`;
  if (NAMES.includes(full)) return `has "${name}", which is not a capability's name; write ${full}`;
  return `has "${name}", which is not a capability${didYouMean(full, NAMES) || `; write one such as ${NAMES[10]}`}`;
}
function formatCapabilities({ permitted, inheritable, effective }) {
  const both = permitted.filter((number) => inheritable.includes(number));
  const groups = [
    [both, "ip"],
    [permitted.filter((number) => !both.includes(number)), "p"],
    [inheritable.filter((number) => !both.includes(number)), "i"]
  ];
  return groups.filter(([numbers]) => numbers.length > 0).map(([numbers, flags]) => `${numbers.map(nameOf).join(",")}=${effective ? "e" : ""}${flags}`).join(" ");
}
function nameOf(number) {
  return NAMES[number] ?? `cap_${number}`;
}

// src/host/find-checkout.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import path23 from "node:path";
function findCheckout({ surface, env }, directory2) {
  const start2 = realPath(directory2);
  if (start2 === null) return null;
  const workspace = surface === "action" ? realPath(env["GITHUB_WORKSPACE"] ?? "") : null;
  const last = workspace !== null && isInside(workspace, start2) ? workspace : path23.parse(start2).root;
  const device = statSync(start2).dev;
  for (let at = start2; stats(at, statSync)?.dev === device; at = path23.dirname(at)) {
    if (isRepository(path23.join(at, ".git"))) return at;
    if (at === last) return null;
  }
  return null;
}
function isRepository(place2) {
  const found = stats(place2, statSync);
  return found?.isFile() === true || stats(path23.join(place2, "HEAD"), lstatSync) !== null;
}
function stats(file2, read2) {
  try {
    return read2(file2);
  } catch {
    return null;
  }
}
function realPath(directory2) {
  try {
    return path23.isAbsolute(directory2) ? realpathSync(directory2) : null;
  } catch {
    return null;
  }
}

// src/commands/declare.ts
import { stat as stat7 } from "node:fs/promises";

// src/compile/check-programs.ts
import { existsSync as existsSync6, readFileSync, realpathSync as realpathSync2 } from "node:fs";
import path24 from "node:path";
function checkPrograms(host, spec, workingDirectory) {
  const env = childEnvironment(host, "go", spec.buildEnv);
  const places = placesOf(host, env, workingDirectory);
  const variables = [
    ...Object.entries(env).map(([name, value]) => ({ name, value: value ?? "", from: "" })),
    ...variablesOfGoEnv(env)
  ];
  for (const { name, value, from } of variables) {
    const isMachines = ["PATH", "HOME", "XDG_CONFIG_HOME"].includes(name) && !(name in spec.buildEnv);
    const fault = isMachines ? null : variableFault(name, value, places);
    if (fault !== null) throw refused(name, fault, from);
    const number = /^GIT_CONFIG_KEY_(\d+)$/.exec(name)?.[1];
    const set = `GIT_CONFIG_VALUE_${number}`;
    const ofGit = number === void 0 ? null : gitSettingFault(value, env[set] ?? "", places);
    if (ofGit !== null) throw refused(set, ofGit, ` (${value})`);
  }
  for (const [name, program] of spec.cgo === "static" ? C_TOOLS : []) {
    const fault = (env[name] ?? "") === "" ? variableFault(name, program, places) : null;
    if (fault !== null) throw refused(name, fault);
  }
  const flags = goFlagsFault(spec.buildFlags, places);
  if (flags !== null) throw refused("build-flags", flags);
  const linker = linkerFlagsFault(wordsOf(spec.ldflags), places);
  if (linker !== null) throw refused("ldflags", linker);
  const other = spec.buildVcs ? otherRepository(host, workingDirectory) : null;
  if (other !== null)
    throw refused(
      "build-vcs",
      `would have Go run the program of ${other}, which comes with the checkout; leave it out`
    );
}
function otherRepository(host, workingDirectory) {
  const top = findCheckout(host, workingDirectory);
  if (top === null) return null;
  for (let at = realPath2(workingDirectory); isInside(top, at); at = path24.dirname(at)) {
    const found = OTHER_REPOSITORIES.map((name) => path24.join(at, name)).find(existsSync6);
    if (found !== void 0) return found;
    if (at === top) return null;
  }
  return null;
}
var OTHER_REPOSITORIES = [".hg", ".svn", ".bzr", ".fslckout", "_FOSSIL_"];
var C_TOOLS = [
  ["CC", "gcc"],
  ["CC", "clang"],
  ["CXX", "g++"],
  ["AR", "ar"],
  ["PKG_CONFIG", "pkg-config"]
];
function refused(name, fault, where = "") {
  return new Failure(
    "bad-input",
    { what: clause`${inputOrWord(name)}${where} ${fault}` },
    { fields: { input: name } }
  );
}
function variablesOfGoEnv(env) {
  const file2 = goEnvFile(env);
  const text2 = file2 === null ? "" : readOrNothing(file2);
  const lines = text2.split("\n").flatMap((line) => /^([A-Z]\w*)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const variables = /* @__PURE__ */ new Map();
  for (let at = 0; at < lines.length; at += 2) variables.set(lines[at] ?? "", lines[at + 1] ?? "");
  return [...variables].filter(([name]) => (env[name] ?? "") === "").map(([name, value]) => ({ name, value, from: ` in ${file2}` }));
}
function goEnvFile(env) {
  const named2 = env["GOENV"] ?? "";
  if (named2 !== "") return named2 === "off" ? null : named2;
  const home = homeOf(env);
  if (process.platform === "darwin")
    return home === null ? null : path24.join(home, "Library", "Application Support", "go", "env");
  const configs = env["XDG_CONFIG_HOME"] ?? (home === null ? null : path24.join(home, ".config"));
  return configs === null ? null : path24.join(configs, "go", "env");
}
function readOrNothing(file2) {
  try {
    return readFileSync(file2, "utf8");
  } catch {
    return "";
  }
}
function placesOf(host, env, workingDirectory) {
  const workspace = host.surface === "action" ? host.env["GITHUB_WORKSPACE"] ?? "" : "";
  const tops = [findCheckout(host, workingDirectory) ?? "", workspace, workingDirectory].filter(
    (top) => top !== ""
  );
  return {
    isInCheckout: (file2) => tops.some((top) => isInside(top, file2) || isInside(realPath2(top), realPath2(file2))),
    find: (program) => onPath({ env }, program)
  };
}
function realPath2(file2) {
  try {
    return realpathSync2(file2);
  } catch {
    const parent = path24.dirname(file2);
    return parent === file2 ? file2 : path24.join(realPath2(parent), path24.basename(file2));
  }
}

// src/declare/image-spec.ts
import path35 from "node:path";

// src/declare/base-spec.ts
import path25 from "node:path";
var SCRATCH = { kind: "scratch" };
function parseBase(text2, directory2, inheritsUser) {
  const given = text2.trim();
  if (given === "scratch") return parsed(SCRATCH);
  if (given === "") return problem("is empty; write scratch, an image such as alpine:3.22, or ./layout");
  if (/^[./]/.test(given))
    return parsed({ kind: "layout", path: path25.resolve(directory2, given), name: given, inheritsUser });
  if (/^scratch[:@]/.test(given))
    return problem("is not an image, because scratch has no layers; write scratch");
  if (/\.(?:tar|tgz|gz|zst|json)$/i.test(given))
    return problem("is a file, not an image; unpack it and write the path of the OCI layout, such as ./base");
  return parseImage(given, inheritsUser);
}
function parseImage(given, inheritsUser) {
  const whole = parseReference(given);
  if (!whole.ok) return whole;
  const reference = whole.value;
  const [beforeDigest = ""] = given.split("@");
  const { tag } = cutAtLastColon(beforeDigest);
  if (!given.includes("@") || tag === null || tag.includes("/"))
    return parsed({ kind: "image", reference, name: formatReference(reference), inheritsUser });
  const named2 = parseReference(beforeDigest);
  return named2.ok ? parsed({ kind: "image", reference, name: formatReference(named2.value), inheritsUser }) : named2;
}

// src/declare/binaries.ts
import path26 from "node:path";
function declareBinaries(reader, cwd, values, others) {
  const archive = reader.choice("binaries-archive", ["none", "tar.gz"]);
  const directory2 = reader.value("binaries", (text2) => parseFolder(text2, cwd), null);
  if (directory2 === null) {
    if (reader.asked("binaries-archive") && !reader.asked("binaries"))
      reader.contradiction(
        "binaries-archive",
        clause`has no effect without ${input("binaries")}; write a folder there, such as dist`
      );
    return null;
  }
  for (const [name, place2] of Object.entries(others)) {
    if (place2 !== null && (lies(place2, directory2) || lies(directory2, place2)))
      reader.wrong(
        "binaries",
        reader.text("binaries") ?? "",
        clause`and ${inputOrWord(name)} lie one in the other, and the folder of the binaries is replaced as a whole; write another place for one of them`
      );
  }
  const { Version: version = { missing: "" } } = values;
  return { directory: directory2, archive, version: "value" in version ? slug(version.value) : null };
}
function parseFolder(text2, cwd) {
  const given = text2.trim();
  if (/^(?:true|yes|on|all)$/i.test(given)) return problem(clause`is not a folder; write one such as dist`);
  if (/\.(?:tar|tgz|txz|zip)(?:\.\w+)?$/i.test(given))
    return problem(
      clause`is the name of an archive; write a folder such as dist, and ${input("binaries-archive", "tar.gz")}`
    );
  if (/[*?]/.test(given)) return problem(clause`is a pattern; write the folder itself, such as dist`);
  if (given.includes("{{")) return problem(clause`is not a template; write the folder itself, such as dist`);
  if (/[\0\n\r]/.test(given)) return problem(clause`is more than one line; write one folder, such as dist`);
  return parsed(path26.resolve(cwd, given));
}
function lies(place2, directory2) {
  return place2 === directory2 || place2.startsWith(directory2 === "/" ? "/" : `${directory2}/`);
}

// src/declare/thing-name.ts
var FILE_NAME = /\.(?:tar|tgz|gz|zst|json)$/i;
function readThingName(text2) {
  if (/^[./]/.test(text2)) return { kind: "path", path: text2 };
  const whole = parseReference(text2);
  if (whole.ok) return { kind: "image", reference: whole.value };
  if (beginsWithRegistry(text2) && !FILE_NAME.test(text2)) {
    const latest = parseReference(`${text2}:latest`);
    if (latest.ok) return { kind: "image", reference: latest.value };
  }
  return { kind: "either", name: text2 };
}
function beginsWithRegistry(text2) {
  const [first = "", ...rest] = text2.split("/");
  return rest.length > 0 && (/[.:]/.test(first) || first === "localhost");
}

// src/declare/baseline.ts
function declareBaseline(reader, surroundings, source, repositories, budget) {
  const usual = auto(surroundings, repositories);
  const { commit } = surroundings.base;
  const baseline = reader.value("baseline", (text2) => parseBaseline(text2, usual, commit), usual);
  const signed = declaredLimits(budget).filter(isOfGrowth);
  switch (baseline.kind) {
    case "none":
      refuseNone(reader, signed);
      break;
    case "build": {
      const why = whyNotBuilt(source, signed, commit);
      if (why !== null) reader.wrong("baseline", "build", why);
      break;
    }
    case "auto":
    case "image":
    case "file":
      break;
  }
  return baseline;
}
function refuseNone(reader, signed) {
  if (signed.length === 0) return;
  reader.wrong(
    "baseline",
    "none",
    clause`gives ${listed(signed)} in ${input("budget")} nothing to compare with; write auto, or remove the limit`
  );
}
function whyNotBuilt(source, signed, base) {
  if (source.kind === "binary")
    return clause`cannot compile ${input("binary")}, which is already built; write auto, or the weigh-in, image or layout to compare with`;
  const beyond = signed.filter(needsImage);
  if (beyond.length > 0) {
    const instead = beyond.map((limit) => formatLimit({ ...limit, subject: { kind: "binary" } }));
    return clause`makes no image, so that ${listed(beyond)} in ${input("budget")} could not be measured; write ${[...new Set(instead)].join(" or ")}, which is before packing, or ${input("baseline", "auto")}`;
  }
  return base.status === "unknown" ? `finds no commit to build: ${base.why}; write auto, or what to compare with` : null;
}
function needsImage({ subject }) {
  return !isPart(subject) && metricRow(subject.kind).needsImage;
}
function listed(limits) {
  return limits.map((limit) => `"${formatLimit(limit)}"`).join(" and ");
}
function parseBaseline(text2, usual, base) {
  const given = text2.trim();
  switch (given) {
    case "":
      return problem("is empty; write auto, build, none, or what to compare with");
    case "auto":
      return parsed(usual);
    case "none":
      return parsed({ kind: "none" });
    case "build":
      return parsed(
        base.status === "known" ? { kind: "build", commit: base.commit } : { kind: "build", commit: null, why: base.why }
      );
    default:
      return parseNamed(given);
  }
}
function parseNamed(given) {
  const named2 = readThingName(given);
  switch (named2.kind) {
    case "image":
      return parsed({ kind: "image", reference: named2.reference });
    case "path":
      return parsed({ kind: "file", path: named2.path });
    case "either": {
      const meant = didYouMean(given, ["auto", "build", "none"]);
      if (meant !== "") return problem(`is neither an image nor a path${meant}`);
      const latest = parseReference(`${given}:latest`);
      const image = latest.ok && !FILE_NAME.test(given) ? `, or ${formatReference(latest.value)} for an image in a registry` : "";
      return problem(
        `is not written as a path; write ${given.startsWith("~") ? "an absolute path" : `./${given}`}${image}`
      );
    }
  }
}
function auto({ surface, base }, [repository]) {
  const { branch } = base;
  const commit = base.commit.status === "known" ? base.commit.commit : null;
  const nowhere = (why) => ({ kind: "auto", commit, branch, reference: null, why });
  if (surface === "terminal") return { ...nowhere("name one with --baseline"), commit: null, branch: null };
  const identifier = slug(branch ?? "");
  if (identifier === null) return nowhere("the event names no branch");
  if (repository === void 0) return nowhere("image names no repository to look for one in");
  return { kind: "auto", commit, branch, reference: { ...repository, identifier }, why: null };
}

// src/declare/declare-build.ts
import path28 from "node:path";

// src/declare/main-spec.ts
import { posix } from "node:path";

// src/declare/config-values.ts
import path27 from "node:path";
var HIGHEST_ID = 2 ** 32 - 2;
var KNOWN_USERS = {
  root: "0:0",
  nobody: "65534:65534",
  nonroot: UNPRIVILEGED_TEXT
};
function parseUser(text2) {
  const given = text2.trim();
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
function parseExposed(text2) {
  const match = /^(\d{1,6})(?:\/([A-Za-z]+))?$/.exec(text2);
  if (match === null) {
    return problem(
      /^[\d.]*:?\d+[:-]\d+|^\S+\s/.test(text2) ? "is not one port; write each port that the service listens on, such as 8080" : "is not a port; write a number such as 8080, or 53/udp"
    );
  }
  const protocol = (match[2] ?? "tcp").toLowerCase();
  if (!["tcp", "udp", "sctp"].includes(protocol)) {
    return problem(`has an unknown protocol "${match[2]}"; write tcp, udp or sctp`);
  }
  const port = parsePort(match[1] ?? "");
  return port.ok ? parsed(`${port.value}/${protocol}`) : port;
}
function parsePort(text2) {
  const port = Number(text2);
  return /^\d{1,6}$/.test(text2) && port >= 1 && port <= 65535 ? parsed(port) : problem("has a port that is out of range; write one from 1 to 65535");
}
var SIGNALS = [
  "SIGHUP SIGINT SIGQUIT SIGILL SIGTRAP SIGABRT SIGBUS SIGFPE SIGKILL SIGUSR1 SIGSEGV SIGUSR2 SIGPIPE SIGALRM SIGTERM",
  "SIGSTKFLT SIGCHLD SIGCONT SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGURG SIGXCPU SIGXFSZ SIGVTALRM SIGPROF SIGWINCH SIGIO",
  "SIGPWR SIGSYS"
].flatMap((line) => line.split(" "));
function parseSignal(text2) {
  const given = text2.trim();
  if (SIGNALS.includes(given)) return parsed(given);
  if (/^\d+$/.test(given)) {
    return Number(given) >= 1 && Number(given) <= 64 ? parsed(String(Number(given))) : problem("is out of range; write a signal from 1 to 64");
  }
  const full = given.toUpperCase().replace(/^(SIG)?/, "SIG");
  if (SIGNALS.includes(full)) return problem(`is not a signal's name; write ${full}`);
  return problem(`is not a signal${didYouMean(full, SIGNALS) || "; write one such as SIGTERM"}`);
}
function parseImagePath(text2) {
  const given = text2.trim();
  if (given.includes("\0")) return problem("contains a NUL character; remove it");
  if (!given.startsWith("/"))
    return problem(`is not absolute in the image; write /${given.replace(/^\.\//, "")}`);
  if (given.split("/").includes("..")) return problem(`has ".." in it; write ${path27.posix.normalize(given)}`);
  const whiteout = given.split("/").find((name) => name.startsWith(".wh."));
  if (whiteout !== void 0)
    return problem(`has the name ${whiteout}, which deletes files in an image; write another name`);
  const tidy = path27.posix.normalize(given).replace(/(?<=.)\/$/, "");
  return parsed(tidy);
}
function parseSmokeHttp(text2) {
  const given = text2.trim();
  const url = /^(?:[a-z]+:\/\/)?[^/\s]*?:(\d+)(\/\S*)?$/i.exec(given);
  if (url !== null) return problem(`has more than a port and a path; write ${url[1]}${url[2] ?? "/"}`);
  const match = /^(\d+)(\/\S*)?$/.exec(given);
  if (match === null) return problem("is not port/path; write one such as 8080/healthz");
  const port = parsePort(match[1] ?? "");
  return port.ok ? parsed({ port: port.value, path: match[2] ?? "/" }) : port;
}
function parseDownloadUrl(text2) {
  const given = text2.trim();
  const url = URL.parse(given);
  if (url === null || !/^https?:\/\//i.test(given)) {
    return problem("is not an http or https URL; write one such as https://mirror.example/go");
  }
  return parsed(given.replace(/\/+$/, ""));
}

// src/declare/main-spec.ts
var TAKEN = ["etc", "tmp", "usr", "proc", "dev", "sys", "home", "root"];
function parseMain(text2) {
  const equals = text2.indexOf("=");
  const path47 = clean((equals < 0 ? text2 : text2.slice(0, equals)).trim());
  if (path47 === "") return problem("names no package; write path=name, such as ./cmd/api=api");
  if (path47.startsWith("-"))
    return problem(
      clause`is a flag; write flags in ${input("build-flags")}, and packages such as ./cmd/api here`
    );
  if (/[\s\0]/.test(path47)) return problem("has a space in it; write one package a line");
  if (path47.includes("..."))
    return problem("is a pattern; write each main package on a line of its own, such as ./cmd/api");
  if (path47.endsWith(".go"))
    return problem(`is a file; write its package's directory, such as ${directoryOf(path47)}`);
  if (path47.includes("@"))
    return problem("names a version, but what is checked out is built; write the package alone");
  if (equals < 0) return parsed({ path: path47, name: null });
  const place2 = parseBinaryPlace(text2.slice(equals + 1).trim());
  return place2.ok ? parsed({ path: path47, ...place2.value }) : place2;
}
function parseBinaryPlace(text2) {
  if (!text2.startsWith("/")) {
    const name = parseBinaryName(text2);
    return name.ok ? parsed({ name: name.value }) : name;
  }
  if (text2.endsWith("/"))
    return problem(`has the directory "${text2}"; write the whole path, such as ${text2}api`);
  const place2 = parseImagePath(text2);
  if (!place2.ok) return problem(`has a path that ${place2.problem}`);
  const { dir, base } = posix.parse(place2.value);
  if (dir === "/") {
    const name = parseBinaryName(base);
    return name.ok ? parsed({ name: name.value }) : name;
  }
  const isUsable = isPlainName(base) && dir.split("/").slice(1).every(isPlainName);
  if (!isUsable)
    return problem(`has the path "${text2}", which is not plain; use letters, digits, ".", "_" and "-"`);
  return NOT_IN_AN_IMAGE.some((directory2) => `${dir}/`.startsWith(`${directory2}/`)) ? problem(`has the path "${text2}", which the runtime mounts over; write another directory`) : parsed({ name: base, directory: dir });
}
var NOT_IN_AN_IMAGE = ["/proc", "/dev", "/sys", "/tmp"];
function isPlainName(name) {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) && name.length <= 100;
}
function clean(path47) {
  if (path47 === "") return "";
  const short = posix.normalize(path47).replace(/(?<=.)\/$/, "");
  return path47.startsWith("./") && short !== "." ? `./${short}` : short;
}
function parseBinaryName(name) {
  if (name === "") return problem('has no name after "="; write path=name, such as ./cmd/api=api');
  if (!isPlainName(name)) {
    return problem(
      `has the name "${name}", which is not a plain file name; use letters, digits, ".", "_" and "-"`
    );
  }
  return TAKEN.includes(name) ? problem(`has the name "${name}", which is a directory of the image; write another name`) : parsed(name);
}
function directoryOf(file2) {
  const slash = file2.lastIndexOf("/");
  return slash < 0 ? "." : file2.slice(0, slash) || "/";
}

// src/declare/platform-values.ts
function platformValues(platform4) {
  const { os, architecture, variant } = platform4;
  return {
    Os: { value: os },
    Arch: { value: architecture },
    Variant: variant === void 0 ? { missing: `but ${formatPlatform(platform4)} has no variant; write {{.Arch}}` } : { value: variant }
  };
}

// src/declare/template.ts
function fillTemplate(text2, values, env = {}) {
  const parts = fillParts(text2, values, env);
  return parts.ok ? parsed(parts.value.map((part) => part.text).join("")) : parts;
}
function fillParts(text2, values, env = {}) {
  const pieces = parseTemplate(text2);
  if (!pieces.ok) return pieces;
  const parts = [];
  for (const piece of pieces.value) {
    if (piece.kind === "text") {
      parts.push({ text: piece.text, action: null });
      continue;
    }
    const found = firstValue(piece.action, values, env);
    if ("missing" in found) return problem(`has ${piece.whole}, ${found.missing}`);
    const isWrittenOut = piece.action.operands.every((operand) => operand.kind === "text");
    parts.push({ text: found.value, action: isWrittenOut ? null : piece.whole });
  }
  return parsed(parts.filter((part) => part.text !== "" || part.action !== null));
}
function firstValue({ operands }, values, env) {
  const found = operands.map((operand) => valueOf(operand, values, env));
  const unknown2 = found.find((value) => "unknown" in value);
  if (unknown2 !== void 0) return { missing: unknown2.unknown };
  const known2 = found.filter((value) => "value" in value);
  const [first] = found.filter((value) => "missing" in value);
  return known2.find(({ value }) => value !== "") ?? known2.at(-1) ?? first ?? { value: "" };
}
function valueOf(operand, values, env) {
  if (operand.kind === "text") return { value: operand.text };
  const { name } = operand;
  const variable = /^\.Env\.([A-Za-z_][A-Za-z0-9_]*)$/.exec(name)?.[1];
  if (variable !== void 0) {
    const value = (Object.hasOwn(env, variable) ? env[variable] : void 0) ?? "";
    return value === "" ? { missing: `but the environment variable ${variable} is empty or not set; set it` } : { value };
  }
  const key = name.slice(1);
  if (Object.hasOwn(values, key)) return values[key] ?? { unknown: "which is unknown" };
  return { unknown: unknownKey(name, Object.keys(values)) };
}
var OF_A_PLATFORM = ["Os", "Arch", "Variant", "Platform", "Arm", "Amd64", "Runtime.Goos", "Runtime.Goarch"];
function unknownKey(name, keys) {
  const known2 = [...keys.map((key) => `.${key}`), ".Env.NAME"];
  if (OF_A_PLATFORM.includes(name.slice(1)) && !keys.includes("Os"))
    return "which differs by platform, while this is one for all platforms; only binary and files have it";
  const meant = didYouMean(name.replace(/^\.Git\./, "."), known2);
  const hint = name.startsWith(".") ? `the keys are ${known2.join(", ")}` : OWN_BRACES;
  return `which is unknown${meant || `; ${hint}`}`;
}

// src/declare/declare-build.ts
function declarePlatforms(reader) {
  const given = reader.text("platforms");
  const items = given === null ? [formatPlatform(DEFAULT_PLATFORM)] : reader.items("platforms");
  if (items.length === 0)
    reader.wrong("platforms", given ?? "", "names no platform; write one, such as linux/amd64");
  const platforms = reader.each("platforms", items, parsePlatform);
  for (const [at, platform4] of platforms.entries()) {
    const text2 = formatPlatform(platform4);
    if (platforms.findIndex((other) => formatPlatform(other) === text2) < at)
      reader.wrong("platforms", text2, "is named twice; write it once");
  }
  const [first = DEFAULT_PLATFORM, ...others] = platforms;
  return [first, ...others];
}
function declareSource(reader, directory2, platform4) {
  if (reader.text("binary") === null) return { kind: "main", mains: declareMains(reader) };
  if (reader.asked("main"))
    reader.contradiction("main", clause`and ${input("binary")} cannot be used together; write one of them`);
  const none = { file: "", place: { name: "" } };
  const { file: file2, place: place2 } = reader.value("binary", (text2) => parseBinary(text2, platform4), none);
  return { kind: "binary", path: path28.resolve(directory2, file2), ...place2 };
}
function declareMains(reader) {
  const mains = reader.each("main", reader.items("main"), parseMain);
  for (const [at, main] of mains.entries()) {
    const earlier = mains.slice(0, at);
    if (earlier.some(({ path: path47 }) => path47 === main.path)) {
      reader.wrong("main", main.path, "is given twice; write it once");
    } else if (main.name !== null && earlier.some(({ name }) => name === main.name)) {
      reader.wrong("main", `${main.path}=${main.name}`, "has the name of an earlier one; write another name");
    }
  }
  return mains;
}
function parseBinary(text2, platform4) {
  const filled = fillTemplate(text2, platformValues(platform4));
  if (!filled.ok) return filled;
  const [, file2 = filled.value, written3] = /^([^=]+)=(.*)$/s.exec(filled.value) ?? [];
  if (/[\n\0]/.test(file2)) return problem("is more than one path; write one");
  if (file2.endsWith("/")) return problem("is a directory; write the path of an executable");
  const place2 = written3 === void 0 ? parseBinaryPlace(path28.basename(file2)) : parseBinaryPlace(written3);
  return place2.ok ? parsed({ file: file2, place: place2.value }) : place2;
}
var GO_ONLY = [
  "go-version",
  "go-version-file",
  "go-download-url",
  "ldflags",
  "build-tags",
  "build-flags",
  "build-env",
  "build-vcs",
  "cgo"
];
function declareCompile(reader, source, { env }, values) {
  if (source.kind === "binary") {
    for (const name of GO_ONLY) {
      if (reader.asked(name)) {
        reader.contradiction(
          name,
          clause`has no effect with ${input("binary")}, which is already built; leave one of them out`
        );
      }
    }
  } else {
    for (const name of ["GOFLAGS", "GOCACHEPROG", "GOAUTH", "GOENV"]) {
      const value = env[name] ?? "";
      const wrong = checkVariable(name, value);
      if (wrong !== null) reader.wrong(name, name === "GOAUTH" ? "\u2026" : value, wrong);
    }
  }
  const words2 = reader.words("build-flags");
  const flags = parseBuildFlags(words2);
  if (!flags.ok) reader.wrong("build-flags", reader.text("build-flags") ?? "", flags.problem);
  const tags = reader.lines("build-tags").flatMap((line) => line.split(/[\s,]+/));
  return {
    ldflags: declareLinkerFlags(reader, env, values),
    buildTags: unique(
      reader.each(
        "build-tags",
        tags.filter((tag) => tag !== ""),
        parseBuildTag
      )
    ),
    buildFlags: words2,
    buildEnv: reader.map("build-env", parseBuildVariable),
    buildVcs: reader.boolean("build-vcs"),
    cgo: reader.choice("cgo", ["off", "static"])
  };
}
function declareLinkerFlags(reader, env, values) {
  const fields = reader.words("ldflags", { split: splitLinkerFlags, item: splitLinkerFlagsItem });
  const filled = reader.each("ldflags", fields, (field) => fillTemplate(field, values, env));
  if (filled.length < fields.length) return "";
  const joined = checkLinkerFlags(fields, filled);
  if (joined.ok) return joined.value;
  reader.wrong("ldflags", reader.text("ldflags") ?? "", joined.problem);
  return "";
}
function checkLinkerFlags(fields, filled) {
  const first = fields[0];
  if (first === void 0) return parsed("");
  if (!first.startsWith("-")) {
    return problem(
      `begins with ${first}, which is not a flag; write -X ${first.includes("=") ? first : "main.version=1.0"}`
    );
  }
  const unset = fields.find((field, at) => fields[at - 1] === "-X" && !/^[^=]+\.[^=.]+=/.test(field));
  if (unset !== void 0 || fields.at(-1) === "-X") {
    return problem(
      `has -X ${unset ?? ""}, which sets nothing; write -X package.name=value, such as -X main.version=1.0`
    );
  }
  const fault = linkerFlagsFault(filled, UNKNOWN_PLACES);
  return fault === null ? joinLinkerFlags(filled) : problem(fault);
}

// src/declare/declare-contents.ts
import path30 from "node:path";

// src/declare/account-spec.ts
var LONGEST_NAME2 = 32;
function parseAccount(line) {
  const [name = "", uid, gid = uid, home = `/home/${name}`, ...rest] = line.split(":").map((part) => part.trim());
  if (name === "") return problem("has no name before the colon; write name:uid, such as app:1000");
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name) || name.length > LONGEST_NAME2)
    return problem(
      `has the name "${name}"; write up to ${LONGEST_NAME2} letters, digits, "_", "." and "-", and begin with a letter`
    );
  if (uid === void 0) return problem(`has no uid; write ${name}:1000`);
  if (uid === "x" || uid === "*" || rest.length > 2)
    return problem(`is a line of /etc/passwd or /etc/group; write ${shortened(line)}`);
  if (rest.length > 0) return problem("has too many parts; write name:uid[:gid[:home]]");
  const [user, group] = [parseId(uid), parseId(gid ?? uid)];
  if (user === null)
    return problem(`has "${uid}" for a uid; write a number up to ${HIGHEST_ID}, such as ${name}:1000`);
  if (group === null)
    return problem(
      `has "${gid}" for a gid; write a number up to ${HIGHEST_ID}, such as ${name}:${uid}:${uid}`
    );
  if (name === "root" !== (user === 0)) return problem("has the name or the uid of root; write another one");
  const place2 = parseImagePath(home);
  if (!place2.ok) return problem(`has a home that ${place2.problem}`);
  if (/[\r\n]/.test(place2.value)) return problem("has a home with a line break; write another one");
  return parsed({ name, uid: user, gid: group, home: place2.value });
}
function parseId(text2) {
  return /^\d{1,10}$/.test(text2) && Number(text2) <= HIGHEST_ID ? Number(text2) : null;
}
function shortened(line) {
  const [name = "", , uid = "1000", gid, , home] = line.split(":");
  return [name, uid, ...home === void 0 ? [] : [gid, home]].join(":");
}
function declareAccounts(reader) {
  const accounts = reader.each("accounts", reader.items("accounts"), parseAccount);
  for (const [at, account] of accounts.entries()) {
    const earlier = accounts.slice(0, at);
    const shown = `${account.name}:${account.uid}`;
    if (earlier.some(({ name }) => name === account.name))
      reader.wrong("accounts", shown, "has the name of an earlier one; write another name");
    else if (earlier.some(({ uid }) => uid === account.uid))
      reader.wrong("accounts", shown, "has the uid of an earlier one; write another uid");
  }
  return accounts;
}
function parseUserOf(text2, accounts) {
  const given = text2.trim();
  const account = accounts.find(({ name }) => name === given);
  if (account !== void 0) return parsed({ uid: account.uid, gid: account.gid });
  const user = parseUser(text2);
  if (user.ok || accounts.length === 0) return user;
  const [first = "", group] = given.split(":");
  const named2 = accounts.find(({ name }) => name === first);
  if (named2 !== void 0)
    return problem(`has a group "${group}" behind a name; write ${first}, or ${named2.uid}:${named2.gid}`);
  const names = accounts.map(({ name }) => name);
  return /^\d/.test(given) ? user : problem(`names no user of accounts${didYouMean(first, names) || `; write ${names.join(" or ")}`}`);
}

// src/declare/file-spec.ts
import path29 from "node:path";

// src/declare/glob.ts
var ANY_DEPTH = "**";
function parsePattern(text2) {
  const given = text2.split("/");
  const first = given.findIndex(hasWildcard);
  if (first < 0) return parsed(null);
  const names = given.slice(first).filter((name) => name !== "" && name !== ".");
  if (text2.endsWith("/")) return problem(`ends in a slash; write ${text2.replace(/\/+$/, "")}`);
  if (names.includes("..")) return problem('has ".." behind a wildcard; write the path without it');
  const odd = names.find((name) => name.includes(ANY_DEPTH) && name !== ANY_DEPTH);
  if (odd !== void 0)
    return problem(`has "${odd}"; ** is a whole name of a path, as in **/${odd.replaceAll(/\*+/g, "*")}`);
  return parsed({
    start: first === 1 && given[0] === "" ? "/" : given.slice(0, first).join("/"),
    // A second ** right behind another adds nothing.
    names: names.filter((name, at) => name !== ANY_DEPTH || names[at - 1] !== ANY_DEPTH)
  });
}
function hasWildcard(name) {
  return /[*?]/.test(name);
}
function fitsName(pattern, name) {
  if (name.startsWith(".") && !pattern.startsWith(".")) return false;
  const [wanted2, given] = [Array.from(pattern), Array.from(name)];
  let [at, from] = [0, 0];
  let retry2 = null;
  while (from < given.length) {
    if (wanted2[at] === "*") {
      retry2 = { at: at += 1, from };
    } else if (wanted2[at] === "?" || at < wanted2.length && wanted2[at] === given[from]) {
      at += 1;
      from += 1;
    } else if (retry2 !== null) {
      at = retry2.at;
      from = retry2.from += 1;
    } else return false;
  }
  return wanted2.slice(at).every((character) => character === "*");
}

// src/declare/file-spec.ts
function parseFileSpec(line, directory2, platform4) {
  const [written3 = "", destination, mode, uid, gid, ...rest] = line.split(":").map((part) => part.trim());
  const filled = fillTemplate(written3, platformValues(platform4));
  if (!filled.ok) return filled;
  const source = filled.value;
  if (destination === void 0)
    return problem("has no destination; write source:destination, such as page.html:/page.html");
  if (source === "") return problem("has no source before the colon; write source:destination");
  if (rest.length > 0) return problem("has too many parts; write source:destination[:mode[:uid:gid]]");
  if (source.includes("\0")) return problem("contains a NUL character; remove it");
  const place2 = parseImagePath(destination);
  if (!place2.ok) return problem(`has a destination that ${place2.problem}`);
  const pattern = parsePattern(source);
  if (!pattern.ok) return problem(`has a source that ${pattern.problem}`);
  const isInto = destination.endsWith("/");
  if (pattern.value !== null && !isInto)
    return problem(`has a pattern, which needs a directory to put the files in; write ${destination}/`);
  const bits = mode === void 0 ? parsed(null) : parseMode(mode);
  if (!bits.ok) return bits;
  if (uid !== void 0 && gid === void 0)
    return problem(`has a uid without a gid; write \u2026:${mode}:${uid}:${uid}`);
  const owner = uid === void 0 ? parsed({ uid: 0, gid: 0 }) : parseUser(`${uid}:${gid}`);
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`);
  return parsed({
    source: path29.resolve(directory2, pattern.value?.start ?? source),
    ...pattern.value === null ? {} : { pattern: pattern.value.names },
    destination: isInto && place2.value !== "/" ? `${place2.value}/` : place2.value,
    mode: bits.value,
    ...owner.value
  });
}
function parseMode(text2) {
  return /^[0-7]{3,5}$/.test(text2) && Number.parseInt(text2, 8) <= 4095 ? parsed(Number.parseInt(text2, 8)) : problem(`has "${text2}" for a mode; write octal digits such as 0644 or 0755`);
}

// src/declare/directory-spec.ts
function parseDirectorySpec(text2) {
  const [path47 = "", mode, uid, gid, ...rest] = text2.split(":").map((part) => part.trim());
  if (mode?.startsWith("/") === true)
    return problem(`has two paths, as for docker run; write ${mode}, the directory in the image`);
  if (/\s\//.test(path47)) return problem("has several paths; write each on a line of its own");
  const place2 = parseImagePath(path47);
  if (!place2.ok) return place2;
  if (rest.length > 0) return problem("has too many parts; write path[:mode[:uid:gid]], such as /data:0775");
  const bits = mode === void 0 ? parsed(null) : parseMode(mode);
  if (!bits.ok) return bits;
  if (uid !== void 0 && gid === void 0)
    return problem(`has a uid without a gid; write ${path47}:${mode}:${uid}:${uid}`);
  const owner = uid === void 0 ? parsed(null) : parseUser(`${uid}:${gid}`);
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`);
  return parsed({ path: place2.value, mode: bits.value, owner: owner.value });
}

// src/declare/duration.ts
var UNITS = {
  ns: 1,
  us: 1e3,
  \u00B5s: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10,
  h: 36e11
};
var LONGEST_HOURS = 24;
function parseDuration(text2) {
  if (/^\d+$/.test(text2)) return problem(`has "${text2}" without a unit; write ${text2}s`);
  const parts = [...text2.matchAll(/(\d+(?:\.\d+)?)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([whole]) => whole).join("") !== text2)
    return problem(`has "${text2}" for a duration; write one such as 30s or 1m30s`);
  const total = Math.round(
    parts.reduce((sum, [, number = "", unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0), 0)
  );
  return total > LONGEST_HOURS * 36e11 ? problem(`has the duration "${text2}", which is longer than a day; write a shorter one`) : parsed(total);
}

// src/declare/healthcheck.ts
var EXAMPLE3 = "CMD /api health";
var DURATIONS = {
  interval: "interval",
  timeout: "timeout",
  "start-period": "startPeriod",
  "start-interval": "startInterval"
};
var FLAGS = [...Object.keys(DURATIONS), "retries"].map((name) => `--${name}`);
var SHORTEST = 1e6;
function parseHealthcheck(text2) {
  const given = splitLines(text2.replaceAll(/\\\r?\n/g, " ")).join("\n");
  if (/^HEALTHCHECK\b/i.test(given))
    return problem(`begins with HEALTHCHECK; write what stands behind it, such as ${EXAMPLE3}`);
  if (given.toUpperCase() === "NONE") return parsed({ kind: "none" });
  const list = readWrittenList(text2, { colons: "refused" });
  if (!list.ok) return list;
  if (list.value !== null) return fromTest(list.value);
  const [, flags = "", keyword = "", command = ""] = /^((?:--\S+\s+)*)(\S*)\s*([\s\S]*)$/.exec(given) ?? [];
  const times = parseFlags(flags.split(/\s+/).filter((flag) => flag !== ""));
  if (!times.ok) return times;
  if (keyword.startsWith("--"))
    return problem(`has no command behind its flags; write CMD and a program, as in ${EXAMPLE3}`);
  const words2 = fromCommand(keyword, command.trim());
  return words2.ok ? parsed({ ...words2.value, ...times.value }) : words2;
}
function fromTest([keyword = "", ...words2]) {
  if (keyword === "NONE" && words2.length === 0) return parsed({ kind: "none" });
  const known2 = checkKeyword(keyword, words2.join(" "));
  return known2 === null ? fromWords(words2) : problem(known2);
}
function fromCommand(keyword, command) {
  const known2 = checkKeyword(keyword, command);
  if (known2 !== null) return problem(known2);
  const list = readWrittenList(command, { colons: "refused" });
  if (!list.ok) return list;
  if (list.value !== null) return fromWords(list.value);
  const shell = /(?:^|\s)(\|\|?|&&?|[<>]+\S*)(?:\s|$)|(\$[A-Za-z_{(]|`|;(?=\s|$))/.exec(command);
  if (shell !== null)
    return problem(
      `has ${(shell[1] ?? shell[2] ?? "").slice(0, 2)}, which only a shell understands, and the image has none; write CMD and the words of one program of the image, as in ${EXAMPLE3}`
    );
  const words2 = parseShellWords(command);
  return words2.ok ? fromWords(words2.value) : words2;
}
function checkKeyword(keyword, command) {
  switch (keyword) {
    case "CMD":
      return null;
    case "CMD-SHELL":
      return `asks for a shell, and the image has none; write CMD and the words of one program of the image, as in ${EXAMPLE3}`;
    case "NONE":
      return "has something beside NONE; write NONE alone";
    default:
      return `does not begin with CMD or NONE; write CMD ${[keyword, command].filter((word) => word !== "").join(" ") || "/api health"}`;
  }
}
function fromWords(words2) {
  return words2[0] === void 0 || words2[0] === "" ? problem(`has no program behind CMD; write ${EXAMPLE3}`) : parsed({ kind: "command", words: words2 });
}
function parseFlags(flags) {
  let times = {};
  const seen = /* @__PURE__ */ new Set();
  for (const flag of flags) {
    const [, name = "", value] = /^--([^=]*)(?:=(.*))?$/.exec(flag) ?? [];
    const shown = `--${name}`;
    if (!FLAGS.includes(shown))
      return problem(
        `has the flag ${shown}, which is unknown${didYouMean(shown, FLAGS) || `; the flags are ${FLAGS.join(", ")}`}`
      );
    if (value === void 0)
      return problem(`has ${shown} without "="; write ${shown}=${name === "retries" ? 3 : "30s"}`);
    if (seen.has(name)) return problem(`has ${shown} twice; write it once`);
    seen.add(name);
    const time = parseTime(name, value);
    if (!time.ok) return time;
    times = { ...times, ...time.value };
  }
  return parsed(times);
}
function parseTime(name, value) {
  if (name === "retries")
    return /^[1-9]\d{0,3}$/.test(value) ? parsed({ retries: Number(value) }) : problem(`has "${value}" for --retries; write a number from 1 on`);
  const key = Object.hasOwn(DURATIONS, name) ? DURATIONS[name] : "interval";
  const duration = parseDuration(value);
  if (!duration.ok) return duration;
  return duration.value < SHORTEST ? problem(`has --${name}=${value}, which is shorter than 1ms; write a longer one, or leave it out`) : parsed({ [key]: duration.value });
}

// src/declare/annotation-level.ts
var LEVELS = ["manifest", "index", "manifest-descriptor", "index-descriptor"];
function parseAnnotationLevel({ name, value }, document, platforms) {
  const match = /^([a-z-]+(?:\[[^\]]*\])?(?:,[a-z-]+(?:\[[^\]]*\])?)*):(.+)$/.exec(name);
  if (match === null) return parsed(document.level === "manifest" ? { name, value } : null);
  const [, written3 = "", key = ""] = match;
  const read2 = written3.split(/,(?![^[]*\])/).map(parseLevel);
  const wrong = read2.find((one) => !one.ok);
  if (wrong?.ok === false) return problem(`${wrong.problem}; write manifest:${key}`);
  const levels = read2.flatMap((one) => one.ok ? [one.value] : []);
  if (platforms.length === 1 && !levels.some(({ level }) => level.startsWith("manifest")))
    return problem(
      `is an annotation of "${levels[0]?.level}", but one platform makes one manifest; write manifest:${key}`
    );
  return parsed(levels.some((one) => isOf(one, document)) ? { name: key, value } : null);
}
function parseLevel(text2) {
  const [, kind = "", of] = /^([a-z-]+)(?:\[(.*)\])?$/.exec(text2) ?? [];
  const level = LEVELS.find((known2) => known2 === kind);
  if (level === void 0) return problem(`has "${kind}" for a level, which is unknown`);
  if (of === void 0) return parsed({ level, platform: null });
  const platform4 = parsePlatform(of);
  return platform4.ok ? parsed({ level, platform: formatPlatform(platform4.value) }) : problem(`has the platform "${of}", which ${platform4.problem}`);
}
function isOf({ level, platform: platform4 }, document) {
  if (level !== document.level) return false;
  return platform4 === null || !("platform" in document) || platform4 === formatPlatform(document.platform);
}

// src/declare/git-version.ts
var VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
function readVersion(tag) {
  const match = VERSION.exec(tag);
  if (match === null) return null;
  const [, major = "", minor = null, patch = null, prerelease = ""] = match;
  return { major, minor, patch, prerelease };
}
function versionOf2(tag) {
  return /^v\d/.test(tag) ? tag.slice(1) : tag;
}
function prefixIn(tag) {
  const prefix = /^(.*[-_/@])v?\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?$/.exec(tag)?.[1];
  return prefix ?? null;
}

// src/declare/template-keys.ts
var TABLE = [
  {
    name: "Version",
    alsoNamed: [],
    description: "The tag without its leading v; without a tag, the short commit.",
    example: "1.4.0-rc.1"
  },
  {
    name: "RawVersion",
    alsoNamed: [],
    description: "The three numbers of the tag's version.",
    example: "1.4.0"
  },
  { name: "Major", alsoNamed: [], description: "First number of the tag's version.", example: "1" },
  { name: "Minor", alsoNamed: [], description: "Second number.", example: "4" },
  { name: "Patch", alsoNamed: [], description: "Third number.", example: "0" },
  {
    name: "Prerelease",
    alsoNamed: [],
    description: "What follows the hyphen; empty for a release.",
    example: "rc.1"
  },
  { name: "Tag", alsoNamed: [], description: "The tag, without `tag-prefix`.", example: "v1.4.0-rc.1" },
  {
    name: "PrefixedTag",
    alsoNamed: [],
    description: "The tag as git has it, with `tag-prefix`.",
    example: "svc/v1.4.0-rc.1"
  },
  {
    name: "Describe",
    alsoNamed: ["Summary"],
    description: "`git describe --tags --always`, without `tag-prefix`. The tag in a run on a tag, else the nearest tag before this commit, how many commits ago it was, and the short commit; the short commit alone where there is no tag. Needs the history: `fetch-depth: 0` of actions/checkout. Never has `-dirty`.",
    example: "v1.4.0-rc.1-3-g0123456"
  },
  { name: "Branch", alsoNamed: [], description: "The branch.", example: "main" },
  { name: "Commit", alsoNamed: ["FullCommit"], description: "The commit.", example: "01234567\u2026" },
  { name: "ShortCommit", alsoNamed: [], description: "Its first 7 digits.", example: "0123456" },
  {
    name: "Date",
    alsoNamed: [],
    description: "Time of the image: that of the commit, or `SOURCE_DATE_EPOCH`. In GoReleaser it is the time of the run.",
    example: "2026-11-27T15:00:00Z"
  },
  { name: "Day", alsoNamed: [], description: "Day of `Date`, in UTC.", example: "2026-11-27" },
  { name: "Timestamp", alsoNamed: [], description: "`Date` in seconds since 1970.", example: "1795791600" },
  {
    name: "CommitDate",
    alsoNamed: [],
    description: "Time of the commit, whatever `SOURCE_DATE_EPOCH` says.",
    example: "2026-11-27T15:00:00Z"
  },
  {
    name: "CommitTimestamp",
    alsoNamed: [],
    description: "`CommitDate` in seconds since 1970.",
    example: "1795791600"
  },
  {
    name: "IsSnapshot",
    alsoNamed: [],
    description: "`false` where there is a tag, else `true`.",
    example: "false"
  },
  {
    name: "ProjectName",
    alsoNamed: [],
    description: "Name of the repository, from its remote or from the workflow.",
    example: "service"
  },
  {
    name: "GitURL",
    alsoNamed: [],
    description: "Address of the repository on the web.",
    example: "https://github.com/owner/service"
  }
];
var TEMPLATE_KEYS = TABLE;

// src/declare/source-values.ts
function sourceValues({ repository }, created) {
  const values = valuesOf2(repository, created);
  return Object.fromEntries(
    TEMPLATE_KEYS.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed].map((one) => [one, values[name]]))
  );
}
function valuesOf2(repository, created) {
  const { commit, committedAt, tag, tagPrefix, branch, source } = repository;
  const version = tag === null ? null : readVersion(tag);
  const noCommit = whyNoCommit(repository);
  const ofCommit = (value) => orMissing(value, noCommit);
  const short = shortCommit(repository);
  const ofVersion = (key, read2) => versionPart(repository, version, key, read2);
  return {
    Version: ofCommit(tag === null ? short : versionOf2(tag)),
    RawVersion: ofVersion("RawVersion", rawVersion),
    Major: ofVersion("Major", ({ major }) => major),
    Minor: ofVersion("Minor", ({ minor }) => minor),
    Patch: ofVersion("Patch", ({ patch }) => patch),
    Prerelease: ofVersion("Prerelease", ({ prerelease }) => prerelease),
    Tag: orMissing(tag, whyNoTag(repository, "Tag")),
    PrefixedTag: orMissing(tag === null ? null : tagPrefix + tag, whyNoTag(repository, "PrefixedTag")),
    Describe: describeValue(repository),
    Branch: orMissing(branch, "but no branch is checked out; build from a branch"),
    Commit: ofCommit(commit),
    ShortCommit: ofCommit(short),
    Date: ofCommit(created === null ? null : formatTime(created)),
    Day: ofCommit(created === null ? null : formatDay(created)),
    Timestamp: ofCommit(created === null ? null : String(created)),
    CommitDate: ofCommit(committedAt === null ? null : formatTime(committedAt)),
    CommitTimestamp: ofCommit(committedAt === null ? null : String(committedAt)),
    IsSnapshot: { value: String(tag === null) },
    ProjectName: orMissing(source?.split("/").at(-1) ?? null, NO_REMOTE),
    GitURL: orMissing(source, NO_REMOTE)
  };
}
var NO_REMOTE = "but the checkout has no remote named origin; add one, or write the text itself";
function orMissing(value, missing) {
  return value === null ? { missing } : { value };
}
function shortCommit({ commit }) {
  return commit === null ? null : commit.slice(0, 7);
}
function whyNoCommit({ refused: refused2 }) {
  return refused2 === null ? "but there is no git commit here; check out the repository with its .git directory" : `but git cannot read this checkout: ${refused2}`;
}
function orDefault(key, usual) {
  return `or give it a default: {{.${key} | default "${usual}"}}`;
}
function whyNoTag(repository, key, usual = "dev") {
  const { ref, refused: refused2, tagPrefix } = repository;
  const advice = orDefault(key, usual);
  if (ref === null && refused2 !== null) return whyNoCommit(repository);
  if (ref === null) {
    const tag = tagPrefix === "" ? "no tag" : `no tag that begins with ${tagPrefix}`;
    return `but ${tag} points at this commit; build from a tag, fetch tags (actions/checkout: fetch-tags: true), ${advice}`;
  }
  return ref.startsWith("refs/tags/") ? `but this run is on ${ref}, which does not begin with ${tagPrefix}; run on such tags only, ${advice}` : `but this run is on ${ref}, which is not a tag; run on tags only, ${advice}`;
}
function versionPart(repository, version, key, read2) {
  const { tag } = repository;
  if (tag === null) return { missing: whyNoTag(repository, key, "0") };
  const value = version === null ? null : read2(version);
  if (value !== null) return { value };
  if (version !== null)
    return { missing: `but the tag ${tag} has no such number; tag it as v1.2.3, ${orDefault(key, "0")}` };
  const prefix = prefixIn(tag);
  const advice = prefix === null ? "tag a version" : `write tag-prefix: ${prefix}`;
  return {
    missing: `but the tag ${tag} is not a version such as v1.2.3; ${advice}, ${orDefault(key, "0")}`
  };
}
function rawVersion({ major, minor, patch }) {
  return minor === null || patch === null ? null : `${major}.${minor}.${patch}`;
}
function describeValue(repository) {
  const { tag, described } = repository;
  if (tag !== null) return { value: tag };
  switch (described.status) {
    case "described":
      return { value: described.text };
    case "cut off":
      return {
        missing: `but this clone is shallow and has no tag; fetch its history (actions/checkout: fetch-depth: 0), ${orDefault("Describe", "dev")}`
      };
    case "no tag":
      return orMissing(shortCommit(repository), whyNoCommit(repository));
  }
}
function formatDay(seconds) {
  return formatTime(seconds).replace(/T.*$/, "");
}
function formatTime(seconds) {
  return `${new Date(seconds * 1e3).toISOString().slice(0, -5)}Z`;
}

// src/declare/declare-contents.ts
function declareConfig(reader, labels, annotations, { directories, base }) {
  const env = reader.map("env", parseVariable);
  const accounts = declareAccounts(reader);
  return {
    ...declareCommand(reader, env, base),
    env,
    expose: unique(reader.each("expose", reader.items("expose"), parseExposed)),
    user: reader.value("user", (text2) => parseUserOf(text2, accounts), UNPRIVILEGED),
    ...declareDirectories(reader, directories),
    stopSignal: reader.value("stop-signal", parseSignal, null),
    healthcheck: reader.value("healthcheck", parseHealthcheck, null),
    accounts,
    labels,
    annotations: { ...standardLabels(labels), ...annotations }
  };
}
function declareCommand(reader, env, base) {
  const entrypoint = reader.words("entrypoint");
  const cmd = reader.words("cmd");
  const hasPath = env["PATH"] !== void 0 || reader.text("files") !== null || base.kind !== "scratch";
  for (const [input2, [program]] of [
    ["entrypoint", entrypoint],
    ["cmd", cmd]
  ]) {
    if (program === void 0) continue;
    if (program === "") reader.wrong(input2, "", "is an empty word; write a path such as /api");
    else if (/^\$|\{\{/.test(program))
      reader.wrong(input2, program, "is used as it is, because no shell expands it; write a path such as /api");
    else if (!program.startsWith("/") && !hasPath)
      reader.wrong(
        input2,
        program,
        `is not absolute, and scratch has no PATH; write /${program.replace(/^\.\//, "")}`
      );
  }
  const args = reader.words("args");
  if (cmd.length === 0) return { entrypoint: entrypoint.length === 0 ? null : entrypoint, args };
  for (const other of ["entrypoint", "args"])
    if (reader.asked(other))
      reader.contradiction(
        other,
        clause`and ${input("cmd")} cannot be used together; write ${input("entrypoint")} and ${input("args")}, or ${input("cmd")} alone`
      );
  const [tried] = reader.words("smoke-args");
  if (tried !== void 0 && !tried.startsWith("/") && !hasPath)
    reader.wrong(
      "smoke-args",
      tried,
      `replaces cmd, as with docker run; write the program first: ${cmd[0]} ${tried}`
    );
  return { entrypoint: [], args: cmd };
}
function declareLabels(reader, sources) {
  return { ...defaultLabels(sources), ...reader.map("labels", parsed, filledFrom(sources)) };
}
function declareAnnotations(reader, sources, document) {
  const refine = (line) => parseAnnotationLevel(line, document, sources.platforms);
  return reader.map("annotations", refine, filledFrom(sources));
}
function declareIndex(reader, labels, sources) {
  return {
    annotations: {
      ...standardLabels(labels),
      ...declareAnnotations(reader, sources, { level: "index" })
    },
    descriptorAnnotations: declareAnnotations(reader, sources, { level: "index-descriptor" })
  };
}
function filledFrom({ values, surroundings }) {
  return { repeats: "last wins", fill: (value) => fillTemplate(value, values, surroundings.env) };
}
function parseVariable(assignment) {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(assignment.name) ? parsed(assignment) : problem('is not a variable name; write NAME=value, with letters, digits and "_", and no digit first');
}
function parseVolume(text2) {
  const place2 = parseDirectorySpec(text2);
  return place2.ok && place2.value.path === "/" ? problem("is the whole image; write a directory such as /data") : place2;
}
function declareDirectories(reader, empty) {
  const workdir = reader.value("workdir", parseDirectorySpec, null);
  const volumes = reader.each("volumes", reader.items("volumes"), parseVolume);
  const directories = /* @__PURE__ */ new Map();
  const all = [
    ...workdir === null ? [] : [["workdir", workdir]],
    ...volumes.map((volume) => ["volumes", volume]),
    ...empty.map((directory2) => ["files", directory2])
  ];
  for (const [input2, directory2] of all) {
    const before = directories.get(directory2.path);
    const both = before === void 0 ? directory2 : merged(before, directory2);
    if (both === null) reader.wrong(input2, directory2.path, "has two modes or owners; write one");
    else directories.set(directory2.path, both);
  }
  return {
    workdir: workdir?.path ?? null,
    volumes: unique(volumes.map((volume) => volume.path)),
    emptyDirectories: unique(empty.map((directory2) => directory2.path)),
    directories: [...directories.values()].filter(({ mode, owner }) => mode !== null || owner !== null)
  };
}
function merged(one, other) {
  const modes = one.mode !== null && other.mode !== null && one.mode !== other.mode;
  const [a, b] = [one.owner, other.owner];
  const owners = a !== null && b !== null && (a.uid !== b.uid || a.gid !== b.gid);
  return modes || owners ? null : { path: one.path, mode: one.mode ?? other.mode, owner: a ?? b };
}
var STANDARD = "org.opencontainers.image.";
function standardLabels(labels) {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => key.startsWith(STANDARD)));
}
function defaultLabels({ surroundings, created, title }) {
  const { source, commit, tag } = surroundings.repository;
  const labels = {
    created: created === null ? null : formatTime(created),
    revision: commit,
    source: source === null ? null : source.replace(/\/\/[^/@]*@/, "//"),
    title,
    version: tag === null ? null : versionOf2(tag)
  };
  return Object.fromEntries(
    Object.entries(labels).flatMap(([key, value]) => value === null ? [] : [[STANDARD + key, value]])
  );
}
var ROOTS = ["auto", "mozilla", "system", "none"];
function declareCertificates(reader, directory2) {
  const extra = reader.items("extra-certificates");
  return {
    roots: reader.value("certificates", (text2) => parseRoots(text2, directory2), "auto"),
    extra: unique(extra.map((file2) => path30.resolve(directory2, file2)))
  };
}
function parseRoots(text2, directory2) {
  const known2 = ROOTS.find((root) => root === text2);
  if (known2 !== void 0) return parsed(known2);
  const meant = nearest(text2, ROOTS);
  if (meant !== null)
    return problem(`is unknown; did you mean "${meant}"? A file in this directory is written ./${text2}`);
  if (!/[/.]/.test(text2))
    return problem("is unknown; write auto, mozilla, system, none or the path of a PEM file");
  return parsed({ file: path30.resolve(directory2, text2) });
}
function declareSmoke(reader) {
  const given = reader.text("smoke-args") !== null;
  const args = reader.words("smoke-args");
  const http = reader.value("smoke-http", parseSmokeHttp, null);
  const env = reader.map("smoke-env", parseVariable);
  if (given || http !== null) return { args: given ? args : null, http, env };
  if (reader.asked("smoke-env") && !reader.asked("smoke-http")) {
    reader.contradiction(
      "smoke-env",
      clause`has no effect without ${input("smoke-args")} or ${input("smoke-http")}; write one of them`
    );
  }
  return null;
}

// src/declare/declare-files.ts
import path31 from "node:path";

// src/declare/capability-spec.ts
function parseCapabilitySpec(line) {
  const [text2 = "", file2, ...rest] = line.trim().split(/[ \t]+/);
  if (text2.startsWith("/"))
    return problem(`begins with a path; write the capabilities first: ${file2 ?? EXAMPLE2} ${text2}`);
  if (/^(?:setcap|-\w)/.test(text2))
    return problem(`has "${text2}", a word of a command; write ${EXAMPLE2} /path`);
  if (rest.length > 0)
    return problem(
      "has more than capabilities and one path; write capabilities with the same flags as cap_a,cap_b=+ep"
    );
  const capabilities = parseCapabilities(text2);
  if (!capabilities.ok) return capabilities;
  if (file2 === void 0) return parsed({ path: null, capabilities: capabilities.value });
  const place2 = parseImagePath(file2);
  if (!place2.ok) return problem(`has a path that ${place2.problem}`);
  return parsed({ path: place2.value, capabilities: capabilities.value });
}

// src/declare/link-spec.ts
function isLinkLine(line) {
  return /(?:^|\s)->(?:\s|$)/.test(line);
}
function parseLinkSpec(line, platform4) {
  const arrow = line.indexOf("->");
  const [written3, to] = [line.slice(0, arrow).trim(), line.slice(arrow + 2).trim()];
  if (written3 === "") {
    const [target = "", link4 = "/usr/bin/name"] = to.split(":").map((part) => part.trim());
    return problem(`has no link before "->"; write ${link4} -> ${target === "" ? "/target" : target}`);
  }
  if (to === "") return problem(`has no target behind "->"; write ${written3} -> /target`);
  if (isLinkLine(to)) return problem('has two "->"; write each link on a line of its own');
  if (/:0?[0-7]{3}(?::|$)/.test(to))
    return problem("has a mode, which a symbolic link does not have; write path -> target");
  const filled = fillTemplate(to, platformValues(platform4));
  if (!filled.ok) return filled;
  if (written3.endsWith("/"))
    return problem(`has a link that ends in a slash; write the whole path of the link`);
  const place2 = parseImagePath(written3);
  if (!place2.ok) return problem(`has a link that ${place2.problem}`);
  if (place2.value === "/") return problem("has a link in the place of the whole image; write another path");
  return parsed({ path: place2.value, target: filled.value });
}

// src/declare/files-line.ts
function parseFilesLine(line, directory2, platform4) {
  if (isLinkLine(line)) {
    const link4 = parseLinkSpec(line, platform4);
    return link4.ok ? parsed({ kind: "link", link: link4.value }) : link4;
  }
  const [path47 = "", second] = line.split(":").map((part) => part.trim());
  if (path47 === "" && second?.endsWith("/") === true)
    return problem(`has no source before the colon; for an empty directory write ${line.trim().slice(1)}`);
  const isPlace = path47.startsWith("/") && (second === void 0 || /^\d/.test(second));
  if (isPlace && path47.endsWith("/")) {
    const place2 = parseDirectorySpec(line);
    if (!place2.ok) return place2;
    return place2.value.path === "/" ? problem("is the whole image; write a directory such as /var/lib/api/") : parsed({ kind: "directory", directory: place2.value });
  }
  if (isPlace)
    return problem(
      `has no destination; write source:destination, or ${[`${path47}/`, ...line.split(":").slice(1)].join(":")} for an empty directory`
    );
  const file2 = parseFileSpec(line, directory2, platform4);
  return file2.ok ? parsed({ kind: "file", file: file2.value }) : file2;
}

// src/declare/declare-files.ts
var OWN_FILES = ["/etc/passwd", "/etc/group"];
var CERTIFICATES_FILE = "/etc/ssl/certs/ca-certificates.crt";
function declareFiles(reader, directory2, platform4) {
  const lines = reader.each("files", reader.lines("files"), (line) => parseFilesLine(line, directory2, platform4));
  return {
    files: lines.flatMap((line) => line.kind === "file" ? [line.file] : []),
    links: lines.flatMap((line) => line.kind === "link" ? [line.link] : []),
    directories: lines.flatMap((line) => line.kind === "directory" ? [line.directory] : [])
  };
}
function declareCapabilities(reader) {
  const specs = reader.each("capabilities", reader.lines("capabilities"), parseCapabilitySpec);
  for (const [at, { path: file2 }] of specs.entries()) {
    if (specs.findIndex((other) => other.path === file2) < at)
      reader.wrong(
        "capabilities",
        file2 ?? "the first binary",
        "has capabilities already; write them on one line"
      );
  }
  return specs;
}
function checkPlaces(reader, { source, base }, { files, links }, { workdir, volumes, emptyDirectories }) {
  const places = source.kind === "binary" ? [source] : source.mains.flatMap(({ name, directory: directory2 }) => name === null ? [] : [{ name, directory: directory2 }]);
  const binaries = places.map(binaryPath);
  const taken = new Map([
    ...binaries.map((place2) => [place2, "the binary"]),
    // The accounts of a base stay, and may be replaced.
    ...base.kind === "scratch" ? OWN_FILES.map((place2) => [place2, "a file of Bantam\u2019s own"]) : [],
    ...reader.text("certificates") === "none" ? [] : [
      [
        CERTIFICATES_FILE,
        clause`the certificates (${input("certificates", "none")} leaves them out)`
      ]
    ]
  ]);
  const wanted2 = [
    ...files.flatMap(placeOfFile),
    ...links.map((link4) => ({ line: `${link4.path} -> ${link4.target}`, place: link4.path, isFile: true }))
  ];
  for (const { line, place: place2, isFile: isFile2 } of wanted2) {
    const before = taken.get(place2);
    const under = binaries.find((binary) => place2.startsWith(`${binary}/`));
    if (before !== void 0 && (isFile2 || before !== "another file"))
      reader.wrong("files", line, clause`has the same place as ${before}; write another destination`);
    else if (under !== void 0)
      reader.wrong("files", line, `goes below the binary ${under}; write another destination`);
    if (before === void 0 && isFile2) taken.set(place2, "another file");
  }
  const directories = [
    ...volumes.map((place2) => ["volumes", place2]),
    ["workdir", workdir],
    ...emptyDirectories.map((place2) => ["files", place2])
  ];
  for (const [name, place2] of directories) {
    const before = place2 === null ? void 0 : taken.get(place2);
    if (place2 !== null && before !== void 0 && before !== "another file") {
      reader.wrong(
        name,
        place2,
        clause`is the place of ${before}, which is not a directory; write another one`
      );
    }
  }
}
function placeOfFile({ source, pattern, destination }) {
  const line = `${pattern === void 0 ? source : path31.join(source, ...pattern)}:${destination}`;
  if (!destination.endsWith("/")) return [{ line, place: destination, isFile: true }];
  return pattern === void 0 ? [{ line, place: `${destination}${path31.basename(source)}`, isFile: false }] : [];
}

// src/declare/output.ts
import path32 from "node:path";
function parseOutput(text2, cwd) {
  const given = text2.trim();
  if (/^(?:oci|oci-archive|docker-archive|docker-daemon):|^(?:type|dest)=/.test(given)) {
    return problem("is more than a path; write the path alone, ending in .tar for an archive");
  }
  if (/\.(?:tar\.\w+|tgz|txz)$/i.test(given))
    return problem("is a compressed archive; write a path that ends in .tar");
  if (given.includes("\0")) return problem("contains a NUL character; remove it");
  return parsed({ kind: given.endsWith(".tar") ? "archive" : "layout", path: path32.resolve(cwd, given) });
}

// src/declare/push.ts
var PUBLISHING_EVENTS = ["push", "release", "workflow_dispatch", "schedule"];
function shouldPush(wish, { surface, event }, hasReferences) {
  switch (wish) {
    case "true":
      return true;
    case "false":
      return false;
    case "auto":
      return surface === "action" && hasReferences && event !== null && PUBLISHING_EVENTS.includes(event);
  }
}
function pushReason(wish, occasion, references) {
  switch (occasion.surface) {
    case "action":
      return reasonInJob(wish, occasion, references);
    case "terminal": {
      if (wish !== "auto" || references.length === 0) return null;
      return clause`nothing was pushed, since on a terminal only ${input("push")} does that; it would push ${named(references)}`;
    }
  }
}
function reasonInJob(wish, occasion, references) {
  const { event } = occasion;
  if (shouldPush(wish, occasion, references.length > 0)) {
    const why = wish === "auto" ? clause` and the event is ${event ?? ""}` : clause``;
    return clause`this run pushes ${named(references)} if nothing fails, since ${input("push", wish)}${why}`;
  }
  if (wish === "false") return clause`this run does not push, since ${input("push", wish)}`;
  if (references.length === 0)
    return clause`this run does not push, since neither ${input("image")} nor a full reference in ${input("tags")} is given`;
  const seen = event === null ? clause`GITHUB_EVENT_NAME is not set` : clause`the event is ${event}`;
  return clause`this run does not push, since ${seen}, and ${input("push", wish)} pushes on ${listed2(PUBLISHING_EVENTS)} only`;
}
function listed2(words2) {
  return `${words2.slice(0, -1).join(", ")} and ${words2.at(-1)}`;
}
function named(references) {
  const [first, ...others] = references.map(formatReference);
  if (first === void 0) return "nothing";
  return others.length === 0 ? first : `${first} and ${others.length} more`;
}

// src/declare/tag-template.ts
var LONGEST_TAG = 128;
function fillTag(text2, values, env) {
  const filled = fillParts(text2, values, env);
  if (!filled.ok) return filled;
  const keys = filled.value.filter((part) => part.action !== null);
  if (keys.length > 0 && keys.every((part) => part.text === "")) return parsed(null);
  const [name, tag] = splitAtTag(filled.value);
  const cleaned = [];
  for (const { text: text3, action } of tag) {
    const clean2 = action === null || text3 === "" ? text3 : slug(text3);
    if (clean2 === null)
      return problem(`has ${action}, which is "${text3}" here and leaves nothing for a tag; write another`);
    cleaned.push({ text: clean2, action });
  }
  return parsed([...name, ...shortened2(cleaned)].map((part) => part.text).join(""));
}
function splitAtTag(parts) {
  const marked = parts.findLastIndex(({ text: text2, action }) => action === null && /[:/]/.test(text2));
  const mark = parts[marked];
  if (mark === void 0) {
    const isReference = parts.some(
      ({ text: text2, action }) => action?.includes(".Env.") === true && text2.includes(":")
    );
    return isReference ? [parts, []] : [[], parts];
  }
  const colon = mark.text.lastIndexOf(":");
  if (colon < mark.text.lastIndexOf("/")) return [parts, []];
  const before = { text: mark.text.slice(0, colon + 1), action: null };
  const after = { text: mark.text.slice(colon + 1), action: null };
  return [
    [...parts.slice(0, marked), before],
    [after, ...parts.slice(marked + 1)]
  ];
}
function shortened2(parts) {
  const excess = parts.reduce((sum, part) => sum + part.text.length, 0) - LONGEST_TAG;
  const lengths = parts.map((part) => part.action === null ? 0 : part.text.length);
  const longest = lengths.indexOf(Math.max(...lengths));
  const { text: value = "", action = null } = parts[longest] ?? {};
  if (action === null || excess <= 0 || value.length <= excess) return parts;
  const kept = value.slice(0, value.length - excess).replace(/-+$/, "");
  return parts.map((part, at) => at === longest ? { ...part, text: kept } : part);
}

// src/declare/declare-publish.ts
function declareRepositories(reader) {
  return reader.each("image", reader.items("image"), parseRepository);
}
function declarePublish(reader, surroundings, repositories, values) {
  const references = declareReferences(reader, surroundings, repositories, values);
  const wish = reader.choice("push", ["auto", "true", "false"]);
  const push = shouldPush(wish, surroundings, references.length > 0);
  if (push && reader.text("image") === null && references.length === 0) {
    const example = input("image", "ghcr.io/owner/name");
    reader.contradiction("push", clause`needs a repository to publish to; write ${example}`);
  }
  return {
    push,
    references,
    load: reader.boolean("load"),
    output: reader.value("output", (text2) => parseOutput(text2, surroundings.cwd), null),
    credentials: declareCredentials(reader),
    githubToken: reader.text("github-token")
  };
}
function declareReferences(reader, surroundings, repositories, values) {
  const items = reader.items("tags");
  const rule = items.find((item) => item.startsWith("type="));
  if (rule !== void 0)
    reader.wrong(
      "tags",
      rule,
      "is a rule of docker/metadata-action, not a tag; write one such as {{.Version}}"
    );
  const tags = rule === void 0 ? items : items.filter((item) => !/^\w+=/.test(item));
  const asked = reader.each("tags", tags, (text2) => {
    const filled = fillTag(text2, values, surroundings.env);
    if (!filled.ok) return filled;
    if (filled.value === null) return parsed(null);
    return looksLikeReference(filled.value) ? parseTagged(filled.value) : parseTag(filled.value);
  });
  const kept = asked.filter((item) => item !== null);
  const full = kept.filter((item) => typeof item !== "string");
  const bare = kept.filter((item) => typeof item === "string");
  const identifiers = kept.length === 0 ? [defaultTag(surroundings)] : bare;
  for (const repository of repositories) {
    const name = formatRepository(repository);
    if (identifiers.length === 0 && !full.some((reference) => formatRepository(reference) === name)) {
      reader.wrong(
        "image",
        name,
        clause`gets no tag: ${input("tags")} has only references to other repositories; write a tag for it`
      );
    }
  }
  const all = [
    ...repositories.flatMap((repository) => identifiers.map((identifier) => ({ ...repository, identifier }))),
    ...full
  ];
  return [...new Map(all.map((reference) => [formatReference(reference), reference])).values()];
}
function parseTagged(text2) {
  if (text2.includes("@")) return problem("has a digest, which follows from the image; write a tag");
  if (text2.startsWith(":")) return problem(`begins with ":", which a tag cannot; write ${text2.slice(1)}`);
  if (/^[^.:]+\/[^:]*$/.test(text2))
    return problem(
      `has a slash, which a tag cannot have; write ${slug(text2) ?? "a tag"}, or ${text2}:latest if it is a repository`
    );
  return parseReference(text2);
}
function defaultTag({ pullRequest, repository: { tag, branch, ref } }) {
  if (pullRequest !== null) return `pr-${pullRequest}`;
  return slug(tag ?? tagNamedBy(ref) ?? branch ?? "latest") ?? "latest";
}
function tagNamedBy(ref) {
  return /^refs\/tags\/(.+)$/s.exec(ref ?? "")?.[1] ?? null;
}
function declareCredentials(reader) {
  const username = reader.text("registry-username");
  const password = reader.text("registry-password");
  if (username === null && password === null) return null;
  if (username === null) {
    reader.contradiction(
      "registry-password",
      clause`needs a user name; write ${input("registry-username")} too`
    );
  } else if (password === null) {
    reader.contradiction(
      "registry-username",
      clause`needs a password; write ${input("registry-password")} too, or leave both out`
    );
  } else if (username.includes(":")) {
    reader.wrong(
      "registry-username",
      username,
      "has a colon, which a user name cannot have; write the part before it"
    );
  } else {
    return { username, password };
  }
  return null;
}

// src/declare/declare-toolchain.ts
import path33 from "node:path";

// src/declare/go-version.ts
var NAMES2 = ["stable", "oldstable"];
var COMPARATOR = /^(?:>=|<=|>|<|=|\^|~)?(\d+)(?:\.(\d+|x|\*)(?:\.(\d+|x|\*)|(?:rc|beta)\d+)?)?$/;
var EXAMPLE4 = "write 1.26.8, 1.26, 1.26.x, >=1.25, stable or oldstable";
function parseGoVersion(text2) {
  const given = text2.trim();
  if (NAMES2.includes(given)) return parsed(given);
  const bare = /^(?:go|v)(\d.*)$/.exec(given)?.[1];
  if (bare !== void 0) return problem(`has a prefix; write ${bare}`);
  if (given === "latest") return problem("is not a Go version; write stable");
  const comparators = given.replace(/(>=|<=|>|<|=|\^|~)\s+/g, "$1").split(/\s*\|\|\s*|\s+/);
  for (const comparator of comparators) {
    const match = COMPARATOR.exec(comparator);
    if (match === null) {
      const meant = nearest(given, NAMES2);
      return problem(`is not a Go version${meant === null ? `; ${EXAMPLE4}` : `; did you mean "${meant}"?`}`);
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

// src/declare/upx-settings.ts
var DEFAULT_UPX_ARGS = ["--best", "--lzma"];
var PINNED_UPX = "4.2.4";
var KNOWN_GOOD_UPX = ["4.2.4", "4.2.2"];
var OTHER_WORK = ["decompress", "list", "test", "fileinfo", "version", "help", "license", "sysinfo"];
function parseUpxArgs(words2) {
  const noFlag = words2.find((word) => !/^--?[a-zA-Z0-9]/.test(word));
  if (noFlag !== void 0)
    return problem(`has "${noFlag}", which is not a flag; write flags such as --best --lzma`);
  const refused2 = words2.find((word) => !packs(word));
  return refused2 === void 0 ? parsed(words2) : problem(`has ${refused2}, which packs nothing or elsewhere; leave it out`);
}
function packs(word) {
  return word.startsWith("--") ? !OTHER_WORK.includes(word.slice(2)) : /^-[1-9fqv]+$/.test(word);
}
function parseUpxVersion(text2) {
  const given = text2.trim();
  if (/^\d+\.\d+\.\d+$/.test(given)) return parsed(given);
  const bare = /^v(\d+\.\d+\.\d+)$/.exec(given)?.[1];
  return problem(
    bare === void 0 ? "is not an exact UPX version; write three numbers such as 4.2.4" : `has a prefix; write ${bare}`
  );
}
function parseSha256(text2) {
  const given = text2.trim().replace(/^sha256:/, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(given) ? parsed(given) : problem("is not a SHA-256; write 64 hexadecimal digits, as `sha256sum` prints them");
}

// src/declare/declare-toolchain.ts
function declareGo(reader, directory2) {
  if (reader.asked("go-version") && reader.asked("go-version-file")) {
    reader.contradiction(
      "go-version",
      clause`and ${input("go-version-file")} cannot be used together; write one of them`
    );
  }
  const file2 = reader.text("go-version-file");
  return {
    version: reader.value("go-version", parseGoVersion, null),
    versionFile: file2 === null ? null : path33.resolve(directory2, file2),
    downloadUrl: reader.value("go-download-url", parseDownloadUrl, null)
  };
}
function declarePack(reader) {
  const mode = reader.choice("pack", ["auto", "require", "off"]);
  for (const name of ["upx-version", "upx-args", "upx-sha256", "upx-download-url"]) {
    if (mode === "off" && reader.asked(name)) {
      reader.contradiction(name, clause`has no effect with ${input("pack", "off")}; leave one of them out`);
    }
  }
  if (mode !== "off" && reader.asked("upx-sha256") && !reader.asked("upx-version")) {
    reader.contradiction(
      "upx-sha256",
      clause`is the hash of one version; write that version in ${input("upx-version")}`
    );
  }
  const words2 = reader.words("upx-args");
  const args = parseUpxArgs(words2);
  if (!args.ok) reader.wrong("upx-args", reader.text("upx-args") ?? "", args.problem);
  return {
    mode,
    upxVersion: reader.value("upx-version", parseUpxVersion, null),
    upxSha256: reader.value("upx-sha256", parseSha256, null),
    upxArgs: words2.length === 0 ? DEFAULT_UPX_ARGS : words2,
    upxDownloadUrl: reader.value("upx-download-url", parseDownloadUrl, null)
  };
}

// src/declare/sbom.ts
import path34 from "node:path";
var CHOICES = ["embedded", "file", "referrer", "none"];
function declareSbom(reader) {
  const asked = reader.each("sbom", unique(reader.items("sbom")), (text2) => parseChoice(text2, CHOICES));
  if (asked.length > 1 && asked.includes("none"))
    reader.wrong("sbom", "none", "cannot stand beside others; write it alone, or leave it out");
  return CHOICES.filter((choice) => choice !== "none").filter((choice) => asked.includes(choice));
}
function checkSbom(reader, { sbom, publish }, { report, sboms }) {
  if (sbom.includes("referrer")) {
    if (reader.text("image") === null && publish.references.length === 0)
      reader.wrong(
        "sbom",
        "referrer",
        clause`goes to the registry of the image, and no image is named; write ${input("image", "ghcr.io/owner/name")}`
      );
    else if (reader.surface === "terminal" && !publish.push)
      reader.wrong(
        "sbom",
        "referrer",
        clause`is pushed after the image, and nothing is pushed; write ${input("push")} too`
      );
  }
  if (sbom.includes("file") && report === null)
    reader.wrong(
      "sbom",
      "file",
      clause`is written beside the report, and none is written; write ${input("report", "out/bantam.json")}`
    );
  if (report !== null && sboms.includes(report))
    reader.wrong("report", report, "is where the SBOM goes; write another name");
}
function sbomFiles(report, platforms) {
  const directory2 = path34.dirname(report);
  return platforms.map((platform4) => {
    const slug2 = platforms.length === 1 ? "" : `-${formatPlatform(platform4).replaceAll("/", "-")}`;
    return path34.join(directory2, `sbom${slug2}.spdx.json`);
  });
}

// src/declare/trust.ts
var ACCEPTING_EVENTS = [
  "create",
  "push",
  "release",
  "repository_dispatch",
  "schedule",
  "workflow_dispatch"
];
function isOthersCode({ event, pullRequest }) {
  return pullRequest !== null || event !== null && !ACCEPTING_EVENTS.includes(event);
}

// src/declare/tags-wanted.ts
var DESCRIBING = /\.(?:Describe|Summary)\b/;
function tagsWanted({ values }) {
  const prefix = parseTagPrefix(values["tag-prefix"] ?? "");
  const templates = [values.ldflags, values.labels, values.annotations, values.tags];
  return {
    // A wrong prefix is reported when the inputs are checked.
    prefix: prefix.ok ? prefix.value : "",
    describe: templates.some((text2) => DESCRIBING.test(text2 ?? ""))
  };
}
function parseTagPrefix(text2) {
  const given = text2.trim();
  if (given.startsWith("refs/tags/"))
    return problem(`begins with refs/tags/, which is in no tag; write ${given.slice("refs/tags/".length)}`);
  if (/[*?[]/.test(given))
    return problem(
      `is a pattern; write what the tags begin with, such as ${given.replace(/[*?[].*$/, "") || "svc/"}`
    );
  if (given.includes("{{")) return problem("is not a template; write the text itself, such as svc/");
  if (/(?:^|[-_/@])v?\d+(?:\.\d+)*$/.test(given))
    return problem("has a version; write what stands before it, such as svc/");
  if (given.startsWith("-") || given.startsWith("/") || /\.\.|\/\/|@\{|[\s\p{Cc}~^:\\]/u.test(given))
    return problem("cannot begin a git tag; write one such as svc/");
  return parsed(given);
}

// src/declare/image-spec.ts
var LAST_SECOND = 253402300799;
function declareImage(given, surroundings) {
  const reader = readerOf(given);
  const directory2 = workingDirectoryOf(given, surroundings);
  const created = declareCreated(reader, surroundings);
  const values = sourceValues(surroundings, created);
  reader.value("tag-prefix", parseTagPrefix, "");
  const [firstPlatform, ...otherPlatforms] = declarePlatforms(reader);
  const platforms = [firstPlatform, ...otherPlatforms];
  const repositories = declareRepositories(reader);
  const budget = declareBudget(reader, platforms);
  const source = declareSource(reader, directory2, firstPlatform);
  const name = nameOf2(source);
  const title = name ?? titleOf(repositories, surroundings);
  const shared = {
    name,
    workingDirectory: directory2,
    go: declareGo(reader, directory2),
    pack: declarePack(reader),
    compile: declareCompile(reader, source, surroundings, values),
    base: declareBase(reader, directory2),
    certificates: declareCertificates(reader, directory2),
    timezones: reader.choice("timezones", ["auto", "all", "none"]),
    layerCompression: reader.choice("layer-compression", ["gzip", "zstd"]),
    budget,
    onOverBudget: reader.choice("on-over-budget", ["fail", "fail-if-grown", "warn"]),
    baseline: declareBaseline(reader, surroundings, source, repositories, budget),
    smoke: declareSmoke(reader),
    othersCode: isOthersCode(surroundings),
    publish: declarePublish(reader, surroundings, repositories, values),
    sbom: declareSbom(reader),
    created,
    revision: surroundings.repository.commit
  };
  const run2 = declareRun(reader, surroundings, shared, platforms);
  const sources = { surroundings, created, title, values, platforms };
  const labels = declareLabels(reader, sources);
  const declarePlatform = (platform4) => {
    const own = { ...shared, platform: platform4, source: declareSource(reader, directory2, platform4) };
    const manifest = declareAnnotations(reader, sources, { level: "manifest", platform: platform4 });
    const placed = declareFiles(reader, directory2, platform4);
    const { base } = shared;
    const config = declareConfig(reader, labels, manifest, { ...placed, base });
    checkPlaces(reader, own, placed, config);
    const capabilities = declareCapabilities(reader);
    const descriptorAnnotations = declareAnnotations(reader, sources, {
      level: "manifest-descriptor",
      platform: platform4
    });
    const { files, links } = placed;
    return { ...own, config, files, links, capabilities, descriptorAnnotations };
  };
  const spec = {
    ...shared,
    platforms: [declarePlatform(firstPlatform), ...otherPlatforms.map(declarePlatform)],
    index: declareIndex(reader, labels, sources),
    binaries: declareBinaries(reader, surroundings.cwd, values, {
      output: shared.publish.output?.path ?? null,
      report: run2.report
    })
  };
  checkSbom(reader, spec, run2);
  const problems = reader.problems();
  return problems.length === 0 ? { ok: true, spec, run: run2 } : { ok: false, problems };
}
function workingDirectoryOf({ values }, { cwd }) {
  return path35.resolve(cwd, values["working-directory"] ?? ".");
}
function declareCreated(reader, { env, repository }) {
  const epoch = env["SOURCE_DATE_EPOCH"] ?? "";
  if (epoch === "") return repository.committedAt;
  if (/^\d{1,12}$/.test(epoch) && Number(epoch) <= LAST_SECOND) return Number(epoch);
  reader.wrong(
    "SOURCE_DATE_EPOCH",
    epoch,
    "is not a number of seconds since 1970; write one such as 1700000000"
  );
  return null;
}
function declareBudget(reader, platforms) {
  const text2 = reader.listed("budget");
  if (text2 === null) return { kind: "undeclared" };
  const budget = parseBudget(text2, platforms);
  if (budget.ok) return budget.value;
  for (const { line, because } of budget.wrong) reader.wrong("budget", line, because);
  return { kind: "undeclared" };
}
function declareBase(reader, directory2) {
  const inheritsUser = reader.text("user") === null;
  return reader.value("base", (text2) => parseBase(text2, directory2, inheritsUser), SCRATCH);
}
function nameOf2(source) {
  switch (source.kind) {
    case "binary":
      return source.name;
    case "main":
      return source.mains[0]?.name ?? null;
  }
}
function titleOf(repositories, { repository }) {
  return (repositories[0]?.repository ?? repository.source)?.split("/").at(-1) ?? null;
}
function declareRun(reader, surroundings, { publish: { push, references }, sbom }, platforms) {
  const { env, cwd, event, base } = surroundings;
  const report = reader.text("report");
  const wish = !reader.asked("push") ? "auto" : push ? "true" : "false";
  const temporary = env["RUNNER_TEMP"] ?? "";
  const usual = reader.surface === "action" && temporary !== "" ? path35.join(temporary, "bantam.json") : null;
  const weighIn = report === null ? usual : path35.resolve(cwd, report);
  return {
    report: weighIn,
    sboms: weighIn !== null && sbom.includes("file") ? sbomFiles(weighIn, platforms) : [],
    cache: reader.boolean("cache"),
    branch: event === "push" ? base.branch : null,
    summary: reader.boolean("summary"),
    pushReason: pushReason(wish, surroundings, references),
    comment: declareComment(reader, surroundings)
  };
}

// src/declare/highest-tag.ts
var import_semver5 = __toESM(require_semver(), 1);
function highestTag(tags) {
  const [best] = tags.map((tag, age) => ({ tag, age, version: versionIn(tag) })).toSorted((a, b) => compare(b.version, a.version) || a.age - b.age);
  return best?.tag ?? null;
}
function versionIn(tag) {
  const match = /^(.*[-_/@]|[a-z]+)??v?(\d+)(\.\d+)?(\.\d+)?([-+].*)?$/i.exec(tag);
  if (match === null) return null;
  const [, prefix, major = "", minor = ".0", patch = ".0", rest = ""] = match;
  const version = import_semver5.default.parse(`${major}${minor}${patch}${rest}`, { loose: true });
  if (version === null) return null;
  return { version, isWhole: match[4] !== void 0, hasPrefix: prefix !== void 0 && prefix !== "" };
}
function compare(a, b) {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return Number(a.isWhole) - Number(b.isWhole) || Number(b.hasPrefix) - Number(a.hasPrefix) || import_semver5.default.compare(a.version, b.version) || // semver does not order build numbers, but people expect b10 to be above b5.
  a.version.build.join(".").localeCompare(b.version.build.join("."), "en", { numeric: true });
}

// src/host/git.ts
import path36 from "node:path";

// src/host/git-reason.ts
function gitReason({
  stderr,
  timedOut,
  stoodStill
}) {
  if (timedOut || stoodStill) return "git took too long";
  const lines = stderr.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const said = lines.find((line) => /^(?:fatal|error):/.test(line)) ?? lines.at(-1) ?? "git does not say why";
  const reason = said.replace(/^(?:fatal|error): /, "").replace(/\/\/[^/@\s]*@/g, "//***@").replace(/\.$/, "");
  return ownershipReason(stderr) ?? reason;
}
function ownershipReason(stderr) {
  const place2 = /git config --global --add safe\.directory (.+)/.exec(stderr)?.[1]?.trim();
  return place2 === void 0 ? null : `it has dubious ownership: another user owns ${place2}; run git config --global --add safe.directory ${place2}`;
}

// src/host/git.ts
var STANDSTILL_MS = 6e4;
async function consultGit(host, directory2, ...args) {
  const top = findCheckout(host, directory2);
  if (top === null) return { status: "none" };
  try {
    const { exitCode, stdout } = await start(host, top, args);
    const value = exitCode === 0 ? stdout.trim() : "";
    if (value !== "") return { status: "ok", value };
    if (exitCode === 0) return { status: "none" };
    const usable = await start(host, top, ["rev-parse", "--git-dir"]);
    return usable.exitCode === 0 ? { status: "none" } : { status: "refused", why: gitReason(usable) };
  } catch (cause) {
    if (cause instanceof Failure && cause.code === "missing-tool")
      return { status: "refused", why: "git is not on PATH" };
    throw cause;
  }
}
async function askGit(host, directory2, ...args) {
  const answer = await consultGit(host, directory2, ...args);
  return answer.status === "ok" ? answer.value : null;
}
async function runGit(host, directory2, args, { timeoutMs, config = {} } = {}) {
  const top = findCheckout(host, directory2);
  if (top === null)
    throw new Failure(
      "bad-input",
      { what: clause`${directory2} does not lie in the checkout of a git repository` },
      { fields: { directory: directory2 } }
    );
  return start(host, top, args, timeoutMs, config);
}
function start(host, top, args, timeoutMs, config = {}) {
  const still = Object.entries(QUIET).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const env = childEnvironment(host, "git", {
    LC_ALL: "C",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "",
    // Git looks for a repository in `top` and not above it.
    GIT_CEILING_DIRECTORIES: path36.dirname(top)
  });
  return run(host, "git", ["--no-pager", ...still, ...args], {
    cwd: top,
    env: withGitConfig(env, config),
    ...timeoutMs === void 0 ? { standstillMs: STANDSTILL_MS } : { timeoutMs }
  });
}
var QUIET = {
  "safe.bareRepository": "explicit",
  "core.fsmonitor": "false",
  "core.hooksPath": "/dev/null",
  "core.pager": "cat",
  "core.editor": ":",
  "core.askPass": "",
  "core.alternateRefsCommand": ":",
  "credential.interactive": "false",
  "log.showSignature": "false",
  "gpg.program": "false",
  "diff.external": "",
  "protocol.ext.allow": "never",
  "submodule.recurse": "false",
  "fetch.recurseSubmodules": "false",
  "gc.auto": "0",
  "maintenance.auto": "false"
};
function withGitConfig(env, config) {
  const names = Object.keys(config);
  if (names.length === 0) return env;
  const before = Number(env["GIT_CONFIG_COUNT"] ?? 0);
  const from = Number.isSafeInteger(before) && before > 0 ? before : 0;
  const pairs = Object.entries(config).flatMap(([name, value], at) => [
    [`GIT_CONFIG_KEY_${from + at}`, name],
    [`GIT_CONFIG_VALUE_${from + at}`, value]
  ]);
  return { ...env, ...Object.fromEntries(pairs), GIT_CONFIG_COUNT: `${from + names.length}` };
}
function isCommit(value) {
  return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

// src/host/change-start.ts
async function readChangeStart(host, directory2, event, { branch }) {
  if (host.surface === "terminal") return { commit: await mergeBase(host, directory2), branch: null };
  const { env } = host;
  const target = env["GITHUB_BASE_REF"] ?? "";
  if (event.pullRequest !== null || target !== "")
    return { commit: await startOfPullRequest(host, directory2, event.pullRequest), branch: target || null };
  if (event.mergeGroup !== null) {
    const { base, branch: into } = event.mergeGroup;
    return { commit: base === null ? unknown("the event names no base_sha") : known(base), branch: into };
  }
  const own = env["GITHUB_REF_TYPE"] === "tag" ? null : branch;
  return { commit: beforePush(env["GITHUB_EVENT_NAME"] ?? "unnamed", event), branch: own };
}
async function startOfPullRequest(host, directory2, pull) {
  const [first, second, ...others] = await parentsOfHead(host, directory2);
  const isMerge = second !== void 0 && others.length === 0;
  const head = pull?.head ?? null;
  if (first !== void 0 && isMerge && (head === null || head === second)) return known(first);
  if (pull !== null && pull.base !== null) return known(pull.base);
  return unknown("the checkout is not a merge commit, and the event names no base");
}
async function parentsOfHead(host, directory2) {
  const commit = await askGit(host, directory2, "cat-file", "commit", "HEAD") ?? "";
  const [head = ""] = commit.split("\n\n");
  return [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].flatMap(
    ([, parent]) => isCommit(parent) ? [parent] : []
  );
}
function beforePush(name, { before }) {
  if (name !== "push") return { status: "none", why: `the event ${name} is about no earlier commit` };
  if (before === null) return unknown("the event names no commit before the push");
  return /^0+$/.test(before) ? { status: "none", why: "nothing was there before this push" } : known(before);
}
async function mergeBase(host, directory2) {
  const commit = await askGit(host, directory2, "merge-base", "HEAD", "refs/remotes/origin/HEAD");
  if (isCommit(commit)) return known(commit);
  return unknown(
    "git knows no commit that HEAD shares with origin/HEAD, which `git remote set-head origin --auto` sets"
  );
}
function known(commit) {
  return { status: "known", commit };
}
function unknown(why) {
  return { status: "unknown", why };
}

// src/host/event.ts
import { readFileSync as readFileSync2 } from "node:fs";
function readEvent({ env }) {
  const event = asPayload(payloadOf(env["GITHUB_EVENT_PATH"] ?? "")) ?? {};
  const pull = asPayload(event["pull_request"]);
  const group = asPayload(event["merge_group"]);
  return {
    pullRequest: pull === null ? null : {
      number: typeof pull["number"] === "number" ? pull["number"] : null,
      base: commitOf(asPayload(pull["base"])?.["sha"]),
      head: commitOf(asPayload(pull["head"])?.["sha"])
    },
    mergeGroup: group === null ? null : { base: commitOf(group["base_sha"]), branch: branchOf(group["base_ref"]) },
    before: commitOf(event["before"])
  };
}
function payloadOf(file2) {
  if (file2 === "") return null;
  try {
    return JSON.parse(readFileSync2(file2, "utf8"));
  } catch {
    return null;
  }
}
function asPayload(value) {
  return typeof value === "object" && value !== null ? value : null;
}
function commitOf(value) {
  return isCommit(value) ? value : null;
}
function branchOf(ref) {
  return typeof ref === "string" && ref.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : null;
}

// src/host/repository.ts
async function readSurroundings(host, workingDirectory, wanted2 = ALL_TAGS) {
  const event = readEvent(host);
  const repository = await readRepository(host, workingDirectory, wanted2);
  return {
    surface: host.surface,
    cwd: host.cwd,
    env: host.env,
    event: host.env["GITHUB_EVENT_NAME"] ?? null,
    pullRequest: event.pullRequest?.number ?? pullRequestOf(host.env),
    repository,
    base: await readChangeStart(host, workingDirectory, event, repository)
  };
}
function pullRequestOf({ GITHUB_REF: ref = "" }) {
  const number = /^refs\/pull\/(\d{1,15})\//.exec(ref)?.[1];
  return number === void 0 ? null : Number(number);
}
var ALL_TAGS = { prefix: "", describe: false };
async function readRepository(host, directory2, { prefix, describe }) {
  const [head, tags, branch, remote, described] = await Promise.all([
    consultGit(host, directory2, "log", "-1", "--format=%H %ct"),
    askGit(host, directory2, ...TAGS_OF_HEAD),
    askGit(host, directory2, "symbolic-ref", "--short", "HEAD"),
    askGit(host, directory2, "remote", "get-url", "origin"),
    describe ? describeHead(host, directory2, prefix) : { status: "no tag" }
  ]);
  const [commit = null, seconds] = head.status === "ok" ? head.value.split(" ") : [];
  const { env } = host;
  const ref = refOf(host);
  const run2 = ref === null ? null : nameOf3(ref);
  return {
    commit: commit ?? env["GITHUB_SHA"] ?? null,
    committedAt: seconds === void 0 ? null : Number(seconds),
    tag: tagOf(run2 === null ? tags?.split("\n") ?? [] : run2.tag === null ? [] : [run2.tag], prefix),
    tagPrefix: prefix,
    described,
    branch: env["GITHUB_HEAD_REF"] || (run2?.branch ?? branch),
    source: sourceOf(env, commit, webAddress(remote)),
    ref,
    refused: head.status === "refused" ? head.why : null
  };
}
function tagOf(tags, prefix) {
  return highestTag(tags.flatMap((tag) => withoutPrefix(tag, prefix) ?? []));
}
function withoutPrefix(tag, prefix) {
  return tag.startsWith(prefix) && tag.length > prefix.length ? tag.slice(prefix.length) : null;
}
async function describeHead(host, directory2, prefix) {
  const match = prefix === "" ? [] : [`--match=${prefix}*`];
  const [text2, shallow] = await Promise.all([
    // The length does not depend on how many objects the clone has.
    askGit(host, directory2, "describe", "--tags", "--long", "--abbrev=7", ...match),
    askGit(host, directory2, "rev-parse", "--is-shallow-repository")
  ]);
  if (text2 !== null) return { status: "described", text: withoutPrefix(text2, prefix) ?? text2 };
  return { status: shallow === "true" ? "cut off" : "no tag" };
}
var TAGS_OF_HEAD = [
  "for-each-ref",
  "--points-at=HEAD",
  "--sort=-creatordate",
  "--format=%(refname:strip=2)",
  "refs/tags"
];
function refOf({ surface, env }) {
  const ref = env["GITHUB_REF"] ?? "";
  if (ref !== "") return ref;
  const name = env["GITHUB_REF_NAME"] ?? "";
  if (name !== "") return `refs/${env["GITHUB_REF_TYPE"] === "tag" ? "tags" : "heads"}/${name}`;
  return surface === "action" ? env["GITHUB_SHA"] ?? "a commit" : null;
}
function nameOf3(ref) {
  const [, kind, name = null] = /^refs\/(tags|heads|pull)\/(.+)$/s.exec(ref) ?? [];
  return { tag: kind === "tags" ? name : null, branch: kind === "tags" ? null : name };
}
function sourceOf(env, commit, remote) {
  const name = env["GITHUB_REPOSITORY"] ?? "";
  if (name === "") return remote;
  const own = `${env["GITHUB_SERVER_URL"] ?? "https://github.com"}/${name}`;
  if (commit === null) return own;
  if (remote !== null) return isSameRepository(remote, own) ? own : remote;
  return (env["GITHUB_SHA"] ?? commit) === commit ? own : null;
}
function isSameRepository(remote, own) {
  const [there, here] = [URL.parse(remote.toLowerCase()), URL.parse(own.toLowerCase())];
  if (there === null || here === null || there.pathname !== here.pathname) return false;
  return there.hostname === here.hostname || !there.hostname.includes(".");
}
function webAddress(remote) {
  const parts = /^(?:(?:https?|ssh|git):\/\/(?:[^@/]*@)?|[\w.-]+@)([\w.-]+)(?::\d+)?[:/](.+?)(?:\.git)?\/?$/.exec(
    remote ?? ""
  );
  return parts === null ? null : `https://${parts[1]}/${parts[2]}`;
}

// src/commands/declare.ts
async function declare(host, given) {
  const directory2 = workingDirectoryOf(given, host);
  const surroundings = await readSurroundings(host, directory2, tagsWanted(given));
  const declared = declareImage(given, surroundings);
  const { refused: refused2 } = surroundings.repository;
  if (refused2 !== null)
    host.log.warning(`The commit, tag and remote of the checkout are left out, because ${refused2}.`);
  const problems = [...declared.ok ? [] : declared.problems, ...await checkDirectory(given, directory2)];
  if (!declared.ok || problems.length > 0) throw problemsFailure(problems);
  const outOfPlace = await pathsOutOfPlace(host, declared.spec, declared.run);
  if (outOfPlace.length > 0) throw problemsFailure(outOfPlace);
  const { credentials, githubToken } = declared.spec.publish;
  for (const secret of [credentials?.password, githubToken]) if (secret != null) host.log.secret(secret);
  checkSource(host, declared.spec.platforms[0]);
  return declared;
}
function checkSource(host, { source, compile: compile2, workingDirectory }) {
  switch (source.kind) {
    case "main":
      return checkPrograms(host, compile2, workingDirectory);
    case "binary":
      return;
  }
}
async function checkDirectory({ values }, directory2) {
  const status = await stat7(directory2).catch(() => null);
  if (status?.isDirectory() === true) return [];
  const why = status === null ? "is not there" : "is no directory";
  const value = values["working-directory"] ?? ".";
  return [wrongValue("working-directory", value, `${why}; write the directory of the service`)];
}

// src/host/side-work.ts
async function withSideWork(host, work) {
  const begun = [];
  const stop = new AbortController();
  const begin = (started) => {
    begun.push(started);
    started.catch(() => {
    });
    return started;
  };
  try {
    return await work(stoppedBy(host, stop.signal), begin);
  } catch (error) {
    stop.abort();
    throw error;
  } finally {
    await Promise.allSettled(begun);
  }
}
function stoppedBy(host, signal) {
  return { ...host, stop: host.stop === void 0 ? signal : AbortSignal.any([host.stop, signal]) };
}
function unstoppable(host) {
  return { ...host, stop: void 0 };
}

// src/host/open-inside.ts
import { constants } from "node:fs";
import { open as open5, readlink as readlink2 } from "node:fs/promises";
var NotInside = class extends Error {
};
async function openInside(roots, file2) {
  const handle = await open5(file2, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const opened = await readlink2(`/proc/self/fd/${handle.fd}`).catch(() => file2);
    if (!(await handle.stat()).isFile() || !roots.some((root) => isInside(root, opened)))
      throw new NotInside(opened);
    return handle;
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

// src/host/match-files.ts
import { lstat, readdir as readdir5, realpath as realpath6 } from "node:fs/promises";
import path38 from "node:path";

// src/host/files-refusal.ts
import { isUtf8 } from "node:buffer";
import path37 from "node:path";
function filesRefusal(file2, why, { fix, cause } = {}) {
  const source = path37.join(file2.source, ...file2.pattern ?? []);
  return new Failure(
    "bad-input",
    { what: clause`${input("files")} cannot add ${source} to the image as ${file2.destination}`, why, fix },
    { cause, fields: { input: "files", file: source } }
  );
}
function refuseOutOfPlace(file2, workspace, end) {
  if (!workspace.some((root) => isInside(root, end))) throw outside(file2, end);
  if (leadsIntoGit(file2.source, end))
    throw filesRefusal(file2, clause`it leads to ${end}, where git keeps what it logs in with`, {
      fix: clause`remove the link`
    });
}
function textOf(file2, bytes, what) {
  if (isUtf8(bytes)) return bytes.toString();
  throw filesRefusal(file2, what(bytes.toString()));
}
function outside(file2, place2) {
  return filesRefusal(file2, clause`it leads to ${place2}, which is outside the workspace`, {
    fix: clause`copy it into the workspace`
  });
}

// src/host/match-files.ts
async function matchFiles(file2, workspace) {
  const { pattern, ...line } = file2;
  if (pattern === void 0) return [file2];
  const found = await findBelow(file2, pattern, workspace);
  if (found.length === 0)
    throw filesRefusal(file2, clause`it matches no file`, { fix: clause`write a pattern that does` });
  return withoutNested(found).map((below2) => ({
    ...line,
    source: path38.join(file2.source, below2),
    destination: `${file2.destination}${below2}`
  }));
}
async function findBelow(file2, pattern, workspace) {
  const found = /* @__PURE__ */ new Set();
  try {
    const start2 = await realpath6(file2.source);
    refuseOutOfPlace(file2, workspace, start2);
    await visit({ file: file2, pattern, start: start2, found, seen: /* @__PURE__ */ new Set() }, "", 0);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw filesRefusal(file2, clause`${whyNotRead(cause)}`, { cause });
  }
  return [...found].toSorted(byBytes);
}
async function visit(search, below2, at) {
  const { pattern, start: start2, found, seen } = search;
  const key = `${at} ${below2}`;
  if (seen.has(key)) return;
  seen.add(key);
  const wanted2 = pattern[at];
  if (wanted2 === void 0) return;
  const isLast = at === pattern.length - 1;
  const directory2 = path38.join(start2, below2);
  if (!hasWildcard(wanted2)) {
    const place2 = path38.join(below2, wanted2);
    const status = await lstat(path38.join(start2, place2)).catch(() => null);
    if (status !== null && isLast) found.add(place2);
    else if (status?.isDirectory() === true) await visit(search, place2, at + 1);
    return;
  }
  if (wanted2 === ANY_DEPTH && !isLast) await visit(search, below2, at + 1);
  for (const entry of await readdir5(directory2, { withFileTypes: true, encoding: "buffer" })) {
    const name = textOf(
      search.file,
      entry.name,
      (text2) => clause`it looks at ${directory2}/${text2}, whose name is not UTF-8`
    );
    const place2 = path38.join(below2, name);
    if (wanted2 === ANY_DEPTH) {
      if (name.startsWith(".")) continue;
      if (entry.isDirectory()) await visit(search, place2, at);
      else if (isLast) found.add(place2);
    } else if (fitsName(wanted2, name)) {
      if (isLast) found.add(place2);
      else if (entry.isDirectory()) await visit(search, place2, at + 1);
    }
  }
}
function withoutNested(found) {
  const all = new Set(found);
  return found.filter((place2) => {
    for (let at = path38.dirname(place2); at !== "."; at = path38.dirname(at)) if (all.has(at)) return false;
    return true;
  });
}

// src/host/read-tree.ts
import { lstat as lstat2, readdir as readdir6, readlink as readlink3, realpath as realpath7, stat as stat8 } from "node:fs/promises";
import path39 from "node:path";
async function readTree(file2, workspace) {
  try {
    const source = await realpath7(file2.source);
    refuseOutOfPlace(file2, workspace, source);
    if ((await stat8(source)).isDirectory()) {
      const destination2 = file2.destination === "/" ? "" : file2.destination.replace(/\/$/, "");
      refuseWhiteout(file2, destination2);
      return await readDirectory({ file: file2, workspace, root: source }, source, destination2);
    }
    const destination = file2.destination.endsWith("/") ? `${file2.destination}${path39.basename(file2.source)}` : file2.destination;
    refuseWhiteout(file2, destination);
    return [await readEntry({ file: file2, workspace, root: null }, source, destination)].flat();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof NotInside) throw outside(file2, cause.message);
    throw filesRefusal(file2, clause`${whyNotRead(cause)}`, { cause });
  }
}
function refuseWhiteout(file2, destination) {
  if (destination.split("/").some((name) => name.startsWith(".wh.")))
    throw filesRefusal(file2, clause`it has a name that deletes files in an image`, { fix: clause`rename it` });
}
async function readDirectory(walk, directory2, destination) {
  const entries = destination === "" ? [] : [{ kind: "directory", mode: 493, ...place(walk.file, destination) }];
  const names = await readdir6(directory2, { encoding: "buffer" });
  for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
    const text2 = textOf(
      walk.file,
      name,
      (shown) => clause`it holds ${directory2}/${shown}, whose name is not UTF-8`
    );
    const below2 = path39.join(directory2, text2);
    if (text2.startsWith(".wh."))
      throw filesRefusal(walk.file, clause`it holds ${below2}, a name that deletes files in an image`, {
        fix: clause`rename it`
      });
    if (text2 === ".git")
      throw filesRefusal(walk.file, clause`it holds ${below2}, which can hold a token of the job`, {
        fix: clause`name what the service needs`
      });
    entries.push(...await readEntry(walk, below2, `${destination}/${text2}`));
  }
  return entries;
}
async function readEntry(walk, source, destination) {
  var _stack = [];
  try {
    const { file: file2 } = walk;
    const status = await lstat2(source);
    if (status.isDirectory()) return readDirectory(walk, source, destination);
    if (status.isSymbolicLink()) {
      const target = textOf(
        file2,
        await readlink3(source, { encoding: "buffer" }),
        () => clause`it holds the link ${source}, whose target is not UTF-8`
      );
      if (!await staysInside(walk.root, source, target))
        throw filesRefusal(file2, clause`it holds the link ${source} to ${target}, which leads out of it`, {
          fix: clause`copy what it points to`
        });
      return [{ kind: "symlink", mode: 511, target, ...place(file2, destination) }];
    }
    if (!status.isFile())
      throw filesRefusal(file2, clause`it holds ${source}, which is no file, directory or link`, {
        fix: clause`leave it out`
      });
    const mode = file2.mode ?? ((status.mode & 64) === 0 ? 420 : 493);
    const handle = __using(_stack, await openInside(walk.workspace, source), true);
    return [{ kind: "file", mode, bytes: await handle.readFile(), ...place(file2, destination) }];
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    var _promise = __callDispose(_stack, _error, _hasError);
    _promise && await _promise;
  }
}
function place({ uid, gid }, destination) {
  return { path: destination, uid, gid };
}
async function staysInside(root, link4, target) {
  if (root === null || path39.isAbsolute(target)) return false;
  if (!isInside(root, path39.resolve(path39.dirname(link4), target))) return false;
  try {
    return isInside(root, await realpath7(link4));
  } catch {
    return true;
  }
}

// src/image/files-layer.ts
var BASE_DIRECTORIES = [
  ...[CERTIFICATES_PATH, ZONES_PATH].flatMap((file2) => parents(file2)),
  ...parents(`${ZONE_FILES_PATH}/UTC`)
];
var ACCOUNT_FILES = ["/etc/passwd", "/etc/group"];
function filesEntries(files, { user, accounts, workdir, volumes, emptyDirectories, directories }, binaries, base) {
  const own = standingDirectories(user, accounts, base);
  const standing2 = new Map(own.map((directory2) => [directory2.path, directory2]));
  const homes = [...standing2.keys()].flatMap((path47) => [...parents(path47), path47]);
  const taken = [...homes, ...BASE_DIRECTORIES];
  const tree = /* @__PURE__ */ new Map();
  for (const entry of files) {
    const there = tree.get(entry.path);
    if (there !== void 0 && !(there.kind === "directory" && entry.kind === "directory"))
      return problem({
        why: clause`"${entry.path}" is given twice`,
        fix: clause`give one of the two another destination`
      });
    tree.set(entry.path, isPlainDirectory(entry) ? standing2.get(entry.path) ?? entry : entry);
  }
  const written3 = ACCOUNT_FILES.find((path47) => tree.has(path47));
  if (written3 !== void 0 && accounts.length > 0)
    return problem({
      why: clause`"${written3}" comes with ${input("files")}, and ${input("accounts")} writes it`,
      fix: clause`leave one of the two out`
    });
  for (const path47 of [workdir, ...volumes, ...emptyDirectories]) {
    if (path47 === null || path47 === "/") continue;
    if (isDirectoryOf(base, path47) && !directories.some((directory2) => directory2.path === path47)) continue;
    const there = tree.get(path47);
    if (there !== void 0 && there.kind !== "directory")
      return problem({
        why: clause`"${path47}" must be a directory for the service, but ${input("files")} adds it as a ${there.kind}`
      });
    tree.set(path47, serviceDirectory(path47, user, directories, standing2.get(path47)));
  }
  for (const path47 of Array.from(tree.keys())) {
    for (const parent of parents(path47)) {
      const there = tree.get(parent);
      if (there !== void 0 && there.kind !== "directory")
        return problem({
          why: clause`"${path47}" cannot be put below "${parent}", which ${input("files")} adds as a ${there.kind}`
        });
      const directory2 = standing2.get(parent);
      if (directory2 !== void 0 && there === void 0) tree.set(parent, directory2);
    }
  }
  for (const path47 of taken) {
    const there = tree.get(path47);
    if (there !== void 0 && there.kind !== "directory")
      return problem({
        why: clause`"${path47}" is a directory of the image, and cannot be replaced by a ${there.kind}`
      });
  }
  for (const path47 of binaries.map(binaryPath)) {
    const above = parents(path47).find((parent) => (tree.get(parent)?.kind ?? "directory") !== "directory");
    if (above !== void 0)
      return problem({
        why: clause`"${path47}" is where a binary goes, and ${input("files")} adds "${above}" as a ${tree.get(above)?.kind ?? "file"}`
      });
    const isIn = (other2) => other2 !== null && `${other2}/`.startsWith(`${path47}/`);
    if (![...taken, ...tree.keys()].some(isIn)) continue;
    const other = isIn(workdir) ? input("workdir") : volumes.some(isIn) ? input("volumes") : "something else";
    return problem({
      why: clause`"${path47}" is where a binary goes and ${other} too`,
      fix: clause`give the binary another name, as in ${input("main", ".=server")}`
    });
  }
  return parsed([...tree.values()]);
}
function isDirectoryOf(base, path47) {
  if (base === void 0) return false;
  const found = lookUp(base, path47, ROOT);
  return found.kind === "found" && found.entry.kind === "directory";
}
function isPlainDirectory({ kind, uid, gid }) {
  return kind === "directory" && uid === 0 && gid === 0;
}
function serviceDirectory(path47, user, directories, standing2) {
  const asked = directories.find((directory2) => directory2.path === path47);
  if (asked === void 0 && path47 === TEMPORARY_DIRECTORY.path) return TEMPORARY_DIRECTORY;
  const { uid, gid } = asked?.owner ?? user;
  return { kind: "directory", path: path47, mode: asked?.mode ?? standing2?.mode ?? 493, uid, gid };
}

// src/commands/steps/files.ts
async function readFiles(host, { files, links, workingDirectory }) {
  const workspace = await workspaceRoots(host, workingDirectory);
  const found = (await Promise.all(files.map((file2) => matchFiles(file2, workspace)))).flat();
  const entries = (await Promise.all(found.map((file2) => readTree(file2, workspace)))).flat();
  return [...entries, ...links.map(link2)];
}
function link2({ path: path47, target }) {
  return { kind: "symlink", path: path47, mode: 511, uid: 0, gid: 0, target };
}
function arrangeFiles({ config, capabilities, sbom, on }, files, binaries) {
  const entries = filesEntries(files, config, binaries, on?.tree);
  if (!entries.ok) throw onePlace(entries.problem);
  if (sbom.includes("embedded")) {
    const programs = binaries.map((binary) => ({ kind: "file", path: binaryPath(binary) }));
    const place2 = checkSbomPlace([...entries.value, ...programs]);
    if (!place2.ok) throw onePlace({ why: clause`${place2.problem}` });
    placedOn2(on, [SBOM]);
  }
  return placedOn2(on, withCapabilities(entries.value, capabilities, binaries.map(binaryPath), on));
}
var SBOM = { kind: "file", path: SBOM_PATH, mode: 420, uid: 0, gid: 0, bytes: new Uint8Array() };
function placedOn2(on, entries) {
  if (on === void 0) return entries;
  const placed = layOver(on.tree, entries);
  if (!placed.ok) throw onePlace({ why: clause`${placed.problem}` });
  return placed.value;
}
function withCapabilities(entries, capabilities, binaries, on) {
  const wanted2 = new Map(
    capabilities.flatMap((spec) => spec.path === null ? [] : [[spec.path, spec]])
  );
  const [first] = binaries;
  if (first !== void 0 && wanted2.has(first) && capabilities.some(({ path: path47 }) => path47 === null))
    throw noFile(
      first,
      clause`is the first binary, which has capabilities already`,
      clause`write them on one line`
    );
  for (const path47 of binaries) wanted2.delete(path47);
  const given = entries.map((entry) => {
    const spec = wanted2.get(entry.path);
    if (spec === void 0 || entry.kind !== "file") return entry;
    wanted2.delete(entry.path);
    return { ...entry, capabilities: spec.capabilities };
  });
  for (const path47 of wanted2.keys()) {
    const there = entries.find((entry) => entry.path === path47);
    const files = [...binaries, ...entries.flatMap((entry) => entry.kind === "file" ? [entry.path] : [])];
    if (there === void 0 && on?.tree.get(path47)?.kind === "file")
      throw noFile(
        path47,
        clause`is a file of ${on.name}, which stays as it is`,
        clause`write the path of a file that this run adds`
      );
    throw there === void 0 ? noFile(
      path47,
      clause`is not in the image${didYouMean(path47, files)}`,
      clause`write the path of a file, such as ${files[0] ?? "/api"}`
    ) : noFile(path47, clause`is a ${there.kind}`, clause`write the path of a file`);
  }
  return given;
}
function noFile(path47, because, fix) {
  return new Failure(
    "bad-input",
    { what: clause`${input("capabilities")} "${path47}" ${because}`, fix },
    { fields: { input: "capabilities", value: path47 } }
  );
}
function onePlace(clauses) {
  return new Failure(
    "bad-input",
    { what: clause`two things want one place in the image`, ...clauses },
    { fields: { input: "files" } }
  );
}

// src/binary/elf-bytes.ts
function sectionBytes(section, bytes) {
  if (section.type === SHT_NOBITS) return null;
  return orWhenOutOfBytes(
    () => slice(bytes, section.offset, section.size),
    () => null
  );
}
function bytesAtAddress(segments, bytes, address) {
  const segment = segments.find(
    ({ type, address: start2, fileSize: fileSize2 }) => type === PT_LOAD && address >= start2 && address < start2 + BigInt(fileSize2)
  );
  if (segment === void 0) return null;
  const skipped = Number(address - segment.address);
  return slice(bytes, segment.offset + skipped, segment.fileSize - skipped);
}
function placeOfAddress(segments, address) {
  const segment = segments.find(
    ({ type, address: start2, fileSize: fileSize2 }) => type === PT_LOAD && address >= start2 && address < start2 + BigInt(fileSize2)
  );
  return segment === void 0 ? null : segment.offset + Number(address - segment.address);
}
function rangeOfAddress(segments, address, length) {
  const segment = segments.find(
    (one) => one.type === PT_LOAD && address >= one.address && address + BigInt(Math.trunc(length)) <= one.address + BigInt(one.fileSize)
  );
  if (segment === void 0 || !Number.isSafeInteger(length)) return null;
  const start2 = segment.offset + Number(address - segment.address);
  return { start: start2, end: start2 + length };
}
function addressOfPlace(segments, place2) {
  const segment = segments.find(
    ({ type, offset, fileSize: fileSize2 }) => type === PT_LOAD && place2 >= offset && place2 < offset + fileSize2
  );
  return segment === void 0 ? null : segment.address + BigInt(place2 - segment.offset);
}
function restOfSegment(segments, bytes, at) {
  const segment = segments.find(
    ({ type, offset, fileSize: fileSize2 }) => type === PT_LOAD && at >= offset && at < offset + fileSize2
  );
  return segment === void 0 ? null : bytes.subarray(at, segment.offset + segment.fileSize);
}
function isWritable(segment) {
  return segment.type === PT_LOAD && (segment.flags & PF_W) !== 0;
}

// src/binary/module-info.ts
function parseModuleInfo(text2) {
  let path47 = null;
  const modules = [];
  const settings = /* @__PURE__ */ new Map();
  for (const line of text2.split("\n")) {
    const [kind = "", ...fields] = line.split("	");
    switch (kind) {
      case "path":
        path47 = fields.join("	");
        break;
      case "mod":
      case "dep":
        modules.push({ kind, module: moduleOf(fields) });
        break;
      case "=>": {
        const replaced = modules.pop();
        if (replaced === void 0) break;
        const { path: path48, version } = moduleOf(fields);
        modules.push({ ...replaced, module: { ...replaced.module, replacedBy: { path: path48, version } } });
        break;
      }
      case "build": {
        const setting = settingOf(fields.join("	"));
        if (setting !== null) settings.set(...setting);
        break;
      }
    }
  }
  return {
    path: path47,
    main: modules.find(({ kind }) => kind === "mod")?.module ?? null,
    dependencies: modules.filter(({ kind }) => kind === "dep").map(({ module }) => module),
    settings: Object.fromEntries(settings)
  };
}
function moduleOf([path47 = "", version = "", sum = ""]) {
  return { path: path47, version, sum: sum === "" ? null : sum, replacedBy: null };
}
function settingOf(field) {
  const match = /^(?<key>"(?:[^"\\]|\\.)*"|`[^`]*`|[^=]*)=(?<value>.*)$/.exec(field);
  return match?.groups === void 0 ? null : [unquote(match.groups["key"] ?? ""), unquote(match.groups["value"] ?? "")];
}
function unquote(quoted) {
  if (quoted.length < 2) return quoted;
  if (quoted.startsWith("`") && quoted.endsWith("`")) return quoted.slice(1, -1);
  if (!(quoted.startsWith('"') && quoted.endsWith('"'))) return quoted;
  return quoted.slice(1, -1).replace(ESCAPE, (escape, kind) => {
    const code = Number.parseInt(escape.slice(2), 16);
    if ("xuU".includes(kind[0] ?? "")) return code <= 1114111 ? String.fromCodePoint(code) : "\uFFFD";
    return SIMPLE_ESCAPES[kind] ?? kind;
  });
}
var ESCAPE = /\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)/g;
var SIMPLE_ESCAPES = {
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "	",
  v: "\v"
};

// src/binary/build-info.ts
var MAGIC = Buffer.from("\xFF Go buildinf:", "latin1");
var ALIGNMENT = 16;
var HEADER_SIZE = 32;
var MAX_STRING = 16 * 1024 * 1024;
function readBuildInfo(elf, bytes) {
  return orWhenOutOfBytes(
    () => {
      const data = findBuildInfo(elf, bytes);
      if (data === null) return null;
      const [goVersion, moduleInfo] = readStrings(data, elf, bytes);
      return goVersion.length === 0 ? null : { goVersion: utf8(goVersion), ...parseModuleInfo(withoutSentinels(moduleInfo)) };
    },
    () => null
  );
}
function findBuildInfo(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const segment = elf.segments.find(isWritable);
  const data = section !== void 0 ? sectionBytes(section, bytes) : segment !== void 0 ? slice(bytes, segment.offset, segment.fileSize) : null;
  if (data === null) return null;
  const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = searched.indexOf(MAGIC); at !== -1; at = searched.indexOf(MAGIC, at + 1)) {
    if (at % ALIGNMENT === 0) return data.subarray(at);
  }
  return null;
}
function readStrings(data, elf, bytes) {
  const header = words(data, 4, true);
  const flags = header.u8(15);
  if ((flags & 2) !== 0) {
    const version = readCounted(data, HEADER_SIZE);
    return [version.content, readCounted(data, version.end).content];
  }
  const pointers = words(data, header.u8(14) === 4 ? 4 : 8, (flags & 1) === 0);
  const read2 = (at) => readGoString(pointers.word(at), pointers, elf, bytes);
  return [read2(16), read2(16 + pointers.size)];
}
function readCounted(data, at) {
  let length = 0;
  let next = at;
  for (let scale = 1; ; scale *= 128) {
    const byte = data[next++];
    if (byte === void 0 || scale > MAX_STRING) throw new OutOfBytes(`a length at ${at}`);
    length += (byte & 127) * scale;
    if (byte < 128) break;
  }
  return { content: slice(data, next, Math.min(length, MAX_STRING + 1)), end: next + length };
}
function readGoString(header, pointers, elf, bytes) {
  const at = (address) => bytesAtAddress(elf.segments, bytes, address) ?? new Uint8Array();
  const fields = words(at(header), pointers.size, pointers.littleEndian);
  return slice(at(fields.word(0)), 0, fields.offset(pointers.size));
}
function withoutSentinels(moduleInfo) {
  const { length } = moduleInfo;
  return length >= 33 && moduleInfo[length - 17] === 10 ? utf8(moduleInfo.subarray(16, length - 16)) : "";
}

// src/binary/architecture.ts
function architectureOf(machine2, bits, littleEndian) {
  const found = ARCHITECTURES.find(
    (known2) => known2.machine === machine2 && known2.bits === bits && known2.littleEndian === littleEndian
  );
  return found?.architecture ?? null;
}
var ARCHITECTURES = [
  { architecture: "386", machine: EM_386, bits: 32, littleEndian: true },
  { architecture: "mips", machine: EM_MIPS, bits: 32, littleEndian: false },
  { architecture: "mipsle", machine: EM_MIPS, bits: 32, littleEndian: true },
  { architecture: "mips64", machine: EM_MIPS, bits: 64, littleEndian: false },
  { architecture: "mips64le", machine: EM_MIPS, bits: 64, littleEndian: true },
  { architecture: "ppc64", machine: EM_PPC64, bits: 64, littleEndian: false },
  { architecture: "ppc64le", machine: EM_PPC64, bits: 64, littleEndian: true },
  { architecture: "s390x", machine: EM_S390, bits: 64, littleEndian: false },
  { architecture: "arm", machine: EM_ARM, bits: 32, littleEndian: true },
  { architecture: "amd64", machine: EM_X86_64, bits: 64, littleEndian: true },
  { architecture: "arm64", machine: EM_AARCH64, bits: 64, littleEndian: true },
  { architecture: "riscv64", machine: EM_RISCV, bits: 64, littleEndian: true },
  { architecture: "loong64", machine: EM_LOONGARCH, bits: 64, littleEndian: true }
];

// src/binary/file-kind.ts
function fileKind(bytes) {
  if (bytes.byteLength === 0) return "an empty file";
  const start2 = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8)).toString("latin1");
  const known2 = KINDS.find((kind) => kind.starts.some((magic) => start2.startsWith(magic)));
  return known2?.is ?? "not an ELF file, which every program for Linux is";
}
var KINDS = [
  {
    is: "an archive of object files, which is what go build writes for a package that is not main",
    starts: ["!<arch>\n"]
  },
  { is: "a script, and scratch has no interpreter to run it", starts: ["#!"] },
  {
    is: "a macOS program (Mach-O)",
    starts: [
      "\xCF\xFA\xED\xFE",
      "\xCE\xFA\xED\xFE",
      "\xFE\xED\xFA\xCF",
      "\xFE\xED\xFA\xCE",
      "\xCA\xFE\xBA\xBE"
    ]
  },
  { is: "a Windows program (PE)", starts: ["MZ"] },
  { is: "a WebAssembly module", starts: ["\0asm"] },
  { is: "a gzip archive", starts: ["\x8B"] },
  { is: "a zip archive", starts: ["PK"] }
];

// src/binary/elf.ts
var MAX_SEGMENTS = 1024;
var MAX_DYNAMIC_ENTRIES = 4096;
var MAX_SECTION_NAME = 256;
var MAX_PATH = 4096;
function readElf(bytes, name = "the binary") {
  if (!isElf(bytes))
    throw new Failure(
      "unreadable-binary",
      { what: clause`${name} is ${fileKind(bytes)}` },
      { fields: { file: name } }
    );
  return orWhenOutOfBytes(
    () => readHeaders(bytes, name),
    (cause) => {
      throw new Failure(
        "unreadable-binary",
        {
          what: clause`${name} is an ELF file that is damaged or cut short`,
          why: clause`its headers point beyond its ${bytes.byteLength} bytes`,
          fix: clause`build or copy it again`
        },
        { cause, fields: { file: name } }
      );
    }
  );
}
function readHeaders(bytes, name) {
  const [wordSize, byteOrder] = [bytes[EI_CLASS], bytes[EI_DATA]];
  if (wordSize !== ELFCLASS32 && wordSize !== ELFCLASS64 || byteOrder !== ELFDATA2LSB && byteOrder !== ELFDATA2MSB) {
    throw new Failure(
      "unreadable-binary",
      { what: clause`${name} is an ELF file of an unknown word size or byte order` },
      { fields: { file: name } }
    );
  }
  const bits = wordSize === ELFCLASS64 ? 64 : 32;
  const littleEndian = byteOrder === ELFDATA2LSB;
  const file2 = words(bytes, bits === 64 ? 8 : 4, littleEndian);
  const machine2 = file2.u16(18);
  const segments = readSegments(file2, bytes);
  const dynamic = readDynamic(segments, file2);
  return {
    bits,
    littleEndian,
    abi: file2.u8(EI_OSABI),
    type: file2.u16(16),
    machine: machine2,
    architecture: architectureOf(machine2, bits, littleEndian),
    entry: file2.word(24),
    segments,
    sections: readSections(file2, bytes),
    interpreter: readInterpreter(segments, bytes),
    neededLibraries: neededLibraries(dynamic, segments, bytes),
    isPie: dynamic.some(({ tag, value }) => tag === DT_FLAGS_1 && (value & DF_1_PIE) !== 0n)
  };
}
function readSegments(file2, bytes) {
  const wide = file2.size === 8;
  const table = file2.offset(wide ? 32 : 28);
  const entrySize = file2.u16(wide ? 54 : 42);
  const count = Math.min(file2.u16(wide ? 56 : 44), MAX_SEGMENTS);
  return Array.from({ length: count }, (_, index) => {
    const at = table + index * entrySize;
    const segment = wide ? {
      type: file2.u32(at),
      flags: file2.u32(at + 4),
      offset: file2.offset(at + 8),
      address: file2.word(at + 16),
      fileSize: file2.offset(at + 32),
      memorySize: file2.word(at + 40)
    } : {
      type: file2.u32(at),
      flags: file2.u32(at + 24),
      offset: file2.offset(at + 4),
      address: file2.word(at + 8),
      fileSize: file2.offset(at + 16),
      memorySize: file2.word(at + 20)
    };
    if (segment.type === PT_LOAD) slice(bytes, segment.offset, segment.fileSize);
    return segment;
  });
}
function readSections(file2, bytes) {
  return orWhenOutOfBytes(
    () => {
      const wide = file2.size === 8;
      const table = file2.offset(wide ? 40 : 32);
      const entrySize = file2.u16(wide ? 58 : 46);
      const count = table === 0 ? 0 : file2.u16(wide ? 60 : 48);
      const at = (index) => table + index * entrySize;
      const offsetOf = (index) => file2.offset(at(index) + (wide ? 24 : 16));
      const names = count === 0 ? 0 : offsetOf(file2.u16(wide ? 62 : 50));
      return Array.from({ length: count }, (_, index) => ({
        name: text(bytes, names + file2.u32(at(index)), MAX_SECTION_NAME),
        type: file2.u32(at(index) + 4),
        flags: file2.word(at(index) + 8),
        address: file2.word(at(index) + (wide ? 16 : 12)),
        offset: offsetOf(index),
        size: file2.offset(at(index) + (wide ? 32 : 20))
      }));
    },
    () => []
  );
}
function readInterpreter(segments, bytes) {
  const segment = segments.find(({ type }) => type === PT_INTERP);
  return segment === void 0 ? null : text(bytes, segment.offset, Math.min(segment.fileSize, MAX_PATH));
}
function readDynamic(segments, file2) {
  const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
  if (dynamic === void 0) return [];
  const found = [];
  const entries = Math.min(Math.floor(dynamic.fileSize / (2 * file2.size)), MAX_DYNAMIC_ENTRIES);
  for (let index = 0; index < entries; index++) {
    const at = dynamic.offset + index * 2 * file2.size;
    const tag = file2.offset(at);
    if (tag === DT_NULL) break;
    found.push({ tag, value: file2.word(at + file2.size) });
  }
  return found;
}
function neededLibraries(dynamic, segments, bytes) {
  const needed = dynamic.flatMap(({ tag, value }) => tag === DT_NEEDED ? [value] : []);
  const table = dynamic.findLast(({ tag }) => tag === DT_STRTAB);
  const strings = table === void 0 ? null : bytesAtAddress(segments, bytes, table.value);
  return needed.map(
    (offset) => strings === null || offset >= BigInt(strings.byteLength) ? "a library without a name" : text(strings, Number(offset), MAX_PATH)
  );
}

// src/pack/upx-unpack.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import { copyFile, chmod, readFile as readFile6, rm as rm9, stat as stat9, writeFile as writeFile3 } from "node:fs/promises";
import path40 from "node:path";

// src/pack/upx-header.ts
var MAGIC2 = Buffer.from("UPX!", "latin1");
var PACK_HEADER = 32;
var TAIL = 64;
function readUpxHeader(bytes) {
  const file2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file2.length < 128 || !isElf(file2)) return null;
  const from = file2.length - TAIL;
  const at = file2.subarray(from).lastIndexOf(MAGIC2);
  if (at < 0) return null;
  const header = file2.subarray(from + at, from + at + PACK_HEADER);
  if (header.length < PACK_HEADER) return null;
  const little = file2[EI_DATA] === ELFDATA2LSB;
  return {
    version: header.readUInt8(4),
    originalSize: little ? header.readUInt32LE(24) : header.readUInt32BE(24)
  };
}
function hasUpxLoader(bytes) {
  const file2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file2.length < 128 || !isElf(file2)) return false;
  const wide = file2[EI_CLASS] === ELFCLASS64;
  const u16 = (at) => file2[EI_DATA] === ELFDATA2LSB ? file2.readUInt16LE(at) : file2.readUInt16BE(at);
  const headers = (wide ? 64 : 52) + u16(wide ? 54 : 42) * u16(wide ? 56 : 44);
  return headers + 8 <= file2.length && file2.subarray(headers + 4, headers + 8).equals(MAGIC2);
}

// src/pack/upx-process.ts
var STANDSTILL_MS2 = 12e4;
var LONGEST3 = 200;
function exceptionIn(output) {
  const said = /\w*Exception(?:: [^\n]*)?/.exec(output)?.[0];
  return said === void 0 ? null : said.replace(/[^\x20-\x7e]/g, "").trim().slice(0, LONGEST3);
}

// src/pack/upx-unpack.ts
function upxUnpacker(host, findUpx) {
  let upx;
  return {
    name: "upx",
    recognizes: hasUpxLoader,
    unpack: async (bytes) => unpack(host, await (upx ??= findUpx()), { bytes })
  };
}
var BOUNDS2 = {
  maxBytes: 1e9,
  seconds: 60,
  standstillMs: STANDSTILL_MS2,
  maxMemory: 4 * 1024 ** 3
};
async function unpack(host, upx, packed, bounds = BOUNDS2) {
  const bytes = "bytes" in packed ? packed.bytes : await readPacked(packed.file);
  const header = readUpxHeader(bytes);
  if (header === null)
    return {
      why: hasUpxLoader(bytes) ? "it was packed by UPX and changed afterwards, so that UPX cannot unpack it" : "it was not packed by UPX"
    };
  if (upx === null) return { why: "it was packed by UPX, and no UPX was found to unpack it" };
  if (header.originalSize > bounds.maxBytes)
    return {
      why: `it unpacks to ${header.originalSize} bytes, and the limit is ${bounds.maxBytes}`
    };
  const input2 = path40.join(host.temporary, `packed-${randomBytes3(8).toString("hex")}`);
  const output = `${input2}.linked`;
  try {
    await put(packed, input2);
    const fault = faultOf(await runUpx(host, upx, input2, output, bounds), upx, bounds);
    return fault === null ? await readLinked(output, bytes, header.originalSize) : { why: fault };
  } finally {
    await Promise.all([input2, output].map((file2) => rm9(file2, { force: true })));
  }
}
async function readPacked(file2) {
  try {
    return await readFile6(file2);
  } catch (cause) {
    throw new Failure(
      "bad-input",
      { what: clause`${file2} could not be unpacked`, why: clause`${whyNotRead(cause)}` },
      { cause, fields: { file: file2 } }
    );
  }
}
async function put(packed, input2) {
  try {
    if ("bytes" in packed) await writeFile3(input2, packed.bytes, { mode: 448, flag: "wx" });
    else await copyFile(packed.file, input2);
    await chmod(input2, 448);
  } catch (cause) {
    throw whyNotWritten(input2, cause);
  }
}
var LIMITED = 'ulimit -f "$1" && { ulimit -v "$2" 2>/dev/null || :; } && ulimit -t "$3" && shift 3 && exec "$@"';
function runUpx(host, { command }, input2, output, { maxBytes, seconds, standstillMs, maxMemory }) {
  const limits = [Math.ceil(maxBytes / 512), Math.ceil(maxMemory / 1024), seconds].map(String);
  const unpacking = [command, "-d", "-q", "--no-color", "-o", output, input2];
  return run(host, "/bin/sh", ["-c", LIMITED, "sh", ...limits, ...unpacking], {
    cwd: host.temporary,
    env: childEnvironment(host, "shell"),
    standstillMs,
    maxOutput: 64 * 1024
  });
}
function faultOf({ exitCode, signal, stoodStill, stderr, stdout }, upx, bounds) {
  if (stoodStill) throw standing(upx, bounds);
  if (signal === "SIGXCPU" || signal === "SIGKILL")
    return `UPX ${upx.version} did not unpack it within ${bounds.seconds} s of processor time`;
  if (exitCode === 0) return null;
  const said = exceptionIn(`${stderr}
${stdout}`);
  return `UPX ${upx.version} could not unpack it${said === null ? "" : ` (${said})`}`;
}
function standing({ version }, { standstillMs }) {
  return new Interrupted(
    "unreadable-binary",
    {
      what: clause`UPX ${version} made no progress for ${standstillMs / 1e3} s while it unpacked a binary`,
      why: clause`it was stopped, or waits for what does not come`,
      fix: clause`run it again`
    },
    { fields: { version } }
  );
}
async function readLinked(output, packed, expected) {
  const status = await stat9(output).catch(() => null);
  if (status === null || status.size !== expected)
    return { why: `UPX unpacked it to ${status?.size ?? 0} bytes, and it should have ${expected}` };
  const linked = await readFile6(output);
  return sameMachine(linked, packed) ? { linked } : { why: "the unpacked file is not an ELF file for its machine" };
}
function sameMachine(a, b) {
  return [0, 1, 2, 3, 4, 5, 18, 19].every((at) => a[at] === b[at]);
}

// src/pack/upx.ts
import { createHash as createHash5 } from "node:crypto";
import { chmod as chmod2, copyFile as copyFile2, stat as stat10 } from "node:fs/promises";

// src/pack/upx-known.ts
var EVER = { from: [0, 0], before: [Infinity, 0] };
var UNPACKABLE = ["loong64", "mips64", "mips64le", "riscv64", "s390x"];
var FAULTS = [
  {
    ...EVER,
    architectures: UNPACKABLE,
    why: "UPX cannot pack for this platform"
  },
  {
    ...EVER,
    architectures: ["arm64"],
    why: "programs packed by any UPX release crash on this platform if the environment has about 500 variables or more (upx/upx#743, upx/upx#952)"
  },
  {
    architectures: ["amd64"],
    from: [5, 0],
    before: [6, 0],
    why: "Go programs packed by UPX 5 crash at random if the environment has about 500 variables or more (upx/upx#18902)"
  },
  {
    architectures: ["arm"],
    from: [5, 0],
    before: [6, 0],
    why: "programs packed by UPX 5 crash if the size of a segment is a whole number of pages (upx/upx#18898)"
  },
  {
    architectures: ["ppc64le"],
    from: [5, 0],
    before: [5, 1],
    why: "programs packed by UPX 5.0 end with SIGTRAP (upx/upx#925)"
  },
  {
    architectures: ["amd64"],
    from: [4, 0],
    before: [4, 2],
    why: "programs packed by UPX before 4.2 exit with 127 at about one start in a thousand (upx/upx#717)"
  },
  {
    from: [0, 0],
    before: [4, 0],
    why: "Go programs packed by UPX 3 or older crash, depending on their size and environment (upx/upx#308, upx/upx#480)"
  }
];
function knownFault(version, platform4) {
  if (platform4.os !== "linux")
    return `UPX is known to work for Linux only, not for ${formatPlatform(platform4)}`;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const known2 = FAULTS.find(
    ({ architectures, from, before }) => (architectures?.includes(platform4.architecture) ?? true) && !isBefore([major, minor], from) && isBefore([major, minor], before)
  );
  return known2?.why ?? null;
}
function isBefore([major, minor], other) {
  return major < other[0] || major === other[0] && minor < other[1];
}

// src/pack/upx.ts
var CALL_FILTER = "--filter=0x49";
var HUGE_PAGES = { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" };
function upxPacker(host, upx, args = DEFAULT_UPX_ARGS, standstillMs = STANDSTILL_MS2) {
  const title = ["upx", upx.version, ...args].join(" ");
  return {
    ...upxUnpacker(host, async () => upx),
    title,
    identity: createHash5("sha256").update([upx.sha256, ...args].join("\0")).digest("hex"),
    refuses: ({ executable, platform: platform4 }) => knownFault(upx.version, platform4) ?? (isPositionIndependent(executable) ? "it is position-independent (-buildmode=pie), which UPX cannot pack" : null),
    pack: async (linked, packed, platform4, stop) => {
      const { mode } = await stat10(linked);
      const input2 = mode & 64 ? linked : await executableCopy(linked, `${packed}.linked`);
      const options = ["-q", "--no-color", ...args, ...filterFor(platform4, args)];
      const finished = await run(
        stop === void 0 ? host : stoppedBy(host, stop),
        upx.command,
        [...options, "-o", packed, input2],
        {
          env: childEnvironment(host, "packer", HUGE_PAGES),
          standstillMs
        }
      );
      const output = `${finished.stdout}${finished.stderr}`.trim();
      const interruption = interruptionOf(finished, standstillMs);
      if (interruption !== null)
        throw new Interrupted(
          "pack",
          {
            what: clause`${title} could not pack ${linked}`,
            why: clause`${interruption}`,
            fix: clause`run it again`
          },
          { output, fields: { file: linked, version: upx.version, platform: formatPlatform(platform4) } }
        );
      const fault = faultOf2(finished);
      return fault === null ? null : { why: `${title} could not pack ${linked}: ${fault}`, output };
    }
  };
}
function isPositionIndependent({ elf, buildInfo }) {
  return elf.type === ET_DYN || buildInfo?.settings["-buildmode"] === "pie";
}
function filterFor({ os, architecture }, args) {
  const usual = args.join(" ") === DEFAULT_UPX_ARGS.join(" ");
  return usual && os === "linux" && architecture === "amd64" ? [CALL_FILTER] : [];
}
async function executableCopy(linked, copy) {
  await copyFile2(linked, copy);
  await chmod2(copy, 493);
  return copy;
}
var FROM_OUTSIDE = ["SIGKILL", "SIGTERM", "SIGINT", "SIGHUP", "SIGXCPU"];
var SHORTAGE = /No space left on device|Disk quota exceeded|Cannot allocate memory|OutOfMemory|bad_alloc|Too many open files|Input\/output error/;
function interruptionOf({ exitCode, signal, stoodStill, stderr }, standstillMs) {
  if (stoodStill) return `it made no progress for ${standstillMs / 1e3} s`;
  if (FROM_OUTSIDE.includes(signal)) return `it was ended from outside (${signal}), or memory ran out`;
  return exitCode === 0 ? null : SHORTAGE.exec(stderr)?.[0] ?? null;
}
function faultOf2({ exitCode, signal, stderr }) {
  if (exitCode === 0) return null;
  if (stderr.includes("AlreadyPackedException")) return "it is packed already";
  const exception = exceptionIn(stderr);
  const said = exception === null ? "" : ` and said "${exception}"`;
  return exitCode === null ? `it was ended by ${signal}` : `it exited with ${exitCode}${said}`;
}

// src/toolchain/resolve-upx.ts
var import_semver6 = __toESM(require_semver(), 1);
import { createHash as createHash6 } from "node:crypto";
import { chmodSync, existsSync as existsSync7 } from "node:fs";
import { readFile as readFile7, rm as rm10 } from "node:fs/promises";
import { arch as arch3, platform as platform3 } from "node:os";
import path41 from "node:path";

// src/toolchain/upx-releases.ts
var OFFICIAL_UPX = "https://github.com/upx/upx/releases/download";
var PINS = /* @__PURE__ */ new Map([
  ["upx-4.2.4-amd64_linux.tar.xz", "75cab4e57ab72fb4585ee45ff36388d280c7afd72aa03e8d4b9c3cbddb474193"],
  ["upx-4.2.4-arm64_linux.tar.xz", "6bfeae6714e34a82e63245289888719c41fd6af29f749a44ae3d3d166ba6a1c9"]
]);
var BUILDS = {
  x64: "amd64_linux",
  arm64: "arm64_linux",
  arm: "arm_linux",
  ia32: "i386_linux",
  ppc64: "powerpc64le_linux",
  riscv64: "riscv64_linux"
};
function upxArchive(version, platform4, arch4) {
  const build = BUILDS[arch4];
  return platform4 === "linux" && build !== void 0 ? `upx-${version}-${build}.tar.xz` : null;
}
function pinOf(archive) {
  return PINS.get(archive) ?? null;
}

// src/toolchain/resolve-upx.ts
var WITHOUT = clause`or set ${input("pack", "off")} to ship unpacked`;
var ONE_SHORT_TRY = { tries: 1, timeoutMs: 5e3 };
async function resolveUpx(host, spec) {
  const asked = spec.upxVersion ?? PINNED_UPX;
  const cached = await inToolCache2(host, spec, semverOf(asked));
  if (cached !== null) return tool(commandIn(cached), asked, "tool cache");
  const installed = await upxOnPath(host);
  if (installed?.version === asked && spec.upxSha256 === null)
    return tool(installed.command, installed.version, "PATH");
  const standIn = await findStandIn(host, spec, installed);
  if (standIn === null) return fetchUpx(host, spec, installed);
  return fetchUpx(host, spec, installed, ONE_SHORT_TRY).catch((cause) => {
    if (!(cause instanceof Failure) || cause.code !== "missing-tool") throw cause;
    host.log.notice(
      `UPX ${standIn.version} from ${standIn.source === "PATH" ? "PATH" : "the tool cache"} is used, and the digest is the one of that version. UPX ${asked} could not be found or downloaded: ${whyShort(cause)}.`
    );
    return standIn;
  });
}
var ANY = { mode: "auto", upxVersion: null, upxSha256: null, upxArgs: [], upxDownloadUrl: null };
async function resolveUpxToUnpack(host) {
  return await findStandIn(host, ANY, await upxOnPath(host)) ?? resolveUpx(host, ANY);
}
async function findStandIn(host, spec, installed) {
  if (spec.upxVersion !== null || spec.upxSha256 !== null) return null;
  const cached = await inToolCache2(host, spec, KNOWN_GOOD_UPX.join(" || "));
  if (cached !== null) return tool(commandIn(cached), cached.version, "tool cache");
  if (installed === null || !KNOWN_GOOD_UPX.includes(installed.version)) return null;
  return tool(installed.command, installed.version, "PATH");
}
function whyShort(failure) {
  return reasonText(failure.cause instanceof Failure ? failure.cause : failure);
}
async function inToolCache2(host, spec, range) {
  const found = await findTool(host, toolName2(spec), range, arch3());
  return found !== null && existsSync7(commandIn(found)) ? found : null;
}
async function upxOnPath(host) {
  const command = onPath(host, "upx");
  if (command === null) return null;
  const asked = await run(host, command, ["--version"], {
    env: childEnvironment(host, "packer"),
    // A time limit would make the version, and with it what ships, depend on how busy the machine is.
    standstillMs: 1e4
  }).catch(() => null);
  const version = /^upx (\d+(?:\.\d+)+)/m.exec(asked?.stdout ?? "")?.[1];
  if (version !== void 0) return { version, command };
  host.log.warning(`The UPX on PATH, ${command}, is skipped: it does not print its version.`);
  return null;
}
async function fetchUpx(host, spec, installed, patience = {}) {
  const version = spec.upxVersion ?? PINNED_UPX;
  const archive = upxArchive(version, platform3(), arch3());
  if (archive === null)
    throw new Failure(
      "missing-tool",
      {
        what: clause`UPX ${version} was not found`,
        why: clause`${onPathSays2(installed)}, and UPX has no build for ${platform3()}/${arch3()} to download`,
        fix: clause`install ${wanted(spec)} and put it on PATH, ${WITHOUT}`
      },
      { fields: { version, platform: `${platform3()}/${arch3()}` } }
    );
  const sha256 = spec.upxSha256 ?? pinOf(archive);
  if (sha256 === null)
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("upx-version")} "${version}" was not downloaded`,
        why: clause`Bantam knows no SHA-256 of ${archive} to verify it with`,
        fix: clause`set ${input("upx-sha256")} to it, put that UPX on PATH (${onPathSays2(installed)}), or leave ${input("upx-version")} out for ${PINNED_UPX}`
      },
      { fields: { input: "upx-version", value: version } }
    );
  const url = archiveUrl(spec, version, archive);
  const cached = await install(host, spec, { version, url, sha256 }, patience).catch((cause) => {
    if (cause instanceof Unreachable)
      throw new Failure(
        "missing-tool",
        {
          what: clause`UPX ${version} was not found`,
          why: clause`${onPathSays2(installed)}, and ${reasonOf(cause)}`,
          fix: clause`install ${wanted(spec)} and put it on PATH, set ${input("upx-download-url")} to a mirror that can be reached, ${WITHOUT}`
        },
        { cause, fields: { ...cause.fields, version } }
      );
    if (cause instanceof Failure && cause.code === "missing-tool")
      throw new Failure(
        "missing-tool",
        { what: clause`UPX was not installed`, why: reasonOf(cause), fix: fixOf(cause) },
        { cause, fields: { version } }
      );
    throw cause;
  });
  return tool(commandIn(cached), version, "download");
}
function fixOf({ clauses: { fix } }) {
  return fix === void 0 ? WITHOUT : joinClauses([fix, WITHOUT], ", ");
}
async function install(host, spec, { version, url, sha256 }, patience) {
  const { file: file2 } = await download(host, url, { sha256, maxBytes: 5e7, ...patience });
  try {
    return await installTool(host, toolName2(spec), semverOf(version), arch3(), async (directory2) => {
      await extract(host, file2, directory2, { strip: true, from: showUrl(url) });
      const command = path41.join(directory2, "upx");
      if (!existsSync7(command))
        throw new Failure(
          "toolchain",
          { what: clause`${showUrl(url)} is no release of UPX`, why: clause`it holds no program upx` },
          { fields: { url: showUrl(url) } }
        );
      chmodSync(command, 493);
    });
  } finally {
    await rm10(file2, { force: true });
  }
}
function archiveUrl({ upxDownloadUrl }, version, archive) {
  const url = new URL(upxDownloadUrl ?? OFFICIAL_UPX);
  url.pathname = `${url.pathname.replace(/\/+$/, "")}/v${version}/${archive}`;
  return url.href;
}
function toolName2({ upxSha256 }) {
  return upxSha256 === null ? "upx" : `upx-${upxSha256.slice(0, 16).toLowerCase()}`;
}
function semverOf(version) {
  return import_semver6.default.coerce(version)?.version ?? version;
}
function commandIn({ directory: directory2 }) {
  return path41.join(directory2, "upx");
}
async function tool(command, version, source) {
  const sha256 = createHash6("sha256").update(await readFile7(command)).digest("hex");
  return { version, command, sha256, source };
}
function onPathSays2(installed) {
  return installed === null ? "there is none on PATH" : `the one on PATH is ${installed.version}`;
}
function wanted({ upxVersion }) {
  return upxVersion === null ? `UPX ${KNOWN_GOOD_UPX.toSorted().join(" or ")} (package upx-ucl on Debian and Ubuntu)` : `UPX ${upxVersion}`;
}

// src/commands/steps/packers.ts
var UPX = {
  toPack: async (host, spec) => upxPacker(host, await resolveUpx(host, spec), spec.upxArgs),
  toUnpack: (host) => upxUnpacker(host, () => orNone(host, resolveUpxToUnpack(host)))
};
var PACKERS = [UPX];
async function packerOf(host, spec) {
  return spec.mode === "off" ? null : PACKERS[0].toPack(host, spec);
}
function unpackersOf(host) {
  return PACKERS.map(({ toUnpack }) => toUnpack(host));
}
async function orNone(host, tool2) {
  try {
    return await tool2;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    host.log.debug(error.message);
    return null;
  }
}

// src/commands/steps/tools.ts
async function resolveTools(host, spec) {
  const [go, packing] = await Promise.all([resolveCompiler(host, spec), resolvePacking(host, spec)]);
  return { go, ...packing };
}
async function resolveCompiler(host, spec) {
  return needsGo(spec) ? resolveGo(host, spec.go, spec.workingDirectory) : null;
}
function needsGo({ source, timezones }) {
  switch (source.kind) {
    case "main":
      return true;
    case "binary":
      return timezones === "all";
  }
}
async function resolvePacking(host, { pack }) {
  return { packer: await packerOf(host, pack) };
}

// src/commands/steps/link.ts
import path46 from "node:path";

// src/compile/go-environment.ts
function goEnvironment(host, spec, platform4) {
  return childEnvironment(host, "go", {
    ...spec.buildEnv,
    // This toolchain knows its own root. The root of another one would give it the wrong standard library.
    GOROOT: void 0,
    GOTOOLCHAIN: "local",
    GOOS: platform4.os,
    GOARCH: platform4.architecture,
    ...processorVariables(platform4),
    CGO_ENABLED: spec.cgo === "static" ? "1" : "0"
  });
}

// src/compile/compile-errors.ts
import path42 from "node:path";
var PLACE = /^(?<file>[^\s:][^:]*\.(?:go|s|S|c|h|cc|cpp|cxx|mod|work)):(?<line>\d+)(?::(?<column>\d+))?:? (?<message>\S.*)$/;
function compileErrors(output, workingDirectory, cwd) {
  const locations = [];
  for (const line of output.split("\n")) {
    const found = PLACE.exec(line.trimEnd())?.groups;
    const previous = locations.at(-1);
    if (found !== void 0) locations.push(location(found, workingDirectory));
    else if (previous !== void 0 && /^\t\S/.test(line)) {
      locations.splice(-1, 1, { ...previous, message: `${previous.message}
${line.trim()}` });
    }
  }
  return locations.map((place2) => ({ ...place2, file: path42.relative(cwd, place2.file) })).filter(({ file: file2 }) => !file2.startsWith("..") && !path42.isAbsolute(file2));
}
function location(found, workingDirectory) {
  const { file: file2 = "", line, column, message = "" } = found;
  return {
    file: path42.resolve(workingDirectory, file2),
    line: Number(line),
    ...column === void 0 ? {} : { column: Number(column) },
    message
  };
}

// src/compile/go-failure.ts
function goFailure(host, { doing, workingDirectory, fields }, finished) {
  const output = [finished.stderr, finished.stdout].map((text2) => text2.trimEnd()).filter((text2) => text2 !== "").join("\n");
  const locations = compileErrors(output, workingDirectory, host.cwd);
  const fail = (code, why, fix) => new Failure(
    code,
    { what: [{ kind: "words", text: `${doing} failed` }], why, fix },
    { output, locations, fields: { directory: workingDirectory, ...fields } }
  );
  for (const { pattern, code, why, fix } of KNOWN) {
    const match = pattern.exec(output);
    if (match !== null) return fail(code, why({ found: match[1] ?? match[0], workingDirectory }), fix);
  }
  const [first, ...more] = locations;
  if (first === void 0) return fail("compile", valueClause(reasonIn(output) ?? endingOf(finished)));
  const place2 = [first.file, first.line, first.column].filter((part) => part !== void 0).join(":");
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return fail("compile", clause`${place2}: ${first.message.replaceAll("\n", " ")}${others}`);
}
function reasonIn(output) {
  const line = output.split("\n").find((candidate) => !/^(?:#|go: (?:downloading|finding|extracting) |\s*$)/.test(candidate));
  return line === void 0 ? null : line.trim().replace(/[.:]$/, "").slice(0, MAX_REASON);
}
function endingOf({ exitCode, signal }) {
  return signal === null ? `go ended with exit code ${exitCode}` : `${signal} ended go`;
}
var MAX_REASON = 300;
var KNOWN = [
  {
    pattern: /no space left on device|disk quota exceeded/,
    code: "write",
    why: ({ found }) => valueClause(found),
    fix: clause`free some space, or point TMPDIR and GOCACHE elsewhere`
  },
  {
    pattern: /read-only file system/,
    code: "write",
    why: () => clause`go writes to a read-only file system`,
    fix: clause`point TMPDIR and GOCACHE elsewhere`
  },
  {
    pattern: /failed to initialize build cache|build cache is required, but could not be located|GOCACHE is not defined/,
    code: "write",
    why: () => clause`go has no place for its build cache`,
    fix: clause`set HOME or GOCACHE to a directory that can be written to`
  },
  {
    pattern: /go\.mod file not found|cannot find main module|cannot find module root/,
    code: "bad-input",
    why: ({ workingDirectory }) => clause`there is no go.mod in ${workingDirectory} or above it`,
    fix: clause`set ${input("working-directory")} to the module, or run "go mod init" there`
  },
  {
    pattern: /requires go >= ([\w.]+)/,
    code: "toolchain",
    why: ({ found }) => clause`the module or one it needs asks for Go ${found} or newer`,
    fix: clause`set ${input("go-version")} to that, or raise it in go.mod`
  },
  {
    pattern: /(?:C compiler |exec: )"([^"]+)"(?:: executable file)? not found/,
    code: "missing-tool",
    why: ({ found }) => clause`${input("cgo", "static")} needs the C compiler ${found}, which is not on PATH`,
    fix: clause`install one, or name it with CC in ${input("build-env")}`
  },
  {
    pattern: /build constraints exclude all Go files/,
    code: "compile",
    why: () => clause`build constraints leave a package without files for this platform`,
    fix: clause`where it needs C, set ${input("cgo", "static")}`
  },
  {
    pattern: /^# [^\n]*\nusage: link \[options\]/m,
    code: "bad-input",
    why: () => clause`${input("ldflags")} has a word that is neither a flag nor the value of one`,
    fix: clause`put a value with spaces in quotes, and write {{.Commit}} for $(git …), since no shell reads it`
  },
  {
    pattern: /error obtaining VCS status/,
    code: "bad-input",
    why: () => clause`${input("build-vcs", "true")} needs a git checkout that git trusts`,
    fix: clause`leave ${input("build-vcs")} out, or check out with git`
  }
];

// src/compile/go-list.ts
async function listPackages(host, go, context, patterns) {
  const fields = `-json=${PACKAGE_FIELDS}`;
  const flags = buildFlags(host, context.spec);
  const listed3 = await goListJson(host, go, context, ["-e", "-find", fields, ...flags, "--", ...patterns]);
  return listed3.map(packageOf);
}
var PACKAGE_FIELDS = "ImportPath,Name,Dir,Standard,Error,Match";
function packageOf(entry) {
  return {
    importPath: entry.ImportPath ?? "",
    name: entry.Name ?? "",
    directory: entry.Dir ?? null,
    standard: entry.Standard ?? false,
    error: entry.Error?.Err ?? null,
    patterns: entry.Match ?? []
  };
}
async function listModuleDirectories(host, go, context) {
  const listed3 = await goListJson(host, go, context, ["-m", "-json=Dir"]);
  return listed3.flatMap((entry) => entry.Dir ?? []);
}
var MAX_OUTPUT = 256 * 1024 * 1024;
async function goListJson(host, go, context, args) {
  const printed = await goList(host, go, context, args);
  return JSON.parse(`[${printed.replaceAll(/^\}\n\{/gm, "},{")}]`);
}
async function goList(host, go, { spec, platform: platform4, workingDirectory }, args) {
  const options = {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform4),
    maxOutput: MAX_OUTPUT
  };
  const finished = await run(host, go.command, ["list", ...args], options);
  if (finished.exitCode !== 0) {
    const errand = { doing: "listing the packages to compile", workingDirectory };
    throw goFailure(host, errand, { ...finished, stdout: "" });
  }
  return finished.stdout;
}

// src/compile/dependencies.ts
var FIELDS = "Module,GoFiles,CgoFiles,IgnoredGoFiles,EmbedFiles";
async function listDependencies(host, go, context, paths) {
  const flags = buildFlags(host, context.spec);
  const fields = `-json=${PACKAGE_FIELDS},${FIELDS}`;
  const entries = await goListJson(host, go, context, ["-e", "-deps", fields, ...flags, "--", ...paths]);
  return {
    packages: entries.filter(({ Match }) => Match !== void 0).map(packageOf),
    dependencies: entries.map(dependencyOf)
  };
}
function dependencyOf(entry) {
  const { ImportPath = "", Dir = "", Standard = false, Module } = entry;
  return {
    importPath: ImportPath,
    directory: Dir,
    standard: Standard,
    module: Module?.Path ?? null,
    replacedBy: Module?.Replace?.Path ?? null,
    goFiles: entry.GoFiles ?? [],
    cgoFiles: entry.CgoFiles ?? [],
    ignoredGoFiles: (entry.IgnoredGoFiles ?? []).filter((name) => !/^[._]|_test\.go$/.test(name)),
    embedFiles: entry.EmbedFiles ?? []
  };
}

// src/compile/find-mains.ts
import path43 from "node:path";

// src/compile/binary-name.ts
function binaryNameOf(importPath) {
  const elements = importPath.split("/");
  const last = elements.at(-1) ?? "";
  return /^v(?:[2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) ?? last : last;
}

// src/compile/find-mains.ts
var MAX_SUGGESTIONS = 30;
var MAX_NAMED = 3;
async function findMains(host, go, mains, context) {
  if (mains.length === 0) return checked([await findOnly(host, go, context)]);
  const paths = [...new Set(mains.map((main) => main.path))];
  return findAmong(host, go, mains, context, await listPackages(host, go, context, paths));
}
async function findAmong(host, go, mains, context, listed3) {
  const answers = mains.map(({ path: path47, name, directory: directory2 }) => {
    const found = listed3.find(({ patterns, importPath }) => patterns.includes(path47) || importPath === path47);
    return { path: path47, name, directory: directory2, found };
  });
  const wrong = answers.filter(({ found }) => found?.name !== "main" || found.standard);
  if (wrong.length > 0) {
    const suggestions = await listMains(host, go, context);
    const reasons = wrong.map(({ path: path47, found }) => whyNoMain(path47, found, context, suggestions));
    const Why = wrong.every(({ found }) => isAbsent(found)) ? Absent : Failure;
    const [only = { what: [] }, ...more] = reasons;
    throw new Why("bad-input", more.length === 0 ? only : { what: joinedClauses(reasons) }, {
      output: linesToPaste(suggestions),
      fields: { input: "main", value: wrong[0]?.path }
    });
  }
  return checked(
    answers.map(({ path: path47, name, directory: directory2, found }) => {
      const importPath = found?.importPath ?? path47;
      return { path: path47, importPath, name: name ?? binaryNameOf(importPath), directory: directory2 };
    })
  );
}
async function findOnly(host, go, context) {
  const [here] = await listPackages(host, go, context, ["."]);
  if (here?.name === "main") return foundMain(".", here);
  const candidates = await listMains(host, go, context);
  const [only, ...others] = candidates;
  if (only === void 0) {
    const { workingDirectory } = context;
    throw new Absent(
      "bad-input",
      {
        what: clause`${input("main")} was not given`,
        why: clause`there is no main package in ${workingDirectory} and the module around it`,
        fix: clause`set ${input("working-directory")}, or ${input("main")} to a package elsewhere`
      },
      { fields: { input: "main", directory: workingDirectory } }
    );
  }
  if (others.length > 0) {
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("main")} was not given, and ${candidates.length} packages could be meant`,
        why: clause`${namesOf(candidates)}`,
        fix: clause`write one or more of them as ${input("main")}`
      },
      { output: linesToPaste(candidates), fields: { input: "main" } }
    );
  }
  return only;
}
async function listMains(host, go, context) {
  const { workingDirectory } = context;
  const modules = await listModuleDirectories(host, go, context);
  const around = modules.filter((module) => isInside(module, workingDirectory)).sort((a, b) => b.length - a.length);
  const searched = around.length > 0 ? around.slice(0, 1) : modules;
  if (searched.length === 0) return [];
  const listed3 = await listPackages(
    host,
    go,
    context,
    searched.map((directory2) => path43.join(directory2, "..."))
  );
  return listed3.filter(({ name }) => name === "main").map((found) => foundMain(pathOf2(found, workingDirectory), found)).sort((a, b) => a.path < b.path ? -1 : 1);
}
function foundMain(path47, { importPath }) {
  return { path: path47, importPath, name: binaryNameOf(importPath), directory: void 0 };
}
function pathOf2({ directory: directory2, importPath }, workingDirectory) {
  if (directory2 === null || !isInside(workingDirectory, directory2)) return importPath;
  return directory2 === workingDirectory ? "." : `./${path43.relative(workingDirectory, directory2)}`;
}
function isAbsent(found) {
  if (found === void 0 || found.name !== "") return true;
  return /directory not found|^no Go files in |no required module provides|cannot find module providing/.test(
    found.error ?? ""
  );
}
function whyNoMain(path47, found, { platform: platform4, spec }, suggestions) {
  const paths = suggestions.map((main) => main.path);
  const near = paths.includes(`./${path47}`) ? `./${path47}` : nearest(path47, paths);
  const meant = near === null ? void 0 : clause`did you mean "${near}"?`;
  const named2 = clause`${input("main")} "${path47}"`;
  if (found?.standard === true) return { what: clause`${named2} is a package of Go itself`, fix: meant };
  if (found !== void 0 && found.name !== "")
    return {
      what: clause`${named2} is the package ${found.name}, a library, and only a package main becomes a program`,
      fix: meant
    };
  const error = (found?.error ?? "go knows no such package").split("\n")[0] ?? "";
  const absent = /^stat (.+): directory not found$/.exec(error);
  if (absent !== null)
    return {
      what: clause`${named2} is not there`,
      why: clause`there is no directory ${absent[1] ?? ""}`,
      fix: meant ?? clause`write the directory of a package main`
    };
  if (/^package .+ is not in std\b/.test(error))
    return {
      what: clause`${named2} is not in Go's standard library, where go looks for a path without ./ before it`,
      fix: meant ?? clause`write ./${path47} for a directory`
    };
  if (error.includes("build constraints exclude all Go files")) {
    const cgo = spec.cgo === "off" ? clause`, or ${input("cgo", "static")} where it needs C` : clause``;
    return {
      what: clause`${named2} has no file for ${platform4.os}/${platform4.architecture}`,
      why: clause`build constraints exclude all of them`,
      fix: clause`write another ${input("platforms")} or ${input("build-tags")}${cgo}`
    };
  }
  return {
    what: clause`${named2} is not a package`,
    why: clause`${error.replace(/; to add it:$/, "")}`,
    fix: meant
  };
}
function joinedClauses(all) {
  return joinClauses(
    all.map((clauses) => clauseOf({ clauses, inputs: [] })),
    "; "
  );
}
function namesOf(mains) {
  const shown = mains.slice(0, MAX_NAMED).map((main) => main.path);
  const hidden = mains.length - shown.length;
  return [...shown, ...hidden > 0 ? [`${hidden} more`] : []].join(", ");
}
function linesToPaste(mains) {
  const shown = mains.slice(0, MAX_SUGGESTIONS).map((main) => main.path);
  const hidden = mains.length - shown.length;
  return [...shown, ...hidden > 0 ? [`# and ${hidden} more`] : []].join("\n");
}
function checked(mains) {
  const problems = mains.flatMap(({ path: path47, name, directory: directory2 }, index) => {
    const usable = directory2 === void 0 ? parseBinaryName(name) : null;
    if (usable?.ok === false)
      return [{ what: clause`${input("main")} "${path47}" ${usable.problem}, as ${path47}=name` }];
    const namesake = mains.slice(0, index).find((other) => other.name === name);
    return namesake === void 0 ? [] : [
      {
        what: clause`${input("main")} "${namesake.path}" and "${path47}" would both be named ${name}`,
        fix: clause`write one of them as ${path47}=other-name`
      }
    ];
  });
  const [only, ...more] = problems;
  if (only !== void 0)
    throw new Failure("bad-input", more.length === 0 ? only : { what: joinedClauses(problems) }, {
      fields: { input: "main", value: mains.map(({ path: path47 }) => path47).join(", ") }
    });
  return mains;
}

// src/compile/go-build.ts
import path44 from "node:path";
async function compile(host, go, request2) {
  const { mains, output } = request2;
  await prepareOutput(output);
  const oneProcess = mains.every(({ name, importPath }) => name === binaryNameOf(importPath));
  const printed = [];
  if (oneProcess) printed.push(await goBuild(host, go, request2, `${output}${path44.sep}`, mains));
  else
    for (const main of mains)
      printed.push(await goBuild(host, go, request2, path44.join(output, main.name), [main]));
  const binaries = mains.map(({ name, directory: directory2, path: main, importPath }) => ({
    name,
    directory: directory2,
    file: path44.join(output, name),
    main,
    importPath
  }));
  return { binaries, output: printed.join("") };
}
async function compileOnly(host, go, request2, main) {
  await prepareOutput(request2.output);
  const file2 = path44.join(request2.output, "main");
  return { file: file2, output: await goBuild(host, go, request2, file2, [{ path: main }]) };
}
async function goBuild(host, go, { spec, platform: platform4, workingDirectory }, output, mains) {
  const packages = mains.map((main) => main.path);
  const args = ["build", ...buildFlags(host, spec), "-o", output, "--", ...packages];
  const finished = await run(host, go.command, args, {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform4)
  });
  if (finished.exitCode !== 0) {
    const doing = `compiling ${packages.join(", ")} for ${formatPlatform(platform4)}`;
    const fields = { main: packages.join(", "), platform: formatPlatform(platform4) };
    throw goFailure(host, { doing, workingDirectory, fields }, finished);
  }
  return finished.stderr;
}
async function prepareOutput(directory2) {
  await makeDirectory(directory2).catch((cause) => {
    throw whyNotWritten(directory2, cause);
  });
}

// src/compile/read-embedded-files.ts
import { createHash as createHash7 } from "node:crypto";
import { constants as constants2, open as open6 } from "node:fs/promises";
import path45 from "node:path";
var WIDTH = 8;
async function readEmbeddedFiles(dependencies) {
  const named2 = dependencies.flatMap(
    ({ importPath, directory: directory2, embedFiles }) => embedFiles.map((name) => ({ package: importPath, name, file: path45.join(directory2, name) }))
  );
  const read2 = await inParallel(WIDTH, named2, async ({ file: file2, ...known2 }) => {
    const content = await contentOf(file2);
    return content === null ? [] : [{ ...known2, ...content }];
  });
  return read2.flat();
}
async function contentOf(file2) {
  let handle;
  try {
    handle = await open6(file2, constants2.O_RDONLY | constants2.O_NONBLOCK);
  } catch (cause) {
    if (errorCode(cause) === "") throw cause;
    return null;
  }
  try {
    const status = await handle.stat();
    return status.isFile() ? await hashOf(handle) : null;
  } catch (cause) {
    if (errorCode(cause) === "") throw cause;
    return null;
  } finally {
    await handle.close();
  }
}
var CHUNK2 = 1024 * 1024;
async function hashOf(handle) {
  const hash2 = createHash7("sha256");
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK2, Math.max((await handle.stat()).size, 4096)));
  let size = 0;
  for (; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    hash2.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
  return size === 0 ? null : { size, hash: hash2.digest("hex") };
}

// src/commands/steps/link.ts
async function linkBinaries(host, spec, go) {
  const { source } = spec;
  if (source.kind === "binary") return prebuilt(source);
  const toolchain = requireToolchain(go);
  return link3(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)));
}
async function linkService(host, spec, go, check = () => {
}) {
  const { source } = spec;
  if (source.kind === "binary") {
    check([source]);
    return { ...prebuilt(source), dependencies: null, embedded: [] };
  }
  const toolchain = requireToolchain(go);
  const context = contextOf(spec);
  const [only, ...more] = source.mains;
  if (only !== void 0 && more.length === 0)
    return withSideWork(host, (inside, begin) => linkOnly(inside, spec, toolchain, only, check, begin));
  const mains = await findMains(host, toolchain, source.mains, context);
  check(mains);
  return withSideWork(host, async (inside, begin) => {
    const listed3 = begin(listWithFiles(inside, toolchain, context, mains));
    return { ...await link3(inside, spec, toolchain, mains), ...await listed3 };
  });
}
async function linkOnly(host, spec, go, named2, check, begin) {
  const context = contextOf(spec);
  const compiling = begin(compileOnly(host, go, { ...context, output: linkedDirectory(host) }, named2.path));
  const { packages, dependencies } = await listDependencies(host, go, context, [named2.path]);
  const mains = await findAmong(host, go, [named2], context, packages);
  check(mains);
  const { file: file2, output } = await compiling;
  const [found] = mains;
  if (found === void 0) throw nothingCompiled(spec);
  const binary = {
    name: found.name,
    directory: found.directory,
    file: file2,
    main: found.path,
    importPath: found.importPath
  };
  return { binaries: [binary], output, dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function linkedDirectory(host) {
  return path46.join(host.temporary, "linked");
}
async function listWithFiles(host, go, context, mains) {
  const paths = mains.map((main) => main.path);
  const { dependencies } = await listDependencies(host, go, context, paths);
  return { dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function prebuilt({
  name,
  directory: directory2,
  path: file2
}) {
  return { binaries: [{ name, directory: directory2, file: file2, main: null, importPath: null }], output: "" };
}
async function link3(host, spec, go, mains) {
  const request2 = { ...contextOf(spec), mains, output: linkedDirectory(host) };
  const { binaries, output } = await compile(host, go, request2);
  const [first, ...others] = binaries;
  if (first === void 0) throw nothingCompiled(spec);
  return { binaries: [first, ...others], output };
}
function nothingCompiled({ workingDirectory }) {
  return new Failure(
    "compile",
    { what: clause`no main package was compiled` },
    { fields: { directory: workingDirectory } }
  );
}
function contextOf({ compile: spec, platform: platform4, workingDirectory }) {
  return { spec, platform: platform4, workingDirectory };
}
function requireToolchain(go) {
  if (go === null) throw new Error("a main package is compiled by a toolchain that was not resolved");
  return go;
}

export {
  parseRepository,
  parseReference,
  formatReference,
  formatRepository,
  slug,
  cutAtLastColon,
  parseJson,
  bodyOf,
  makeDirectory,
  jsonText,
  weighInJson,
  htmlPathOf,
  progressOn,
  isLive,
  withSideWork,
  stoppedBy,
  unstoppable,
  digestOf,
  descriptorOf,
  jsonBlob,
  allLayers,
  MANIFEST_MEDIA_TYPE,
  INDEX_MEDIA_TYPE,
  imageSet,
  whyNotWritten,
  releaseFileName,
  checkBinariesPlace,
  writeBinariesFolder,
  ROOT,
  entryTree,
  lookUp,
  may,
  fileSize,
  CERTIFICATES_PATH,
  checkCertificates,
  readRoots,
  binaryPath,
  fitsName,
  isInside,
  workspaceRoots,
  isInWorkspace,
  leadsIntoGit,
  realPlace,
  NotInside,
  openInside,
  ZONES_PATH,
  ZONE_FILES_PATH,
  readZoneWish,
  layOver,
  placeIn,
  sbomEntries,
  readFiles,
  arrangeFiles,
  requireInPlace,
  writeArchive,
  hostImage,
  OUTPUT_FORMATS,
  checkOutput,
  outputOf,
  userIn,
  listedHome,
  tooLongAccounts,
  DEFAULT_PATH,
  startedBy,
  isStarted,
  startedPaths,
  assemble,
  entrypointOf,
  takenAccount,
  makeBaseLayer,
  baseEntries,
  OutOfBytes,
  words,
  slice,
  orWhenOutOfBytes,
  utf8,
  sectionBytes,
  placeOfAddress,
  rangeOfAddress,
  addressOfPlace,
  restOfSegment,
  isWritable,
  readBuildInfo,
  fileKind,
  readElf,
  variantOf,
  madeFor,
  levelBeyond,
  inParallel,
  parseBudget,
  declaredLimits,
  excerpt,
  showUrl,
  written,
  writeStream,
  writeMeasured,
  semverOfGo,
  goOfSemver,
  OFFICIAL_GO,
  listReleases,
  goOnPath,
  listThroughModuleProxy,
  listPlatform,
  resolveGo,
  splitLinkerFlags,
  joinLinkerFlags,
  buildFlags,
  linkerFlags,
  formatCapabilities,
  formatTime,
  unpackersOf,
  findCheckout,
  checkPrograms,
  FILE_NAME,
  readThingName,
  parseMain,
  parseBinaryPlace,
  parseHealthcheck,
  parseCapabilitySpec,
  declareCredentials,
  declareImage,
  gitReason,
  askGit,
  runGit,
  declare,
  goEnvironment,
  goFailure,
  goListJson,
  goList,
  resolveTools,
  resolveCompiler,
  resolvePacking,
  binaryNameOf,
  listMains,
  linkBinaries,
  linkService
};
