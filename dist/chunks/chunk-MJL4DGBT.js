import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  compressionOf,
  decompress
} from "./chunk-QRUNDGHL.js";
import {
  OutOfBytes,
  addressOfPlace,
  fileKind,
  isWritable,
  orWhenOutOfBytes,
  placeOfAddress,
  rangeOfAddress,
  readBuildInfo,
  readElf,
  restOfSegment,
  sectionBytes,
  slice,
  startedPaths,
  utf8,
  words
} from "./chunk-BMRE2AFX.js";
import {
  WHAT,
  allowance,
  asUnreadable,
  cannotWeigh,
  damaged,
  noSuchTag,
  quoted,
  unreadable
} from "./chunk-GLBEYFUJ.js";
import {
  fetchCommit,
  withoutDrivers
} from "./chunk-HFMEAAFH.js";
import {
  FILE_NAME,
  NotInside,
  inParallel,
  openInside,
  readThingName,
  unpackersOf,
  unstoppable,
  writeMeasured,
  writeStream,
  written
} from "./chunk-EE3A2FFX.js";
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
} from "./chunk-W223LCRC.js";
import {
  SCHEMA_VERSION,
  otherVersion
} from "./chunk-VDZN5U5G.js";
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
} from "./chunk-6RQEHISK.js";
import {
  chunksOf
} from "./chunk-XGSNR2IZ.js";
import {
  cutAtLastColon,
  digestOf,
  formatReference,
  parseReference
} from "./chunk-QDPUHGK4.js";
import {
  largestFirst
} from "./chunk-KQ77NIQS.js";
import {
  printable
} from "./chunk-O3XTEDKA.js";
import {
  input,
  whyNotRead
} from "./chunk-O5ID5AHO.js";
import {
  formatLimit,
  parseLimit
} from "./chunk-F2CDRKCC.js";
import {
  SIZE,
  STRINGS,
  checkShape,
  isDigest
} from "./chunk-WESWOB2V.js";
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
  DT_NULL,
  DT_RELA,
  DT_RELASZ,
  EI_CLASS,
  EI_DATA,
  ELFCLASS64,
  ELFDATA2LSB,
  EM_AARCH64,
  EM_LOONGARCH,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  ET_DYN,
  ET_EXEC,
  PF_X,
  PT_DYNAMIC,
  PT_INTERP,
  PT_LOAD,
  SHF_ALLOC,
  SHF_EXECINSTR,
  SHT_NOTE,
  isElf
} from "./chunk-FXRCOYOV.js";
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

// src/binary/pclntab.ts
var SECTIONS = [".gopclntab", ".data.rel.ro.gopclntab"];
var MAGIC_1_18 = 4294967280;
var MAGIC_1_20 = 4294967281;
var MAX_CANDIDATES = 1e3;
function findPclntab(elf, bytes) {
  const section = elf.sections.find(({ name }) => SECTIONS.includes(name));
  const table = section === void 0 ? null : sectionBytes(section, bytes);
  return (table === null ? null : readPclntab(elf, table)) ?? scan(elf, bytes);
}
function scan(elf, bytes) {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let candidates = 0;
  for (const magic of [MAGIC_1_20, MAGIC_1_18]) {
    const start = Buffer.alloc(6);
    if (elf.littleEndian) start.writeUInt32LE(magic);
    else start.writeUInt32BE(magic);
    for (let at = searched.indexOf(start); at !== -1; at = searched.indexOf(start, at + 1)) {
      if (++candidates > MAX_CANDIDATES) return null;
      const table = restOfSegment(elf.segments, bytes, at);
      const found = table === null ? null : readPclntab(elf, table);
      if (found !== null) return found;
    }
  }
  return null;
}
function readPclntab(elf, table) {
  return orWhenOutOfBytes(
    () => {
      const header2 = words(table, elf.bits === 64 ? 8 : 4, elf.littleEndian);
      const magic = header2.u32(0);
      const [quantum, pointerSize] = [header2.u8(6), header2.u8(7)];
      if (magic !== MAGIC_1_18 && magic !== MAGIC_1_20) return null;
      if (pointerSize !== header2.size || ![1, 2, 4].includes(quantum)) return null;
      const field = (index) => header2.offset(8 + index * header2.size);
      const part2 = (index) => slice(table, field(index), field(index + 1) - field(index));
      const functionCount = field(0);
      const functions = slice(table, field(7), table.byteLength - field(7));
      slice(functions, 0, functionCount * 8 + 4);
      return {
        since: magic === MAGIC_1_18 ? "1.18" : "1.20",
        quantum,
        pointerSize: header2.size,
        functionCount,
        fileCount: field(1),
        table,
        names: part2(3),
        units: part2(4),
        files: part2(5),
        pcValues: part2(6),
        functions
      };
    },
    () => null
  );
}

// src/binary/function-table.ts
var MAX_SIZE = 64 * 1024 * 1024;
var MAX_NAMES = 1024 * 1024;
function readFunctionNames(elf, bytes) {
  const table = findPclntab(elf, bytes)?.names;
  if (table === void 0 || table.byteLength > MAX_SIZE) return null;
  const names = utf8(table).split("\0", MAX_NAMES + 1);
  return names.length > MAX_NAMES ? null : new Set(names.filter((name) => name !== ""));
}

// src/binary/needs.ts
function readNeeds(functions) {
  if (functions === null || !functions.has("runtime.main")) return null;
  const reaches = (names) => names.some((name) => functions.has(name));
  return {
    certificates: reaches(CERTIFICATES),
    timezones: reaches(TIMEZONES) && !reaches(EMBEDDED_TIMEZONES),
    exec: reaches(EXEC),
    users: reaches(USERS),
    temp: reaches(TEMP)
  };
}
var CERTIFICATES = ["crypto/x509.initSystemRoots", "crypto/x509.loadSystemRoots"];
var TIMEZONES = ["time.LoadLocation"];
var EMBEDDED_TIMEZONES = ["time/tzdata.loadFromEmbeddedTZData"];
var EXEC = ["os.StartProcess", "syscall.forkExec", "syscall.Exec"];
var USERS = [
  "os/user.Current",
  "os/user.Lookup",
  "os/user.LookupId",
  "os/user.LookupGroup",
  "os/user.LookupGroupId",
  "os/user.(*User).GroupIds"
];
var TEMP = ["os.TempDir", "os.CreateTemp", "os.MkdirTemp"];

// src/binary/executable.ts
function readExecutable(bytes, name) {
  const elf = readElf(bytes, name);
  return { elf, buildInfo: readBuildInfo(elf, bytes), needs: readNeeds(readFunctionNames(elf, bytes)) };
}

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
  async function find3({ digest, size }) {
    const extent = await store.extent(`blobs/${digest.replace(":", "/")}`, size);
    if (extent !== null && extent.size !== size)
      throw damaged(name, `${digest} in it has ${extent.size} bytes and should have ${size}`);
    return extent;
  }
  return {
    name,
    root: { digest: null, bytes: await documentOf(name, "index.json", index) },
    async manifest(descriptor) {
      const extent = await find3(descriptor);
      if (extent === null) return null;
      const bytes = await documentOf(name, descriptor.digest, extent);
      const found = digestOf(bytes);
      if (found !== descriptor.digest) throw wrongDigest2(name, descriptor, found);
      return { digest: found, bytes };
    },
    async blob(descriptor) {
      const extent = await find3(descriptor);
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

// src/binary/share.ts
function lazily(make) {
  return { [Symbol.iterator]: make };
}
function inTurn(one, other) {
  return lazily(function* () {
    yield* one;
    yield* other;
  });
}
function sumOf(parts) {
  let sum2 = 0;
  for (const { bytes } of parts) sum2 += bytes;
  return sum2;
}

// src/binary/carve.ts
function* carve(extents, claims, otherwise2) {
  const inOrder2 = claims.filter(({ start, end }) => Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end).sort((one, other) => one.start - other.start || other.end - one.end);
  let next = 0;
  for (const extent of extents) {
    let end = extent.start;
    let unclaimed = 0;
    for (; next < inOrder2.length; next++) {
      const claim = inOrder2[next];
      if (claim === void 0 || claim.start >= extent.end) break;
      if (claim.start < end || claim.end > extent.end) continue;
      const rest = claim.end - claim.start - sumOf(claim.shares);
      if (rest < 0) continue;
      unclaimed += claim.start - end;
      yield* claim.shares;
      if (rest > 0) yield { ...claim.rest, bytes: rest };
      end = claim.end;
    }
    unclaimed += extent.end - end;
    if (unclaimed > 0) yield { ...otherwise2(extent), bytes: unclaimed };
  }
}

// src/binary/embedded-claims.ts
import { createHash as createHash2 } from "node:crypto";

// src/binary/embedded-systems.ts
var MAX_FILES = 1e5;
var MAX_NAME = 1024;
var HASH = 16;
function findEmbeddedSystems(elf, bytes, extents) {
  const systems = [];
  let left = MAX_FILES;
  for (const extent of extents.filter(({ role, name }) => role === "data" && !WRITTEN.includes(name))) {
    const address = addressOfPlace(elf.segments, extent.start);
    if (address === null) continue;
    const content = bytes.subarray(extent.start, extent.end);
    const reader = words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian);
    const step = reader.size;
    const head = 3 * step;
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const lowWordAt = reader.littleEndian || step === 4 ? 0 : 4;
    const first = Number(BigInt.asUintN(32, address));
    for (let at = (step - extent.start % step) % step; at + head <= content.byteLength && left > 0; at += step) {
      if (view.getUint32(at + lowWordAt, reader.littleEndian) !== first + at + head >>> 0) continue;
      if (reader.word(at) !== address + BigInt(at + head)) continue;
      const files = readFiles(elf, bytes, reader, at, left);
      left -= files?.length ?? 1;
      if (files === null) continue;
      const entrySize = 4 * step + HASH;
      const length = files.length * entrySize;
      const start = extent.start + at;
      systems.push({ start, end: start + head + length, entrySize, files });
      at += length - length % step;
    }
  }
  return systems;
}
var WRITTEN = [".data", ".noptrdata"];
function readFiles(elf, bytes, reader, at, limit) {
  return orWhenOutOfBytes(
    () => {
      const step = reader.size;
      const count = reader.offset(at + step);
      if (count === 0 || count > limit || reader.offset(at + 2 * step) !== count) return null;
      const files = [];
      for (let index = 0; index < count; index++) {
        const entry = at + 3 * step + index * (4 * step + HASH);
        const name = rangeOfAddress(elf.segments, reader.word(entry), reader.offset(entry + step));
        const length = reader.offset(entry + 3 * step);
        const content = length === 0 ? { start: 0, end: 0 } : rangeOfAddress(elf.segments, reader.word(entry + 2 * step), length);
        if (name === null || content === null || name.end - name.start > MAX_NAME) return null;
        const text = utf8(slice(bytes, name.start, name.end - name.start));
        if (!isEmbeddable(text)) return null;
        if (!text.endsWith("/")) files.push({ name: text, ...content });
        else files.push({ name: text, start: 0, end: 0 });
      }
      return files;
    },
    () => null
  );
}
function isEmbeddable(name) {
  return name !== "" && !/[\p{Cc}"*<>?`'|\\:\ufffd]|^\/|\/\//u.test(name);
}

// src/binary/embedded-variables.ts
var MAX_WORDS = 125e5;
function* contentsOfVariables(elf, bytes, lengths) {
  const seen = /* @__PURE__ */ new Set();
  let left = MAX_WORDS;
  for (const { offset, fileSize, address } of elf.segments.filter(isWritable)) {
    const content = bytes.subarray(offset, offset + fileSize);
    const reader = words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian);
    const step = reader.size;
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
    const low = reader.littleEndian || step === 4 ? 0 : 4;
    const first = Number((BigInt(step) - address % BigInt(step)) % BigInt(step));
    for (let at = first + step; at + step <= content.byteLength && left > 0; at += step, left--) {
      const length = view.getUint32(at + low, reader.littleEndian);
      if (!lengths.has(length)) continue;
      const range = orWhenOutOfBytes(
        () => reader.offset(at) === length ? rangeOfAddress(elf.segments, reader.word(at - step), length) : null,
        () => null
      );
      const key = `${range?.start} ${length}`;
      if (range === null || seen.has(key)) continue;
      seen.add(key);
      yield range;
    }
  }
}

// src/binary/embedded-claims.ts
function embeddedClaims(elf, bytes, extents, known) {
  const matching = matcher(bytes, known);
  const contents = /* @__PURE__ */ new Map();
  const claims = [];
  for (const system of findEmbeddedSystems(elf, bytes, extents)) {
    const owners = ownersOf(system, matching);
    claims.push(tableClaim(system, owners[0] ?? null));
    for (const { name, ...range } of system.files) {
      const packages = owners.length > 0 ? owners : matching(range).map((file) => file.package);
      add(contents, { ...range, name }, packages);
    }
  }
  if (known.length > 0) {
    const lengths = new Set(known.map(({ size }) => size));
    for (const range of contentsOfVariables(elf, bytes, lengths)) {
      const files = matching(range);
      const [first] = files;
      if (first === void 0) continue;
      add(
        contents,
        { ...range, name: first.name },
        files.map((file) => file.package)
      );
    }
  }
  return [...claims, ...withoutOverlaps([...contents.values()]).map(contentClaim)];
}
function add(contents, content, packages) {
  if (content.start >= content.end) return;
  const before = contents.get(content.start);
  if (before === void 0 || before.end < content.end)
    contents.set(content.start, { ...content, packages: new Set(packages) });
  else if (before.end === content.end) for (const path10 of packages) before.packages.add(path10);
}
function withoutOverlaps(contents) {
  const kept = [];
  for (const one of contents.toSorted((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === void 0 || one.start >= last.end) kept.push(one);
    else if (one.end - one.start > last.end - last.start) kept.splice(-1, 1, one);
  }
  return kept;
}
var MOST_HASHED = 8;
function matcher(bytes, known) {
  const bySize = Map.groupBy(known, ({ size }) => size);
  const found = /* @__PURE__ */ new Map();
  let left = MOST_HASHED * bytes.byteLength;
  return ({ start, end }) => {
    const candidates = bySize.get(end - start);
    if (candidates === void 0) return [];
    const key = `${start} ${end}`;
    const before = found.get(key);
    if (before !== void 0) return before;
    left -= end - start;
    if (left < 0) return [];
    const hash = createHash2("sha256").update(bytes.subarray(start, end)).digest("hex");
    const files = candidates.filter((file) => file.hash === hash);
    found.set(key, files);
    return files;
  };
}
function ownersOf({ files }, matching) {
  const votes = /* @__PURE__ */ new Map();
  for (const { name, ...range } of files) {
    const packages = matching(range).flatMap((file) => file.name === name ? [file.package] : []);
    for (const path10 of new Set(packages)) votes.set(path10, (votes.get(path10) ?? 0) + 1);
  }
  const most = Math.max(...votes.values());
  return [...votes].flatMap(([path10, count]) => count === most ? [path10] : []).sort();
}
function tableClaim({ start, end, entrySize, files }, owner) {
  return {
    start,
    end,
    shares: files.map(({ name }) => ({ package: owner, kind: "embed", name, bytes: entrySize })),
    rest: { package: owner, kind: "embed", name: "embed.FS" }
  };
}
function contentClaim({ start, end, name, packages }) {
  const owners = [...packages].sort();
  const part2 = Math.floor((end - start) / Math.max(owners.length, 1));
  return {
    start,
    end,
    shares: owners.slice(1).map((path10) => ({ package: path10, kind: "embed", name, bytes: part2 })),
    rest: { package: owners[0] ?? null, kind: "embed", name }
  };
}

// src/binary/embedded-file.ts
var NOTHING_KNOWN = { files: [] };

// src/binary/extents.ts
function layOut(elf, bytes) {
  const claimed = [...headersOf(elf, bytes), ...contentsOf(elf, bytes)].filter(({ start, end: end2 }) => start < end2).sort((one, other) => one.start - other.start || one.end - other.end);
  const extents = [];
  let end = 0;
  for (const extent of claimed) {
    if (extent.end <= end) continue;
    if (extent.start > end) extents.push(gap(bytes, end, extent.start));
    extents.push({ ...extent, start: Math.max(extent.start, end) });
    end = extent.end;
  }
  if (end < bytes.byteLength) extents.push(gap(bytes, end, bytes.byteLength));
  return extents;
}
function headersOf(elf, bytes) {
  const wide = elf.bits === 64;
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian);
  return orWhenOutOfBytes(
    () => [
      ...loadHeadersOf(elf, bytes),
      header(
        bytes,
        "section headers",
        file.offset(wide ? 40 : 32),
        file.u16(wide ? 58 : 46) * elf.sections.length
      )
    ],
    () => []
  );
}
function loadHeadersOf(elf, bytes) {
  const wide = elf.bits === 64;
  const file = words(bytes, wide ? 8 : 4, elf.littleEndian);
  const [table, entrySize] = [file.offset(wide ? 32 : 28), file.u16(wide ? 54 : 42)];
  return [
    header(bytes, "ELF header", 0, wide ? 64 : 52),
    header(bytes, "program headers", table, entrySize * elf.segments.length)
  ];
}
function header(bytes, name, start, length) {
  const end = start + length;
  return { name, role: "header", start, end: end <= bytes.byteLength ? end : start };
}
function contentsOf(elf, bytes) {
  const sections = elf.sections.filter((section) => (sectionBytes(section, bytes)?.byteLength ?? 0) > 0);
  return sections.length > 0 ? sections.map((section) => ({
    name: section.name === "" ? "a section without a name" : section.name,
    role: roleOfSection(section),
    start: section.offset,
    end: section.offset + section.size
  })) : elf.segments.filter(({ type }) => type === PT_LOAD).map((segment) => ({
    ...roleOfSegment(segment),
    start: segment.offset,
    end: segment.offset + segment.fileSize
  }));
}
var FUNCTION_TABLES = [".gopclntab", ".data.rel.ro.gopclntab"];
var TYPES = /^(?:\.data\.rel\.ro)?\.(?:typelink|itablink|go\.type)$/;
var HEADERS = [".shstrtab", ".interp"];
var LARGEST_HEADER = 4096;
var DEBUG = /^\.z?debug(?:_|$)|^\.(?:stab|gnu\.debuglto_|gnu\.lto_|BTF|SUNW_ctf|ctf)|^\.(?:line|gdb_index|comment|gnu_debug(?:link|altlink|data))$/;
var SYMBOLS = /^\.(?:symtab|strtab|symtab_shndx|dynsym|dynstr|dynamic|hash|gnu\.hash|gnu\.version(?:_[rd])?|gosymtab)$|^\.rel[ar]?(?:\.|$)/;
var SYMBOL_TYPES = [2, 3, 4, 5, 6, 9, 11];
function roleOfSection({ name, type, flags, size }) {
  if ((flags & SHF_EXECINSTR) !== 0n) return "code";
  if (FUNCTION_TABLES.includes(name)) return "function table";
  if (TYPES.test(name)) return "types";
  if (DEBUG.test(name)) return "debug";
  if (size <= LARGEST_HEADER && (type === SHT_NOTE || HEADERS.includes(name))) return "header";
  if (SYMBOLS.test(name) || SYMBOL_TYPES.includes(type)) return "symbols";
  return (flags & SHF_ALLOC) !== 0n ? "data" : "unknown";
}
function roleOfSegment({ flags }) {
  return (flags & PF_X) !== 0 ? { name: "a segment of code", role: "code" } : { name: "a segment of data", role: "data" };
}
function gap(bytes, start, end) {
  const isLast = end === bytes.byteLength;
  return isZero(bytes.subarray(start, end)) && (!isLast || STEPS.some((step) => end === roundUp(start, step))) ? { name: "padding", role: "header", start, end } : { name: isLast ? "appended" : "between sections", role: "unknown", start, end };
}
var STEPS = [4096, 65536];
function roundUp(place, step) {
  return Math.ceil(place / step) * step;
}
function isZero(bytes) {
  for (let at = 0; at < bytes.byteLength; at++) if (bytes[at] !== 0) return false;
  return true;
}

// src/binary/function-records.ts
var NONE = 4294967295;
var PAIR = 8;
var FIXED_PC_VALUES = 3;
var FIXED_PC_VALUES_AT = 16;
var MAX_PC_VALUES = 32;
function readFunctionRecords(table, littleEndian) {
  const reader = words(table.functions, table.pointerSize, littleEndian);
  const size = table.since === "1.20" ? 44 : 40;
  const places = placesOf(reader, table.functionCount);
  const { pcStarts, dataStarts } = measureLists(reader, places, size);
  const records = {
    count: table.functionCount,
    names: new Uint32Array(table.functionCount),
    code: new Uint32Array(table.functionCount),
    units: new Uint32Array(table.functionCount),
    own: new Uint32Array(table.functionCount),
    pcValues: { starts: pcStarts, values: new Uint32Array(pcStarts[table.functionCount] ?? 0) },
    functionData: { starts: dataStarts, values: new Uint32Array(dataStarts[table.functionCount] ?? 0) }
  };
  let last = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    const code = reader.u32((index + 1) * PAIR) - reader.u32(index * PAIR);
    if (code < 0) throw new OutOfBytes(`the function at ${at}`);
    records.code[index] = code;
    records.names[index] = reader.u32(at + 4);
    records.units[index] = reader.u32(at + 32);
    const more = at + size;
    const pcValues = pcStarts[index] ?? 0;
    const pcValuesAfter = (pcStarts[index + 1] ?? 0) - pcValues - FIXED_PC_VALUES;
    fill(records.pcValues.values, pcValues, reader, at + FIXED_PC_VALUES_AT, FIXED_PC_VALUES);
    fill(records.pcValues.values, pcValues + FIXED_PC_VALUES, reader, more, pcValuesAfter);
    const data = dataStarts[index] ?? 0;
    const dataCount = (dataStarts[index + 1] ?? 0) - data;
    fill(records.functionData.values, data, reader, more + 4 * pcValuesAfter, dataCount);
    const length = size + 4 * (pcValuesAfter + dataCount);
    records.own[index] = PAIR + Math.ceil(length / table.pointerSize) * table.pointerSize;
    last = Math.max(last, at + length);
  }
  return { ...records, end: last };
}
function placesOf(reader, count) {
  const places = new Uint32Array(count);
  for (let index = 0; index < count; index++) places[index] = reader.u32(index * PAIR + 4);
  return places;
}
function measureLists(reader, places, size) {
  const pcStarts = new Uint32Array(places.length + 1);
  const dataStarts = new Uint32Array(places.length + 1);
  let end = 0;
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0;
    const [pcValues, data] = [reader.u32(at + 28), reader.u8(at + size - 1)];
    if (at < end || pcValues > MAX_PC_VALUES) throw new OutOfBytes(`a function record at ${at}`);
    end = at + size + 4 * (pcValues + data);
    pcStarts[index + 1] = (pcStarts[index] ?? 0) + FIXED_PC_VALUES + pcValues;
    dataStarts[index + 1] = (dataStarts[index] ?? 0) + data;
  }
  return { pcStarts, dataStarts };
}
function fill(values, from, reader, at, count) {
  for (let index = 0; index < count; index++) values[from + index] = reader.u32(at + 4 * index);
}

// src/binary/file-charges.ts
function chargeFiles(unitPlaces, { units, files }, littleEndian, packageOfUnit, isPackage) {
  const charges = /* @__PURE__ */ new Map();
  const charge = (path10, bytes) => charges.set(path10, (charges.get(path10) ?? 0) + bytes);
  const reader = words(units, 4, littleEndian);
  const count = Math.floor(units.byteLength / 4);
  const starts = [...new Set(unitPlaces)].filter((unit) => unit < count);
  starts.sort((one, other) => one - other);
  const charged = /* @__PURE__ */ new Set();
  for (const [index, start] of starts.entries()) {
    const unit = packageOfUnit.get(start);
    if (unit === void 0) continue;
    const end = starts[index + 1] ?? count;
    charge(unit, 4 * (end - start));
    for (let entry = start; entry < end; entry++) {
      const at = reader.u32(4 * entry);
      if (at === NONE || charged.has(at)) continue;
      charged.add(at);
      if (!startsName(files, at)) continue;
      const name = files.subarray(at, files.indexOf(0, at));
      charge(packageOfFile(utf8(name.subarray(0, MAX_PATH)), isPackage) ?? unit, name.byteLength + 1);
    }
  }
  return charges;
}
var MAX_PATH = 1024;
function startsName(files, at) {
  return at < files.byteLength && (at === 0 || files[at - 1] === 0) && files.indexOf(0, at) !== -1;
}
function packageOfFile(file, isPackage) {
  const directory2 = file.slice(0, Math.max(file.lastIndexOf("/"), 0)).replace(/@[^/]*/, "");
  const parts = directory2.split("/");
  for (let index = 0; index < Math.min(parts.length, MAX_DEPTH); index++) {
    const path10 = parts.slice(index).join("/");
    if (path10 !== "" && isPackage(path10)) return path10;
  }
  return null;
}
var MAX_DEPTH = 32;

// src/binary/function-charges.ts
function chargePcValues(records, pcValues) {
  const { values, starts } = records.pcValues;
  const charges = new Uint32Array(records.count);
  const charged = new Uint8Array(pcValues.byteLength);
  let total = 0;
  for (let index = 0; index < records.count; index++) {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? 0;
      if (offset === 0 || charged[offset] === 1) continue;
      const length = lengthOfPcValues(pcValues, offset);
      total += length;
      if (length === 0 || total > pcValues.byteLength) return null;
      charged[offset] = 1;
      charges[index] = (charges[index] ?? 0) + length;
    }
  }
  return charges;
}
function lengthOfPcValues(pcValues, start) {
  let at = start;
  for (let first = true; at < pcValues.length; first = false) {
    if (pcValues[at] === 0 && !first) return at + 1 - start;
    while ((pcValues[at] ?? 0) >= 128) at++;
    at++;
    while ((pcValues[at] ?? 0) >= 128) at++;
    at++;
  }
  return 0;
}
var MAX_FUNCTIONS = 2 ** 21;
function chargeFunctionData(records, available) {
  if (records.count > MAX_FUNCTIONS) return null;
  const uses = usesInOrder(records);
  const charges = new Uint32Array(records.count);
  const last = uses.length === 0 ? 0 : offsetOf(uses[uses.length - 1] ?? 0);
  const end = available ?? last;
  if (last > end) return null;
  for (let index = 0; index < uses.length; ) {
    const use = uses[index] ?? 0;
    const offset = offsetOf(use);
    while (index < uses.length && offsetOf(uses[index] ?? 0) === offset) index++;
    const next = index < uses.length ? offsetOf(uses[index] ?? 0) : end;
    const user = use % MAX_FUNCTIONS;
    charges[user] = (charges[user] ?? 0) + next - offset;
  }
  return { charges, length: end };
}
function usesInOrder({ count, functionData: { values, starts } }) {
  const uses = new Float64Array(values.length);
  let length = 0;
  for (let index = 0; index < count; index++) {
    const end = starts[index + 1] ?? 0;
    for (let at = starts[index] ?? 0; at < end; at++) {
      const offset = values[at] ?? NONE;
      if (offset !== NONE) uses[length++] = offset * MAX_FUNCTIONS + index;
    }
  }
  return uses.subarray(0, length).sort();
}
function offsetOf(use) {
  return Math.floor(use / MAX_FUNCTIONS);
}

// src/binary/name-table.ts
function readNameTable(names) {
  const starts = startsOf(names);
  const text = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  const endOf = (index) => starts[index + 1] ?? names.byteLength;
  return {
    starts,
    indexOf: (place) => {
      const index = search(starts, place);
      if (starts[index] !== place) throw new OutOfBytes(`a name at ${place}`);
      return index;
    },
    nameOf: (index) => text.toString("utf8", starts[index] ?? 0, endOf(index) - 1),
    sizeOf: (index) => endOf(index) - (starts[index] ?? 0)
  };
}
function startsOf(names) {
  let count = 0;
  for (let end = names.indexOf(0); end !== -1; end = names.indexOf(0, end + 1)) count++;
  const starts = new Uint32Array(count);
  let start = 0;
  for (let index = 0; index < count; index++) {
    starts[index] = start;
    start = names.indexOf(0, start) + 1;
  }
  return starts;
}
function search(sorted, wanted) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

// src/binary/module-data.ts
var FUNCTION_INDEX = 19;
var SINCE_1_27 = { types: 37, descriptors: 38, endTypes: 39, functionData: 43, typeLinks: null };
var SINCE_1_26 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 45 };
var SINCE_1_20 = { types: 37, descriptors: null, endTypes: 38, functionData: 40, typeLinks: 44 };
var SINCE_1_18 = { types: 35, descriptors: null, endTypes: 36, functionData: 38, typeLinks: 42 };
function layoutOf(since, minor) {
  if (since === "1.18") return SINCE_1_18;
  if (minor >= 27) return SINCE_1_27;
  return minor >= 26 ? SINCE_1_26 : SINCE_1_20;
}
function readModuleData(elf, bytes, table, goVersion) {
  const minor = minorOf(goVersion);
  if (minor === null) return null;
  return orWhenOutOfBytes(
    () => {
      const found = find(elf, bytes, table);
      if (found === null) return null;
      const at = layoutOf(table.since, minor);
      const word = (index) => found.word(index * found.size);
      const listAt = (index, size) => rangeOfAddress(elf.segments, word(index), found.offset((index + 1) * found.size) * size);
      return {
        types: word(at.types),
        endTypes: word(at.endTypes),
        descriptors: at.descriptors === null ? null : found.offset(at.descriptors * found.size),
        typeLinks: at.typeLinks === null ? null : listAt(at.typeLinks, 4),
        itabLinks: at.typeLinks === null ? null : listAt(at.typeLinks + 3, found.size),
        functionData: word(at.functionData),
        functionIndex: word(FUNCTION_INDEX)
      };
    },
    () => null
  );
}
function minorOf(goVersion) {
  const minor = /^go1\.(?<minor>\d+)/.exec(goVersion ?? "")?.groups?.["minor"];
  return minor === void 0 ? null : Number(minor);
}
function find(elf, bytes, table) {
  const address = addressOfPlace(elf.segments, table.table.byteOffset - bytes.byteOffset);
  if (address === null) return null;
  const start = new DataView(new ArrayBuffer(2 * table.pointerSize));
  const names = address + BigInt(table.names.byteOffset - table.table.byteOffset);
  [address, names].forEach((value, index) => {
    if (table.pointerSize === 8) start.setBigUint64(index * 8, value, elf.littleEndian);
    else start.setUint32(index * 4, Number(BigInt.asUintN(32, value)), elf.littleEndian);
  });
  const wanted = new Uint8Array(start.buffer);
  for (const { offset, fileSize } of elf.segments.filter(isWritable)) {
    const data = slice(bytes, offset, fileSize);
    const searched = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    const at = searched.indexOf(wanted);
    if (at !== -1 && at % table.pointerSize === 0)
      return words(data.subarray(at), table.pointerSize, elf.littleEndian);
  }
  return null;
}

// src/binary/standard-packages.ts
function standardPackages(goVersion) {
  const minor = minorOf(goVersion) ?? Infinity;
  const lists = Object.entries(NEW_IN).filter(([version]) => Number(version) <= Math.max(minor, OLDEST));
  const packages = new Set(lists.flatMap(([, names]) => names.trim().split(/\s+/)));
  const firsts = new Set([...packages].map(firstOf));
  return {
    has: (path10) => packages.has(path10),
    // Go's own commands import each other as cmd/….
    mayHave: (path10) => firsts.has(firstOf(path10)) || firstOf(path10) === "cmd"
  };
}
function firstOf(path10) {
  return path10.split("/", 1)[0] ?? "";
}
var OLDEST = 18;
var NEW_IN = {
  18: `
    archive/tar archive/zip bufio bytes compress/bzip2 compress/flate compress/gzip compress/lzw compress/zlib
    container/heap container/list container/ring context crypto crypto/aes crypto/cipher crypto/des crypto/dsa
    crypto/ecdsa crypto/ed25519 crypto/ed25519/internal/edwards25519 crypto/ed25519/internal/edwards25519/field
    crypto/elliptic crypto/elliptic/internal/fiat crypto/elliptic/internal/nistec crypto/hmac
    crypto/internal/randutil crypto/internal/subtle crypto/md5 crypto/rand crypto/rc4 crypto/rsa crypto/sha1
    crypto/sha256 crypto/sha512 crypto/subtle crypto/tls crypto/x509 crypto/x509/internal/macos crypto/x509/pkix
    database/sql database/sql/driver debug/buildinfo debug/dwarf debug/elf debug/gosym debug/macho debug/pe
    debug/plan9obj embed embed/internal/embedtest encoding encoding/ascii85 encoding/asn1 encoding/base32
    encoding/base64 encoding/binary encoding/csv encoding/gob encoding/hex encoding/json encoding/pem
    encoding/xml errors expvar flag fmt go/ast go/build go/build/constraint go/constant go/doc go/format
    go/importer go/internal/gccgoimporter go/internal/gcimporter go/internal/srcimporter go/internal/typeparams
    go/parser go/printer go/scanner go/token go/types hash hash/adler32 hash/crc32 hash/crc64 hash/fnv
    hash/maphash html html/template image image/color image/color/palette image/draw image/gif
    image/internal/imageutil image/jpeg image/png index/suffixarray internal/abi internal/buildcfg
    internal/bytealg internal/cfg internal/cpu internal/execabs internal/fmtsort internal/fuzz internal/goarch
    internal/godebug internal/goexperiment internal/goos internal/goroot internal/goversion internal/intern
    internal/itoa internal/lazyregexp internal/lazytemplate internal/nettrace internal/obscuretestdata
    internal/oserror internal/poll internal/profile internal/race internal/reflectlite internal/safefilepath
    internal/singleflight internal/syscall/execenv internal/syscall/unix internal/syscall/windows
    internal/syscall/windows/registry internal/syscall/windows/sysdll internal/sysinfo internal/testenv
    internal/testlog internal/trace internal/unsafeheader internal/xcoff io io/fs io/ioutil log log/syslog math
    math/big math/bits math/cmplx math/rand mime mime/multipart mime/quotedprintable net net/http net/http/cgi
    net/http/cookiejar net/http/fcgi net/http/httptest net/http/httptrace net/http/httputil net/http/internal
    net/http/internal/ascii net/http/internal/testcert net/http/pprof net/internal/socktest net/mail net/netip
    net/rpc net/rpc/jsonrpc net/smtp net/textproto net/url os os/exec os/exec/internal/fdtest os/signal
    os/signal/internal/pty os/user path path/filepath plugin reflect reflect/internal/example1
    reflect/internal/example2 regexp regexp/syntax runtime runtime/cgo runtime/debug runtime/internal/atomic
    runtime/internal/math runtime/internal/sys runtime/internal/syscall runtime/metrics runtime/pprof
    runtime/race runtime/trace sort strconv strings sync sync/atomic syscall testing testing/fstest
    testing/internal/testdeps testing/iotest testing/quick text/scanner text/tabwriter text/template
    text/template/parse time time/tzdata unicode unicode/utf16 unicode/utf8 unsafe`,
  19: `
    crypto/internal/boring crypto/internal/boring/bbig crypto/internal/boring/bcache crypto/internal/boring/sig
    crypto/internal/edwards25519 crypto/internal/edwards25519/field crypto/internal/nistec
    crypto/internal/nistec/fiat go/doc/comment internal/diff internal/pkgbits internal/txtar`,
  20: `
    crypto/ecdh crypto/internal/alias crypto/internal/bigmod internal/coverage internal/coverage/calloc
    internal/coverage/cformat internal/coverage/cmerge internal/coverage/decodecounter
    internal/coverage/decodemeta internal/coverage/encodecounter internal/coverage/encodemeta
    internal/coverage/pods internal/coverage/rtcov internal/coverage/slicereader internal/coverage/slicewriter
    internal/coverage/stringtab internal/coverage/test internal/coverage/uleb128 internal/dag internal/platform
    internal/saferio internal/testpty internal/types/errors runtime/coverage runtime/internal/startlinetest
    runtime/race/internal/amd64v1`,
  21: `
    cmp internal/bisect internal/godebugs internal/zstd log/internal log/slog log/slog/internal
    log/slog/internal/benchmarks log/slog/internal/buffer log/slog/internal/slogtest maps
    runtime/internal/wasitest slices testing/slogtest`,
  22: `
    go/version internal/chacha8rand internal/gover internal/trace/traceviewer internal/trace/traceviewer/format
    internal/trace/v2 internal/trace/v2/event internal/trace/v2/event/go122
    internal/trace/v2/internal/testgen/go122 internal/trace/v2/raw internal/trace/v2/testtrace
    internal/trace/v2/version math/rand/v2`,
  23: `
    crypto/internal/cryptotest crypto/internal/hpke crypto/internal/mlkem768 internal/asan internal/byteorder
    internal/concurrent internal/coverage/cfile internal/filepathlite internal/msan internal/profilerecord
    internal/runtime/atomic internal/runtime/exithook internal/runtime/syscall internal/stringslite
    internal/trace/event internal/trace/event/go122 internal/trace/internal/oldtrace
    internal/trace/internal/testgen/go122 internal/trace/raw internal/trace/testtrace internal/trace/version
    internal/weak iter net/internal/cgotest structs unique`,
  24: `
    crypto/fips140 crypto/hkdf crypto/internal/entropy crypto/internal/fips140 crypto/internal/fips140/aes
    crypto/internal/fips140/aes/gcm crypto/internal/fips140/alias crypto/internal/fips140/bigmod
    crypto/internal/fips140/check crypto/internal/fips140/check/checktest crypto/internal/fips140/drbg
    crypto/internal/fips140/ecdh crypto/internal/fips140/ecdsa crypto/internal/fips140/ed25519
    crypto/internal/fips140/edwards25519 crypto/internal/fips140/edwards25519/field crypto/internal/fips140/hkdf
    crypto/internal/fips140/hmac crypto/internal/fips140/mlkem crypto/internal/fips140/nistec
    crypto/internal/fips140/nistec/fiat crypto/internal/fips140/pbkdf2 crypto/internal/fips140/rsa
    crypto/internal/fips140/sha256 crypto/internal/fips140/sha3 crypto/internal/fips140/sha512
    crypto/internal/fips140/ssh crypto/internal/fips140/subtle crypto/internal/fips140/tls12
    crypto/internal/fips140/tls13 crypto/internal/fips140deps crypto/internal/fips140deps/byteorder
    crypto/internal/fips140deps/cpu crypto/internal/fips140deps/godebug crypto/internal/fips140hash
    crypto/internal/fips140only crypto/internal/fips140test crypto/internal/impl crypto/internal/sysrand
    crypto/internal/sysrand/internal/seccomp crypto/mlkem crypto/pbkdf2 crypto/sha3
    crypto/tls/internal/fips140tls go/ast/internal/tests internal/copyright internal/exportdata
    internal/runtime/maps internal/runtime/math internal/runtime/sys internal/sync internal/synctest
    internal/syslist weak`,
  25: `
    crypto/internal/fips140cache internal/cgrouptest internal/routebsd internal/runtime/cgroup
    internal/runtime/gc internal/runtime/startlinetest internal/runtime/strconv internal/runtime/wasitest
    internal/testhash internal/trace/internal/testgen internal/trace/internal/tracev1 internal/trace/tracev2
    math/big/internal/asmgen net/http/internal/httpcommon testing/synctest`,
  26: `
    crypto/hpke crypto/internal/constanttime crypto/internal/entropy/v1.0.0 crypto/internal/fips140/mldsa
    crypto/internal/fips140deps/time crypto/internal/rand crypto/mlkem/mlkemtest go/internal/scannerhooks
    internal/runtime/cgobench internal/runtime/gc/internal/gen internal/runtime/gc/scan
    internal/runtime/pprof/label internal/runtime/syscall/linux internal/runtime/syscall/windows
    internal/strconv testing/cryptotest`,
  27: `
    crypto/internal/cryptotest/wycheproof crypto/internal/cryptotest/x509limbo crypto/mldsa
    database/sql/internal encoding/json/internal encoding/json/internal/jsonflags
    encoding/json/internal/jsonopts encoding/json/internal/jsontest encoding/json/internal/jsonwire
    encoding/json/jsontext encoding/json/v2 internal/gate internal/nettest net/http/internal/http2
    net/http/internal/httpsfv uuid`
};

// src/binary/package-owner.ts
var MAX_DEPTH2 = 64;
var C = "C";
function packageOwners(buildInfo) {
  const modules = /* @__PURE__ */ new Map();
  for (const { path: path10, version: version2 } of buildInfo?.dependencies ?? []) {
    modules.set(path10, { kind: "module", path: path10, version: version2 === "" ? null : version2 });
  }
  const version = buildInfo?.main?.version ?? "";
  const main = {
    kind: "main",
    path: mainModuleOf(buildInfo),
    version: version === "" ? null : version
  };
  modules.set(main.path, main);
  const standard = standardPackages(buildInfo?.goVersion ?? null);
  const listsModules = buildInfo !== null && (buildInfo.main !== null || buildInfo.dependencies.length > 0);
  return (path10) => {
    if (path10 === "main") return main;
    if (path10.startsWith("vendor/") || standard.has(path10)) return { kind: "std" };
    if (path10 === buildInfo?.path) return main;
    let prefix = path10;
    for (let depth = 0; depth < MAX_DEPTH2 && prefix !== ""; depth++) {
      const owner = modules.get(prefix);
      if (owner !== void 0) return owner;
      prefix = prefix.slice(0, Math.max(prefix.lastIndexOf("/"), 0));
    }
    if (path10 === C) return { kind: "module", path: path10, version: null };
    const ofStd = !firstOf2(path10).includes(".") && (listsModules || standard.mayHave(path10));
    return ofStd ? { kind: "std" } : { kind: "module", path: likelyModule(path10), version: null };
  };
}
function mainPathOf(buildInfo) {
  const path10 = buildInfo?.path ?? null;
  return path10 === null || standardPackages(buildInfo?.goVersion ?? null).has(path10) ? null : path10;
}
function importPathOf(path10, buildInfo) {
  return path10 === "main" ? buildInfo?.path ?? path10 : path10;
}
function mainModuleOf(buildInfo) {
  return buildInfo?.main?.path ?? buildInfo?.path ?? "main";
}
function likelyModule(path10) {
  const first = firstOf2(path10);
  return first.includes(".") ? path10.split("/").slice(0, 3).join("/") : first;
}
function firstOf2(path10) {
  return path10.split("/", 1)[0] ?? "";
}

// src/binary/symbol-name.ts
function parseSymbolName(symbol) {
  if (isGenerated(symbol)) {
    return { package: packageOfType(symbol.replace(GENERATED, "")), name: withoutArguments(symbol) };
  }
  const end = symbol.search(/[[({ ]/);
  const head = end === -1 ? symbol : symbol.slice(0, end);
  const dot = head.indexOf(".", head.lastIndexOf("/") + 1);
  if (dot <= 0 || dot > MAX_PATH2) return { package: null, name: symbol };
  return { package: unescapePath(symbol.slice(0, dot)), name: withoutArguments(symbol.slice(dot + 1)) };
}
function isGenerated(symbol) {
  return GENERATED.test(symbol);
}
function withKnownPackage(symbol, isPackage) {
  const { package: path10, name } = symbol;
  if (path10 === null || !path10.includes(".") || isPackage(path10)) return symbol;
  let dot = path10.indexOf(".");
  for (let tries = 0; tries < MAX_DOTS && dot !== -1; tries++) {
    if (isPackage(path10.slice(0, dot))) {
      return { package: path10.slice(0, dot), name: `${path10.slice(dot + 1)}.${name}` };
    }
    dot = path10.indexOf(".", dot + 1);
  }
  return symbol;
}
var MAX_DOTS = 16;
function withoutArguments(name) {
  let kept = "";
  let depth = 0;
  let from = 0;
  for (let at = name.indexOf("["); at !== -1 && at < name.length; at++) {
    const byte = name[at];
    if (byte === "[") {
      if (depth > 0 || /[\p{L}\p{N}_]/u.test(name[at - 1] ?? "")) {
        if (depth++ === 0) kept += `${name.slice(from, at)}[...`;
      }
    } else if (byte === "]" && depth > 0 && --depth === 0) from = at;
  }
  return depth > 0 ? `${kept}]` : kept + name.slice(from);
}
function packageOfType(type) {
  for (const word of type.slice(0, MAX_TYPE).split(NOT_OF_A_PATH)) {
    const dot = word.indexOf(".", word.lastIndexOf("/") + 1);
    if (dot > 0 && !word.startsWith(SHAPES)) return unescapePath(word.slice(0, dot));
  }
  return null;
}
var GENERATED = /^(?:type[:.]\.\w+\.|type:|go:|go\.(?=\(?\*?(?:struct|interface) \{|shape\.|buildid$))/;
var MAX_TYPE = 1024;
var MAX_PATH2 = 1024;
var SHAPES = "go.shape.";
var NOT_OF_A_PATH = /[\s,;:()[\]{}*"]+/;
function unescapePath(path10) {
  if (!path10.includes("%")) return path10;
  return Buffer.from(
    path10.replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1"
  ).toString("utf8");
}

// src/binary/go-functions.ts
function readGoFunctions(table, littleEndian, buildInfo, dataLength) {
  return orWhenOutOfBytes(
    () => {
      const records = readFunctionRecords(table, littleEndian);
      const names = readNameTable(table.names);
      const nameOf = Uint32Array.from(records.names, (place) => names.indexOf(place));
      const named = nameFunctions(records, names, nameOf);
      const pcValues = chargePcValues(records, table.pcValues);
      const data = chargeFunctionData(records, dataLength);
      const shares = (bytesOf2) => lazily(() => sharesOf(named, bytesOf2));
      const ownBytes = (index) => (records.own[index] ?? 0) + (pcValues?.[index] ?? 0) + (named.nameSizes[index] ?? 0);
      return {
        code: shares((index) => records.code[index] ?? 0),
        table: inTurn(shares(ownBytes), [
          ...inlinedShares(names, nameOf, new Set(named.units.values())),
          ...fileShares(table, littleEndian, named.units, buildInfo)
        ]),
        data: data === null ? null : { shares: shares((index) => data.charges[index] ?? 0), length: data.length },
        recordsEnd: table.functions.byteOffset - table.table.byteOffset + records.end
      };
    },
    () => null
  );
}
var RUNTIME = "runtime";
function nameFunctions(records, table, nameOf) {
  const strings = /* @__PURE__ */ new Map();
  const units = /* @__PURE__ */ new Map();
  const paths = [];
  const names = [];
  const nameSizes = new Uint32Array(records.count);
  const charged = new Uint8Array(table.starts.length);
  for (let index = 0; index < records.count; index++) {
    const place = nameOf[index] ?? 0;
    const symbol = table.nameOf(place);
    const { package: path10, name } = parseSymbolName(symbol);
    const unit = records.units[index] ?? NONE;
    paths.push(path10 === null ? null : shared(path10, strings));
    names.push(name);
    const tells = !name.includes("[") && !isGenerated(symbol);
    if (path10 !== null && tells && isHome(path10, units.get(unit))) units.set(unit, path10);
    if (charged[place] === 0) nameSizes[index] = table.sizeOf(place);
    charged[place] = 1;
  }
  const known = new Set(units.values());
  const packages = [];
  for (let index = 0; index < records.count; index++) {
    const symbol = { package: paths[index] ?? null, name: names[index] ?? "" };
    const placed = withKnownPackage(symbol, (path10) => known.has(path10));
    packages.push(placed.package ?? units.get(records.units[index] ?? NONE) ?? RUNTIME);
    names[index] = placed.name;
  }
  return { packages, names, nameSizes, units };
}
function isHome(path10, before) {
  return before === void 0 || before.length > path10.length && before.startsWith(`${path10}.`);
}
function shared(string2, strings) {
  const known = strings.get(string2);
  if (known === void 0) strings.set(string2, string2);
  return known ?? string2;
}
function* sharesOf({ packages, names }, bytesOf2) {
  for (let index = 0; index < names.length; index++) {
    const bytes = bytesOf2(index);
    if (bytes > 0) {
      yield { package: packages[index] ?? RUNTIME, kind: "function", name: names[index] ?? "", bytes };
    }
  }
}
function inlinedShares(names, nameOf, known) {
  const ofFunctions = new Uint8Array(names.starts.length);
  for (const index of nameOf) ofFunctions[index] = 1;
  const charges = /* @__PURE__ */ new Map();
  for (let index = 0; index < names.starts.length; index++) {
    if (ofFunctions[index] === 1) continue;
    const symbol = withKnownPackage(parseSymbolName(names.nameOf(index)), (path11) => known.has(path11));
    const path10 = symbol.package ?? RUNTIME;
    charges.set(path10, (charges.get(path10) ?? 0) + names.sizeOf(index));
  }
  return packageShares(charges, "names of inlined functions");
}
function fileShares(table, littleEndian, units, buildInfo) {
  const paths = new Set([...units.values()].map((path10) => importPathOf(path10, buildInfo)));
  const charges = chargeFiles(units.keys(), table, littleEndian, units, (path10) => paths.has(path10));
  return packageShares(charges, "names of source files");
}
function packageShares(charges, name) {
  return Array.from(charges, ([path10, bytes]) => ({ package: path10, kind: "pclntab", name, bytes }));
}

// src/binary/function-claims.ts
function functionClaims({ elf, buildInfo }, bytes, extents, table, moduleData) {
  const start = table.table.byteOffset - bytes.byteOffset;
  const dataAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionData);
  const own = extents.find(({ role, start: from }) => role === "function table" && from === start);
  const inTable = dataAt !== null && dataAt > start && dataAt < start + table.table.byteLength;
  const indexAt = moduleData === null ? null : placeOfAddress(elf.segments, moduleData.functionIndex);
  const dataLength = inTable && indexAt !== null && indexAt >= dataAt ? indexAt - dataAt : null;
  const functions = readGoFunctions(table, elf.littleEndian, buildInfo, dataLength);
  if (functions === null) return null;
  const code = codeClaim(functions, extents, buildInfo?.settings["CGO_ENABLED"] === "1");
  if (code === null) return null;
  const { data } = functions;
  const shares = inTable && data !== null ? inTurn(functions.table, data.shares) : functions.table;
  const tableClaim2 = {
    start,
    end: own?.end ?? (inTable && dataLength !== null ? dataAt + dataLength : start + functions.recordsEnd),
    shares,
    rest: { package: null, kind: "pclntab", name: own?.name ?? "function table" }
  };
  const dataClaim = inTable || dataAt === null || data === null ? null : {
    start: dataAt,
    end: dataAt + data.length,
    shares: data.shares,
    rest: { package: null, kind: "pclntab", name: "funcdata" }
  };
  return [code, tableClaim2, ...dataClaim === null ? [] : [dataClaim]];
}
function codeClaim({ code }, extents, usesC) {
  const total = sumOf(code);
  const home = extents.filter(({ role, start, end }) => role === "code" && end - start >= total).reduce(
    (largest, one) => largest === null || sizeOf(one) > sizeOf(largest) ? one : largest,
    null
  );
  if (home === null || total === 0) return null;
  const rest = usesC ? { package: C, kind: "function", name: home.name } : { package: null, kind: "unknown", name: home.name };
  return { start: home.start, end: home.end, shares: code, rest };
}
function sizeOf({ start, end }) {
  return end - start;
}

// src/binary/tally.ts
function tallyByPackage(shares, buildInfo) {
  const packages = /* @__PURE__ */ new Map();
  const keyOf = keyer(buildInfo);
  for (const share of shares) {
    const names = namesOf(packages, share.package === null ? null : keyOf(share.package), share.kind);
    names.set(share.name, (names.get(share.name) ?? 0) + share.bytes);
  }
  return packages;
}
var RECORDED = "embedded files";
var UNOWNED = ["embed", "data"];
function giveEmbedded(packages, byPackage, buildInfo) {
  const keyOf = keyer(buildInfo);
  const unowned = UNOWNED.flatMap((kind) => {
    const names = packages.get(null)?.get(kind) ?? /* @__PURE__ */ new Map();
    return Array.from(names, ([name, bytes]) => ({ names, name, bytes })).sort(largestFirst);
  });
  let [next, left] = [0, unowned[0]?.bytes ?? 0];
  for (const [path10, wanted] of byPackage) {
    let given = 0;
    while (given < wanted && next < unowned.length) {
      const taken = Math.min(wanted - given, left);
      given += taken;
      left -= taken;
      const from = unowned[next];
      if (from !== void 0) from.names.set(from.name, left);
      if (left === 0) left = unowned[++next]?.bytes ?? 0;
    }
    if (given === 0) continue;
    const names = namesOf(packages, keyOf(path10), "embed");
    names.set(RECORDED, (names.get(RECORDED) ?? 0) + given);
  }
  const gone = unowned.filter(({ names, name }) => names.get(name) === 0);
  for (const { names, name } of gone) names.delete(name);
}
function keyer(buildInfo) {
  const mainPath = mainPathOf(buildInfo);
  return (path10) => path10 === mainPath ? "main" : path10;
}
function namesOf(packages, path10, kind) {
  const tally = getOrMake(packages, path10, () => /* @__PURE__ */ new Map());
  return getOrMake(tally, kind, () => /* @__PURE__ */ new Map());
}
function getOrMake(map, key, make) {
  const known = map.get(key);
  if (known !== void 0) return known;
  const made = make();
  map.set(key, made);
  return made;
}

// src/binary/plant.ts
function plant(name, shares, buildInfo, embedded = /* @__PURE__ */ new Map()) {
  const ownerOf = packageOwners(buildInfo);
  const modules = /* @__PURE__ */ new Map();
  const others = [];
  const tallies = tallyByPackage(shares, buildInfo);
  if (embedded.size > 0) giveEmbedded(tallies, embedded, buildInfo);
  for (const [path10, tally] of tallies) {
    if (path10 === null) {
      const kinds = [...tally].filter(([, names]) => names.size > 0);
      others.push(...kinds.map(([kind, names]) => node(NAMES[kind], kind, leaves(kind, names))));
      continue;
    }
    const owner = ownerOf(path10);
    const key = owner.kind === "std" ? "std" : `${owner.kind} ${owner.path}`;
    const module = modules.get(key) ?? { owner, packages: [] };
    modules.set(key, module);
    module.packages.push(
      node(
        importPathOf(path10, buildInfo),
        "package",
        [...tally].flatMap(([kind, names]) => leaves(kind, names))
      )
    );
  }
  const children = [
    ...[...modules.values()].map(({ owner, packages }) => moduleNode(owner, packages)),
    ...others
  ].sort((one, other) => rank(one) - rank(other) || inOrder(one, other));
  return { name, kind: "binary", bytes: sumOf(children), children };
}
function leaves(kind, names) {
  return Array.from(names, ([name, bytes]) => ({ name, kind, bytes }));
}
function moduleNode(owner, packages) {
  const { kind } = owner;
  const planted = node(kind === "std" ? "std" : owner.path, kind, packages);
  return kind === "std" || owner.version === null ? planted : { ...planted, version: owner.version };
}
function node(name, kind, children) {
  return { name, kind, bytes: sumOf(children), children: [...children].sort(inOrder) };
}
var ORDER = [
  "main",
  "module",
  "std",
  "types",
  "data",
  "embed",
  "pclntab",
  "debug",
  "symbols",
  "header",
  "unknown"
];
var NAMES = {
  function: "functions",
  types: "types",
  data: "data",
  embed: "embedded files",
  pclntab: "function table",
  debug: "debug information",
  symbols: "symbols and relocations",
  header: "headers",
  unknown: "unknown"
};
function rank({ kind }) {
  return ORDER.indexOf(kind);
}
function inOrder(one, other) {
  return largestFirst(one, other) || (one.kind < other.kind ? -1 : Number(one.kind > other.kind));
}

// src/binary/relocated.ts
var ENTRY_SIZE = 24;
var MAX_DYNAMIC_ENTRIES = 4096;
var RELATIVE = {
  [EM_PPC64]: 22,
  [EM_S390]: 12,
  [EM_X86_64]: 8,
  [EM_AARCH64]: 1027,
  [EM_RISCV]: 3,
  [EM_LOONGARCH]: 3
};
function relocated(elf, bytes) {
  const relative = RELATIVE[elf.machine];
  if (elf.type !== ET_DYN || elf.bits !== 64 || relative === void 0) return bytes;
  return orWhenOutOfBytes(
    () => fillIn(elf, bytes, relative),
    () => bytes
  );
}
function fillIn(elf, bytes, relative) {
  const file = words(bytes, 8, elf.littleEndian);
  const placeOf2 = placesOf2(elf);
  const dynamic = dynamicOf(elf, bytes);
  const table = placeOf2(dynamic.get(DT_RELA) ?? 0);
  if (table === null) return bytes;
  const size = Math.min(dynamic.get(DT_RELASZ) ?? 0, bytes.byteLength - table);
  const [lowAt, highAt] = elf.littleEndian ? [0, 4] : [4, 0];
  let copy = null;
  for (let at = table; at + ENTRY_SIZE <= table + size; at += ENTRY_SIZE) {
    if (file.u32(at + 8 + lowAt) !== relative) continue;
    const place = placeOf2(file.u32(at + highAt) * 2 ** 32 + file.u32(at + lowAt));
    if (place === null || place + 8 > bytes.byteLength || isSame(bytes, at + 16, place)) continue;
    copy ??= Uint8Array.from(bytes);
    copy.set(bytes.subarray(at + 16, at + ENTRY_SIZE), place);
  }
  return copy ?? bytes;
}
function isSame(bytes, one, other) {
  for (let index = 0; index < 8; index++) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}
function placesOf2({ segments }) {
  const loaded = segments.filter(({ type }) => type === PT_LOAD).map(({ address, offset, fileSize }) => ({ start: Number(address), offset, fileSize }));
  return (address) => {
    for (const { start, offset, fileSize } of loaded)
      if (address >= start && address < start + fileSize) return offset + address - start;
    return null;
  };
}
function dynamicOf({ segments, littleEndian }, bytes) {
  const found = /* @__PURE__ */ new Map();
  const segment = segments.find(({ type }) => type === PT_DYNAMIC);
  if (segment === void 0) return found;
  const file = words(bytes, 8, littleEndian);
  const count = Math.min(Math.floor(segment.fileSize / 16), MAX_DYNAMIC_ENTRIES);
  for (let index = 0; index < count; index++) {
    const at = segment.offset + index * 16;
    const tag = file.offset(at);
    if (tag === DT_NULL) break;
    found.set(tag, file.offset(at + 8));
  }
  return found;
}

// src/binary/time-zone-data.ts
var PACKAGE = "time/tzdata";
var END = Buffer.from("PK", "latin1");
var END_SIZE = 22;
var FILE = Buffer.from("PK", "latin1");
var ZONE = Buffer.from("Africa/Abidjan");
var MAX_ARCHIVES = 100;
function timeZoneClaims(bytes, extents, { names }) {
  const functions = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  if (!functions.includes(`${PACKAGE}.`)) return [];
  let left = MAX_ARCHIVES;
  for (const extent of extents.filter(({ role }) => role === "data")) {
    const content = Buffer.from(bytes.buffer, bytes.byteOffset + extent.start, extent.end - extent.start);
    for (let at = content.indexOf(END); at !== -1 && left > 0; at = content.indexOf(END, at + 1), left--) {
      const start = startOfArchive(content, at);
      if (start === null || !content.subarray(start, at).includes(ZONE)) continue;
      return [
        {
          start: extent.start + start,
          end: extent.start + at + END_SIZE,
          shares: [],
          rest: { package: PACKAGE, kind: "embed", name: "zoneinfo.zip" }
        }
      ];
    }
  }
  return [];
}
function startOfArchive(content, at) {
  if (at + END_SIZE > content.length) return null;
  const record2 = words(content.subarray(at, at + END_SIZE), 4, true);
  const start = at - record2.u32(12) - record2.u32(16);
  return start >= 0 && record2.u16(20) === 0 && content.subarray(start, start + FILE.length).equals(FILE) ? start : null;
}

// src/binary/type-descriptors.ts
var UNCOMMON = 1;
var KINDS = 31;
var ARRAY = 17;
var CHAN = 18;
var FUNC = 19;
var INTERFACE = 20;
var MAP = 21;
var POINTER = 22;
var SLICE = 23;
var STRUCT = 25;
var UNSAFE_POINTER = 26;
var UNCOMMON_SIZE = 16;
var METHOD_SIZE = 16;
var INTERFACE_METHOD_SIZE = 8;
var VARIADIC = 32768;
function visitType(space, at, visitor) {
  const { words: words2 } = space;
  const word = words2.size;
  const { kind, body, uncommon, more } = partsOf(space, at);
  const type = (place) => tell(pointerAt(space, place), visitor.type);
  const typeOffset = (place) => tell(offsetAt(space, place), visitor.type);
  const name = (place) => tell(pointerAt(space, place), visitor.name);
  const nameOffset = (place) => tell(offsetAt(space, place), visitor.name);
  nameOffset(body - 8);
  typeOffset(body - 4);
  let methods = more;
  switch (kind) {
    case ARRAY:
      type(body);
      type(body + word);
      break;
    case CHAN:
    case POINTER:
    case SLICE:
      type(body);
      break;
    case MAP:
      for (let index = 0; index < 3; index++) type(body + index * word);
      break;
    case FUNC:
      methods += (words2.u16(body) + (words2.u16(body + 2) & ~VARIADIC)) * word;
      within(space, methods);
      for (let place = more; place < methods; place += word) type(place);
      break;
    case INTERFACE:
      name(body);
      methods += words2.offset(body + 2 * word) * INTERFACE_METHOD_SIZE;
      within(space, methods);
      for (let place = more; place < methods; place += INTERFACE_METHOD_SIZE) {
        nameOffset(place);
        typeOffset(place + 4);
      }
      break;
    case STRUCT:
      name(body);
      methods += words2.offset(body + 2 * word) * 3 * word;
      within(space, methods);
      for (let place = more; place < methods; place += 3 * word) {
        name(place);
        type(place + word);
      }
      break;
  }
  if (uncommon === null) {
    within(space, methods);
    return methods - at;
  }
  nameOffset(uncommon);
  const end = methods + words2.u16(uncommon + 4) * METHOD_SIZE;
  within(space, end);
  for (let place = methods; place < end; place += METHOD_SIZE) {
    nameOffset(place);
    typeOffset(place + 4);
  }
  return end - at;
}
function partsOf(space, at) {
  const { words: words2 } = space;
  const body = at + 4 * words2.size + 16;
  const flags = words2.u8(at + 2 * words2.size + 4);
  const kind = words2.u8(at + 2 * words2.size + 7) & KINDS;
  const end = body + sizeOfBody(space, kind);
  return (flags & UNCOMMON) === 0 ? { kind, body, uncommon: null, more: end } : { kind, body, uncommon: end, more: end + UNCOMMON_SIZE };
}
var MAX_DEPTH3 = 16;
function packagePlace(space, at) {
  let type = at;
  for (let depth = 0; depth < MAX_DEPTH3 && type !== null; depth++) {
    const { kind, body, uncommon } = partsOf(space, type);
    const named = uncommon === null ? null : offsetAt(space, uncommon);
    if (named !== null) return named;
    if (kind === STRUCT || kind === INTERFACE) return pointerAt(space, body);
    type = elementOf(space, kind, body);
  }
  return null;
}
function within({ bytes }, end) {
  if (!(end <= bytes.byteLength)) throw new OutOfBytes(`a type to ${end}`);
}
function sizeOfBody({ words: words2, mapSize }, kind) {
  switch (kind) {
    case ARRAY:
      return 3 * words2.size;
    case CHAN:
      return 2 * words2.size;
    case FUNC:
    case POINTER:
    case SLICE:
      return words2.size;
    case INTERFACE:
    case STRUCT:
      return 4 * words2.size;
    case MAP:
      return mapSize;
    default:
      if (kind === 0 || kind > UNSAFE_POINTER) throw new OutOfBytes(`a type of kind ${kind}`);
      return 0;
  }
}
function elementOf(space, kind, body) {
  switch (kind) {
    case ARRAY:
    case CHAN:
    case POINTER:
    case SLICE:
      return pointerAt(space, body);
    case MAP:
      return pointerAt(space, body + space.words.size);
    default:
      return null;
  }
}
function pointerAt({ words: words2, base, bytes }, place) {
  const low = words2.u32(words2.size === 8 && !words2.littleEndian ? place + 4 : place);
  const at = low - base >>> 0;
  return low !== 0 && at < bytes.byteLength ? at : null;
}
function offsetAt({ words: words2, bytes }, place) {
  const at = words2.u32(place);
  return at !== 0 && at < bytes.byteLength ? at : null;
}
function tell(place, visit) {
  if (place !== null) visit(place);
}
var HAS_TAG = 2;
var HAS_PACKAGE = 4;
function sizeOfTypeName({ bytes, words: words2 }, at) {
  const flags = words2.u8(at);
  const name = readCounted(words2, at + 1);
  const { end } = (flags & HAS_TAG) === 0 ? name : readCounted(words2, name.end);
  const size = end + ((flags & HAS_PACKAGE) === 0 ? 0 : 4) - at;
  if (at + size > bytes.byteLength) throw new OutOfBytes(`a name at ${at}`);
  return size;
}
function readTypeName({ bytes, words: words2 }, at) {
  const { start, end } = readCounted(words2, at + 1);
  return utf8(slice(bytes, start, end - start));
}
function readCounted(words2, at) {
  let length = 0;
  let next = at;
  for (let shift = 0; ; shift += 7) {
    const byte = words2.u8(next++);
    if (shift > 21) throw new OutOfBytes(`a length at ${at}`);
    length |= (byte & 127) << shift;
    if (byte < 128) return { start: next, end: next + length };
  }
}

// src/binary/type-claims.ts
function typeClaims({ elf, buildInfo }, bytes, moduleData) {
  return orWhenOutOfBytes(
    () => {
      const start = placeOfAddress(elf.segments, moduleData.types);
      if (start === null) return [];
      const content = slice(bytes, start, Number(moduleData.endTypes - moduleData.types));
      const space = {
        bytes: content,
        words: words(content, elf.bits === 64 ? 8 : 4, elf.littleEndian),
        base: Number(BigInt.asUintN(32, moduleData.types)),
        mapSize: mapSizeOf(buildInfo?.goVersion ?? "", elf)
      };
      const { descriptors } = moduleData;
      const roots = descriptors === null ? rootsOf(bytes, moduleData, space) : walk(space, descriptors);
      const { charges, end } = chargeTypes(space, roots);
      return [
        {
          start,
          end: start + (descriptors === null ? end : content.byteLength),
          shares: Array.from(charges, ([path10, bytes2]) => ({
            package: path10,
            kind: "types",
            name: "types",
            bytes: bytes2
          })),
          rest: { package: null, kind: "types", name: "types of no package" }
        }
      ];
    },
    () => []
  );
}
function mapSizeOf(goVersion, { bits }) {
  const word = bits / 8;
  const minor = minorOf(goVersion) ?? 0;
  const size = minor >= 27 ? 10 * word + 4 : minor >= 24 && !goVersion.includes("noswissmap") ? 7 * word + 4 : 4 * word + 8;
  return Math.ceil(size / word) * word;
}
var NOBODY = { type: () => void 0, name: () => void 0 };
function walk(space, length) {
  const found = [];
  const word = space.words.size;
  for (let at = word; at < length; ) {
    found.push(at);
    at += Math.ceil(visitType(space, at, NOBODY) / word) * word;
  }
  return found;
}
function rootsOf(bytes, { typeLinks, itabLinks }, space) {
  const { size, littleEndian } = space.words;
  const entriesOf = (list, entrySize) => {
    const content = list === null ? new Uint8Array() : bytes.subarray(list.start, list.end);
    const reader = words(content, entrySize, littleEndian);
    return Array.from(
      { length: Math.floor(content.byteLength / entrySize) },
      (_, index) => reader.offset(index * entrySize)
    );
  };
  const inSpace = (at) => at > 0 && at < space.bytes.byteLength;
  const typeOf2 = (itab) => space.words.u32(itab) - space.base >>> 0;
  const itabs = entriesOf(itabLinks, size).map((address) => address - space.base >>> 0).filter((at) => inSpace(at) && littleEndian && at + 2 * size <= space.bytes.byteLength);
  return [...entriesOf(typeLinks, 4), ...itabs.flatMap((itab) => [typeOf2(itab), typeOf2(itab + size)])].filter(
    inSpace
  );
}
function chargeTypes(space, roots) {
  const packageOf = packagesOf(space);
  const charges = /* @__PURE__ */ new Map();
  const seen = new Uint8Array(space.bytes.byteLength);
  const isNew = (at, kind) => {
    const before = seen[at] ?? 0;
    seen[at] = before | kind;
    return (before & kind) === 0;
  };
  const pending = [];
  let [size, total, end] = [0, 0, 0];
  const visitor = {
    type: (at) => {
      if (isNew(at, 1)) pending.push(at);
    },
    name: (at) => {
      if (isNew(at, 2)) size += sizeOfTypeName(space, at);
    }
  };
  for (const root of roots) visitor.type(root);
  for (let at = pending.pop(); at !== void 0; at = pending.pop()) {
    size = 0;
    const own = visitType(space, at, visitor);
    size += own;
    total += size;
    if (total > space.bytes.byteLength) throw new OutOfBytes("types that overlap");
    end = Math.max(end, at + own);
    const path10 = packageOf(at);
    if (path10 !== null) charges.set(path10, (charges.get(path10) ?? 0) + size);
  }
  return { charges, end };
}
var SHAPES2 = "go.shape";
function packagesOf(space) {
  const paths = /* @__PURE__ */ new Map();
  return (type) => {
    const place = packagePlace(space, type);
    if (place === null) return null;
    const path10 = paths.get(place) ?? readTypeName(space, place);
    paths.set(place, path10);
    return path10 === "" || path10 === SHAPES2 ? null : path10;
  };
}

// src/binary/breakdown.ts
function breakdownOf(executable, bytes, name, embedded = NOTHING_KNOWN) {
  const { elf, buildInfo } = executable;
  const extents = layOut(elf, bytes);
  const loaded = relocated(elf, bytes);
  const table = findPclntab(elf, loaded);
  const moduleData = table === null ? null : readModuleData(elf, loaded, table, buildInfo?.goVersion ?? null);
  const functions = table === null ? null : functionClaims(executable, loaded, extents, table, moduleData);
  const claims = functions === null || table === null ? [] : [
    ...functions,
    ...moduleData === null ? [] : typeClaims(executable, loaded, moduleData),
    ...embeddedClaims(elf, loaded, extents, "files" in embedded ? embedded.files : []),
    ...timeZoneClaims(loaded, extents, table)
  ];
  const usesC = functions !== null && buildInfo?.settings["CGO_ENABLED"] === "1";
  return plant(
    name,
    carve(extents, claims, (extent) => otherwise(extent, usesC)),
    buildInfo,
    functions !== null && "byPackage" in embedded ? embedded.byPackage : void 0
  );
}
function otherwise({ name, role }, usesC) {
  switch (role) {
    case "code":
      return usesC ? { package: C, kind: "function", name } : { package: null, kind: "unknown", name };
    case "function table":
      return { package: null, kind: "pclntab", name };
    case "types":
    case "data":
    case "debug":
    case "symbols":
    case "header":
    case "unknown":
      return { package: null, kind: role, name };
  }
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
    const within2 = path5.relative(top ?? real, file);
    return within2.startsWith("..") || path5.isAbsolute(within2) ? file : path5.join(root, within2);
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
var MAX_NAMES2 = 256;
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
    const emptied = find2(root, names);
    if (emptied?.kind === "directory") emptied.children.clear();
    return;
  }
  const name = names.pop();
  const parent = find2(root, names);
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
      const target = find2(root, namesIn(change.target));
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
    if (child?.kind === "symlink" && child.layer === layer && links < MAX_LINKS && rest.length < MAX_NAMES2) {
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
function find2(root, names) {
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
    const { path: path10, node: node2 } = next;
    if (node2 !== root) yield next;
    if (node2.kind === "directory")
      for (const [name, child] of node2.children) left.push({ path: `${path10}/${name}`, node: child });
  }
}

// src/image/file-system.ts
function fileSystemOf(layers) {
  const root = overlay(layers.map((changes, layer) => changes.map((change) => asChange(change, layer))));
  const found = [];
  for (const { path: path10, node: node2 } of nodesOf(root))
    if (node2.kind === "leaf" && node2.value !== null)
      found.push({ path: path10, content: node2.value, key: Buffer.from(path10) });
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
import { createHash as createHash3, randomBytes as randomBytes3 } from "node:crypto";
import { rm as rm4 } from "node:fs/promises";
import path7 from "node:path";
var LONGEST_PATH = 4096;
var EMPTY_LAYER = {
  diffId: `sha256:${createHash3("sha256").digest("hex")}`,
  changes: []
};
async function readLayer(host, layer, allowance2, started = /* @__PURE__ */ new Set()) {
  if (layer.size === 0) return EMPTY_LAYER;
  return readTar(host, decompress(chunksOf(layer)), allowance2, started);
}
async function readTar(host, tar, allowance2, started) {
  const hash = createHash3("sha256");
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
var MAX_DEPTH4 = 4;
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
  for (const top of tops) await walk2({ source, allowance: allowance2, images, lost }, top, 1);
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
async function walk2(walking, listed, depth) {
  const { source, allowance: allowance2, images } = walking;
  if (images.has(listed.digest) || isAttestation(listed)) return;
  if (depth > MAX_DEPTH4) throw unreadable(source.name, `its indexes are nested more than ${MAX_DEPTH4} deep`);
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
    for (const inner of loaded.found.manifests) await walk2(walking, inner, depth + 1);
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
  for (const image of chosen) parts.push(await partsOf2(source, image, allowance2));
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
async function partsOf2(source, image, allowance2) {
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
  for (const image of images.values()) parts.push(await partsOf3(store, image, allowance2));
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
async function partsOf3(store, { Config, Layers }, allowance2) {
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
  for (const { name, bytes: more } of breakdowns.flatMap(packagesOf2))
    bytes.set(name, (bytes.get(name) ?? 0) + more);
  return bytes;
}
function packagesOf2(node2) {
  return node2.kind === "package" ? [node2] : (node2.children ?? []).flatMap(packagesOf2);
}

export {
  WEIGH_IN_ANNOTATION,
  writeAnnotation,
  readAnnotation,
  readExecutable,
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
  NOTHING_KNOWN,
  loadHeadersOf,
  parseSymbolName,
  breakdownOf,
  unpacker,
  quietLog,
  packageBytes,
  openThing,
  openReference,
  withCheckout
};
