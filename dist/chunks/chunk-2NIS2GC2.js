import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  BrokenStream,
  FORMAT_VERSION,
  LOADERS,
  MACHINES,
  TEXT_CODECS,
  decodeParts,
  decompressStream,
  findLoader,
  findPayload,
  hasUpxLoader,
  innerFault,
  isKnownLoader,
  payloadSize,
  payloadVersion,
  readContainer,
  readUpxHeader,
  splitInner,
  wrap
} from "./chunk-C2OH2S3G.js";
import {
  TarError,
  tarEntries
} from "./chunk-P5HPMPQL.js";
import {
  UNKNOWN_PLACES,
  bodyOf,
  declarePublish,
  declareRepositories,
  excerpt,
  fillTemplate,
  findCheckout,
  gitSettingFault,
  goFlagsFault,
  isInside,
  joinLinkerFlags,
  linkerFlagsFault,
  parseJson,
  pushReason,
  showUrl,
  splitLinkerFlags,
  splitLinkerFlagsItem,
  variableFault,
  wordsOf
} from "./chunk-L2V5KLOK.js";
import {
  HttpError,
  refusal,
  request,
  retry
} from "./chunk-CZJZGJUT.js";
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import {
  require_semver
} from "./chunk-T2HII73C.js";
import {
  DEFAULT_UPX_ARGS,
  HIGHEST_ID,
  KNOWN_GOOD_UPX,
  PINNED_UPX,
  cutAtLastColon,
  declareGo,
  declarePack,
  declaredLimits,
  formatReference,
  parseBudget,
  parseExposed,
  parseImagePath,
  parseReference,
  parseSignal,
  parseSmokeHttp,
  parseUser,
  slug
} from "./chunk-QPQ6KV7E.js";
import {
  declareComment,
  parseChoice,
  parseShellWords,
  readWrittenList,
  readerOf
} from "./chunk-BNHI7EIA.js";
import {
  input,
  inputOrWord,
  splitLines,
  unique
} from "./chunk-GTV6CXRU.js";
import {
  formatLimit
} from "./chunk-F2CDRKCC.js";
import {
  array,
  boolean,
  object,
  optional,
  safeParse,
  string
} from "./chunk-CDH3UYRO.js";
import {
  VERSION
} from "./chunk-LXE3XWRC.js";
import {
  isOfGrowth,
  isPart,
  metricRow
} from "./chunk-NWSLXV6K.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import {
  toolkitCommands
} from "./chunk-EYJMA4VE.js";
import {
  homeOf
} from "./chunk-FAWLDARW.js";
import {
  DEFAULT_PLATFORM,
  PROCESSOR_VARIABLES,
  didYouMean,
  formatPlatform,
  nearest,
  parsePlatform,
  processorVariables
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  entryPoint
} from "./chunk-HQLLIQ5B.js";
import {
  ET_DYN
} from "./chunk-UIFEWTII.js";
import {
  machine
} from "./chunk-EVFFBKZG.js";
import {
  childEnvironment,
  onPath,
  run
} from "./chunk-P3IBKTOQ.js";
import {
  UNPRIVILEGED
} from "./chunk-O46FCSL4.js";
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
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunk-6IWOL65Y.js";
import {
  __toESM
} from "./chunk-33PJWEQH.js";

// src/toolchain/resolve-go.ts
import { createHash as createHash2 } from "node:crypto";
import { existsSync as existsSync4 } from "node:fs";
import { arch as arch2, platform as platform2 } from "node:os";
import path8 from "node:path";

// src/host/download.ts
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path from "node:path";

// src/host/write-stream.ts
import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
async function* written(chunks, file, flag = "wx") {
  const handle = await open(file, flag, 384).catch((cause) => {
    throw whyNotWritten(file, cause);
  });
  try {
    for await (const chunk of chunks) {
      await handle.writeFile(chunk).catch((cause) => {
        throw whyNotWritten(file, cause);
      });
      yield chunk;
    }
  } finally {
    await handle.close();
  }
}
async function writeStream(chunks, file, flag = "wx") {
  for await (const chunk of written(chunks, file, flag)) void chunk;
}
async function writeMeasured(chunks, file, maxBytes) {
  const hash = createHash("sha256");
  let size = 0;
  async function* bounded() {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > maxBytes) return;
      hash.update(chunk);
      yield chunk;
    }
  }
  await writeStream(bounded(), file, "w");
  return size > maxBytes ? null : { sha256: hash.digest("hex"), size };
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
  const file = path.join(host.temporary, `download-${randomBytes(8).toString("hex")}`);
  try {
    const sha256 = await retry(
      async () => save(await follow(host, url, options), file, options.maxBytes, url),
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
    return { file, sha256 };
  } catch (cause) {
    await rm(file, { force: true });
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
async function save(response, file, maxBytes, url) {
  const measured = await writeMeasured(bodyOf(response, STALL_MS), file, maxBytes);
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
import { existsSync } from "node:fs";
import { readdir, rename, rm as rm2, stat, writeFile } from "node:fs/promises";
import path2 from "node:path";
import { setTimeout as wait } from "node:timers/promises";
function toolCacheOf({ env, kept }) {
  const runners = env["RUNNER_TOOL_CACHE"] ?? "";
  return path2.isAbsolute(runners) ? runners : path2.join(kept, "tools");
}
async function findTool(host, name, range, arch4) {
  const root = toolCacheOf(host);
  if (!existsSync(path2.join(root, name))) return null;
  return host.surface === "action" ? findOnRunner(host, root, name, range, arch4) : findInLayout(root, name, range, arch4);
}
async function findOnRunner({ log }, root, name, range, arch4) {
  const { find } = await import("./tool-cache-CCPIX54D.js");
  const before = process.env["RUNNER_TOOL_CACHE"];
  process.env["RUNNER_TOOL_CACHE"] = root;
  try {
    const directory = toolkitCommands.run(
      ({ message }) => log.debug(message),
      () => find(name, range, arch4)
    );
    return directory === "" ? null : { directory, version: path2.basename(path2.dirname(directory)) };
  } finally {
    if (before === void 0) delete process.env["RUNNER_TOOL_CACHE"];
    else process.env["RUNNER_TOOL_CACHE"] = before;
  }
}
async function findInLayout(root, name, range, arch4) {
  const versions = (await readdir(path2.join(root, name))).filter(
    (version2) => import_semver.default.valid(version2) !== null && isWhole(path2.join(root, name, version2, arch4))
  );
  const version = import_semver.default.maxSatisfying(versions, range);
  return version === null ? null : { directory: path2.join(root, name, version, arch4), version };
}
function isWhole(directory) {
  return existsSync(`${directory}.complete`) && existsSync(directory);
}
async function installTool(host, name, version, arch4, fill) {
  const parent = path2.join(toolCacheOf(host), name, version);
  const directory = path2.join(parent, arch4);
  const filling = path2.join(parent, `.tmp-${randomBytes2(6).toString("hex")}`);
  try {
    await writing(parent, () => makeDirectory(filling));
    await fill(filling);
    await writing(directory, async () => {
      await settle(filling, directory);
      await writeFile(`${directory}.complete`, "");
      await sweep(parent);
    });
    return { directory, version };
  } finally {
    await rm2(filling, { recursive: true, force: true }).catch(() => {
    });
  }
}
async function writing(place, write2) {
  try {
    return await write2();
  } catch (cause) {
    throw whyNotWritten(place, cause);
  }
}
var ANOTHER_JOB_MS = 1e3;
async function settle(filled, directory) {
  if (isWhole(directory) || await moved(filled, directory)) return;
  for (let waited = 0; waited < ANOTHER_JOB_MS && !isWhole(directory); waited += 50) await wait(50);
  if (isWhole(directory)) return;
  const aside = `${filled}-aside`;
  await moved(directory, aside);
  await moved(filled, directory);
  await rm2(aside, { recursive: true, force: true });
}
async function moved(from, to) {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    const code = errorCode(cause);
    if (code === "ENOTEMPTY" || code === "EEXIST" || code === "ENOENT") return false;
    throw cause;
  }
}
var ABANDONED_MS = 24 * 60 * 60 * 1e3;
async function sweep(parent) {
  for (const entry of await readdir(parent)) {
    const place = path2.join(parent, entry);
    const age = Date.now() - ((await stat(place).catch(() => null))?.mtimeMs ?? Date.now());
    if (entry.startsWith(".tmp-") && age > ABANDONED_MS) await rm2(place, { recursive: true, force: true });
  }
}

// src/toolchain/go-directive.ts
import { readFile, stat as stat2 } from "node:fs/promises";
import path3 from "node:path";

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
function choose(wanted2, known) {
  const newestFirst = [...known].sort((a, b) => import_semver3.default.rcompare(a.version, b.version));
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
  const file = await workspaceFile(host, workingDirectory) ?? await upwards(workingDirectory, "go.mod");
  return file === null ? { wanted: { kind: "any" }, why: "no version is asked for", asked: null } : fromModule(file);
}
async function fromFile(file) {
  if (/\.(mod|work)$/.test(file)) return fromModule(file);
  const name = path3.basename(file);
  const text2 = await read(file);
  const version = name === ".tool-versions" ? toolVersion(text2) : firstLine(text2);
  if (version === null)
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("go-version-file")} ${JSON.stringify(file)} names no Go version`,
        fix: clause`write ${name === ".tool-versions" ? "a line such as golang 1.26.8" : "one such as 1.26.8"}`
      },
      { fields: { input: "go-version-file", value: file } }
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
async function fromModule(file) {
  const { toolchain, go } = readDirectives(await read(file));
  const name = path3.basename(file);
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
  const file = path3.join(from, name);
  if (await isFile(file)) return file;
  const parent = path3.dirname(from);
  return parent === from ? null : upwards(parent, name);
}
async function isFile(file) {
  return stat2(file).then(
    (found) => found.isFile(),
    () => false
  );
}
async function read(file) {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Failure(
      "bad-input",
      {
        what: clause`the Go version could not be read from ${file}`,
        why: clause`${whyNotRead(cause)}`,
        fix: clause`name a go.mod, go.work, .go-version or .tool-versions file that exists`
      },
      { cause, fields: { file } }
    );
  }
}

// src/toolchain/go-download.ts
import { existsSync as existsSync2 } from "node:fs";
import { rm as rm4 } from "node:fs/promises";
import { arch } from "node:os";
import path5 from "node:path";

// src/host/archive.ts
import { spawn } from "node:child_process";
import { closeSync, createReadStream, openSync, writeSync } from "node:fs";
import { link, open as open2, realpath, symlink } from "node:fs/promises";
import path4 from "node:path";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";
var BOUNDS = { maxEntries: 2e5, maxBytes: 2e9 };
var CHUNK = 1024 * 1024;
async function extract(host, file, destination, { strip, from }) {
  const name = from ?? path4.basename(file);
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
      await decompressed(host, file, () => withoutXz(name, from)),
      BOUNDS
    )) {
      const place = placeOf(entry, entry.name, strip);
      if (place === null) continue;
      const target = path4.join(destination, place);
      await parents(destination, place, made);
      switch (entry.type) {
        case "directory":
          await makeDirectory(target);
          break;
        case "file":
          await write(entry, target);
          break;
        case "symlink":
          links.push({ place, target: symlinkTarget(entry, place), name: entry.name });
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
async function parents(destination, place, made) {
  const parent = path4.dirname(place);
  if (made.has(parent)) return;
  await makeDirectory(path4.join(destination, parent));
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
function symlinkTarget(entry, place) {
  const { linkTarget } = entry;
  const end = path4.posix.normalize(path4.posix.join(path4.posix.dirname(place), linkTarget));
  if (linkTarget === "" || linkTarget.startsWith("/") || end === ".." || end.startsWith("../"))
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to ${show(linkTarget)}`);
  return linkTarget;
}
async function hardLink(entry, strip, destination, target) {
  const to = placeOf(entry, entry.linkTarget, strip);
  if (to === null)
    throw new TarError(`${show(entry.name)} is a link that points out of the archive, to nothing`);
  try {
    await link(path4.join(destination, to), target);
  } catch (cause) {
    if (hasCode(cause, "ENOENT", "EPERM"))
      throw new TarError(
        `${show(entry.name)} is a link to ${show(entry.linkTarget)}, which is not a file before it`
      );
    throw cause;
  }
}
async function makeLinks(destination, links) {
  for (const { place, target } of links) await symlink(target, path4.join(destination, place));
  const root = await realpath(destination);
  for (const { place, target, name } of links) {
    const end = await realpath(path4.join(destination, place)).catch(() => null);
    if (end === null) throw new TarError(`${show(name)} is a link to ${show(target)}, which is not there`);
    if (end !== root && !end.startsWith(root + path4.sep))
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
async function decompressed(host, file, withoutXz2) {
  const magic = await firstBytes(file);
  if (magic.startsWith("1f8b"))
    return pipeline(
      createReadStream(file, { highWaterMark: CHUNK }),
      createGunzip({ chunkSize: CHUNK }),
      () => {
      }
    );
  if (magic.startsWith("fd377a585a00")) return unxz(host, file, withoutXz2);
  throw new TarError("it is neither a .tar.gz nor a .tar.xz");
}
async function firstBytes(file) {
  const handle = await open2(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(6), 0, 6, 0);
    return buffer.toString("hex", 0, bytesRead);
  } finally {
    await handle.close();
  }
}
async function* unxz(host, file, withoutXz2) {
  const xz = onPath(host, "xz");
  if (xz === null) throw withoutXz2();
  const child = spawn(xz, ["--decompress", "--stdout", file], {
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
import { readFile as readFile2, rm as rm3 } from "node:fs/promises";
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
  const { file } = await download(host, below(base, "", { mode: "json", include: "all" }), {
    maxBytes: MAX_LIST
  });
  const text2 = await readFile2(file, "utf8");
  await rm3(file, { force: true });
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
  const list2 = safeParse(List, parseJson(text2));
  if (!list2.success) return null;
  return list2.output.flatMap(({ version, stable, files }) => {
    const semver6 = semverOfGo(version);
    const archive = files.find(
      (file) => file.kind === "archive" && file.os === os && file.arch === arch4 && /^[\w.+-]+\.tar\.gz$/.test(file.filename) && /^[0-9a-f]{64}$/.test(file.sha256)
    );
    if (semver6 === null || archive === void 0) return [];
    return [{ version: semver6, stable, filename: archive.filename, sha256: archive.sha256 }];
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
  const { file } = await download(host, url, { sha256, maxBytes: MAX_ARCHIVE });
  try {
    return await installTool(host, tool2, version, arch(), async (directory) => {
      await extract(host, file, directory, { strip: true, from: showUrl(url) });
      if (!existsSync2(path5.join(directory, "bin", "go")))
        throw new Failure(
          "toolchain",
          { what: clause`${showUrl(url)} is no Go toolchain`, why: clause`it holds no go/bin/go` },
          { fields: { url: showUrl(url) } }
        );
    });
  } finally {
    await rm4(file, { force: true });
  }
}

// src/toolchain/go-module-proxy.ts
var import_semver4 = __toESM(require_semver(), 1);
import { readdir as readdir2 } from "node:fs/promises";
import path7 from "node:path";

// src/toolchain/go-on-path.ts
import { existsSync as existsSync3 } from "node:fs";
import path6 from "node:path";
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
  const semver6 = semverOfGo(name);
  if (semver6 === null || goroot === "") return problem("it does not print its version");
  return parsed({ version: name, semver: semver6, command: commandOf(goroot, command), goroot, modcache });
}
function lastLine(text2) {
  return text2.trim().split("\n").at(-1) ?? "";
}
function commandOf(goroot, command) {
  const own = path6.join(goroot, "bin", "go");
  return existsSync3(own) ? own : command;
}

// src/toolchain/go-module-proxy.ts
var FIRST_THAT_FETCHES = "1.21.0";
var OUTSIDE = path7.parse(process.execPath).root;
async function fetchedBefore(host, local, wanted2) {
  const names = await readdir2(path7.join(local.modcache, "golang.org")).catch(() => []);
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
  const listed2 = await listThroughModuleProxy(host, local);
  if (!listed2.ok) return listed2;
  return choose(wanted2, listed2.value)?.version ?? problem("GOPROXY has no version that fits");
}
async function listThroughModuleProxy(host, local) {
  const listed2 = await run(host, local.command, ["list", "-m", "-versions", "golang.org/toolchain"], {
    cwd: OUTSIDE,
    env: childEnvironment(host, "go", { GOTOOLCHAIN: "local", GOWORK: "off", GOFLAGS: "" }),
    timeoutMs: 6e4
  });
  if (listed2.exitCode !== 0)
    return problem(`GOPROXY did not list the toolchains (${listed2.stderr.trim().split("\n").at(-1) ?? ""})`);
  return parsed(knownToolchains(listed2.stdout));
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
  const listed2 = await fromList(host, spec, request2, local).catch((cause) => {
    if (cause instanceof Unreachable) return cause;
    throw cause;
  });
  if (!(listed2 instanceof Unreachable)) return listed2;
  host.log.debug(listed2.message);
  const reasons = [
    `the download from ${showUrl(spec.downloadUrl ?? OFFICIAL_GO)} failed (${serverSays(listed2)})`
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
    { cause: listed2, fields: { version: asked?.version, url: showUrl(spec.downloadUrl ?? OFFICIAL_GO) } }
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
  return found !== null && existsSync4(path8.join(found.directory, "bin", "go")) ? found : null;
}
function toolName({ downloadUrl }) {
  if (downloadUrl === null) return "go";
  return `go-${createHash2("sha256").update(downloadUrl).digest("hex").slice(0, 8)}`;
}
function fromCache({ directory, version }, source, why) {
  return {
    version: goOfSemver(version),
    command: path8.join(directory, "bin", "go"),
    goroot: directory,
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

// src/host/once.ts
function once() {
  const begun = /* @__PURE__ */ new Map();
  return (key, work) => {
    const same = begun.get(key);
    if (same !== void 0) return same;
    const own = work();
    begun.set(key, own);
    return own;
  };
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
function parseBuildFlags(words) {
  const stray = strayWord(words);
  if (stray !== null)
    return problem(clause`has "${stray}", which is not a flag; write packages in ${input("main")}`);
  const refusals = words.flatMap((word, at) => {
    const refused2 = refusal2(word, words[at + 1]);
    return refused2 === null ? [] : [refused2];
  });
  if (refusals.length > 0) return problem(joinClauses(refusals, ", and "));
  const fault = goFlagsFault(words, UNKNOWN_PLACES);
  return fault === null ? parsed(words) : problem(fault);
}
function strayWord(words) {
  for (let at = 0; at < words.length; at += 1) {
    const name = /^--?([^-=][^=]*)$/.exec(words[at] ?? "")?.[1];
    if (name !== void 0) at += SWITCHES.includes(name) ? 0 : 1;
    else if (!/^--?[^-=]/.test(words[at] ?? "")) return words[at] ?? "";
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
  const tags = valuesOf("tags", fromEnvironment).flatMap((list2) => list2.split(","));
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
var EXAMPLE = "cap_net_bind_service=+ep";
function parseCapabilities(text2) {
  const [, list2 = "", flags] = /^([^=+]*)(?:=\+?|\+)([a-z]*)$/.exec(text2) ?? [];
  if (flags === void 0) {
    if (/^[^=+]*-/.test(text2))
      return problem("takes something away, and a file starts without any; write those that it has");
    return problem(
      `does not say how the capabilities count; write ${/[=+]/.test(text2) ? EXAMPLE : `${text2}=+ep`}`
    );
  }
  if (list2 === "" || list2.toLowerCase() === "all")
    return problem(`names all capabilities; name those that are needed, such as ${EXAMPLE}`);
  const numbers = [];
  for (const name of list2.split(",")) {
    const number = NAMES.indexOf(name);
    if (number < 0) return problem(unknownName(name));
    if (numbers.includes(number)) return problem(`names ${name} twice; write it once`);
    numbers.push(number);
  }
  if (/[^eip]/.test(flags) || !/[ip]/.test(flags))
    return problem(`has the flags "${flags}"; write ep, p, i or eip, as in ${list2}=+ep`);
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
import { open as open3, readlink } from "node:fs/promises";
var NotInside = class extends Error {
};
async function openInside(roots, file) {
  const handle = await open3(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const opened = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => file);
    if (!(await handle.stat()).isFile() || !roots.some((root) => isInside(root, opened)))
      throw new NotInside(opened);
    return handle;
  } catch (cause) {
    await handle.close();
    throw cause;
  }
}

// src/declare/git-version.ts
var VERSION2 = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
function readVersion(tag) {
  const match = VERSION2.exec(tag);
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

// src/pack/bantam/bantam-packer.ts
import { createHash as createHash3 } from "node:crypto";

// src/host/thread.ts
import { Worker } from "node:worker_threads";
async function runInThread(name, asked, stop) {
  stop?.throwIfAborted();
  const worker = new Worker(entryPoint(name), { workerData: asked });
  const { promise, resolve, reject } = Promise.withResolvers();
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.once("exit", () => reject(new Error(`the thread ${name} ended without an answer`)));
  const end = () => reject(stop?.reason);
  stop?.addEventListener("abort", end);
  try {
    return await promise;
  } finally {
    stop?.removeEventListener("abort", end);
    await worker.terminate();
  }
}

// src/pack/bantam/unpack.ts
import { isDeepStrictEqual } from "node:util";
var MAX_BYTES = 1e9;
function unpackBytes(packed, { maxBytes = MAX_BYTES, codecs = TEXT_CODECS, isLoader = isKnownLoader } = {}) {
  const found = findPayload(packed);
  if (found === null) return { why: "it was not packed by Bantam" };
  const version = payloadVersion(found);
  if (version !== FORMAT_VERSION)
    return {
      why: `it was packed in version ${version} of the format, and this Bantam reads version ${FORMAT_VERSION}`
    };
  const code = findLoader(packed);
  if (!isLoader(code))
    return { why: "it was packed by a version of Bantam that this one does not know, or changed afterwards" };
  try {
    const payload = readContainer(found);
    const { linkedSize, streams } = payload;
    if (linkedSize > maxBytes)
      return { why: `it unpacks to ${linkedSize} bytes, and the limit is ${maxBytes}` };
    const linked = decodeParts({ ...payload, streams: streams.map(decompressStream) }, codecs);
    const inner = splitInner(linked);
    if ("why" in inner) throw new BrokenStream(`what was packed cannot be packed: ${inner.why}`);
    if (!isAsLoaded(inner, payload))
      throw new BrokenStream("it loads something else than the headers of the linked file say");
    const same = wrap(inner, { code }, found.subarray(0, payloadSize(found)));
    if (Buffer.compare(same, packed) !== 0) throw new BrokenStream("it has bytes that no packer wrote");
    return { linked };
  } catch (error) {
    if (!(error instanceof BrokenStream)) throw error;
    return { why: `it was packed by Bantam and damaged or changed afterwards: ${error.message}` };
  }
}
function isAsLoaded(inner, payload) {
  return inner.elf.machine === payload.machine && inner.elf.entry === payload.entry && inner.programHeaders === payload.programHeaders && inner.programHeaderCount === payload.programHeaderCount && isDeepStrictEqual(inner.segments, payload.segments);
}

// src/pack/bantam/bantam-packer.ts
var ZSTD = process.versions["zstd"] ?? "unknown";
var ENCODER = 1;
var BANTAM_UNPACKER = {
  name: "bantam",
  recognizes: (file) => findPayload(file) !== null,
  unpack: async (packed) => unpackBytes(packed)
};
function bantamPacker(host) {
  const title = `bantam ${FORMAT_VERSION} (zstd ${ZSTD})`;
  return {
    ...BANTAM_UNPACKER,
    title,
    identity: identity(),
    refuses: ({ executable }) => innerFault(executable.elf) ?? withoutLoader(executable.elf.machine),
    pack: async (linked, packed, platform4, stop) => {
      const task = { linked, packed, cores: Math.min(host.cores, LANES) };
      const answer = await inThread(task, anyOf(host.stop, stop));
      switch (answer.kind) {
        case "packed":
          return null;
        case "fault":
          return { why: answer.why, output: "" };
        case "interrupted":
          throw new Interrupted(
            "pack",
            {
              what: clause`${title} could not pack ${linked}`,
              why: clause`${answer.why}`,
              fix: clause`run it again`
            },
            { fields: { file: linked, platform: formatPlatform(platform4) } }
          );
      }
    }
  };
}
var LANES = 3;
function identity() {
  const hash = createHash3("sha256");
  hash.update(["bantam", VERSION, FORMAT_VERSION, ENCODER, ZSTD].join("\0"));
  for (const machine2 of ["amd64", "arm64"]) hash.update(LOADERS[machine2]?.code ?? "");
  return hash.digest("hex");
}
function withoutLoader(machine2) {
  const name = MACHINES[machine2];
  return name !== void 0 && LOADERS[name] === void 0 ? `this Bantam has no loader for ${name}` : null;
}
async function inThread(task, stop) {
  try {
    return await runInThread("pack-thread", task, stop);
  } catch (error) {
    if (errorCode(error) === "ERR_WORKER_OUT_OF_MEMORY")
      return { kind: "interrupted", why: errorMessage(error) };
    throw error;
  }
}
function anyOf(...signals) {
  const known = signals.filter((signal) => signal !== void 0);
  return known.length === 0 ? void 0 : AbortSignal.any(known);
}

// src/pack/upx-unpack.ts
import { randomBytes as randomBytes3 } from "node:crypto";
import { copyFile, chmod, readFile as readFile3, rm as rm5, stat as stat3, writeFile as writeFile2 } from "node:fs/promises";
import path9 from "node:path";

// src/pack/upx-process.ts
var STANDSTILL_MS = 12e4;
var LONGEST = 200;
function exceptionIn(output) {
  const said = /\w*Exception(?:: [^\n]*)?/.exec(output)?.[0];
  return said === void 0 ? null : said.replace(/[^\x20-\x7e]/g, "").trim().slice(0, LONGEST);
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
  standstillMs: STANDSTILL_MS,
  maxMemory: 4 * 1024 ** 3
};
async function unpack(host, upx, packed, bounds = BOUNDS2) {
  const bytes = "bytes" in packed ? packed.bytes : await readPacked(packed.file);
  const header = readUpxHeader(bytes);
  if (header === null)
    return {
      why: hasUpxLoader(bytes) ? "it was packed by UPX and changed afterwards, so that UPX cannot unpack it" : "it was not packed by UPX"
    };
  if (upx === null)
    return {
      why: "it was packed by UPX, and no UPX was found or downloaded to unpack it",
      fix: "install UPX, so that it is on PATH"
    };
  if (header.originalSize > bounds.maxBytes)
    return {
      why: `it unpacks to ${header.originalSize} bytes, and the limit is ${bounds.maxBytes}`
    };
  const input2 = path9.join(host.temporary, `packed-${randomBytes3(8).toString("hex")}`);
  const output = `${input2}.linked`;
  try {
    await put(packed, input2);
    const fault = faultOf(await runUpx(host, upx, input2, output, bounds), upx, bounds);
    return fault === null ? await readLinked(output, bytes, header.originalSize) : { why: fault };
  } finally {
    await Promise.all([input2, output].map((file) => rm5(file, { force: true })));
  }
}
async function readPacked(file) {
  try {
    return await readFile3(file);
  } catch (cause) {
    throw new Failure(
      "bad-input",
      { what: clause`${file} could not be unpacked`, why: clause`${whyNotRead(cause)}` },
      { cause, fields: { file } }
    );
  }
}
async function put(packed, input2) {
  try {
    if ("bytes" in packed) await writeFile2(input2, packed.bytes, { mode: 448, flag: "wx" });
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
  const status = await stat3(output).catch(() => null);
  if (status === null || status.size !== expected)
    return { why: `UPX unpacked it to ${status?.size ?? 0} bytes, and it should have ${expected}` };
  const linked = await readFile3(output);
  return sameMachine(linked, packed) ? { linked } : { why: "the unpacked file is not an ELF file for its machine" };
}
function sameMachine(a, b) {
  return [0, 1, 2, 3, 4, 5, 18, 19].every((at) => a[at] === b[at]);
}

// src/pack/upx.ts
import { createHash as createHash4 } from "node:crypto";
import { chmod as chmod2, copyFile as copyFile2, stat as stat4 } from "node:fs/promises";

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
  const known = FAULTS.find(
    ({ architectures, from, before }) => (architectures?.includes(platform4.architecture) ?? true) && !isBefore([major, minor], from) && isBefore([major, minor], before)
  );
  return known?.why ?? null;
}
function isBefore([major, minor], other) {
  return major < other[0] || major === other[0] && minor < other[1];
}

// src/pack/upx.ts
var CALL_FILTER = "--filter=0x49";
var HUGE_PAGES = { GLIBC_TUNABLES: "glibc.malloc.hugetlb=1" };
function upxPacker(host, upx, args = DEFAULT_UPX_ARGS, standstillMs = STANDSTILL_MS) {
  const title = ["upx", upx.version, ...args].join(" ");
  return {
    ...upxUnpacker(host, async () => upx),
    title,
    identity: createHash4("sha256").update([upx.sha256, ...args].join("\0")).digest("hex"),
    refuses: ({ executable, platform: platform4 }) => knownFault(upx.version, platform4) ?? (isPositionIndependent(executable) ? "it is position-independent (-buildmode=pie), which UPX cannot pack" : null),
    pack: async (linked, packed, platform4, stop) => {
      const { mode } = await stat4(linked);
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
var import_semver5 = __toESM(require_semver(), 1);
import { createHash as createHash5 } from "node:crypto";
import { chmodSync, existsSync as existsSync5 } from "node:fs";
import { readFile as readFile4, rm as rm6 } from "node:fs/promises";
import { arch as arch3, platform as platform3 } from "node:os";
import path10 from "node:path";

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
    host.stop?.throwIfAborted();
    if (!(cause instanceof Failure) || cause.code !== "missing-tool") throw cause;
    host.log.notice(
      `UPX ${standIn.version} from ${standIn.source === "PATH" ? "PATH" : "the tool cache"} is used, and the digest is the one of that version. UPX ${asked} could not be found or downloaded: ${whyShort(cause)}.`
    );
    return standIn;
  });
}
var ANY = {
  mode: "auto",
  packer: "upx",
  upxVersion: null,
  upxSha256: null,
  upxArgs: [],
  upxDownloadUrl: null
};
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
  return found !== null && existsSync5(commandIn(found)) ? found : null;
}
async function upxOnPath(host) {
  const command = onPath(host, "upx");
  if (command === null) return null;
  const asked = await run(host, command, ["--version"], {
    env: childEnvironment(host, "packer"),
    // A time limit would make the version, and with it what ships, depend on how busy the machine is.
    standstillMs: 1e4
  }).catch(() => null);
  host.stop?.throwIfAborted();
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
  const { file } = await download(host, url, { sha256, maxBytes: 5e7, ...patience });
  try {
    return await installTool(host, toolName2(spec), semverOf(version), arch3(), async (directory) => {
      await extract(host, file, directory, { strip: true, from: showUrl(url) });
      const command = path10.join(directory, "upx");
      if (!existsSync5(command))
        throw new Failure(
          "toolchain",
          { what: clause`${showUrl(url)} is no release of UPX`, why: clause`it holds no program upx` },
          { fields: { url: showUrl(url) } }
        );
      chmodSync(command, 493);
    });
  } finally {
    await rm6(file, { force: true });
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
  return import_semver5.default.coerce(version)?.version ?? version;
}
function commandIn({ directory }) {
  return path10.join(directory, "upx");
}
async function tool(command, version, source) {
  const sha256 = createHash5("sha256").update(await readFile4(command)).digest("hex");
  return { version, command, sha256, source };
}
function onPathSays2(installed) {
  return installed === null ? "there is none on PATH" : `the one on PATH is ${installed.version}`;
}
function wanted({ upxVersion }) {
  return upxVersion === null ? `UPX ${KNOWN_GOOD_UPX.toSorted().join(" or ")} (package upx-ucl on Debian and Ubuntu)` : `UPX ${upxVersion}`;
}

// src/commands/steps/packers.ts
var PACKERS = {
  upx: {
    toPack: async (host, spec) => upxPacker(host, await resolveUpx(host, spec), spec.upxArgs),
    toUnpack: (host) => upxUnpacker(host, () => orNone(host, resolveUpxToUnpack(host)))
  },
  bantam: {
    toPack: async (host) => bantamPacker(host),
    toUnpack: () => BANTAM_UNPACKER
  }
};
async function packerOf(host, spec) {
  return spec.mode === "off" ? null : PACKERS[spec.packer].toPack(host, spec);
}
function unpackersOf(host) {
  return Object.values(PACKERS).map(({ toUnpack }) => toUnpack(host));
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
import path19 from "node:path";

// src/declare/base-spec.ts
import path11 from "node:path";
var SCRATCH = { kind: "scratch" };
function parseBase(text2, directory, inheritsUser) {
  const given = text2.trim();
  if (given === "scratch") return parsed(SCRATCH);
  if (given === "") return problem("is empty; write scratch, an image such as alpine:3.22, or ./layout");
  if (/^[./]/.test(given))
    return parsed({ kind: "layout", path: path11.resolve(directory, given), name: given, inheritsUser });
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
  const named = parseReference(beforeDigest);
  return named.ok ? parsed({ kind: "image", reference, name: formatReference(named.value), inheritsUser }) : named;
}

// src/declare/binaries.ts
import path12 from "node:path";
function declareBinaries(reader, cwd, values, others) {
  const archive = reader.choice("binaries-archive", ["none", "tar.gz"]);
  const directory = reader.value("binaries", (text2) => parseFolder(text2, cwd), null);
  if (directory === null) {
    if (reader.asked("binaries-archive") && !reader.asked("binaries"))
      reader.contradiction(
        "binaries-archive",
        clause`has no effect without ${input("binaries")}; write a folder there, such as dist`
      );
    return null;
  }
  for (const [name, place] of Object.entries(others)) {
    if (place !== null && (lies(place, directory) || lies(directory, place)))
      reader.wrong(
        "binaries",
        reader.text("binaries") ?? "",
        clause`and ${inputOrWord(name)} lie one in the other, and the folder of the binaries is replaced as a whole; write another place for one of them`
      );
  }
  const { Version: version = { missing: "" } } = values;
  return { directory, archive, version: "value" in version ? slug(version.value) : null };
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
  return parsed(path12.resolve(cwd, given));
}
function lies(place, directory) {
  return place === directory || place.startsWith(directory === "/" ? "/" : `${directory}/`);
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
  const named = readThingName(given);
  switch (named.kind) {
    case "image":
      return parsed({ kind: "image", reference: named.reference });
    case "path":
      return parsed({ kind: "file", path: named.path });
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
import path13 from "node:path";

// src/declare/main-spec.ts
import { posix } from "node:path";
var TAKEN = ["etc", "tmp", "usr", "proc", "dev", "sys", "home", "root"];
function parseMain(text2) {
  const equals = text2.indexOf("=");
  const path23 = clean((equals < 0 ? text2 : text2.slice(0, equals)).trim());
  if (path23 === "") return problem("names no package; write path=name, such as ./cmd/api=api");
  if (path23.startsWith("-"))
    return problem(
      clause`is a flag; write flags in ${input("build-flags")}, and packages such as ./cmd/api here`
    );
  if (/[\s\0]/.test(path23)) return problem("has a space in it; write one package a line");
  if (path23.includes("..."))
    return problem("is a pattern; write each main package on a line of its own, such as ./cmd/api");
  if (path23.endsWith(".go"))
    return problem(`is a file; write its package's directory, such as ${directoryOf(path23)}`);
  if (path23.includes("@"))
    return problem("names a version, but what is checked out is built; write the package alone");
  if (equals < 0) return parsed({ path: path23, name: null });
  const place = parseBinaryPlace(text2.slice(equals + 1).trim());
  return place.ok ? parsed({ path: path23, ...place.value }) : place;
}
function parseBinaryPlace(text2) {
  if (!text2.startsWith("/")) {
    const name = parseBinaryName(text2);
    return name.ok ? parsed({ name: name.value }) : name;
  }
  if (text2.endsWith("/"))
    return problem(`has the directory "${text2}"; write the whole path, such as ${text2}api`);
  const place = parseImagePath(text2);
  if (!place.ok) return problem(`has a path that ${place.problem}`);
  const { dir, base } = posix.parse(place.value);
  if (dir === "/") {
    const name = parseBinaryName(base);
    return name.ok ? parsed({ name: name.value }) : name;
  }
  const isUsable = isPlainName(base) && dir.split("/").slice(1).every(isPlainName);
  if (!isUsable)
    return problem(`has the path "${text2}", which is not plain; use letters, digits, ".", "_" and "-"`);
  return NOT_IN_AN_IMAGE.some((directory) => `${dir}/`.startsWith(`${directory}/`)) ? problem(`has the path "${text2}", which the runtime mounts over; write another directory`) : parsed({ name: base, directory: dir });
}
var NOT_IN_AN_IMAGE = ["/proc", "/dev", "/sys", "/tmp"];
function isPlainName(name) {
  return /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(name) && name.length <= 100;
}
function clean(path23) {
  if (path23 === "") return "";
  const short = posix.normalize(path23).replace(/(?<=.)\/$/, "");
  return path23.startsWith("./") && short !== "." ? `./${short}` : short;
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
function directoryOf(file) {
  const slash = file.lastIndexOf("/");
  return slash < 0 ? "." : file.slice(0, slash) || "/";
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
function declareSource(reader, directory, platform4) {
  if (reader.text("binary") === null) return { kind: "main", mains: declareMains(reader) };
  if (reader.asked("main"))
    reader.contradiction("main", clause`and ${input("binary")} cannot be used together; write one of them`);
  const none = { file: "", place: { name: "" } };
  const { file, place } = reader.value("binary", (text2) => parseBinary(text2, platform4), none);
  return { kind: "binary", path: path13.resolve(directory, file), ...place };
}
function declareMains(reader) {
  const mains = reader.each("main", reader.items("main"), parseMain);
  for (const [at, main] of mains.entries()) {
    const earlier = mains.slice(0, at);
    if (earlier.some(({ path: path23 }) => path23 === main.path)) {
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
  const [, file = filled.value, written3] = /^([^=]+)=(.*)$/s.exec(filled.value) ?? [];
  if (/[\n\0]/.test(file)) return problem("is more than one path; write one");
  if (file.endsWith("/")) return problem("is a directory; write the path of an executable");
  const place = written3 === void 0 ? parseBinaryPlace(path13.basename(file)) : parseBinaryPlace(written3);
  return place.ok ? parsed({ file, place: place.value }) : place;
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
  const words = reader.words("build-flags");
  const flags = parseBuildFlags(words);
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
    buildFlags: words,
    buildEnv: reader.map("build-env", parseBuildVariable),
    buildVcs: reader.boolean("build-vcs"),
    cgo: reader.choice("cgo", ["off", "static"])
  };
}
function declareLinkerFlags(reader, env, values) {
  const fields = reader.words("ldflags", { split: splitLinkerFlags, item: splitLinkerFlagsItem });
  const filled = reader.each(
    "ldflags",
    fields,
    (field) => fillTemplate(field, values, reader.variables("ldflags", env))
  );
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
import path15 from "node:path";

// src/declare/account-spec.ts
var LONGEST_NAME = 32;
function parseAccount(line) {
  const [name = "", uid, gid = uid, home = `/home/${name}`, ...rest] = line.split(":").map((part) => part.trim());
  if (name === "") return problem("has no name before the colon; write name:uid, such as app:1000");
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name) || name.length > LONGEST_NAME)
    return problem(
      `has the name "${name}"; write up to ${LONGEST_NAME} letters, digits, "_", "." and "-", and begin with a letter`
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
  const place = parseImagePath(home);
  if (!place.ok) return problem(`has a home that ${place.problem}`);
  if (/[\r\n]/.test(place.value)) return problem("has a home with a line break; write another one");
  return parsed({ name, uid: user, gid: group, home: place.value });
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
  const named = accounts.find(({ name }) => name === first);
  if (named !== void 0)
    return problem(`has a group "${group}" behind a name; write ${first}, or ${named.uid}:${named.gid}`);
  const names = accounts.map(({ name }) => name);
  return /^\d/.test(given) ? user : problem(`names no user of accounts${didYouMean(first, names) || `; write ${names.join(" or ")}`}`);
}

// src/declare/file-spec.ts
import path14 from "node:path";

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
function parseFileSpec(line, directory, platform4) {
  const [written3 = "", destination, mode, uid, gid, ...rest] = line.split(":").map((part) => part.trim());
  const filled = fillTemplate(written3, platformValues(platform4));
  if (!filled.ok) return filled;
  const source = filled.value;
  if (destination === void 0)
    return problem("has no destination; write source:destination, such as page.html:/page.html");
  if (source === "") return problem("has no source before the colon; write source:destination");
  if (rest.length > 0) return problem("has too many parts; write source:destination[:mode[:uid:gid]]");
  if (source.includes("\0")) return problem("contains a NUL character; remove it");
  const place = parseImagePath(destination);
  if (!place.ok) return problem(`has a destination that ${place.problem}`);
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
    source: path14.resolve(directory, pattern.value?.start ?? source),
    ...pattern.value === null ? {} : { pattern: pattern.value.names },
    destination: isInto && place.value !== "/" ? `${place.value}/` : place.value,
    mode: bits.value,
    ...owner.value
  });
}
function parseMode(text2) {
  return /^[0-7]{3,5}$/.test(text2) && Number.parseInt(text2, 8) <= 4095 ? parsed(Number.parseInt(text2, 8)) : problem(`has "${text2}" for a mode; write octal digits such as 0644 or 0755`);
}

// src/declare/directory-spec.ts
function parseDirectorySpec(text2) {
  const [path23 = "", mode, uid, gid, ...rest] = text2.split(":").map((part) => part.trim());
  if (mode?.startsWith("/") === true)
    return problem(`has two paths, as for docker run; write ${mode}, the directory in the image`);
  if (/\s\//.test(path23)) return problem("has several paths; write each on a line of its own");
  const place = parseImagePath(path23);
  if (!place.ok) return place;
  if (rest.length > 0) return problem("has too many parts; write path[:mode[:uid:gid]], such as /data:0775");
  const bits = mode === void 0 ? parsed(null) : parseMode(mode);
  if (!bits.ok) return bits;
  if (uid !== void 0 && gid === void 0)
    return problem(`has a uid without a gid; write ${path23}:${mode}:${uid}:${uid}`);
  const owner = uid === void 0 ? parsed(null) : parseUser(`${uid}:${gid}`);
  if (!owner.ok) return problem(`has an owner that ${owner.problem}`);
  return parsed({ path: place.value, mode: bits.value, owner: owner.value });
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
var EXAMPLE2 = "CMD /api health";
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
    return problem(`begins with HEALTHCHECK; write what stands behind it, such as ${EXAMPLE2}`);
  if (given.toUpperCase() === "NONE") return parsed({ kind: "none" });
  const list2 = readWrittenList(text2, { colons: "refused" });
  if (!list2.ok) return list2;
  if (list2.value !== null) return fromTest(list2.value);
  const [, flags = "", keyword = "", command = ""] = /^((?:--\S+\s+)*)(\S*)\s*([\s\S]*)$/.exec(given) ?? [];
  const times = parseFlags(flags.split(/\s+/).filter((flag) => flag !== ""));
  if (!times.ok) return times;
  if (keyword.startsWith("--"))
    return problem(`has no command behind its flags; write CMD and a program, as in ${EXAMPLE2}`);
  const words = fromCommand(keyword, command.trim());
  return words.ok ? parsed({ ...words.value, ...times.value }) : words;
}
function fromTest([keyword = "", ...words]) {
  if (keyword === "NONE" && words.length === 0) return parsed({ kind: "none" });
  const known = checkKeyword(keyword, words.join(" "));
  return known === null ? fromWords(words) : problem(known);
}
function fromCommand(keyword, command) {
  const known = checkKeyword(keyword, command);
  if (known !== null) return problem(known);
  const list2 = readWrittenList(command, { colons: "refused" });
  if (!list2.ok) return list2;
  if (list2.value !== null) return fromWords(list2.value);
  const shell = /(?:^|\s)(\|\|?|&&?|[<>]+\S*)(?:\s|$)|(\$[A-Za-z_{(]|`|;(?=\s|$))/.exec(command);
  if (shell !== null)
    return problem(
      `has ${(shell[1] ?? shell[2] ?? "").slice(0, 2)}, which only a shell understands, and the image has none; write CMD and the words of one program of the image, as in ${EXAMPLE2}`
    );
  const words = parseShellWords(command);
  return words.ok ? fromWords(words.value) : words;
}
function checkKeyword(keyword, command) {
  switch (keyword) {
    case "CMD":
      return null;
    case "CMD-SHELL":
      return `asks for a shell, and the image has none; write CMD and the words of one program of the image, as in ${EXAMPLE2}`;
    case "NONE":
      return "has something beside NONE; write NONE alone";
    default:
      return `does not begin with CMD or NONE; write CMD ${[keyword, command].filter((word) => word !== "").join(" ") || "/api health"}`;
  }
}
function fromWords(words) {
  return words[0] === void 0 || words[0] === "" ? problem(`has no program behind CMD; write ${EXAMPLE2}`) : parsed({ kind: "command", words });
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
  const level = LEVELS.find((known) => known === kind);
  if (level === void 0) return problem(`has "${kind}" for a level, which is unknown`);
  if (of === void 0) return parsed({ level, platform: null });
  const platform4 = parsePlatform(of);
  return platform4.ok ? parsed({ level, platform: formatPlatform(platform4.value) }) : problem(`has the platform "${of}", which ${platform4.problem}`);
}
function isOf({ level, platform: platform4 }, document) {
  if (level !== document.level) return false;
  return platform4 === null || !("platform" in document) || platform4 === formatPlatform(document.platform);
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
  return { ...defaultLabels(sources), ...reader.map("labels", parsed, filledFrom(reader, "labels", sources)) };
}
function declareAnnotations(reader, sources, document) {
  const refine = (line) => parseAnnotationLevel(line, document, sources.platforms);
  return reader.map("annotations", refine, filledFrom(reader, "annotations", sources));
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
function filledFrom(reader, name, { values, surroundings }) {
  const env = reader.variables(name, surroundings.env);
  return { repeats: "last wins", fill: (value) => fillTemplate(value, values, env) };
}
function parseVariable(assignment) {
  return /^[A-Za-z_][A-Za-z0-9_.-]*$/.test(assignment.name) ? parsed(assignment) : problem('is not a variable name; write NAME=value, with letters, digits and "_", and no digit first');
}
function parseVolume(text2) {
  const place = parseDirectorySpec(text2);
  return place.ok && place.value.path === "/" ? problem("is the whole image; write a directory such as /data") : place;
}
function declareDirectories(reader, empty) {
  const workdir = reader.value("workdir", parseDirectorySpec, null);
  const volumes = reader.each("volumes", reader.items("volumes"), parseVolume);
  const directories = /* @__PURE__ */ new Map();
  const all = [
    ...workdir === null ? [] : [["workdir", workdir]],
    ...volumes.map((volume) => ["volumes", volume]),
    ...empty.map((directory) => ["files", directory])
  ];
  for (const [input2, directory] of all) {
    const before = directories.get(directory.path);
    const both = before === void 0 ? directory : merged(before, directory);
    if (both === null) reader.wrong(input2, directory.path, "has two modes or owners; write one");
    else directories.set(directory.path, both);
  }
  return {
    workdir: workdir?.path ?? null,
    volumes: unique(volumes.map((volume) => volume.path)),
    emptyDirectories: unique(empty.map((directory) => directory.path)),
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
function declareCertificates(reader, directory) {
  const extra = reader.items("extra-certificates");
  return {
    roots: reader.value("certificates", (text2) => parseRoots(text2, directory), "auto"),
    extra: unique(extra.map((file) => path15.resolve(directory, file)))
  };
}
function parseRoots(text2, directory) {
  const known = ROOTS.find((root) => root === text2);
  if (known !== void 0) return parsed(known);
  const meant = nearest(text2, ROOTS);
  if (meant !== null)
    return problem(`is unknown; did you mean "${meant}"? A file in this directory is written ./${text2}`);
  if (!/[/.]/.test(text2))
    return problem("is unknown; write auto, mozilla, system, none or the path of a PEM file");
  return parsed({ file: path15.resolve(directory, text2) });
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
import path16 from "node:path";

// src/declare/capability-spec.ts
function parseCapabilitySpec(line) {
  const [text2 = "", file, ...rest] = line.trim().split(/[ \t]+/);
  if (text2.startsWith("/"))
    return problem(`begins with a path; write the capabilities first: ${file ?? EXAMPLE} ${text2}`);
  if (/^(?:setcap|-\w)/.test(text2))
    return problem(`has "${text2}", a word of a command; write ${EXAMPLE} /path`);
  if (rest.length > 0)
    return problem(
      "has more than capabilities and one path; write capabilities with the same flags as cap_a,cap_b=+ep"
    );
  const capabilities = parseCapabilities(text2);
  if (!capabilities.ok) return capabilities;
  if (file === void 0) return parsed({ path: null, capabilities: capabilities.value });
  const place = parseImagePath(file);
  if (!place.ok) return problem(`has a path that ${place.problem}`);
  return parsed({ path: place.value, capabilities: capabilities.value });
}

// src/declare/link-spec.ts
function isLinkLine(line) {
  return /(?:^|\s)->(?:\s|$)/.test(line);
}
function parseLinkSpec(line, platform4) {
  const arrow = line.indexOf("->");
  const [written3, to] = [line.slice(0, arrow).trim(), line.slice(arrow + 2).trim()];
  if (written3 === "") {
    const [target = "", link2 = "/usr/bin/name"] = to.split(":").map((part) => part.trim());
    return problem(`has no link before "->"; write ${link2} -> ${target === "" ? "/target" : target}`);
  }
  if (to === "") return problem(`has no target behind "->"; write ${written3} -> /target`);
  if (isLinkLine(to)) return problem('has two "->"; write each link on a line of its own');
  if (/:0?[0-7]{3}(?::|$)/.test(to))
    return problem("has a mode, which a symbolic link does not have; write path -> target");
  const filled = fillTemplate(to, platformValues(platform4));
  if (!filled.ok) return filled;
  if (written3.endsWith("/"))
    return problem(`has a link that ends in a slash; write the whole path of the link`);
  const place = parseImagePath(written3);
  if (!place.ok) return problem(`has a link that ${place.problem}`);
  if (place.value === "/") return problem("has a link in the place of the whole image; write another path");
  return parsed({ path: place.value, target: filled.value });
}

// src/declare/files-line.ts
function parseFilesLine(line, directory, platform4) {
  if (isLinkLine(line)) {
    const link2 = parseLinkSpec(line, platform4);
    return link2.ok ? parsed({ kind: "link", link: link2.value }) : link2;
  }
  const [path23 = "", second] = line.split(":").map((part) => part.trim());
  if (path23 === "" && second?.endsWith("/") === true)
    return problem(`has no source before the colon; for an empty directory write ${line.trim().slice(1)}`);
  const isPlace = path23.startsWith("/") && (second === void 0 || /^\d/.test(second));
  if (isPlace && path23.endsWith("/")) {
    const place = parseDirectorySpec(line);
    if (!place.ok) return place;
    return place.value.path === "/" ? problem("is the whole image; write a directory such as /var/lib/api/") : parsed({ kind: "directory", directory: place.value });
  }
  if (isPlace)
    return problem(
      `has no destination; write source:destination, or ${[`${path23}/`, ...line.split(":").slice(1)].join(":")} for an empty directory`
    );
  const file = parseFileSpec(line, directory, platform4);
  return file.ok ? parsed({ kind: "file", file: file.value }) : file;
}

// src/declare/declare-files.ts
var OWN_FILES = ["/etc/passwd", "/etc/group"];
var CERTIFICATES_FILE = "/etc/ssl/certs/ca-certificates.crt";
function declareFiles(reader, directory, platform4) {
  const lines = reader.each("files", reader.lines("files"), (line) => parseFilesLine(line, directory, platform4));
  return {
    files: lines.flatMap((line) => line.kind === "file" ? [line.file] : []),
    links: lines.flatMap((line) => line.kind === "link" ? [line.link] : []),
    directories: lines.flatMap((line) => line.kind === "directory" ? [line.directory] : [])
  };
}
function declareCapabilities(reader) {
  const specs = reader.each("capabilities", reader.lines("capabilities"), parseCapabilitySpec);
  for (const [at, { path: file }] of specs.entries()) {
    if (specs.findIndex((other) => other.path === file) < at)
      reader.wrong(
        "capabilities",
        file ?? "the first binary",
        "has capabilities already; write them on one line"
      );
  }
  return specs;
}
function declarePackFiles(reader) {
  if (reader.asked("pack-files") && reader.text("pack") === "off")
    reader.contradiction(
      "pack-files",
      clause`has no effect with ${input("pack", "off")}; leave one of them out`
    );
  const paths = reader.each("pack-files", reader.items("pack-files"), parseImagePath);
  for (const [at, path23] of paths.entries())
    if (paths.indexOf(path23) < at) reader.wrong("pack-files", path23, "is there twice; write it once");
  return paths;
}
function checkPlaces(reader, { source, base }, { files, links }, { workdir, volumes, emptyDirectories }) {
  const places = source.kind === "binary" ? [source] : source.mains.flatMap(({ name, directory }) => name === null ? [] : [{ name, directory }]);
  const binaries = places.map(binaryPath);
  const taken = new Map([
    ...binaries.map((place) => [place, "the binary"]),
    // The accounts of a base stay, and may be replaced.
    ...base.kind === "scratch" ? OWN_FILES.map((place) => [place, "a file of Bantam\u2019s own"]) : [],
    ...reader.text("certificates") === "none" ? [] : [
      [
        CERTIFICATES_FILE,
        clause`the certificates (${input("certificates", "none")} leaves them out)`
      ]
    ]
  ]);
  const wanted2 = [
    ...files.flatMap(placeOfFile),
    ...links.map((link2) => ({ line: `${link2.path} -> ${link2.target}`, place: link2.path, isFile: true }))
  ];
  for (const { line, place, isFile: isFile2 } of wanted2) {
    const before = taken.get(place);
    const under = binaries.find((binary) => place.startsWith(`${binary}/`));
    if (before !== void 0 && (isFile2 || before !== "another file"))
      reader.wrong("files", line, clause`has the same place as ${before}; write another destination`);
    else if (under !== void 0)
      reader.wrong("files", line, `goes below the binary ${under}; write another destination`);
    if (before === void 0 && isFile2) taken.set(place, "another file");
  }
  const directories = [
    ...volumes.map((place) => ["volumes", place]),
    ["workdir", workdir],
    ...emptyDirectories.map((place) => ["files", place])
  ];
  for (const [name, place] of directories) {
    const before = place === null ? void 0 : taken.get(place);
    if (place !== null && before !== void 0 && before !== "another file") {
      reader.wrong(
        name,
        place,
        clause`is the place of ${before}, which is not a directory; write another one`
      );
    }
  }
}
function placeOfFile({ source, pattern, destination }) {
  const line = `${pattern === void 0 ? source : path16.join(source, ...pattern)}:${destination}`;
  if (!destination.endsWith("/")) return [{ line, place: destination, isFile: true }];
  return pattern === void 0 ? [{ line, place: `${destination}${path16.basename(source)}`, isFile: false }] : [];
}

// src/declare/recorded-inputs.ts
import path17 from "node:path";
var RECORDED = [
  "working-directory",
  "main",
  "binary",
  "base",
  "files",
  "certificates",
  "extra-certificates",
  "timezones",
  "workdir",
  "volumes",
  "accounts",
  "capabilities",
  "pack-files",
  "user",
  "stop-signal",
  "healthcheck",
  "expose",
  "env"
];
var ROOTS2 = ["auto", "mozilla", "system", "none"];
function recordInputs(reader, places, several) {
  const placed = placedInputs(reader, places);
  const onBase = reader.asked("base");
  const needsPlace = several || placed.length > 0 || onBase;
  const { within } = places;
  return Object.fromEntries([
    ...needsPlace ? [["working-directory", within === "" ? "." : within]] : [],
    ...needsPlace ? list("main", reader.items("main")) : [],
    ...placed,
    ...text(reader, "timezones"),
    ...text(reader, "workdir"),
    ...list("volumes", reader.items("volumes")),
    ...list("accounts", reader.items("accounts")),
    ...list("capabilities", reader.lines("capabilities")),
    ...list("pack-files", reader.items("pack-files")),
    ...onBase ? overBase(reader) : []
  ]);
}
function placedInputs(reader, places) {
  const place = (written3) => fromDirectory(places, written3);
  const roots = reader.text("certificates");
  const base = reader.text("base") ?? "";
  const binary = reader.text("binary");
  return [
    ...list(
      "files",
      reader.lines("files").map((line) => placedLine(line, places))
    ),
    ...list("extra-certificates", reader.items("extra-certificates").map(place)),
    ...roots === null || roots === "auto" ? [] : [["certificates", ROOTS2.includes(roots) ? roots : place(roots)]],
    .../^[./]/.test(base) ? [["base", place(base)]] : [],
    ...binary === null ? [] : [["binary", place(binary)]]
  ];
}
function overBase(reader) {
  const env = reader.map("env");
  return [
    ...text(reader, "user"),
    ...text(reader, "stop-signal"),
    ...text(reader, "healthcheck"),
    ...list("expose", reader.items("expose")),
    ...Object.keys(env).length === 0 ? [] : [["env", env]]
  ];
}
function text(reader, name) {
  return reader.asked(name) ? [[name, reader.text(name) ?? ""]] : [];
}
function list(name, items) {
  return items.length === 0 ? [] : [[name, items]];
}
function placedLine(line, places) {
  const parsed2 = parseFilesLine(line, places.directory, places.platform);
  return parsed2.ok && parsed2.value.kind === "file" ? fromDirectory(places, line) : line;
}
function fromDirectory({ directory, within }, written3) {
  const up = within === "" ? [] : within.split("/").map(() => "..");
  if (written3.startsWith(`${directory}/`)) return written3.slice(directory.length + 1);
  const top = path17.resolve(directory, ...up);
  return written3.startsWith(`${top}/`) ? [...up, written3.slice(top.length + 1)].join("/") : written3;
}

// src/declare/sbom.ts
import path18 from "node:path";
var CHOICES = ["embedded", "file", "referrer", "none"];
function declareSbom(reader) {
  if (reader.text("sbom") === null) return ["embedded"];
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
function sbomFiles(report, platforms, key = null) {
  const directory = path18.dirname(report);
  const name = key === null ? "sbom" : `sbom-${key}`;
  return platforms.map((platform4) => {
    const slug2 = platforms.length === 1 ? "" : `-${formatPlatform(platform4).replaceAll("/", "-")}`;
    return path18.join(directory, `${name}${slug2}.spdx.json`);
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

// src/declare/image-spec.ts
var LAST_SECOND = 253402300799;
function declareImage(given, surroundings, key = null) {
  const reader = readerOf(given);
  const directory = workingDirectoryOf(given, surroundings);
  const { within = "" } = surroundings;
  const created = declareCreated(reader, surroundings);
  const values = sourceValues(surroundings, created);
  reader.value("tag-prefix", parseTagPrefix, "");
  const [firstPlatform, ...otherPlatforms] = declarePlatforms(reader);
  const platforms = [firstPlatform, ...otherPlatforms];
  const repositories = declareRepositories(reader);
  const budget = declareBudget(reader, platforms);
  const source = declareSource(reader, directory, firstPlatform);
  const name = nameOf2(source);
  const title = name ?? titleOf(repositories, surroundings);
  const shared = {
    name,
    workingDirectory: directory,
    go: declareGo(reader, directory),
    pack: declarePack(reader),
    compile: declareCompile(reader, source, surroundings, values),
    base: declareBase(reader, directory),
    certificates: declareCertificates(reader, directory),
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
  const run2 = declareRun(reader, surroundings, shared, platforms, key);
  const sources = { surroundings, created, title, values, platforms };
  const labels = declareLabels(reader, sources);
  const declarePlatform = (platform4) => {
    const own = { ...shared, platform: platform4, source: declareSource(reader, directory, platform4) };
    const manifest = declareAnnotations(reader, sources, { level: "manifest", platform: platform4 });
    const placed = declareFiles(reader, directory, platform4);
    const { base } = shared;
    const config = declareConfig(reader, labels, manifest, { ...placed, base });
    checkPlaces(reader, own, placed, config);
    const capabilities = declareCapabilities(reader);
    const packFiles = declarePackFiles(reader);
    const descriptorAnnotations = declareAnnotations(reader, sources, {
      level: "manifest-descriptor",
      platform: platform4
    });
    const { files, links } = placed;
    const recorded = recordInputs(reader, { directory, within, platform: platform4 }, isSeveral(own.source));
    const kept = Object.keys(recorded).length === 0 ? {} : { recorded };
    return { ...own, config, files, links, capabilities, packFiles, descriptorAnnotations, ...kept };
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
  return path19.resolve(cwd, values["working-directory"] ?? ".");
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
function declareBase(reader, directory) {
  const inheritsUser = reader.text("user") === null;
  return reader.value("base", (text2) => parseBase(text2, directory, inheritsUser), SCRATCH);
}
function isSeveral(source) {
  return source.kind === "main" && source.mains.length > 1;
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
function declareRun(reader, surroundings, { publish: { push, references }, sbom }, platforms, key) {
  const { env, cwd, event, base } = surroundings;
  const report = reader.text("report");
  const wish = !reader.asked("push") ? "auto" : push ? "true" : "false";
  const temporary = env["RUNNER_TEMP"] ?? "";
  const usual = reader.surface === "action" && temporary !== "" ? path19.join(temporary, "bantam.json") : null;
  const weighIn = report === null ? usual : path19.resolve(cwd, report);
  return {
    report: weighIn,
    sboms: weighIn !== null && sbom.includes("file") ? sbomFiles(weighIn, platforms, key) : [],
    cache: reader.boolean("cache"),
    branch: event === "push" ? base.branch : null,
    summary: reader.boolean("summary"),
    pushReason: pushReason(wish, surroundings, references),
    comment: declareComment(reader, surroundings)
  };
}

// src/compile/check-programs.ts
import { existsSync as existsSync6, readFileSync, realpathSync } from "node:fs";
import path20 from "node:path";
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
  for (let at = realPath(workingDirectory); isInside(top, at); at = path20.dirname(at)) {
    const found = OTHER_REPOSITORIES.map((name) => path20.join(at, name)).find(existsSync6);
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
  const file = goEnvFile(env);
  const text2 = file === null ? "" : readOrNothing(file);
  const lines = text2.split("\n").flatMap((line) => /^([A-Z]\w*)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const variables = /* @__PURE__ */ new Map();
  for (let at = 0; at < lines.length; at += 2) variables.set(lines[at] ?? "", lines[at + 1] ?? "");
  return [...variables].filter(([name]) => (env[name] ?? "") === "").map(([name, value]) => ({ name, value, from: ` in ${file}` }));
}
function goEnvFile(env) {
  const named = env["GOENV"] ?? "";
  if (named !== "") return named === "off" ? null : named;
  const home = homeOf(env);
  if (process.platform === "darwin")
    return home === null ? null : path20.join(home, "Library", "Application Support", "go", "env");
  const configs = env["XDG_CONFIG_HOME"] ?? (home === null ? null : path20.join(home, ".config"));
  return configs === null ? null : path20.join(configs, "go", "env");
}
function readOrNothing(file) {
  try {
    return readFileSync(file, "utf8");
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
    isInCheckout: (file) => tops.some((top) => isInside(top, file) || isInside(realPath(top), realPath(file))),
    find: (program) => onPath({ env }, program)
  };
}
function realPath(file) {
  try {
    return realpathSync(file);
  } catch {
    const parent = path20.dirname(file);
    return parent === file ? file : path20.join(realPath(parent), path20.basename(file));
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

// src/compile/binary-name.ts
function binaryNameOf(importPath) {
  const elements = importPath.split("/");
  const last = elements.at(-1) ?? "";
  return /^v(?:[2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) ?? last : last;
}

// src/compile/find-mains.ts
import path22 from "node:path";

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
import path21 from "node:path";
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
  return locations.map((place) => ({ ...place, file: path21.relative(cwd, place.file) })).filter(({ file }) => !file.startsWith("..") && !path21.isAbsolute(file));
}
function location(found, workingDirectory) {
  const { file = "", line, column, message = "" } = found;
  return {
    file: path21.resolve(workingDirectory, file),
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
  const place = [first.file, first.line, first.column].filter((part) => part !== void 0).join(":");
  const others = more.length === 0 ? "" : ` (and ${more.length} more)`;
  return fail("compile", clause`${place}: ${first.message.replaceAll("\n", " ")}${others}`);
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
  const listed2 = await goListJson(host, go, context, ["-e", "-find", fields, ...flags, "--", ...patterns]);
  return listed2.map(packageOf);
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
  const listed2 = await goListJson(host, go, context, ["-m", "-json=Dir"]);
  return listed2.flatMap((entry) => entry.Dir ?? []);
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

// src/compile/find-mains.ts
var MAX_SUGGESTIONS = 30;
var MAX_NAMED = 3;
async function findMains(host, go, mains, context) {
  if (mains.length === 0) return checked([await findOnly(host, go, context)]);
  const paths = [...new Set(mains.map((main) => main.path))];
  return findAmong(host, go, mains, context, await listPackages(host, go, context, paths));
}
async function findAmong(host, go, mains, context, listed2) {
  const answers = mains.map(({ path: path23, name, directory }) => {
    const found = listed2.find(({ patterns, importPath }) => patterns.includes(path23) || importPath === path23);
    return { path: path23, name, directory, found };
  });
  const wrong = answers.filter(({ found }) => found?.name !== "main" || found.standard);
  if (wrong.length > 0) {
    const suggestions = await listMains(host, go, context);
    const reasons = wrong.map(({ path: path23, found }) => whyNoMain(path23, found, context, suggestions));
    const Why = wrong.every(({ found }) => isAbsent(found)) ? Absent : Failure;
    const [only = { what: [] }, ...more] = reasons;
    throw new Why("bad-input", more.length === 0 ? only : { what: joinedClauses(reasons) }, {
      output: linesToPaste(suggestions),
      fields: { input: "main", value: wrong[0]?.path }
    });
  }
  return checked(
    answers.map(({ path: path23, name, directory, found }) => {
      const importPath = found?.importPath ?? path23;
      return { path: path23, importPath, name: name ?? binaryNameOf(importPath), directory };
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
  const listed2 = await listPackages(
    host,
    go,
    context,
    searched.map((directory) => path22.join(directory, "..."))
  );
  return listed2.filter(({ name }) => name === "main").map((found) => foundMain(pathOf(found, workingDirectory), found)).sort((a, b) => a.path < b.path ? -1 : 1);
}
function foundMain(path23, { importPath }) {
  return { path: path23, importPath, name: binaryNameOf(importPath), directory: void 0 };
}
function pathOf({ directory, importPath }, workingDirectory) {
  if (directory === null || !isInside(workingDirectory, directory)) return importPath;
  return directory === workingDirectory ? "." : `./${path22.relative(workingDirectory, directory)}`;
}
function isAbsent(found) {
  if (found === void 0 || found.name !== "") return true;
  return /directory not found|^no Go files in |no required module provides|cannot find module providing/.test(
    found.error ?? ""
  );
}
function whyNoMain(path23, found, { platform: platform4, spec }, suggestions) {
  const paths = suggestions.map((main) => main.path);
  const near = paths.includes(`./${path23}`) ? `./${path23}` : nearest(path23, paths);
  const meant = near === null ? void 0 : clause`did you mean "${near}"?`;
  const named = clause`${input("main")} "${path23}"`;
  if (found?.standard === true) return { what: clause`${named} is a package of Go itself`, fix: meant };
  if (found !== void 0 && found.name !== "")
    return {
      what: clause`${named} is the package ${found.name}, a library, and only a package main becomes a program`,
      fix: meant
    };
  const error = (found?.error ?? "go knows no such package").split("\n")[0] ?? "";
  const absent = /^stat (.+): directory not found$/.exec(error);
  if (absent !== null)
    return {
      what: clause`${named} is not there`,
      why: clause`there is no directory ${absent[1] ?? ""}`,
      fix: meant ?? clause`write the directory of a package main`
    };
  if (/^package .+ is not in std\b/.test(error))
    return {
      what: clause`${named} is not in Go's standard library, where go looks for a path without ./ before it`,
      fix: meant ?? clause`write ./${path23} for a directory`
    };
  if (error.includes("build constraints exclude all Go files")) {
    const cgo = spec.cgo === "off" ? clause`, or ${input("cgo", "static")} where it needs C` : clause``;
    return {
      what: clause`${named} has no file for ${platform4.os}/${platform4.architecture}`,
      why: clause`build constraints exclude all of them`,
      fix: clause`write another ${input("platforms")} or ${input("build-tags")}${cgo}`
    };
  }
  return {
    what: clause`${named} is not a package`,
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
  const problems = mains.flatMap(({ path: path23, name, directory }, index) => {
    const usable = directory === void 0 ? parseBinaryName(name) : null;
    if (usable?.ok === false)
      return [{ what: clause`${input("main")} "${path23}" ${usable.problem}, as ${path23}=name` }];
    const namesake = mains.slice(0, index).find((other) => other.name === name);
    return namesake === void 0 ? [] : [
      {
        what: clause`${input("main")} "${namesake.path}" and "${path23}" would both be named ${name}`,
        fix: clause`write one of them as ${path23}=other-name`
      }
    ];
  });
  const [only, ...more] = problems;
  if (only !== void 0)
    throw new Failure("bad-input", more.length === 0 ? only : { what: joinedClauses(problems) }, {
      fields: { input: "main", value: mains.map(({ path: path23 }) => path23).join(", ") }
    });
  return mains;
}

export {
  withSideWork,
  stoppedBy,
  unstoppable,
  ANY_DEPTH,
  hasWildcard,
  fitsName,
  NotInside,
  openInside,
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
  once,
  parseBuildVariable,
  buildFlags,
  linkerFlags,
  formatCapabilities,
  formatTime,
  unpackersOf,
  FILE_NAME,
  readThingName,
  parseMain,
  parseBinaryPlace,
  GO_ONLY,
  parseHealthcheck,
  parseCapabilitySpec,
  RECORDED,
  tagsWanted,
  declareImage,
  workingDirectoryOf,
  checkPrograms,
  goEnvironment,
  goFailure,
  PACKAGE_FIELDS,
  packageOf,
  listModuleDirectories,
  goListJson,
  goList,
  resolveTools,
  resolveCompiler,
  resolvePacking,
  binaryNameOf,
  findMains,
  findAmong,
  listMains
};
