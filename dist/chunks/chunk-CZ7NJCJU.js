import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  compressionOf,
  decompress
} from "./chunk-QRUNDGHL.js";
import {
  startedPaths
} from "./chunk-IXGPT5AO.js";
import {
  WHAT,
  allowance,
  asUnreadable,
  cannotWeigh,
  damaged,
  noSuchTag,
  quoted,
  unreadable
} from "./chunk-FMAJZVTA.js";
import {
  fetchCommit,
  withoutDrivers
} from "./chunk-73IMFRIX.js";
import {
  FILE_NAME,
  NotInside,
  openInside,
  readThingName,
  unpackersOf,
  unstoppable,
  writeMeasured,
  writeStream,
  written
} from "./chunk-2NIS2GC2.js";
import {
  fileKind,
  readElf
} from "./chunk-C2OH2S3G.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  TarError,
  tarEntries
} from "./chunk-P5HPMPQL.js";
import {
  downloadSizeOf,
  getBlob,
  getManifest,
  isAttestation,
  isImage,
  isIndexType,
  openTransport,
  operationIn,
  readConfig,
  readDocument,
  readManifest,
  refused,
  registryOf,
  retryOperation,
  saysUnknown,
  unusable
} from "./chunk-TF5MGYJP.js";
import {
  SCHEMA_VERSION,
  otherVersion
} from "./chunk-JP6MUPQV.js";
import {
  askGit,
  excerpt,
  findCheckout,
  gitReason,
  isInWorkspace,
  leadsIntoGit,
  leadsOut,
  parseJson,
  runGit,
  splitLinkerFlags
} from "./chunk-L2V5KLOK.js";
import {
  chunksOf
} from "./chunk-XGSNR2IZ.js";
import {
  cutAtLastColon,
  digestOf,
  formatReference,
  parseReference
} from "./chunk-QPQ6KV7E.js";
import {
  printable
} from "./chunk-O3XTEDKA.js";
import {
  input
} from "./chunk-GTV6CXRU.js";
import {
  formatLimit,
  parseLimit
} from "./chunk-F2CDRKCC.js";
import {
  SIZE,
  STRINGS,
  checkShape
} from "./chunk-FL2XCUTW.js";
import {
  isDigest
} from "./chunk-ACFVWEEU.js";
import {
  MAX_DOCUMENT,
  array,
  boolean,
  exactOptional,
  literal,
  maxLength,
  minLength,
  nullable,
  nullish,
  number,
  object,
  optional,
  picklist,
  pipe,
  readJson,
  record,
  safeParse,
  string,
  tuple,
  tupleWithRest,
  union,
  unknown
} from "./chunk-CDH3UYRO.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import {
  isOfEndedRun
} from "./chunk-4KZHZBOR.js";
import {
  DEFAULT_PLATFORM,
  formatPlatform
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  EI_CLASS,
  EI_DATA,
  ELFCLASS64,
  ELFDATA2LSB,
  ET_DYN,
  ET_EXEC,
  PT_INTERP,
  isElf
} from "./chunk-UIFEWTII.js";
import {
  machine
} from "./chunk-EVFFBKZG.js";
import {
  readCapabilities
} from "./chunk-2XXI26VF.js";
import {
  Absent,
  Failure,
  clause,
  reasonOf
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";

// src/binary/program-head.ts
import path from "node:path";
var PROGRAM_HEAD = 4096;
function looksLikeProgram(head, name) {
  if (!mayBeProgram(head)) return false;
  const isLibrary = /\.so(?:\.[\w.-]*)?$/.test(path.posix.basename(name));
  return !isLibrary || typeOf(head) === ET_EXEC;
}
function mayBeProgram(head) {
  const view = viewOf(head);
  if (head.length < 52 || !isElf(head)) return false;
  const wide = head[EI_CLASS] === ELFCLASS64;
  const little = head[EI_DATA] === ELFDATA2LSB;
  const type = typeOf(head);
  return type === ET_EXEC || type === ET_DYN && (hasEntry(view, wide, little) || hasInterpreter(view, wide, little));
}
function saysProgram(bytes) {
  try {
    return readElf(bytes).isPie;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}
function typeOf(head) {
  return viewOf(head).getUint16(16, head[EI_DATA] === ELFDATA2LSB);
}
function viewOf(head) {
  return new DataView(head.buffer, head.byteOffset, head.byteLength);
}
function hasEntry(view, wide, little) {
  return (wide ? view.getBigUint64(24, little) : BigInt(view.getUint32(24, little))) !== 0n;
}
function hasInterpreter(view, wide, little) {
  if (wide && view.byteLength < 64) return false;
  const table = wide ? Number(view.getBigUint64(32, little)) : view.getUint32(28, little);
  const size = view.getUint16(wide ? 54 : 42, little);
  const count = Math.min(view.getUint16(wide ? 56 : 44, little), 256);
  for (let index = 0; index < count; index += 1) {
    const at = table + index * size;
    if (at + 4 <= view.byteLength && view.getUint32(at, little) === PT_INTERP) return true;
  }
  return false;
}

// src/image/base-annotations.ts
var NAME = "org.opencontainers.image.base.name";
var DIGEST = "org.opencontainers.image.base.digest";
function baseAnnotations({ kind, name }, digest) {
  return { ...kind === "image" ? { [NAME]: name } : {}, [DIGEST]: digest };
}
function namedBase(annotations) {
  const digest = annotations[DIGEST] ?? "";
  const name = annotations[NAME] ?? "";
  if (!isDigest(digest)) return null;
  return { name: /^[\x21-\x7e]{1,300}$/.test(name) ? name : null, digest };
}

// src/registry/pull.ts
import { randomBytes } from "node:crypto";
import { rm } from "node:fs/promises";
import path2 from "node:path";
async function openRepository(host, reference, credentials, patience) {
  const { registry: name, repository, identifier } = reference;
  const registry = registryOf(host, name, credentials, patience);
  const transport = openTransport(registry);
  const shown2 = formatReference(reference);
  const begin = (what) => operationIn(registry, repository, "pull", `read ${what}`);
  async function manifest(identifier2, operation) {
    const { document, response } = await readDocument(
      registry,
      operation,
      (receive) => getManifest(transport, operation, identifier2, receive)
    );
    if (saysUnknown(response) && response.url.origin === registry.url.origin) return null;
    if (document === null) throw refused(operation, response);
    if (identifier2.includes(":") && identifier2 !== document.digest)
      throw wrongDigest(operation, response, document.digest);
    return document;
  }
  async function blob({ digest, size }) {
    const file = path2.join(host.temporary, `blob-${randomBytes(8).toString("hex")}`);
    const operation = begin(`${digest} of ${shown2}`);
    try {
      let came = null;
      const take = async (body) => {
        came = await writeMeasured(body, file, size);
      };
      const response = await retryOperation(
        registry,
        operation,
        () => getBlob(transport, operation, digest, { bytes: size, take })
      );
      if (response.status !== 200) throw refused(operation, response);
      verify(operation, response, { digest, size }, came);
      return { file, offset: 0, size, temporary: true };
    } catch (cause) {
      await rm(file, { force: true });
      throw cause;
    }
  }
  const root = await manifest(identifier, begin(shown2));
  if (root === null)
    throw new Absent(
      "registry",
      {
        what: clause`there is no ${excerpt(shown2)}`,
        why: clause`the registry answers 404`,
        fix: clause`check that it is spelt right`
      },
      { fields: { registry: name, reference: shown2, status: 404 } }
    );
  return {
    name: shown2,
    root,
    blob,
    manifest: ({ digest }) => manifest(digest, begin(`${digest} of ${shown2}`))
  };
}
function verify(operation, response, { digest, size }, came) {
  if (came === null) throw unusable(operation, response, `is larger than the ${size} bytes it should be`);
  const found = `sha256:${came.sha256}`;
  if (found !== digest) throw wrongDigest(operation, response, found);
  if (came.size !== size)
    throw unusable(operation, response, `has ${came.size} bytes and should have ${size}`);
}
function wrongDigest(operation, response, digest) {
  return unusable(operation, response, `has the digest ${digest}`);
}

// src/thing/directory-store.ts
import { randomBytes as randomBytes2 } from "node:crypto";
import { realpath, stat } from "node:fs/promises";
import path4 from "node:path";

// src/image/layer-entry.ts
import path3 from "node:path";
var WHITEOUT = ".wh.";
var OPAQUE = ".wh..wh..opq";
var BOOKS = ".wh..wh.";
function imagePath(name) {
  const normal = path3.posix.normalize(`/${name}`);
  return normal.length > 1 ? normal.replace(/\/$/, "") : normal;
}
function whiteoutOf(at) {
  const name = path3.posix.basename(at);
  if (!name.startsWith(WHITEOUT)) return null;
  const directory2 = path3.posix.dirname(at);
  if (name === OPAQUE) return { kind: "opaque", path: directory2 };
  if (name.startsWith(BOOKS)) return "nothing";
  const hidden = name.slice(WHITEOUT.length);
  if (hidden === "" || hidden === "." || hidden === "..") return "nothing";
  return { kind: "whiteout", path: path3.posix.join(directory2, hidden) };
}

// src/thing/directory-store.ts
async function guardIn({ temporary }, workspace, directory2) {
  if (workspace === void 0 || !await isInWorkspace(workspace, directory2)) return null;
  return { roots: workspace, temporary };
}
function directoryStore(name, directory2, guard = null) {
  return {
    name,
    async extent(inside, most) {
      const file = path4.join(directory2, imagePath(inside));
      const status = await stat(file).catch((cause) => {
        if (["ENOENT", "ENOTDIR"].includes(errorCode(cause))) return null;
        throw cause;
      });
      if (status?.isFile() !== true) return null;
      if (guard === null) return { file, offset: 0, size: status.size, temporary: false };
      const end = await realpath(file);
      const copy = leadsIntoGit(file, end) ? null : await copied(file, end, guard, most);
      if (copy !== null) return copy;
      throw unreadable(name, `${inside} in it leads out of the workspace through a link, to ${end}`);
    }
  };
}
var CHUNK = 1024 * 1024;
async function copied(file, end, guard, most) {
  const handle = await openInside(guard.roots, end).catch((cause) => {
    if (cause instanceof NotInside) return null;
    throw cause;
  });
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    if (size > most) return { file, offset: 0, size, temporary: false };
    const copy = path4.join(guard.temporary, `blob-${randomBytes2(8).toString("hex")}`);
    let length = 0;
    const whole = handle.createReadStream({ end: size, highWaterMark: CHUNK, autoClose: false });
    for await (const chunk of written(whole, copy)) length += chunk.length;
    return { file: copy, offset: 0, size: length, temporary: true };
  } finally {
    await handle.close();
  }
}

// src/thing/extent.ts
import { createHash } from "node:crypto";
import { rm as rm2 } from "node:fs/promises";
async function bytesOf(extent) {
  const chunks = [];
  for await (const chunk of chunksOf(extent)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
async function digestOfExtent(extent) {
  const hash = createHash("sha256");
  for await (const chunk of chunksOf(extent)) hash.update(chunk);
  return `sha256:${hash.digest("hex")}`;
}
async function release({ file, temporary }) {
  if (temporary) await rm2(file, { force: true });
}

// src/thing/layout.ts
async function layoutSource(store) {
  const { name } = store;
  const index = await store.extent("index.json", MAX_DOCUMENT);
  if (index === null) throw unreadable(name, "it is an OCI layout without index.json");
  async function find2({ digest, size }) {
    const extent = await store.extent(`blobs/${digest.replace(":", "/")}`, size);
    if (extent !== null && extent.size !== size)
      throw damaged(name, `${digest} in it has ${extent.size} bytes and should have ${size}`);
    return extent;
  }
  return {
    name,
    root: { digest: null, bytes: await documentOf(name, "index.json", index) },
    async manifest(descriptor) {
      const extent = await find2(descriptor);
      if (extent === null) return null;
      const bytes = await documentOf(name, descriptor.digest, extent);
      const found = digestOf(bytes);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return { digest: found, bytes };
    },
    async blob(descriptor) {
      const extent = await find2(descriptor);
      if (extent === null) throw damaged(name, `${descriptor.digest} is not in it`);
      const found = await digestOfExtent(extent);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return extent;
    }
  };
}
function wrongDigest2(name, { digest }, found) {
  return damaged(name, `its blob ${digest} has the digest ${found}`);
}
async function documentOf(name, what, extent) {
  if (extent.size > MAX_DOCUMENT) throw unreadable(name, `${what} in it is larger than ${MAX_DOCUMENT} bytes`);
  try {
    return await bytesOf(extent);
  } finally {
    await release(extent);
  }
}

// src/declare/linker-variables.ts
function linkerVariables(ldflags) {
  const fields = splitLinkerFlags(ldflags);
  const found = /* @__PURE__ */ new Map();
  for (const [index, field] of (fields.ok ? fields.value : []).entries()) {
    const flag = /^--?X(?:=(.*))?$/s.exec(field);
    const given = flag === null ? void 0 : flag[1] ?? (fields.ok ? fields.value[index + 1] : void 0);
    const parts = /^([^=]*)\.([^.=]*)=(.*)$/s.exec(given ?? "");
    if (parts === null) continue;
    const [, place = "", name = "", value = ""] = parts;
    found.set(`${place}.${name}`, { path: place, name, value });
  }
  return [...found.values()];
}

// src/commands/steps/unpacker.ts
var MOST = 50;
function unpacker(host, ofRun = null, unpackers = unpackersOf(host)) {
  let asked = 0;
  return async (file) => {
    const known = unpackers.find((one) => one.recognizes(file));
    if (known === void 0) return null;
    const { name } = known;
    asked += 1;
    if (asked > MOST)
      return {
        packer: name,
        why: `at most ${MOST} packed programs are unpacked, and there were ${MOST} before it`
      };
    const own = await Promise.resolve(ofRun).catch(() => null);
    const unpacked = await (own?.name === name ? own : known).unpack(file);
    return { ...unpacked, packer: name };
  };
}

// src/host/checkout.ts
import { readFileSync, realpathSync, rmdirSync, rmSync } from "node:fs";
import { rm as rm3 } from "node:fs/promises";
import path5 from "node:path";
var PATIENCE = 3e5;
async function withCheckout(running, directory2, commit, work) {
  const host = unstoppable(running);
  await refuseSubmodule(host, directory2, commit);
  await fetchCommit(host, directory2, commit);
  const root = path5.join(host.temporary, `base-${commit.slice(0, 12)}`);
  await forgetEnded(host, directory2);
  const forget = () => forgetNow(root);
  process.prependListener("exit", forget);
  const added = await runGit(host, directory2, ["worktree", "add", "--quiet", "--detach", root, commit], {
    timeoutMs: PATIENCE,
    config: { ...await withoutDrivers(host, directory2), "advice.detachedHead": "false" }
  });
  try {
    if (added.exitCode !== 0)
      throw new Failure(
        "bad-input",
        {
          what: clause`Git could not check out commit ${commit.slice(0, 7)}`,
          why: clause`${gitReason(added)}`
        },
        { fields: { commit } }
      );
    running.stop?.throwIfAborted();
    return await work(placesIn(host, directory2, root));
  } finally {
    await remove(host, directory2, root);
    process.off("exit", forget);
  }
}
async function refuseSubmodule(host, directory2, commit) {
  if (host.surface !== "action") return;
  const around = await askGit(host, directory2, "rev-parse", "--show-superproject-working-tree");
  if (around === null) return;
  throw new Failure(
    "bad-input",
    {
      what: clause`${directory2} lies in a submodule`,
      why: clause`commit ${commit.slice(0, 7)} is of the repository around it`,
      fix: clause`write another ${input("baseline")}, such as auto`
    },
    { fields: { commit, directory: directory2 } }
  );
}
function placesIn(host, directory2, root) {
  const real = findCheckout(host, directory2) ?? directory2;
  const top = topAsWritten(directory2, real);
  const place = (file) => {
    const within = path5.relative(top ?? real, file);
    return within.startsWith("..") || path5.isAbsolute(within) ? file : path5.join(root, within);
  };
  return { root, directory: place(top === null ? realpathSync(directory2) : directory2), place };
}
function topAsWritten(directory2, real) {
  let top = null;
  for (let at = directory2; ; at = path5.dirname(at)) {
    if (realpathSync(at) === real) top = at;
    if (path5.dirname(at) === at) return top;
  }
}
async function forgetEnded(host, directory2) {
  const { stdout } = await runGit(host, directory2, ["worktree", "list", "--porcelain"]);
  const trees = stdout.split("\n").flatMap((line) => /^worktree (.*)$/.exec(line)?.[1] ?? []);
  for (const tree of trees.filter((tree2) => isOfEndedRun(path5.dirname(tree2))))
    await remove(host, directory2, tree);
}
function forgetNow(root) {
  try {
    const named = /^gitdir: (.+)$/m.exec(readFileSync(path5.join(root, ".git"), "utf8"))?.[1] ?? "";
    const note = path5.resolve(root, named);
    const notes = path5.dirname(note);
    if (path5.basename(notes) !== "worktrees") return;
    rmSync(note, { recursive: true, force: true });
    rmdirSync(notes);
  } catch {
  }
}
async function remove(host, directory2, root) {
  const removing = ["worktree", "remove", "--force", root];
  const removed = await runGit(host, directory2, removing, { timeoutMs: PATIENCE });
  if (removed.exitCode === 0) return;
  await rm3(root, { recursive: true, force: true });
  const noted = await runGit(host, directory2, removing);
  host.log.debug(
    `git worktree remove: ${gitReason(removed)}; then ${noted.exitCode === 0 ? "done" : gitReason(noted)}`
  );
}

// src/size/annotation.ts
var WEIGH_IN_ANNOTATION = "dev.bantam.weigh-in";
function writeAnnotation({ bantam, settings, budget, embedded, inputs }) {
  const { go, packer, ldflags, buildTags, buildFlags, cgo, certificates, timezones, layerCompression } = settings;
  return JSON.stringify({
    schemaVersion: SCHEMA_VERSION,
    bantam,
    settings: {
      go,
      packer,
      ldflags,
      buildTags,
      buildFlags,
      cgo,
      certificates,
      timezones,
      layerCompression
    },
    budget: budget.map(formatLimit),
    ...embedded.size === 0 ? {} : { embedded: Array.from(embedded, ([binary, packages]) => [binary, ...packages]) },
    ...Object.keys(inputs).length === 0 ? {} : { inputs }
  });
}
var TEXTS = array(string());
var ANNOTATION = object({
  schemaVersion: literal(SCHEMA_VERSION),
  bantam: string(),
  settings: object({
    go: nullable(string()),
    packer: nullable(string()),
    // Some settings are unknown for a binary that the user provided.
    ldflags: nullable(string()),
    buildTags: nullable(TEXTS),
    buildFlags: nullable(TEXTS),
    cgo: nullable(picklist(["off", "static"])),
    certificates: string(),
    timezones: string(),
    layerCompression: picklist(["gzip", "zstd"])
  }),
  budget: TEXTS,
  embedded: optional(array(tupleWithRest([string()], tuple([string(), SIZE]))), []),
  inputs: optional(
    record(string(), union([string(), TEXTS, record(string(), string())])),
    {}
  )
});
var LONGEST = 1e6;
function readAnnotation(text, platform) {
  if (text.length > LONGEST) return problem(`has more than ${LONGEST} characters`);
  const json = parseJson(text);
  const other = otherVersion(json);
  if (other !== null) return problem(other.said);
  const shape = safeParse(ANNOTATION, json);
  if (!shape.success) return problem("was not written by this version of Bantam");
  const { bantam, settings, budget, embedded, inputs } = shape.output;
  return parsed({
    bantam,
    settings,
    budget: budget.flatMap((line) => {
      const limit = parseLimit(line, [platform]);
      return limit.ok ? [limit.value] : [];
    }),
    embedded: new Map(embedded.map(([binary, ...packages]) => [binary, new Map(packages)])),
    inputs
  });
}

// src/image/inherited-config.ts
import path6 from "node:path";
var TEXT = nullish(string(), "");
var EMPTY_OBJECTS = nullish(record(string(), unknown()), {});
var HEALTHCHECK = object({
  Test: exactOptional(array(string())),
  Interval: exactOptional(number()),
  Timeout: exactOptional(number()),
  StartPeriod: exactOptional(number()),
  StartInterval: exactOptional(number()),
  Retries: exactOptional(number())
});
var HISTORY = object({
  created: exactOptional(string()),
  created_by: exactOptional(string()),
  author: exactOptional(string()),
  comment: exactOptional(string()),
  empty_layer: exactOptional(boolean())
});
var CONFIG = object({
  config: nullish(
    object({
      Env: nullish(array(string()), []),
      User: TEXT,
      WorkingDir: TEXT,
      Labels: STRINGS,
      ExposedPorts: EMPTY_OBJECTS,
      Volumes: EMPTY_OBJECTS,
      StopSignal: TEXT,
      Healthcheck: nullish(HEALTHCHECK, null)
    }),
    {}
  ),
  history: nullish(array(HISTORY), [])
});
function readInheritedConfig(bytes) {
  const json = readJson(bytes);
  if (!json.ok) return json;
  const checked = checkShape(CONFIG, json.value);
  if (!checked.ok) return checked;
  const { config, history } = checked.value;
  const workdir = path6.posix.resolve("/", config.WorkingDir);
  if (/\/\.wh\.|\0/.test(workdir)) return problem("has a WorkingDir that no image can have");
  return parsed({
    env: variablesOf(config.Env),
    user: config.User,
    workdir: workdir === "/" ? null : workdir,
    labels: config.Labels,
    expose: Object.keys(config.ExposedPorts),
    volumes: Object.keys(config.Volumes),
    stopSignal: config.StopSignal === "" ? null : config.StopSignal,
    healthcheck: config.Healthcheck,
    history
  });
}
function variablesOf(env) {
  const pairs = env.flatMap((variable) => {
    const at = variable.indexOf("=");
    return at <= 0 ? [] : [[variable.slice(0, at), variable.slice(at + 1)]];
  });
  return Object.fromEntries(pairs);
}

// src/image/stored-files.ts
function storedFiles(entries) {
  const pinned = [];
  const stored = /* @__PURE__ */ new Map();
  let hasLinks = false;
  for (const entry of entries) {
    if (entry.kind === "whiteout" || entry.kind === "opaque") continue;
    const before = stored.get(entry.path);
    if (before !== void 0 && (hasLinks || entry.kind === "hard link"))
      pinned.push({ path: entry.path, bytes: before });
    stored.delete(entry.path);
    if (entry.kind === "file") stored.set(entry.path, entry.bytes);
    hasLinks ||= entry.kind === "hard link" || entry.kind === "symlink";
  }
  return [...pinned, ...Array.from(stored, ([path10, bytes]) => ({ path: path10, bytes }))];
}

// src/image/overlay.ts
var MAX_LINKS = 40;
var MAX_NAMES = 256;
function overlay(layers) {
  const root = directory(null);
  layers.forEach((changes, layer) => {
    for (const change of changes) takeAway(root, change);
    for (const change of changes) put(root, change, layer);
  });
  return root;
}
function directory(value) {
  return { kind: "directory", children: /* @__PURE__ */ new Map(), value };
}
function takeAway(root, change) {
  if (change.kind !== "whiteout" && change.kind !== "opaque") return;
  const names = namesIn(change.path);
  if (change.kind === "opaque") {
    const emptied = find(root, names);
    if (emptied?.kind === "directory") emptied.children.clear();
    return;
  }
  const name = names.pop();
  const parent = find(root, names);
  if (name !== void 0 && parent?.kind === "directory") parent.children.delete(name);
}
function put(root, change, layer) {
  if (change.kind === "whiteout" || change.kind === "opaque") return;
  const names = namesIn(change.path);
  const name = names.pop();
  if (name === void 0) return;
  const { children } = parentFor(root, names, layer);
  switch (change.kind) {
    case "directory": {
      const there = children.get(name);
      children.set(
        name,
        there?.kind === "directory" ? { ...there, value: change.value } : directory(change.value)
      );
      return;
    }
    case "leaf":
      children.set(name, { kind: "leaf", value: change.value, layer });
      return;
    case "symlink":
      children.set(name, { kind: "symlink", value: change.value, target: change.target, layer });
      return;
    case "hard link": {
      const target = find(root, namesIn(change.target));
      if (target !== null && target.kind !== "directory") children.set(name, target);
    }
  }
}
function parentFor(root, names, layer) {
  let at = root;
  const path10 = [];
  const rest = names.toReversed();
  for (let links = 0; rest.length > 0; ) {
    const name = rest.pop() ?? "";
    if (name === "..") {
      at = path10.pop() ?? root;
      continue;
    }
    const child = at.children.get(name);
    if (child?.kind === "symlink" && child.layer === layer && links < MAX_LINKS && rest.length < MAX_NAMES) {
      links += 1;
      if (child.target.startsWith("/")) {
        at = root;
        path10.length = 0;
      }
      rest.push(...rawNames(child.target).toReversed());
      continue;
    }
    const next = child?.kind === "directory" ? child : directory(null);
    if (next !== child) at.children.set(name, next);
    path10.push(at);
    at = next;
  }
  return at;
}
function find(root, names) {
  let at = root;
  for (const name of names) {
    const child = at.kind === "directory" ? at.children.get(name) : void 0;
    if (child === void 0) return null;
    at = child;
  }
  return at;
}
function namesIn(path10) {
  return path10.split("/").filter((name) => name !== "");
}
function rawNames(target) {
  return namesIn(target).filter((name) => name !== ".");
}
function* nodesOf(root) {
  const left = [{ path: "", node: root }];
  for (let next = left.pop(); next !== void 0; next = left.pop()) {
    const { path: path10, node } = next;
    if (node !== root) yield next;
    if (node.kind === "directory")
      for (const [name, child] of node.children) left.push({ path: `${path10}/${name}`, node: child });
  }
}

// src/image/file-system.ts
function fileSystemOf(layers) {
  const root = overlay(layers.map((changes, layer) => changes.map((change) => asChange(change, layer))));
  const found = [];
  for (const { path: path10, node } of nodesOf(root))
    if (node.kind === "leaf" && node.value !== null)
      found.push({ path: path10, content: node.value, key: Buffer.from(path10) });
  const first = /* @__PURE__ */ new Map();
  return found.sort((a, b) => Buffer.compare(a.key, b.key)).map(({ path: path10, content }) => {
    const linkTo = first.get(content) ?? null;
    if (linkTo === null) first.set(content, path10);
    return { path: path10, ...content, bytes: linkTo === null ? content.bytes : 0, linkTo };
  });
}
function asChange(change, layer) {
  switch (change.kind) {
    case "file": {
      const { path: path10, mode, bytes, program, capabilities } = change;
      const own = capabilities === void 0 ? {} : { capabilities };
      return { kind: "leaf", path: path10, value: { mode, bytes, program, layer, ...own } };
    }
    case "directory":
      return { kind: "directory", path: change.path, value: null };
    case "symlink":
      return { kind: "symlink", path: change.path, target: change.target, value: null };
    case "special":
      return { kind: "leaf", path: change.path, value: null };
    case "hard link":
      return { kind: "hard link", path: change.path, target: change.target };
    case "whiteout":
    case "opaque":
      return change;
  }
}

// src/thing/read-layer.ts
import { createHash as createHash2, randomBytes as randomBytes3 } from "node:crypto";
import { rm as rm4 } from "node:fs/promises";
import path7 from "node:path";
var LONGEST_PATH = 4096;
var EMPTY_LAYER = {
  diffId: `sha256:${createHash2("sha256").digest("hex")}`,
  changes: []
};
async function readLayer(host, layer, allowance2, started = /* @__PURE__ */ new Set()) {
  if (layer.size === 0) return EMPTY_LAYER;
  return readTar(host, decompress(chunksOf(layer)), allowance2, started);
}
async function readTar(host, tar, allowance2, started) {
  const hash = createHash2("sha256");
  async function* counted() {
    for await (const chunk of tar) {
      allowance2.spend("unpacked", chunk.length);
      hash.update(chunk);
      yield chunk;
    }
  }
  const changes = [];
  for await (const entry of tarEntries(counted(), { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance2.spend("entries", 1);
    allowance2.spend("names", entry.name.length + entry.linkTarget.length);
    const change = await changeOf(host, entry, allowance2, started);
    if (change !== null) changes.push(change);
  }
  return { diffId: `sha256:${hash.digest("hex")}`, changes };
}
async function changeOf(host, entry, allowance2, started) {
  if (Math.max(entry.name.length, entry.linkTarget.length) > LONGEST_PATH)
    throw new TarError(`it has a path of more than ${LONGEST_PATH} characters`);
  const at = imagePath(entry.name);
  if (at === "/") return null;
  const whiteout = whiteoutOf(at);
  if (whiteout !== null) return whiteout === "nothing" ? null : whiteout;
  switch (entry.type) {
    case "file":
      return {
        kind: "file",
        path: at,
        mode: entry.mode,
        bytes: entry.size,
        program: await programOf(host, entry, allowance2, started.has(at)),
        ...capabilitiesOf(entry)
      };
    case "directory":
      return { kind: "directory", path: at, mode: entry.mode };
    case "symlink":
      return { kind: "symlink", path: at, target: entry.linkTarget };
    case "hard link":
      return { kind: "hard link", path: at, target: imagePath(entry.linkTarget) };
    case "other":
      return { kind: "special", path: at };
  }
}
function capabilitiesOf({ capabilities }) {
  const read = capabilities === null ? null : readCapabilities(capabilities);
  return read === null ? {} : { capabilities: read };
}
async function programOf(host, entry, allowance2, isStarted) {
  if ((entry.mode & 73) === 0 && !isStarted) return null;
  const content = entry.content();
  const chunks = [];
  for (let length = 0; length < PROGRAM_HEAD; ) {
    const next = await content.next();
    if (next.done === true) break;
    chunks.push(next.value);
    length += next.value.length;
  }
  const head = Buffer.concat(chunks);
  if (!mayBeProgram(head)) return null;
  const isSure = isStarted || looksLikeProgram(head, entry.name);
  allowance2.spend("executables", 1);
  if (!allowance2.maySpend("programs", entry.size)) return { file: null, isSure };
  const file = path7.join(host.temporary, `program-${randomBytes3(8).toString("hex")}`);
  await keep(file, head, content);
  return { file, isSure };
}
async function keep(file, head, rest) {
  async function* whole() {
    yield head;
    yield* rest;
  }
  await writeStream(whole(), file).catch(async (cause) => {
    await rm4(file, { force: true });
    throw cause;
  });
}

// src/thing/read-platform.ts
import { readFile } from "node:fs/promises";
async function readPlatform(host, name, parts, allowance2, read) {
  const config = readConfig(parts.config);
  if (!config.ok) throw unreadable(name, `its config ${config.problem}`);
  const { diffIds, platform } = config.value;
  const started = startedPaths(config.value);
  if (diffIds.length !== parts.layers.length)
    throw unreadable(name, `its config lists ${diffIds.length} layers, but it has ${parts.layers.length}`);
  const layers = [];
  for (const [index, part2] of parts.layers.entries()) {
    const { diffId, changes } = await readOnce(host, part2, allowance2, read, started);
    if (diffId !== diffIds[index])
      throw unreadable(
        name,
        `layer ${part2.digest} unpacks to ${diffId}, but its config says ${diffIds[index]}`
      );
    layers.push({ digest: part2.digest, diffId, size: part2.size, entries: changes });
  }
  const files = fileSystemOf(layers.map(({ entries }) => entries));
  const programs = await programsAmong(files);
  allowance2.spend("executables", programs.length);
  const imageSize = sum(layers.flatMap(({ entries }) => storedFiles(entries)).map(({ bytes }) => bytes));
  return {
    platform: parts.platform ?? platform,
    manifestDigest: parts.manifestDigest,
    configDigest: parts.configDigest,
    annotations: parts.annotations,
    config: config.value,
    downloadSize: parts.downloadSize,
    imageSize,
    hiddenSize: imageSize - sum(files.map(({ bytes }) => bytes)),
    layers,
    files,
    programs,
    parts
  };
}
async function readOnce(host, { digest, open: open2 }, allowance2, read, started) {
  const key = JSON.stringify([digest, ...started]);
  const known = read.get(key);
  if (known !== void 0) return known;
  const extent = await open2();
  try {
    const layer = await readLayer(host, extent, allowance2, started);
    read.set(key, layer);
    return layer;
  } finally {
    await release(extent);
  }
}
var READS = 4;
async function programsAmong(files) {
  return (await inParallel(READS, files, asProgram)).flat();
}
async function asProgram(file) {
  const { path: path10, bytes, mode, layer, program, linkTo } = file;
  if (program === null || linkTo !== null) return [];
  const isOne = program.isSure || program.file === null || saysProgram(await readFile(program.file));
  return isOne ? [{ path: path10, bytes, mode, layer, file: program.file }] : [];
}
function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

// src/thing/choose.ts
function choose(name, candidates, wanted) {
  const byPlatform = Map.groupBy(candidates, ({ platform }) => formatPlatform(platform));
  const keys = keysOf([...byPlatform.keys()], wanted);
  const chosen = keys.map((key) => {
    const [first, second] = byPlatform.get(key) ?? [];
    if (first === void 0)
      throw new Absent(
        "bad-input",
        {
          what: clause`${name} has no image for ${key}`,
          why: clause`it has ${[...byPlatform.keys()].map(shown).join(", ")}`
        },
        { fields: { thing: name, platform: key } }
      );
    if (second !== void 0)
      throw new Failure(
        "bad-input",
        {
          what: clause`${name} holds several images for ${key}`,
          fix: clause`say which, by its tag behind a colon or by its digest`
        },
        { fields: { thing: name, platform: key } }
      );
    return first;
  });
  const others = [...byPlatform].flatMap(
    ([key, [first]]) => keys.includes(key) || first === void 0 ? [] : [first.platform]
  );
  return { chosen, others };
}
function keysOf(there, wanted) {
  if (wanted === "all") return there;
  if (typeof wanted === "object" && "runnableOn" in wanted) {
    const suiting = withOlderVariants(wanted.runnableOn).map(formatPlatform);
    return [suiting.find((key) => there.includes(key)) ?? formatPlatform(wanted.runnableOn)];
  }
  if (wanted !== "usual") return [...new Set(wanted.map(formatPlatform))];
  const usual = [formatPlatform(DEFAULT_PLATFORM), `linux/${machine()}`].find((key) => there.includes(key)) ?? there[0];
  return usual === void 0 ? [] : [usual];
}
function withOlderVariants(platform) {
  const { os, architecture, variant } = platform;
  const level = /^v(\d{1,2})$/.exec(variant ?? "")?.[1];
  const older = level === void 0 ? [] : Array.from({ length: Number(level) }, (_, at) => Number(level) - at - 1);
  return [
    platform,
    ...older.map(
      (number2) => number2 === 0 ? { os, architecture } : { os, architecture, variant: `v${number2}` }
    )
  ];
}
function shown(key) {
  return /^[\w/.-]{1,60}$/.test(key) ? key : quoted(key.slice(0, 60));
}

// src/thing/list-images.ts
var MAX_DEPTH = 4;
async function listImages(source, tag, allowance2) {
  const { name, root } = source;
  const found = parse(name, root);
  if (found.kind === "manifest") {
    if (!isImage(found))
      throw unreadable(name, `it is an artifact of type ${quoted(found.config.mediaType)} and not an image`);
    const loaded = { document: root, manifest: found };
    return {
      images: [{ platform: null, load: () => Promise.resolve(loaded) }],
      digest: root.digest,
      lost: []
    };
  }
  const tops = topsOf(name, found, root.digest === null ? tag : null);
  const images = /* @__PURE__ */ new Map();
  const lost = [];
  for (const top of tops) await walk({ source, allowance: allowance2, images, lost }, top, 1);
  const only = new Set(tops.map(({ digest }) => digest)).size === 1 ? tops[0]?.digest : void 0;
  return { images: [...images.values()], digest: root.digest ?? only ?? null, lost };
}
var REF_NAMES = ["org.opencontainers.image.ref.name", "io.containerd.image.name"];
function topsOf(name, { manifests }, tag) {
  if (tag === null) return manifests;
  const tagged2 = manifests.filter(({ annotations }) => REF_NAMES.some((key) => annotations[key] === tag));
  if (tagged2.length > 0) return tagged2;
  throw noSuchTag(
    name,
    tag,
    manifests.flatMap(({ annotations }) => annotations[REF_NAMES[0]] ?? [])
  );
}
async function walk(walking, listed, depth) {
  const { source, allowance: allowance2, images } = walking;
  if (images.has(listed.digest) || isAttestation(listed)) return;
  if (depth > MAX_DEPTH) throw unreadable(source.name, `its indexes are nested more than ${MAX_DEPTH} deep`);
  if (listed.platform !== null && !isIndexType(listed.mediaType)) {
    images.set(listed.digest, {
      platform: listed.platform,
      load: once(async () => loadedImage(await load(source, listed, allowance2)))
    });
    return;
  }
  const loaded = await load(source, listed, allowance2);
  if (loaded === null) {
    walking.lost.push(listed.digest);
    return;
  }
  if (loaded.found.kind === "index") {
    for (const inner of loaded.found.manifests) await walk(walking, inner, depth + 1);
    return;
  }
  const image = loadedImage(loaded);
  if (image !== null)
    images.set(listed.digest, { platform: listed.platform, load: () => Promise.resolve(image) });
}
async function load(source, listed, allowance2) {
  allowance2.spend("documents", 1);
  if (listed.size > MAX_DOCUMENT)
    throw unreadable(source.name, `${listed.digest} in it is larger than ${MAX_DOCUMENT} bytes`);
  const document = await source.manifest(listed);
  return document === null ? null : { document, found: parse(source.name, document) };
}
function loadedImage(loaded) {
  if (loaded === null || loaded.found.kind === "index" || !isImage(loaded.found)) return null;
  return { document: loaded.document, manifest: loaded.found };
}
function parse(name, { digest, bytes }) {
  const found = readManifest(bytes);
  if (!found.ok) throw unreadable(name, `its ${digest === null ? "index" : "manifest"} ${found.problem}`);
  return found.value;
}
function once(work) {
  let begun = null;
  return () => begun ??= work();
}

// src/thing/from-source.ts
async function openSource(host, source, asked, allowance2) {
  const { name } = source;
  const { parts, digest, others } = await findParts(source, asked, allowance2);
  const read = /* @__PURE__ */ new Map();
  const platforms = [];
  for (const part2 of parts) platforms.push(await readPlatform(host, name, part2, allowance2, read));
  return { kind: "image", name, digest, platforms, others };
}
async function findParts(source, { wanted, tag }, allowance2) {
  const { name } = source;
  const { images, digest, lost } = await listImages(source, tag, allowance2);
  const named = [];
  for (const image of images) {
    const whole = await withPlatform(source, image, allowance2);
    if (whole !== null) named.push(whole);
  }
  const { chosen, others } = await chooseLoaded(name, named, wanted).catch((cause) => {
    if (cause instanceof Absent && lost[0] !== void 0)
      throw damaged(name, `it names ${lost[0]}, which is not there`, cause);
    throw cause;
  });
  const parts = [];
  for (const image of chosen) parts.push(await partsOf(source, image, allowance2));
  return { parts, digest, others };
}
async function withPlatform(source, image, allowance2) {
  if (image.platform !== null) return { ...image, platform: image.platform, config: null };
  const loaded = await image.load();
  if (loaded === null) return null;
  const config = await configOf(source, loaded.manifest, allowance2);
  const found = readConfig(config);
  if (!found.ok) throw unreadable(source.name, `its config ${found.problem}`);
  return { ...image, platform: found.value.platform, config };
}
async function chooseLoaded(name, named, wanted) {
  if (named.length === 0)
    throw unreadable(name, "it names no image that is there, only other artifacts or nothing");
  const { chosen, others } = choose(name, named, wanted);
  const loaded = [];
  const gone = [];
  for (const image of chosen) {
    const manifest = await image.load();
    if (manifest === null) gone.push(image);
    else loaded.push({ ...image, ...manifest });
  }
  if (gone.length === 0) return { chosen: loaded, others };
  const there = named.filter((image) => !gone.includes(image));
  const lost = gone.find(({ platform }) => isAskedFor(wanted, platform) && !isAmong(there, platform));
  if (lost !== void 0)
    throw damaged(name, `its index names an image for ${formatPlatform(lost.platform)} that is not there`);
  return chooseLoaded(name, there, wanted);
}
function isAskedFor(wanted, platform) {
  return Array.isArray(wanted) && wanted.some((one) => formatPlatform(one) === formatPlatform(platform));
}
function isAmong(named, platform) {
  return named.some((one) => formatPlatform(one.platform) === formatPlatform(platform));
}
var LAYER = /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.diff\.tar(?:\.(?:gzip|zstd))?)$/;
async function partsOf(source, image, allowance2) {
  const { manifest, document, platform } = image;
  const strange = manifest.layers.find(({ mediaType }) => !LAYER.test(mediaType));
  if (strange !== void 0)
    throw unreadable(source.name, `it has a layer of type ${quoted(strange.mediaType)}, which is not a tar`);
  return {
    platform,
    manifestDigest: document.digest,
    annotations: manifest.annotations,
    configDigest: manifest.config.digest,
    config: image.config ?? await configOf(source, manifest, allowance2),
    downloadSize: document.bytes.length + downloadSizeOf([manifest.config, ...manifest.layers]),
    layers: manifest.layers.map((layer) => ({
      digest: layer.digest,
      size: layer.size,
      mediaType: layer.mediaType,
      open: () => {
        allowance2.spend("stored", layer.size);
        return source.blob(layer);
      }
    }))
  };
}
async function configOf(source, { config }, allowance2) {
  if (config.size > MAX_DOCUMENT)
    throw unreadable(source.name, `its config is larger than ${MAX_DOCUMENT} bytes`);
  allowance2.spend("stored", config.size);
  const extent = await source.blob(config);
  try {
    return await bytesOf(extent);
  } finally {
    await release(extent);
  }
}

// src/thing/store.ts
import { randomBytes as randomBytes4 } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path8 from "node:path";
var MAX_LINKS2 = 8;
async function archiveStore(host, name, archive, allowance2) {
  const compressed = compressionOf(await firstBytes(archive)) !== "none";
  const file = compressed ? path8.join(host.temporary, `archive-${randomBytes4(8).toString("hex")}`) : archive;
  const read = createReadStream(archive, { highWaterMark: 1024 * 1024 });
  const places = await placesIn2(
    host,
    compressed ? copied2(decompress(read), file, allowance2) : read,
    allowance2
  );
  return {
    name,
    async extent(inside) {
      let place = places.get(imagePath(inside));
      for (let links = 0; place !== void 0 && "link" in place; links += 1)
        place = links < MAX_LINKS2 ? places.get(place.link) : void 0;
      return place === void 0 ? null : { file, ...place, temporary: false };
    }
  };
}
async function placesIn2(host, tar, allowance2) {
  const places = /* @__PURE__ */ new Map();
  for await (const entry of tarEntries(tar, { maxEntries: Infinity, maxBytes: Infinity })) {
    allowance2.spend("entries", 1);
    allowance2.spend("names", entry.name.length + entry.linkTarget.length);
    const at = imagePath(entry.name);
    if (entry.type === "file") places.set(at, await placeOf(host, entry, allowance2));
    if (entry.type === "hard link") places.set(at, { link: imagePath(entry.linkTarget) });
    if (entry.type === "symlink")
      places.set(at, { link: imagePath(path8.posix.join(path8.posix.dirname(at), entry.linkTarget)) });
  }
  return places;
}
async function placeOf(host, entry, allowance2) {
  const { offset, size } = entry;
  if (offset !== null) return { offset, size };
  allowance2.spend("unpacked", size);
  const file = path8.join(host.temporary, `sparse-${randomBytes4(8).toString("hex")}`);
  for await (const chunk of written(entry.content(), file)) void chunk;
  return { file, offset: 0, size };
}
async function* copied2(chunks, file, allowance2) {
  for await (const chunk of written(chunks, file)) {
    allowance2.spend("unpacked", chunk.length);
    yield chunk;
  }
}
async function firstBytes(file, length = 512, offset = 0) {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

// src/host/quiet-log.ts
function quietLog(log) {
  const drop = () => {
  };
  return {
    info: drop,
    notice: drop,
    warning: drop,
    error: drop,
    quote: drop,
    debug: (line) => log.debug(line),
    secret: (text) => log.secret(text),
    hide: (text) => log.hide(text)
  };
}

// src/thing/open.ts
import { stat as stat2 } from "node:fs/promises";
import path9 from "node:path";

// src/image/read-docker-manifest.ts
var SAVED = pipe(
  array(
    object({
      Config: string(),
      RepoTags: nullish(array(string()), []),
      Layers: pipe(nullish(array(string()), []), maxLength(1e3))
    })
  ),
  minLength(1),
  maxLength(1e3)
);
function readDockerManifest(bytes) {
  const json = readJson(bytes);
  return json.ok ? checkShape(SAVED, json.value) : json;
}

// src/thing/docker-archive.ts
async function openDockerArchive(host, store, { wanted, tag }, allowance2) {
  const { name } = store;
  const saved = readDockerManifest(
    await documentOf(name, "manifest.json", await part(store, "manifest.json"))
  );
  if (!saved.ok) throw unreadable(name, `its manifest.json ${saved.problem}`);
  const images = new Map(tagged(name, saved.value, tag).map((image) => [image.Config, image]));
  const parts = [];
  for (const image of images.values()) parts.push(await partsOf2(store, image, allowance2));
  const { chosen, others } = choose(name, parts, wanted);
  const read = /* @__PURE__ */ new Map();
  const platforms = [];
  for (const image of chosen) platforms.push(await readPlatform(host, name, image, allowance2, read));
  return { kind: "image", name, digest: null, platforms, others };
}
function tagged(name, images, tag) {
  if (tag === null) return images;
  const called = images.filter(
    ({ RepoTags }) => RepoTags.some((known) => known === tag || known.endsWith(`:${tag}`))
  );
  if (called.length > 0) return called;
  throw noSuchTag(
    name,
    tag,
    images.flatMap(({ RepoTags }) => RepoTags)
  );
}
async function partsOf2(store, { Config, Layers }, allowance2) {
  allowance2.spend("documents", 1);
  const bytes = await documentOf(store.name, "the config", await part(store, Config));
  const config = readConfig(bytes);
  if (!config.ok) throw unreadable(store.name, `its config ${config.problem}`);
  const layers = [];
  for (const layer of Layers) {
    const extent = await part(store, layer);
    allowance2.spend("stored", extent.size);
    const digest = await digestOfExtent(extent);
    layers.push({ digest, size: extent.size, open: () => Promise.resolve(extent) });
  }
  return {
    platform: config.value.platform,
    manifestDigest: null,
    annotations: {},
    configDigest: digestOf(bytes),
    config: bytes,
    downloadSize: null,
    layers
  };
}
async function part(store, name) {
  const extent = await store.extent(name, Infinity);
  if (extent === null) throw unreadable(store.name, `${quoted(name)} is not in it`);
  return extent;
}

// src/thing/open-weigh-in.ts
var MAX_WEIGH_IN = 64 * 1024 * 1024;
async function openWeighIn(name, file, size, read) {
  if (size > MAX_WEIGH_IN) throw unreadable(name, `it is JSON of more than ${MAX_WEIGH_IN} bytes`);
  const bytes = await bytesOf({ file, offset: 0, size, temporary: false });
  const json = readJson(bytes, MAX_WEIGH_IN);
  if (!json.ok) throw unreadable(name, `it ${json.problem}`);
  if (typeof json.value !== "object" || json.value === null || !("schemaVersion" in json.value))
    throw cannotWeigh(name, "it is JSON without schemaVersion", { fix: WHAT });
  if ("manifests" in json.value || "layers" in json.value)
    throw cannotWeigh(name, "it is only a manifest", {
      fix: clause`name the directory or archive that contains it`
    });
  const weighIn = read(json.value);
  if (!weighIn.ok) throw unreadable(name, `as a weigh-in it ${weighIn.problem}`);
  return { kind: "weigh-in", name, weighIn: weighIn.value };
}

// src/thing/open.ts
async function openThing(host, text, options) {
  const name = printable(text);
  const opening = { host, name, options, allowance: allowance(options.bounds) };
  try {
    if (name.trim() === "")
      throw new Failure(
        "bad-input",
        { what: clause`there is nothing to weigh`, fix: WHAT },
        { fields: { thing: name } }
      );
    if (name.length > LONGEST_NAME)
      throw cannotWeigh(
        `${name.slice(0, 60)}\u2026`,
        "there is no such file, because a path cannot be that long",
        { fix: WHAT }
      );
    const named = readThingName(text);
    if (named.kind === "image") return await openNamedImage(opening, named.reference);
    const found = await openFile(opening, text);
    if (found !== null) return found;
    if (named.kind === "path" || options.bareNames === "files") throw noSuchFile(name, options);
    const reference = referenceOf(name, options);
    return await openNamedImage(opening, reference).catch((cause) => {
      throw withoutFile(name, cause);
    });
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function openReference(host, reference, options) {
  const name = formatReference(reference);
  try {
    return await openNamedImage({ host, name, options, allowance: allowance(options.bounds) }, reference);
  } catch (cause) {
    throw asUnreadable(name, cause);
  }
}
async function openNamedImage(opening, reference) {
  return openImage(opening, await opening.options.openRegistry(reference), null);
}
async function openFile(opening, text) {
  const { host, name } = opening;
  const whole = await statOf(name, path9.resolve(host.cwd, text));
  if (whole !== null) return openPath(opening, whole, null);
  const { name: place, tag } = cutAtLastColon(text);
  const tagged2 = tag === null || place === "" ? null : await statOf(name, path9.resolve(host.cwd, place));
  return tagged2 === null ? null : openPath(opening, tagged2, tag);
}
async function statOf(name, file) {
  try {
    return file.includes("\0") ? null : { file, status: await stat2(file) };
  } catch (cause) {
    if (["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(errorCode(cause))) return null;
    throw cannotWeigh(name, whyNotRead(cause), { cause });
  }
}
async function openPath(opening, { file, status }, tag) {
  const { name, host, options } = opening;
  const end = options.workspace === void 0 ? null : await leadsOut(options.workspace, file);
  if (end !== null) throw cannotWeigh(name, `it leads out of the workspace through a link, to ${end}`);
  if (status.isDirectory()) {
    const store = directoryStore(name, file, await guardIn(host, options.workspace, file));
    const isLayout = await isThere(store, "oci-layout");
    if (isLayout) return openImage(opening, await layoutSource(store), tag);
    throw cannotWeigh(name, "it is a directory without oci-layout", { fix: WHAT });
  }
  if (!status.isFile()) throw cannotWeigh(name, "it is neither a file nor a directory", { fix: WHAT });
  const head = await firstBytes(file);
  switch (kindOf(head)) {
    case "elf":
      return { kind: "binary", name: path9.basename(file), file, bytes: status.size };
    case "archive":
      return openArchive(opening, file, status.size, tag);
    case "json":
      return openWeighIn(opening.name, file, status.size, options.readWeighIn);
    case "other":
      throw cannotWeigh(name, `it is ${fileKind(head)}`, { fix: WHAT });
  }
}
function kindOf(head) {
  if (isElf(head)) return "elf";
  if (compressionOf(head) !== "none" || head.toString("latin1", 257, 262) === "ustar") return "archive";
  return /^\s*[[{]/.test(head.toString("latin1")) ? "json" : "other";
}
async function openArchive(opening, file, size, tag) {
  const { host, name, options, allowance: allowance2 } = opening;
  allowance2.spend("stored", size);
  const store = await archiveStore(host, name, file, allowance2);
  if (await isThere(store, "oci-layout", "index.json"))
    return openImage(opening, await layoutSource(store), tag);
  if (await isThere(store, "manifest.json"))
    return openDockerArchive(host, store, { wanted: options.platforms ?? "usual", tag }, allowance2);
  throw cannotWeigh(name, "it is an archive without oci-layout or manifest.json", { fix: WHAT });
}
async function isThere(store, ...names) {
  for (const name of names) if (await store.extent(name, 0) === null) return false;
  return true;
}
function openImage({ host, options, allowance: allowance2 }, source, tag) {
  return openSource(host, source, { wanted: options.platforms ?? "usual", tag }, allowance2);
}
var LONGEST_NAME = 4096;
function referenceOf(text, options) {
  if (text.startsWith("~") || FILE_NAME.test(text)) throw noSuchFile(text, options);
  const last = text.slice(text.lastIndexOf("/") + 1);
  const reference = parseReference(/[:@]/.test(last) || text.includes("@") ? text : `${text}:latest`);
  if (reference.ok) return reference.value;
  throw cannotWeigh(
    text,
    clause`there is no such file, and as an image in a registry it ${reference.problem}`
  );
}
function withoutFile(name, cause) {
  if (!(cause instanceof Failure)) return cause;
  const Kind = cause instanceof Absent ? Absent : Failure;
  return new Kind(
    cause.code,
    {
      what: clause`there is no file ${name}, and as an image in a registry it was not read`,
      why: reasonOf(cause),
      fix: cause.clauses.fix
    },
    { cause, fields: { ...cause.fields, thing: name } }
  );
}
function noSuchFile(text, { bareNames }) {
  const latest = bareNames === "files" ? parseReference(`${text}:latest`) : null;
  return cannotWeigh(text, "there is no such file", {
    fix: latest?.ok === true ? clause`write ${formatReference(latest.value)} for an image in a registry where there is a ${input("budget")}` : WHAT
  });
}

// src/size/package-bytes.ts
function packageBytes(breakdowns) {
  const bytes = /* @__PURE__ */ new Map();
  for (const { name, bytes: more } of breakdowns.flatMap(packagesOf))
    bytes.set(name, (bytes.get(name) ?? 0) + more);
  return bytes;
}
function packagesOf(node) {
  return node.kind === "package" ? [node] : (node.children ?? []).flatMap(packagesOf);
}

export {
  WEIGH_IN_ANNOTATION,
  writeAnnotation,
  readAnnotation,
  PROGRAM_HEAD,
  looksLikeProgram,
  mayBeProgram,
  saysProgram,
  baseAnnotations,
  namedBase,
  openRepository,
  imagePath,
  whiteoutOf,
  guardIn,
  directoryStore,
  digestOfExtent,
  release,
  layoutSource,
  overlay,
  nodesOf,
  readInheritedConfig,
  storedFiles,
  fileSystemOf,
  EMPTY_LAYER,
  readTar,
  programsAmong,
  findParts,
  firstBytes,
  linkerVariables,
  unpacker,
  quietLog,
  packageBytes,
  openThing,
  openReference,
  withCheckout
};
