import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  compress,
  mediaTypeOf
} from "./chunk-5N4UT3EE.js";
import {
  ANY_DEPTH,
  NotInside,
  PACKAGE_FIELDS,
  binaryNameOf,
  buildFlags,
  findAmong,
  findMains,
  fitsName,
  goEnvironment,
  goFailure,
  goListJson,
  hasWildcard,
  openInside,
  packageOf,
  withSideWork
} from "./chunk-2NIS2GC2.js";
import {
  OutOfBytes,
  addressOfPlace,
  fileKind,
  findPclntab,
  isWritable,
  layOut,
  minorOf,
  orWhenOutOfBytes,
  placeOfAddress,
  rangeOfAddress,
  readBuildInfo,
  readElf,
  readModuleData,
  slice,
  text,
  utf8,
  words
} from "./chunk-C2OH2S3G.js";
import {
  inParallel
} from "./chunk-SLNL43HE.js";
import {
  MANIFEST_MEDIA_TYPE
} from "./chunk-ZPWYLRU4.js";
import {
  isInside,
  leadsIntoGit,
  workspaceRoots
} from "./chunk-L2V5KLOK.js";
import {
  binaryPath
} from "./chunk-Q2ABXHKH.js";
import {
  makeDirectory,
  whyNotWritten
} from "./chunk-3XADMAM6.js";
import {
  descriptorOf,
  jsonBlob
} from "./chunk-QPQ6KV7E.js";
import {
  largestFirst
} from "./chunk-7G2KKNT6.js";
import {
  input
} from "./chunk-GTV6CXRU.js";
import {
  whyNotRead
} from "./chunk-VD2XKUYA.js";
import {
  withoutCommands
} from "./chunk-4KZHZBOR.js";
import {
  didYouMean,
  formatPlatform,
  processorSetting
} from "./chunk-HRDB3P5L.js";
import {
  parsed,
  problem
} from "./chunk-GGP7KFFM.js";
import {
  DT_NULL,
  DT_RELA,
  DT_RELASZ,
  EM_AARCH64,
  EM_LOONGARCH,
  EM_PPC64,
  EM_RISCV,
  EM_S390,
  EM_X86_64,
  ET_DYN,
  ET_EXEC,
  PT_DYNAMIC,
  PT_LOAD,
  PT_NOTE,
  isElf
} from "./chunk-UIFEWTII.js";
import {
  byBytes,
  parents,
  sortedRecord,
  tarChunks
} from "./chunk-IUS3NEIC.js";
import {
  run
} from "./chunk-P3IBKTOQ.js";
import {
  UNPRIVILEGED
} from "./chunk-O46FCSL4.js";
import {
  Failure,
  clause
} from "./chunk-IPQ6L4C3.js";
import {
  errorCode
} from "./chunk-6IWOL65Y.js";
import {
  __callDispose,
  __using
} from "./chunk-33PJWEQH.js";

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

// src/commands/steps/read.ts
import { readFile } from "node:fs/promises";

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
  let sum = 0;
  for (const { bytes } of parts) sum += bytes;
  return sum;
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
import { createHash } from "node:crypto";

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
        const text2 = utf8(slice(bytes, name.start, name.end - name.start));
        if (!isEmbeddable(text2)) return null;
        if (!text2.endsWith("/")) files.push({ name: text2, ...content });
        else files.push({ name: text2, start: 0, end: 0 });
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
  for (const { offset, fileSize: fileSize2, address } of elf.segments.filter(isWritable)) {
    const content = bytes.subarray(offset, offset + fileSize2);
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
    const hash = createHash("sha256").update(bytes.subarray(start, end)).digest("hex");
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
  const part = Math.floor((end - start) / Math.max(owners.length, 1));
  return {
    start,
    end,
    shares: owners.slice(1).map((path10) => ({ package: path10, kind: "embed", name, bytes: part })),
    rest: { package: owners[0] ?? null, kind: "embed", name }
  };
}

// src/binary/embedded-file.ts
var NOTHING_KNOWN = { files: [] };

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
  const text2 = Buffer.from(names.buffer, names.byteOffset, names.byteLength);
  const endOf = (index) => starts[index + 1] ?? names.byteLength;
  return {
    starts,
    indexOf: (place2) => {
      const index = search(starts, place2);
      if (starts[index] !== place2) throw new OutOfBytes(`a name at ${place2}`);
      return index;
    },
    nameOf: (index) => text2.toString("utf8", starts[index] ?? 0, endOf(index) - 1),
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
      const nameOf = Uint32Array.from(records.names, (place2) => names.indexOf(place2));
      const named = nameFunctions(records, names, nameOf);
      const pcValues = chargePcValues(records, table.pcValues);
      const data = chargeFunctionData(records, dataLength);
      const shares = (bytesOf) => lazily(() => sharesOf(named, bytesOf));
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
    const place2 = nameOf[index] ?? 0;
    const symbol = table.nameOf(place2);
    const { package: path10, name } = parseSymbolName(symbol);
    const unit = records.units[index] ?? NONE;
    paths.push(path10 === null ? null : shared(path10, strings));
    names.push(name);
    const tells = !name.includes("[") && !isGenerated(symbol);
    if (path10 !== null && tells && isHome(path10, units.get(unit))) units.set(unit, path10);
    if (charged[place2] === 0) nameSizes[index] = table.sizeOf(place2);
    charged[place2] = 1;
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
function shared(string, strings) {
  const known = strings.get(string);
  if (known === void 0) strings.set(string, string);
  return known ?? string;
}
function* sharesOf({ packages, names }, bytesOf) {
  for (let index = 0; index < names.length; index++) {
    const bytes = bytesOf(index);
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
  const placeOf = placesOf2(elf);
  const dynamic = dynamicOf(elf, bytes);
  const table = placeOf(dynamic.get(DT_RELA) ?? 0);
  if (table === null) return bytes;
  const size = Math.min(dynamic.get(DT_RELASZ) ?? 0, bytes.byteLength - table);
  const [lowAt, highAt] = elf.littleEndian ? [0, 4] : [4, 0];
  let copy = null;
  for (let at = table; at + ENTRY_SIZE <= table + size; at += ENTRY_SIZE) {
    if (file.u32(at + 8 + lowAt) !== relative) continue;
    const place2 = placeOf(file.u32(at + highAt) * 2 ** 32 + file.u32(at + lowAt));
    if (place2 === null || place2 + 8 > bytes.byteLength || isSame(bytes, at + 16, place2)) continue;
    copy ??= Uint8Array.from(bytes);
    copy.set(bytes.subarray(at + 16, at + ENTRY_SIZE), place2);
  }
  return copy ?? bytes;
}
function isSame(bytes, one, other) {
  for (let index = 0; index < 8; index++) if (bytes[one + index] !== bytes[other + index]) return false;
  return true;
}
function placesOf2({ segments }) {
  const loaded = segments.filter(({ type }) => type === PT_LOAD).map(({ address, offset, fileSize: fileSize2 }) => ({ start: Number(address), offset, fileSize: fileSize2 }));
  return (address) => {
    for (const { start, offset, fileSize: fileSize2 } of loaded)
      if (address >= start && address < start + fileSize2) return offset + address - start;
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
  const record = words(content.subarray(at, at + END_SIZE), 4, true);
  const start = at - record.u32(12) - record.u32(16);
  return start >= 0 && record.u16(20) === 0 && content.subarray(start, start + FILE.length).equals(FILE) ? start : null;
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
  const type = (place2) => tell(pointerAt(space, place2), visitor.type);
  const typeOffset = (place2) => tell(offsetAt(space, place2), visitor.type);
  const name = (place2) => tell(pointerAt(space, place2), visitor.name);
  const nameOffset = (place2) => tell(offsetAt(space, place2), visitor.name);
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
      for (let place2 = more; place2 < methods; place2 += word) type(place2);
      break;
    case INTERFACE:
      name(body);
      methods += words2.offset(body + 2 * word) * INTERFACE_METHOD_SIZE;
      within(space, methods);
      for (let place2 = more; place2 < methods; place2 += INTERFACE_METHOD_SIZE) {
        nameOffset(place2);
        typeOffset(place2 + 4);
      }
      break;
    case STRUCT:
      name(body);
      methods += words2.offset(body + 2 * word) * 3 * word;
      within(space, methods);
      for (let place2 = more; place2 < methods; place2 += 3 * word) {
        name(place2);
        type(place2 + word);
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
  for (let place2 = methods; place2 < end; place2 += METHOD_SIZE) {
    nameOffset(place2);
    typeOffset(place2 + 4);
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
function pointerAt({ words: words2, base, bytes }, place2) {
  const low = words2.u32(words2.size === 8 && !words2.littleEndian ? place2 + 4 : place2);
  const at = low - base >>> 0;
  return low !== 0 && at < bytes.byteLength ? at : null;
}
function offsetAt({ words: words2, bytes }, place2) {
  const at = words2.u32(place2);
  return at !== 0 && at < bytes.byteLength ? at : null;
}
function tell(place2, visit2) {
  if (place2 !== null) visit2(place2);
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
  const typeOf = (itab) => space.words.u32(itab) - space.base >>> 0;
  const itabs = entriesOf(itabLinks, size).map((address) => address - space.base >>> 0).filter((at) => inSpace(at) && littleEndian && at + 2 * size <= space.bytes.byteLength);
  return [...entriesOf(typeLinks, 4), ...itabs.flatMap((itab) => [typeOf(itab), typeOf(itab + size)])].filter(
    inSpace
  );
}
function chargeTypes(space, roots) {
  const packageOf2 = packagesOf(space);
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
    const path10 = packageOf2(at);
    if (path10 !== null) charges.set(path10, (charges.get(path10) ?? 0) + size);
  }
  return { charges, end };
}
var SHAPES2 = "go.shape";
function packagesOf(space) {
  const paths = /* @__PURE__ */ new Map();
  return (type) => {
    const place2 = packagePlace(space, type);
    if (place2 === null) return null;
    const path10 = paths.get(place2) ?? readTypeName(space, place2);
    paths.set(place2, path10);
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
function madeFor(elf, bytes, buildInfo, platform) {
  const { machine, architecture } = elf;
  if (architecture !== platform.architecture)
    return architecture ?? `machine ${machine}, which Go does not know`;
  const system = systemOf(elf, bytes, buildInfo);
  if (system !== null) return system;
  const level = levelBeyond(elf, buildInfo, platform);
  return architecture === "arm" ? level : null;
}
function levelBeyond({ architecture }, buildInfo, platform) {
  const level = variantOf(architecture, buildInfo);
  const [asked, had] = [numberOf(level), numberOf(platform.variant)];
  return level !== null && asked !== null && asked > (had ?? LEAST[platform.architecture] ?? Infinity) ? formatPlatform({ ...platform, variant: level }) : null;
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
  const file = words(bytes, 4, littleEndian);
  const read = () => {
    for (const { offset, fileSize: fileSize2 } of segments.filter(({ type }) => type === PT_NOTE)) {
      for (let at = offset; at + 12 <= offset + fileSize2 && owners.length < MAX_NOTES; ) {
        const [name, description] = [file.u32(at), file.u32(at + 4)];
        owners.push(text(bytes, at + 12, Math.min(name, MAX_OWNER)));
        at += 12 + aligned(name) + aligned(description);
      }
    }
    return owners;
  };
  return orWhenOutOfBytes(read, () => owners);
}
function aligned(size) {
  return Math.ceil(size / 4) * 4;
}

// src/binary/static.ts
function requireStatic(executable, bytes, name, platform, origin) {
  const why = whyNot(executable, bytes, platform, origin);
  if (why !== null)
    throw new Failure(
      "not-static",
      { what: clause`${name} cannot run in a scratch image`, ...why },
      { fields: { file: name, platform: formatPlatform(platform) } }
    );
}
var LINK_STATICALLY = {
  compiled: clause`set ${input("cgo", "static")} if it needs C code, and leave ${input("cgo")} off if not`,
  given: clause`build it with CGO_ENABLED=0, or link it statically, for example with musl`
};
function whyNot({ elf, buildInfo }, bytes, platform, origin) {
  const built = madeFor(elf, bytes, buildInfo, platform);
  if (built !== null)
    return {
      why: clause`it is built for ${built}, but the platform is ${formatPlatform(platform)}`,
      fix: clause`build it for that platform, or set ${input("platforms")}`
    };
  const { type, entry, interpreter, neededLibraries } = elf;
  if (type !== ET_EXEC && type !== ET_DYN)
    return { why: clause`it is an object file and not a program`, fix: clause`link it first` };
  if (neededLibraries.length > 0)
    return {
      why: clause`it needs ${neededLibraries.join(", ")}, and scratch has no libraries`,
      fix: LINK_STATICALLY[origin]
    };
  if (interpreter !== null)
    return {
      why: clause`it needs the dynamic loader ${interpreter}, and scratch has none`,
      fix: clause`build it without -buildmode=pie, or link it with -static-pie`
    };
  if (entry === 0n) return { why: clause`it is a library and not a program`, fix: clause`link a program` };
  return null;
}

// src/commands/steps/read.ts
async function readBinaries(linked, platform, embedded = []) {
  return Promise.all(
    linked.map(async (binary) => {
      const bytes = await readBinary(binary);
      const read = readLinked(binary, bytes, embedded);
      const origin = binary.main === null ? "given" : "compiled";
      requireStatic(read.executable, bytes, binary.name, platform, origin);
      return read;
    })
  );
}
function readLinked(linked, bytes, embedded = []) {
  const { name } = linked;
  const executable = readExecutable(bytes, name);
  const breakdown = once(() => breakdownOf(executable, bytes, name, { files: embedded }));
  return { linked, bytes, linkedSize: bytes.length, breakdown, executable };
}
function once(make) {
  let made = null;
  return () => (made ??= { value: make() }).value;
}
async function readBinary({ file, main }) {
  try {
    return await readFile(file);
  } catch (cause) {
    if (main !== null) throw cause;
    throw new Failure(
      "bad-input",
      {
        what: clause`${input("binary")} "${file}" cannot be read`,
        why: clause`${whyNotRead(cause)}`,
        fix: clause`write the path of a static ELF executable`
      },
      { cause, fields: { input: "binary", value: file } }
    );
  }
}

// src/commands/steps/file-programs.ts
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

// src/image/lay-over.ts
var MAX_LINKS = 40;
function layOver(base, entries) {
  const placed = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    const path10 = placeIn(base, entry);
    if (path10 === null)
      return problem(`"${entry.path}" cannot be put into the base, whose links lead in a circle`);
    const there = base.get(path10);
    const before = placed.get(path10);
    if (before !== void 0 && !(before.kind === "directory" && entry.kind === "directory"))
      return problem(
        `"${before.path}" and "${entry.path}" are one place in the base; write another destination`
      );
    if (there?.kind === "directory" && entry.kind !== "directory")
      return problem(`"${entry.path}" is a directory of the base, and cannot be replaced by a ${entry.kind}`);
    if (there !== void 0 && there.kind !== "directory" && entry.kind === "directory")
      return problem(`"${entry.path}" is a ${there.kind} of the base, and cannot be replaced by a directory`);
    placed.set(path10, there?.kind === "directory" && isPlain(entry) ? there : { ...entry, path: path10 });
  }
  for (const path10 of Array.from(placed.keys())) {
    for (const parent of parents(path10)) {
      const there = base.get(parent);
      if (there === void 0 || placed.has(parent)) continue;
      if (there.kind !== "directory")
        return problem(`"${path10}" cannot be put below "${parent}", a ${there.kind} of the base`);
      placed.set(parent, there);
    }
  }
  return parsed([...placed.values()]);
}
function isPlain({ kind, mode, uid, gid }) {
  return kind === "directory" && mode === 493 && uid === 0 && gid === 0;
}
function placeIn(base, { path: path10, kind }) {
  const rest = namesIn(path10).toReversed();
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
    if (links > MAX_LINKS) return null;
    if (there.target.startsWith("/")) at = [];
    rest.push(...namesIn(there.target).toReversed());
  }
  return `/${at.join("/")}`;
}
function namesIn(path10) {
  return path10.split("/").filter((name) => name !== "");
}

// src/commands/steps/file-programs.ts
function findFilePrograms({ packFiles, platform, on }, files, binaries) {
  return packFiles.map((named) => {
    const place2 = on === void 0 ? named : placeIn(on.tree, { path: named, kind: "file" }) ?? named;
    const there = files.find((entry) => entry.path === place2);
    const paths = files.flatMap((entry) => entry.kind === "file" ? [entry.path] : []);
    if (there?.kind === "file") {
      const fault = faultOf(there.bytes, platform);
      if (fault !== null) throw wrong(named, fault, clause`leave it out`);
      return there;
    }
    if (there !== void 0)
      throw wrong(named, clause`is a ${there.kind}`, clause`write the path of a program`);
    if (binaries.map(binaryPath).includes(named))
      throw wrong(named, clause`is a binary of this image, which is packed anyway`, clause`leave it out`);
    if (on?.tree.has(place2) === true)
      throw wrong(
        named,
        clause`is a file of ${on.name}, which stays as it is`,
        clause`write the path of a program that ${input("files")} adds`
      );
    throw wrong(
      named,
      clause`is not in the image${didYouMean(named, paths)}`,
      paths[0] === void 0 ? clause`add the program with ${input("files")}` : clause`write the path of a program that ${input("files")} adds`
    );
  });
}
function faultOf(bytes, platform) {
  if (!isElf(bytes)) return clause`is ${fileKind(bytes)}, so that it cannot be packed`;
  const elf = readWhole(bytes);
  if (elf === null) return clause`is an ELF file that is damaged or cut short`;
  const other = madeFor(elf, bytes, readBuildInfo(elf, bytes), platform);
  return other === null ? null : clause`is a program for ${other}, and the image is for ${formatPlatform(platform)}`;
}
function readWhole(bytes) {
  try {
    return readElf(bytes);
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
}
function wrong(named, because, fix) {
  return new Failure(
    "bad-input",
    { what: clause`${input("pack-files")} "${named}" ${because}`, fix },
    { fields: { input: "pack-files", value: named } }
  );
}
async function readFilePrograms(host, spec, files, binaries) {
  const found = findFilePrograms(spec, files, binaries);
  return Promise.all(
    found.map(async ({ path: place2, bytes }, at) => {
      const name = path.posix.basename(place2);
      const directory2 = path.posix.dirname(place2);
      const folder = path.join(host.temporary, "file-programs", String(at));
      const file = path.join(folder, name);
      await mkdir(folder, { recursive: true });
      await writeFile(file, bytes, { mode: 493 });
      const linked = {
        name,
        directory: directory2 === "/" ? void 0 : directory2,
        file,
        main: null,
        importPath: null
      };
      return readLinked(linked, bytes);
    })
  );
}
function withShippedPrograms(files, shipped) {
  const byPath = new Map(shipped.map((program) => [binaryPath(program), program.bytes]));
  return files.map((entry) => {
    const bytes = byPath.get(entry.path);
    return bytes === void 0 || entry.kind !== "file" ? entry : { ...entry, bytes };
  });
}

// src/commands/steps/certificates.ts
import { Stats } from "node:fs";
import { readFile as readFile2, stat } from "node:fs/promises";
import path2 from "node:path";

// src/image/entry-tree.ts
var ROOT = { uid: 0, gid: 0 };
var MAX_LINKS2 = 40;
function entryTree(entries) {
  const tree = /* @__PURE__ */ new Map([["/", directory("/")]]);
  for (const entry of entries) {
    for (const parent of parents(entry.path)) if (!tree.has(parent)) tree.set(parent, directory(parent));
    tree.set(entry.path, entry);
  }
  return tree;
}
function directory(path10) {
  return { kind: "directory", path: path10, mode: 493, uid: 0, gid: 0 };
}
function lookUp(tree, path10, user) {
  let at = [];
  const rest = namesIn2(path10).toReversed();
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
    if (links > MAX_LINKS2) return { kind: "loop", path: path10 };
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
function namesIn2(path10) {
  return path10.split("/").filter((name) => name !== "");
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
  const wrong2 = (why, fix) => problem({ file: name, clauses: { why: clause`${why}`, fix } });
  if (text2.includes("\0"))
    return wrong2(`${name} is not PEM text`, clause`convert it with "openssl x509 -inform der -in FILE"`);
  const blocks = [];
  let open2 = null;
  for (const [index, raw] of text2.split("\n").entries()) {
    const line = raw.trimEnd();
    const at = `${name}:${index + 1}`;
    const boundary = /^-----(BEGIN|END) ([A-Z0-9 ]+)-----$/.exec(line);
    if (boundary === null) {
      open2?.body.push(line);
    } else if (boundary[2] !== "CERTIFICATE") {
      return wrong2(`${at} holds a ${boundary[2]}, and only a CERTIFICATE belongs into an image's roots`);
    } else if (boundary[1] === "BEGIN") {
      if (open2 !== null) return wrong2(`${name}:${open2.line} begins a certificate that does not end`);
      open2 = { line: index + 1, body: [] };
    } else {
      if (open2 === null) return wrong2(`${at} ends a certificate that did not begin`);
      const certificate = canonicalPem(open2.body.join(""));
      if (certificate === null)
        return wrong2(`${name}:${open2.line} begins a block that is not an X.509 certificate`);
      blocks.push(certificate);
      open2 = null;
    }
  }
  if (open2 !== null) return wrong2(`${name}:${open2.line} begins a certificate that does not end`);
  if (blocks.length === 0) return wrong2(`${name} holds no PEM certificate`);
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
  const named = roots === "auto" || roots === "mozilla" ? "none" : roots;
  const sources = await readSources(named, extra);
  if (sources.length > 0) bundled(sources);
}
async function readRoots({ roots, extra }, binaries, base) {
  const there = roots === "auto" && base !== void 0 ? rootsIn(base) : null;
  if (there !== null) {
    if (extra.length === 0) return { pem: null, from: there.name };
    const extras = await readSources("none", extra);
    return { pem: bundled([there, ...extras]), from: wordsFor([there, ...extras]) };
  }
  const wanted = binaries.some(({ executable: { needs } }) => needs === null || needs.certificates);
  const sources = await readSources(roots === "auto" ? wanted ? "mozilla" : "none" : roots, extra);
  if (sources.length === 0) return { pem: null, from: "none" };
  return { pem: bundled(sources), from: wordsFor(sources) };
}
function wordsFor(sources) {
  return sources.map(({ name }) => path2.basename(name)).join(" and ");
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
  for (const file of ROOTS_OF_GO) {
    const found = lookUp(base, file, ROOT);
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
              why: clause`${file} in it is too large`,
              fix: clause`name a PEM file with ${input("certificates")}`
            },
            { fields: { file } }
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
    Promise.all(extra.map((file) => readPem(file, "extra-certificates")))
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
  for (const file of ROOTS_OF_GO) {
    const text2 = await readFile2(file, "utf8").catch(() => null);
    if (text2 !== null) return { name: file, text: text2 };
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
async function readPem(file, name) {
  const status = await stat(file).catch((cause) => cause);
  if (status instanceof Stats && status.isFile() && status.size <= LARGEST_PEM)
    return { name: file, text: await readFile2(file, "utf8") };
  const why = status instanceof Stats ? status.isFile() ? "it is too large" : "it is no file" : whyNotRead(status);
  throw new Failure(
    "bad-input",
    {
      what: clause`${input(name)} "${file}" cannot be read`,
      why: clause`${why}`,
      fix: clause`write the path of a PEM file`
    },
    { cause: status, fields: { input: name, value: file } }
  );
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
function homeOf(user, declared = []) {
  const account = accountsOf(user, declared).find(({ uid }) => uid === user.uid);
  const path10 = account?.home ?? OTHER_HOME;
  return { path: path10, isMade: !NOT_MADE.includes(path10) };
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
  return [...directories.values()].filter(({ path: path10 }) => isMissing(base, path10));
}
function isMissing(base, path10) {
  return base === void 0 || lookUp(base, path10, ROOT).kind === "missing";
}
var HOMES = { kind: "directory", path: "/home", mode: 493, uid: 0, gid: 0 };
function homeDirectory({ uid, gid, home }) {
  return { kind: "directory", path: home, mode: uid === 0 ? 448 : 493, uid, gid };
}

// src/sbom/embedded.ts
var SBOM_PATH = "/var/lib/db/sbom/image.spdx.json";
function checkSbomPlace(others) {
  const wrong2 = others.find(
    ({ kind, path: path10 }) => path10 === SBOM_PATH || path10.startsWith(`${SBOM_PATH}/`) || kind !== "directory" && SBOM_PATH.startsWith(`${path10}/`)
  );
  return wrong2 === void 0 ? parsed(null) : problem(
    `"${wrong2.path}" is in the way of the SBOM, which goes to "${SBOM_PATH}"; give it another place.`
  );
}
function sbomEntries({ bytes }, others, { user, accounts }, base) {
  const directories = new Map(
    [...standingDirectories(user, accounts, base), ...others].flatMap(
      (entry) => entry.kind === "directory" ? [[entry.path, entry]] : []
    )
  );
  const above = parents(SBOM_PATH).flatMap((path10) => directories.get(path10) ?? []);
  return [...above, { kind: "file", path: SBOM_PATH, mode: 420, uid: 0, gid: 0, bytes }];
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
  for (const path10 of ["/etc/passwd", "/etc/group"]) {
    const found = lookUp(tree, path10, ROOT);
    if (found.kind === "found" && found.entry.kind === "file" && fileSize(found.entry) > LONGEST)
      return `its ${path10} has more than ${LONGEST} bytes`;
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
function linesOf(tree, path10) {
  const found = lookUp(tree, path10, ROOT);
  if (found.kind !== "found" || found.entry.kind !== "file" || fileSize(found.entry) > LONGEST) return [];
  const text2 = Buffer.from(found.entry.bytes).toString("utf8");
  return text2.split("\n").map((line) => line.split(":"));
}

// src/image/started.ts
import path3 from "node:path";
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
  return started.includes("/") ? path3.posix.resolve("/", workdir, started) === place2 : path3.posix.basename(place2) === started;
}
function startedPaths({ entrypoint, args, workdir }) {
  return new Set([...entrypoint, ...args].map((word) => path3.posix.resolve("/", workdir, word)));
}

// src/image/config.ts
var CONFIG_MEDIA_TYPE = "application/vnd.oci.image.config.v1+json";
function imageConfig({ platform, config, entrypoint, env, layers, on, created }) {
  const time = created === null ? {} : { created: new Date(created * 1e3).toISOString().replace(".000Z", "Z") };
  return jsonBlob(CONFIG_MEDIA_TYPE, {
    ...time,
    architecture: platform.architecture,
    ...platform.variant === void 0 ? {} : { variant: platform.variant },
    os: platform.os,
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
  const hash = createHash2("sha256");
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
    hash.update(chunk);
    compressed.push(chunk);
  }
  return {
    mediaType: mediaTypeOf(compression),
    digest: `sha256:${hash.digest("hex")}`,
    bytes: Buffer.concat(compressed),
    diffId: `sha256:${diffHash.digest("hex")}`,
    what,
    files: entries.flatMap((entry) => entry.kind === "file" ? [layerFile(entry)] : []).sort((a, b) => byBytes(a.path, b.path))
  };
}
function layerFile({ path: path10, bytes, capabilities }) {
  return { path: path10, bytes: bytes.length, ...capabilities === void 0 ? {} : { capabilities } };
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
  const { platform, config, created, layerCompression, binaries, files, sbom = [], on } = parts;
  const baseLayers = on?.layers ?? [];
  const layers = (await Promise.all([
    parts.base,
    files.length === 0 ? null : makeLayer("files", files, filesCompression(layerCompression)),
    makeLayer("binaries", binariesEntries(parts), binariesCompression(layerCompression, binaries)),
    // Apart from the binaries, whose layer is not compressed where they are packed.
    sbom.length === 0 ? null : makeLayer("sbom", placedOn(on, sbom), filesCompression(layerCompression))
  ])).filter((layer) => layer !== null);
  const configBlob = imageConfig({
    platform,
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
    platform,
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
  const above = new Set(own.flatMap(({ path: path10 }) => parents(path10)));
  const isAbove = ({ kind, path: path10 }) => kind === "directory" && above.has(path10);
  const standing = standingDirectories(config.user, config.accounts, on?.tree);
  const entries = [...standing.filter(isAbove), ...own, ...files.filter(isAbove)];
  return [...new Map(entries.map((entry) => [entry.path, entry])).values()];
}
function placedOn(on, entries) {
  if (on === void 0) return entries;
  const placed = layOver(on.tree, entries);
  if (!placed.ok) throw new RangeError(placed.problem);
  return placed.value;
}
function binaryEntry(binary, capabilities) {
  const path10 = binaryPath(binary);
  return { kind: "file", path: path10, mode: 493, uid: 0, gid: 0, bytes: binary.bytes, ...capabilities };
}
function capabilitiesOf({ capabilities = [] }, binary, at) {
  const path10 = binaryPath(binary);
  const own = capabilities.find((spec) => spec.path === path10 || spec.path === null && at === 0);
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
  const home = homeOf(user, accounts);
  return home.isMade ? { HOME: home.path } : {};
}
function pathEnv(binaries, inherited = DEFAULT_PATH) {
  const known = inherited.split(":");
  const others = binaries.flatMap(
    ({ directory: directory2 }) => directory2 === void 0 || known.includes(directory2) ? [] : [directory2]
  );
  return others.length === 0 ? {} : { PATH: [...known, ...new Set(others)].join(":") };
}
function hasZones(layers) {
  return layers.some((layer) => layer.files.some((file) => file.path === ZONES_PATH));
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
function extended(tree, path10, lines) {
  const found = lookUp(tree, path10, ROOT);
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
  const missing = entries.filter(({ path: path10 }) => lookUp(tree, path10, ROOT).kind === "missing");
  const extended2 = extendedAccounts(tree, accounts);
  if (lookUp(tree, "/etc/passwd", ROOT).kind === "missing") return [...extended2, ...missing];
  const homes = accounts.map(({ home }) => home);
  if (listedHome(tree, user) === null) homes.push(homeOf(user, accounts).path);
  const wanted = ["/tmp", ...homes];
  return [...extended2, ...missing.filter(({ kind, path: path10 }) => kind !== "directory" || wanted.includes(path10))];
}
function rootsFile(path10, bytes) {
  return { kind: "file", path: path10, mode: 420, uid: 0, gid: 0, bytes };
}

// src/host/match-files.ts
import { lstat, readdir, realpath } from "node:fs/promises";
import path5 from "node:path";

// src/host/files-refusal.ts
import { isUtf8 } from "node:buffer";
import path4 from "node:path";
function filesRefusal(file, why, { fix, cause } = {}) {
  const source = path4.join(file.source, ...file.pattern ?? []);
  return new Failure(
    "bad-input",
    { what: clause`${input("files")} cannot add ${source} to the image as ${file.destination}`, why, fix },
    { cause, fields: { input: "files", file: source } }
  );
}
function refuseOutOfPlace(file, workspace, end) {
  if (!workspace.some((root) => isInside(root, end))) throw outside(file, end);
  if (leadsIntoGit(file.source, end))
    throw filesRefusal(file, clause`it leads to ${end}, where git keeps what it logs in with`, {
      fix: clause`remove the link`
    });
}
function textOf(file, bytes, what) {
  if (isUtf8(bytes)) return bytes.toString();
  throw filesRefusal(file, what(bytes.toString()));
}
function outside(file, place2) {
  return filesRefusal(file, clause`it leads to ${place2}, which is outside the workspace`, {
    fix: clause`copy it into the workspace`
  });
}

// src/host/match-files.ts
async function matchFiles(file, workspace) {
  const { pattern, ...line } = file;
  if (pattern === void 0) return [file];
  const found = await findBelow(file, pattern, workspace);
  if (found.length === 0)
    throw filesRefusal(file, clause`it matches no file`, { fix: clause`write a pattern that does` });
  return withoutNested(found).map((below) => ({
    ...line,
    source: path5.join(file.source, below),
    destination: `${file.destination}${below}`
  }));
}
async function findBelow(file, pattern, workspace) {
  const found = /* @__PURE__ */ new Set();
  try {
    const start = await realpath(file.source);
    refuseOutOfPlace(file, workspace, start);
    await visit({ file, pattern, start, found, seen: /* @__PURE__ */ new Set() }, "", 0);
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    throw filesRefusal(file, clause`${whyNotRead(cause)}`, { cause });
  }
  return [...found].toSorted(byBytes);
}
async function visit(search2, below, at) {
  const { pattern, start, found, seen } = search2;
  const key = `${at} ${below}`;
  if (seen.has(key)) return;
  seen.add(key);
  const wanted = pattern[at];
  if (wanted === void 0) return;
  const isLast = at === pattern.length - 1;
  const directory2 = path5.join(start, below);
  if (!hasWildcard(wanted)) {
    const place2 = path5.join(below, wanted);
    const status = await lstat(path5.join(start, place2)).catch(() => null);
    if (status !== null && isLast) found.add(place2);
    else if (status?.isDirectory() === true) await visit(search2, place2, at + 1);
    return;
  }
  if (wanted === ANY_DEPTH && !isLast) await visit(search2, below, at + 1);
  for (const entry of await readdir(directory2, { withFileTypes: true, encoding: "buffer" })) {
    const name = textOf(
      search2.file,
      entry.name,
      (text2) => clause`it looks at ${directory2}/${text2}, whose name is not UTF-8`
    );
    const place2 = path5.join(below, name);
    if (wanted === ANY_DEPTH) {
      if (name.startsWith(".")) continue;
      if (entry.isDirectory()) await visit(search2, place2, at);
      else if (isLast) found.add(place2);
    } else if (fitsName(wanted, name)) {
      if (isLast) found.add(place2);
      else if (entry.isDirectory()) await visit(search2, place2, at + 1);
    }
  }
}
function withoutNested(found) {
  const all = new Set(found);
  return found.filter((place2) => {
    for (let at = path5.dirname(place2); at !== "."; at = path5.dirname(at)) if (all.has(at)) return false;
    return true;
  });
}

// src/host/read-tree.ts
import { lstat as lstat2, readdir as readdir2, readlink, realpath as realpath2, stat as stat2 } from "node:fs/promises";
import path6 from "node:path";
async function readTree(file, workspace) {
  try {
    const source = await realpath2(file.source);
    refuseOutOfPlace(file, workspace, source);
    if ((await stat2(source)).isDirectory()) {
      const destination2 = file.destination === "/" ? "" : file.destination.replace(/\/$/, "");
      refuseWhiteout(file, destination2);
      return await readDirectory({ file, workspace, root: source }, source, destination2);
    }
    const destination = file.destination.endsWith("/") ? `${file.destination}${path6.basename(file.source)}` : file.destination;
    refuseWhiteout(file, destination);
    return [await readEntry({ file, workspace, root: null }, source, destination)].flat();
  } catch (cause) {
    if (cause instanceof Failure) throw cause;
    if (cause instanceof NotInside) throw outside(file, cause.message);
    throw filesRefusal(file, clause`${whyNotRead(cause)}`, { cause });
  }
}
function refuseWhiteout(file, destination) {
  if (destination.split("/").some((name) => name.startsWith(".wh.")))
    throw filesRefusal(file, clause`it has a name that deletes files in an image`, { fix: clause`rename it` });
}
async function readDirectory(walk2, directory2, destination) {
  const entries = destination === "" ? [] : [{ kind: "directory", mode: 493, ...place(walk2.file, destination) }];
  const names = await readdir2(directory2, { encoding: "buffer" });
  for (const name of names.sort((a, b) => Buffer.compare(a, b))) {
    const text2 = textOf(
      walk2.file,
      name,
      (shown) => clause`it holds ${directory2}/${shown}, whose name is not UTF-8`
    );
    const below = path6.join(directory2, text2);
    if (text2.startsWith(".wh."))
      throw filesRefusal(walk2.file, clause`it holds ${below}, a name that deletes files in an image`, {
        fix: clause`rename it`
      });
    if (text2 === ".git")
      throw filesRefusal(walk2.file, clause`it holds ${below}, which can hold a token of the job`, {
        fix: clause`name what the service needs`
      });
    entries.push(...await readEntry(walk2, below, `${destination}/${text2}`));
  }
  return entries;
}
async function readEntry(walk2, source, destination) {
  var _stack = [];
  try {
    const { file } = walk2;
    const status = await lstat2(source);
    if (status.isDirectory()) return readDirectory(walk2, source, destination);
    if (status.isSymbolicLink()) {
      const target = textOf(
        file,
        await readlink(source, { encoding: "buffer" }),
        () => clause`it holds the link ${source}, whose target is not UTF-8`
      );
      if (!await staysInside(walk2.root, source, target))
        throw filesRefusal(file, clause`it holds the link ${source} to ${target}, which leads out of it`, {
          fix: clause`copy what it points to`
        });
      return [{ kind: "symlink", mode: 511, target, ...place(file, destination) }];
    }
    if (!status.isFile())
      throw filesRefusal(file, clause`it holds ${source}, which is no file, directory or link`, {
        fix: clause`leave it out`
      });
    const mode = file.mode ?? ((status.mode & 64) === 0 ? 420 : 493);
    const handle = __using(_stack, await openInside(walk2.workspace, source), true);
    return [{ kind: "file", mode, bytes: await handle.readFile(), ...place(file, destination) }];
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
async function staysInside(root, link3, target) {
  if (root === null || path6.isAbsolute(target)) return false;
  if (!isInside(root, path6.resolve(path6.dirname(link3), target))) return false;
  try {
    return isInside(root, await realpath2(link3));
  } catch {
    return true;
  }
}

// src/image/files-layer.ts
var BASE_DIRECTORIES = [
  ...[CERTIFICATES_PATH, ZONES_PATH].flatMap((file) => parents(file)),
  ...parents(`${ZONE_FILES_PATH}/UTC`)
];
var ACCOUNT_FILES = ["/etc/passwd", "/etc/group"];
function filesEntries(files, { user, accounts, workdir, volumes, emptyDirectories, directories }, binaries, base) {
  const own = standingDirectories(user, accounts, base);
  const standing = new Map(own.map((directory2) => [directory2.path, directory2]));
  const homes = [...standing.keys()].flatMap((path10) => [...parents(path10), path10]);
  const taken = [...homes, ...BASE_DIRECTORIES];
  const tree = /* @__PURE__ */ new Map();
  for (const entry of files) {
    const there = tree.get(entry.path);
    if (there !== void 0 && !(there.kind === "directory" && entry.kind === "directory"))
      return problem({
        why: clause`"${entry.path}" is given twice`,
        fix: clause`give one of the two another destination`
      });
    tree.set(entry.path, isPlainDirectory(entry) ? standing.get(entry.path) ?? entry : entry);
  }
  const written = ACCOUNT_FILES.find((path10) => tree.has(path10));
  if (written !== void 0 && accounts.length > 0)
    return problem({
      why: clause`"${written}" comes with ${input("files")}, and ${input("accounts")} writes it`,
      fix: clause`leave one of the two out`
    });
  for (const path10 of [workdir, ...volumes, ...emptyDirectories]) {
    if (path10 === null || path10 === "/") continue;
    if (isDirectoryOf(base, path10) && !directories.some((directory2) => directory2.path === path10)) continue;
    const there = tree.get(path10);
    if (there !== void 0 && there.kind !== "directory")
      return problem({
        why: clause`"${path10}" must be a directory for the service, but ${input("files")} adds it as a ${there.kind}`
      });
    tree.set(path10, serviceDirectory(path10, user, directories, standing.get(path10)));
  }
  for (const path10 of Array.from(tree.keys())) {
    for (const parent of parents(path10)) {
      const there = tree.get(parent);
      if (there !== void 0 && there.kind !== "directory")
        return problem({
          why: clause`"${path10}" cannot be put below "${parent}", which ${input("files")} adds as a ${there.kind}`
        });
      const directory2 = standing.get(parent);
      if (directory2 !== void 0 && there === void 0) tree.set(parent, directory2);
    }
  }
  for (const path10 of taken) {
    const there = tree.get(path10);
    if (there !== void 0 && there.kind !== "directory")
      return problem({
        why: clause`"${path10}" is a directory of the image, and cannot be replaced by a ${there.kind}`
      });
  }
  for (const path10 of binaries.map(binaryPath)) {
    const above = parents(path10).find((parent) => (tree.get(parent)?.kind ?? "directory") !== "directory");
    if (above !== void 0)
      return problem({
        why: clause`"${path10}" is where a binary goes, and ${input("files")} adds "${above}" as a ${tree.get(above)?.kind ?? "file"}`
      });
    const isIn = (other2) => other2 !== null && `${other2}/`.startsWith(`${path10}/`);
    if (![...taken, ...tree.keys()].some(isIn)) continue;
    const other = isIn(workdir) ? input("workdir") : volumes.some(isIn) ? input("volumes") : "something else";
    return problem({
      why: clause`"${path10}" is where a binary goes and ${other} too`,
      fix: clause`give the binary another name, as in ${input("main", ".=server")}`
    });
  }
  return parsed([...tree.values()]);
}
function isDirectoryOf(base, path10) {
  if (base === void 0) return false;
  const found = lookUp(base, path10, ROOT);
  return found.kind === "found" && found.entry.kind === "directory";
}
function isPlainDirectory({ kind, uid, gid }) {
  return kind === "directory" && uid === 0 && gid === 0;
}
function serviceDirectory(path10, user, directories, standing) {
  const asked = directories.find((directory2) => directory2.path === path10);
  if (asked === void 0 && path10 === TEMPORARY_DIRECTORY.path) return TEMPORARY_DIRECTORY;
  const { uid, gid } = asked?.owner ?? user;
  return { kind: "directory", path: path10, mode: asked?.mode ?? standing?.mode ?? 493, uid, gid };
}

// src/commands/steps/files.ts
async function readFiles2(host, { files, links, workingDirectory }) {
  const workspace = await workspaceRoots(host, workingDirectory);
  const found = (await Promise.all(files.map((file) => matchFiles(file, workspace)))).flat();
  const entries = (await Promise.all(found.map((file) => readTree(file, workspace)))).flat();
  return [...entries, ...links.map(link)];
}
function link({ path: path10, target }) {
  return { kind: "symlink", path: path10, mode: 511, uid: 0, gid: 0, target };
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
  const wanted = new Map(
    capabilities.flatMap((spec) => spec.path === null ? [] : [[spec.path, spec]])
  );
  const [first] = binaries;
  if (first !== void 0 && wanted.has(first) && capabilities.some(({ path: path10 }) => path10 === null))
    throw noFile(
      first,
      clause`is the first binary, which has capabilities already`,
      clause`write them on one line`
    );
  for (const path10 of binaries) wanted.delete(path10);
  const given = entries.map((entry) => {
    const spec = wanted.get(entry.path);
    if (spec === void 0 || entry.kind !== "file") return entry;
    wanted.delete(entry.path);
    return { ...entry, capabilities: spec.capabilities };
  });
  for (const path10 of wanted.keys()) {
    const there = entries.find((entry) => entry.path === path10);
    const files = [...binaries, ...entries.flatMap((entry) => entry.kind === "file" ? [entry.path] : [])];
    if (there === void 0 && on?.tree.get(path10)?.kind === "file")
      throw noFile(
        path10,
        clause`is a file of ${on.name}, which stays as it is`,
        clause`write the path of a file that this run adds`
      );
    throw there === void 0 ? noFile(
      path10,
      clause`is not in the image${didYouMean(path10, files)}`,
      clause`write the path of a file, such as ${files[0] ?? "/api"}`
    ) : noFile(path10, clause`is a ${there.kind}`, clause`write the path of a file`);
  }
  return given;
}
function noFile(path10, because, fix) {
  return new Failure(
    "bad-input",
    { what: clause`${input("capabilities")} "${path10}" ${because}`, fix },
    { fields: { input: "capabilities", value: path10 } }
  );
}
function onePlace(clauses) {
  return new Failure(
    "bad-input",
    { what: clause`two things want one place in the image`, ...clauses },
    { fields: { input: "files" } }
  );
}

// src/commands/steps/link.ts
import path9 from "node:path";

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

// src/compile/go-build.ts
import path7 from "node:path";
async function compile(host, go, request) {
  const { mains, output } = request;
  await prepareOutput(output);
  const oneProcess = mains.every(({ name, importPath }) => name === binaryNameOf(importPath));
  const printed = [];
  if (oneProcess) printed.push(await goBuild(host, go, request, `${output}${path7.sep}`, mains));
  else
    for (const main of mains)
      printed.push(await goBuild(host, go, request, path7.join(output, main.name), [main]));
  const binaries = mains.map(({ name, directory: directory2, path: main, importPath }) => ({
    name,
    directory: directory2,
    file: path7.join(output, name),
    main,
    importPath
  }));
  return { binaries, output: printed.join("") };
}
async function compileOnly(host, go, request, main) {
  await prepareOutput(request.output);
  const file = path7.join(request.output, "main");
  return { file, output: await goBuild(host, go, request, file, [{ path: main }]) };
}
async function goBuild(host, go, { spec, platform, workingDirectory }, output, mains) {
  const packages = mains.map((main) => main.path);
  const args = ["build", ...buildFlags(host, spec), "-o", output, "--", ...packages];
  const finished = await run(host, go.command, args, {
    cwd: workingDirectory,
    env: goEnvironment(host, spec, platform)
  });
  if (finished.exitCode !== 0) {
    const doing = `compiling ${packages.join(", ")} for ${formatPlatform(platform)}`;
    const fields = { main: packages.join(", "), platform: formatPlatform(platform) };
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
import { createHash as createHash3 } from "node:crypto";
import { constants, open } from "node:fs/promises";
import path8 from "node:path";
var WIDTH = 8;
async function readEmbeddedFiles(dependencies) {
  const named = dependencies.flatMap(
    ({ importPath, directory: directory2, embedFiles }) => embedFiles.map((name) => ({ package: importPath, name, file: path8.join(directory2, name) }))
  );
  const read = await inParallel(WIDTH, named, async ({ file, ...known }) => {
    const content = await contentOf(file);
    return content === null ? [] : [{ ...known, ...content }];
  });
  return read.flat();
}
async function contentOf(file) {
  let handle;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK);
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
var CHUNK = 1024 * 1024;
async function hashOf(handle) {
  const hash = createHash3("sha256");
  const buffer = Buffer.allocUnsafe(Math.min(CHUNK, Math.max((await handle.stat()).size, 4096)));
  let size = 0;
  for (; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, buffer.length);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    size += bytesRead;
  }
  return size === 0 ? null : { size, hash: hash.digest("hex") };
}

// src/commands/steps/link.ts
async function linkBinaries(host, spec, go) {
  const { source } = spec;
  if (source.kind === "binary") return prebuilt(source);
  const toolchain = requireToolchain(go);
  return link2(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)));
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
    const listed = begin(listWithFiles(inside, toolchain, context, mains));
    return { ...await link2(inside, spec, toolchain, mains), ...await listed };
  });
}
async function linkOnly(host, spec, go, named, check, begin) {
  const context = contextOf(spec);
  const compiling = begin(compileOnly(host, go, { ...context, output: linkedDirectory(host) }, named.path));
  const { packages, dependencies } = await listDependencies(host, go, context, [named.path]);
  const mains = await findAmong(host, go, [named], context, packages);
  check(mains);
  const { file, output } = await compiling;
  const [found] = mains;
  if (found === void 0) throw nothingCompiled(spec);
  const binary = {
    name: found.name,
    directory: found.directory,
    file,
    main: found.path,
    importPath: found.importPath
  };
  return { binaries: [binary], output, dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function linkedDirectory(host) {
  return path9.join(host.temporary, "linked");
}
async function listWithFiles(host, go, context, mains) {
  const paths = mains.map((main) => main.path);
  const { dependencies } = await listDependencies(host, go, context, paths);
  return { dependencies, embedded: await readEmbeddedFiles(dependencies) };
}
function prebuilt({
  name,
  directory: directory2,
  path: file
}) {
  return { binaries: [{ name, directory: directory2, file, main: null, importPath: null }], output: "" };
}
async function link2(host, spec, go, mains) {
  const request = { ...contextOf(spec), mains, output: linkedDirectory(host) };
  const { binaries, output } = await compile(host, go, request);
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
function contextOf({ compile: spec, platform, workingDirectory }) {
  return { spec, platform, workingDirectory };
}
function requireToolchain(go) {
  if (go === null) throw new Error("a main package is compiled by a toolchain that was not resolved");
  return go;
}

export {
  progressOn,
  isLive,
  ROOT,
  entryTree,
  lookUp,
  may,
  fileSize,
  CERTIFICATES_PATH,
  checkCertificates,
  readRoots,
  ZONES_PATH,
  ZONE_FILES_PATH,
  readZoneWish,
  layOver,
  placeIn,
  SBOM_PATH,
  sbomEntries,
  readFiles2 as readFiles,
  arrangeFiles,
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
  variantOf,
  madeFor,
  levelBeyond,
  NOTHING_KNOWN,
  parseSymbolName,
  breakdownOf,
  readExecutable,
  readBinaries,
  findFilePrograms,
  readFilePrograms,
  withShippedPrograms,
  linkBinaries,
  linkService
};
