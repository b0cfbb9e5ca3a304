import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  layOut,
  readElf
} from "./chunks/chunk-NHKK3MFW.js";
import {
  BrokenStream,
  LOADERS,
  MACHINES,
  MAX_LINKED,
  MAX_STREAM,
  TEXT_CODECS,
  TEXT_KINDS,
  USUAL_STACK,
  compressStream,
  decodeParts,
  findPayload,
  functionStarts,
  hasUpxLoader,
  inParallel,
  innerFault,
  loadedOf,
  loaderAddress,
  maxStreamBytes,
  sectionBytes,
  writeContainer,
  writePackedElf,
  writeStarts
} from "./chunks/chunk-IPQEB4RL.js";
import {
  whyNotRead
} from "./chunks/chunk-VD2XKUYA.js";
import {
  EI_OSABI,
  PF_X,
  PT_GNU_STACK,
  SHF_EXECINSTR
} from "./chunks/chunk-UIFEWTII.js";
import {
  Failure
} from "./chunks/chunk-IPQ6L4C3.js";
import {
  errorCode,
  errorMessage
} from "./chunks/chunk-6IWOL65Y.js";
import "./chunks/chunk-33PJWEQH.js";

// src/pack-thread.ts
import { parentPort, workerData } from "node:worker_threads";

// src/pack/bantam/pack-file.ts
import { readFile, writeFile } from "node:fs/promises";

// src/pack/bantam/encode-parts.ts
function encodeParts(inner, filters, codecs = TEXT_CODECS) {
  const { pieces, bytes, segments } = inner;
  const text = filters.text ? encodeText(
    inner,
    pieces.find(({ kind }) => kind === "text"),
    codecs
  ) : null;
  const loaded = pieces.filter(({ kind }) => kind !== "file" && !(kind === "text" && text !== null));
  const files = pieces.filter(({ kind }) => kind === "file");
  const all = [
    asTheyAre("raw", loaded, bytes),
    ...text === null ? [] : [text],
    asTheyAre("file", files, bytes)
  ];
  let streams = [];
  const parts = [];
  for (const encoded of all) {
    const first = streams.length;
    parts.push(...encoded.parts.map((part) => ({ ...part, firstStream: first + part.firstStream })));
    streams = [...streams, ...encoded.streams];
  }
  return { linkedSize: bytes.length, segments, parts, streams };
}
function asTheyAre(kind, pieces, bytes) {
  const parts = [];
  const streams = [];
  let room = 0;
  for (const piece of pieces) {
    for (let at = piece.start; at < piece.end; ) {
      if (room === 0) {
        streams.push([]);
        room = MAX_STREAM;
      }
      const size = Math.min(room, piece.end - at);
      streams.at(-1)?.push(bytes.subarray(at, at + size));
      const address = kind === "file" ? BigInt(at) : piece.address + BigInt(at - piece.start);
      parts.push({ kind, firstStream: streams.length - 1, streamCount: 1, address, size, parameter: 0n });
      at += size;
      room -= size;
    }
  }
  return { parts, streams: streams.map((chunks) => Buffer.concat(chunks)) };
}
function encodeText({ elf, bytes }, piece, codecs) {
  const machine = MACHINES[elf.machine];
  if (piece === void 0 || machine === void 0) return null;
  const kind = TEXT_KINDS[machine];
  const codec = codecs[kind];
  const size = piece.end - piece.start;
  if (codec === void 0 || size > MAX_STREAM) return null;
  const starts = functionStarts(elf, bytes, piece.address, size);
  const { streams } = codec.encode(bytes.subarray(piece.start, piece.end), piece.address, starts);
  return {
    parts: [
      { kind, firstStream: 0, streamCount: streams.length + 1, address: piece.address, size, parameter: 0n }
    ],
    streams: [writeStarts(starts), ...streams]
  };
}

// src/pack/bantam/inner.ts
function splitInner(bytes) {
  if (bytes.length >= MAX_LINKED)
    return { why: `it has ${bytes.length} bytes, and the limit is ${MAX_LINKED - 1}` };
  if (findPayload(bytes) !== null) return { why: "it is packed already" };
  if (hasUpxLoader(bytes)) return { why: "it is packed already, by UPX" };
  const elf = elfOf(bytes);
  if ("why" in elf) return elf;
  const fault = innerFault(elf);
  if (fault !== null) return { why: fault };
  const last = layOut(elf, bytes).at(-1);
  if (last?.name === "appended")
    return {
      why: `it has ${last.end - last.start} bytes behind its last section, which it may read from its own file`
    };
  return split(elf, bytes);
}
function elfOf(bytes) {
  try {
    return readElf(bytes, "it");
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { why: notElf(bytes) };
  }
}
function notElf(bytes) {
  return bytes[0] === 127 && bytes[1] === 69 ? "it is an ELF file that is damaged or cut short" : "it is not an ELF file";
}
function split(elf, bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const loaded = loadedOf(elf.segments);
  const segments = loaded.map(({ address, fileSize, memorySize, offset, flags }) => ({
    address,
    fileSize,
    memorySize: Number(memorySize),
    offset,
    rights: flags & 7
  }));
  const table = Number(view.getBigUint64(32, true));
  const withTable = segments.find(
    (one) => table >= one.offset && table + elf.segments.length * 56 <= one.offset + one.fileSize
  );
  return {
    elf,
    bytes,
    flags: view.getUint32(48, true),
    abi: bytes[EI_OSABI] ?? 0,
    stackRights: elf.segments.find(({ type }) => type === PT_GNU_STACK)?.flags ?? USUAL_STACK,
    programHeaders: withTable === void 0 ? 0n : withTable.address + BigInt(table - withTable.offset),
    programHeaderCount: elf.segments.length,
    segments,
    pieces: piecesOf(elf, bytes, segments),
    buildInfo: buildInfoOf(elf, bytes)
  };
}
function piecesOf(elf, bytes, segments) {
  const inFile = segments.filter(({ fileSize }) => fileSize > 0).toSorted((a, b) => a.offset - b.offset);
  const special = inFile.flatMap((segment) => [
    ...sectionIn(segment, elf, bytes, "text", isText),
    ...sectionIn(segment, elf, bytes, "pclntab", ({ name }) => name === ".gopclntab")
  ]);
  const taken = [...onlyFirst(special, "text"), ...onlyFirst(special, "pclntab")];
  const pieces = [];
  let end = 0;
  const fileUpTo = (start) => {
    if (!isZero(bytes.subarray(end, start)))
      pieces.push({ kind: "file", start: end, end: start, address: 0n });
  };
  for (const segment of inFile) {
    fileUpTo(segment.offset);
    pieces.push(...inSegment(segment, taken));
    end = segment.offset + segment.fileSize;
  }
  fileUpTo(bytes.length);
  return pieces;
}
function isText({ name, flags }) {
  return name === ".text" && (flags & SHF_EXECINSTR) !== 0n;
}
function sectionIn(segment, elf, bytes, kind, isWanted) {
  const end = segment.offset + segment.fileSize;
  if (elf.sections.length === 0 && kind === "text" && (segment.rights & PF_X) !== 0)
    return [{ kind, start: segment.offset, end, address: segment.address }];
  return elf.sections.filter((section) => isWanted(section) && section.size > 0 && sectionBytes(section, bytes) !== null).filter(({ offset, size }) => offset >= segment.offset && offset + size <= end).map(({ offset, size }) => ({
    kind,
    start: offset,
    end: offset + size,
    address: segment.address + BigInt(offset - segment.offset)
  }));
}
function onlyFirst(pieces, kind) {
  return pieces.filter((piece) => piece.kind === kind).slice(0, 1);
}
function inSegment(segment, taken) {
  const end = segment.offset + segment.fileSize;
  const inside = taken.filter((piece) => piece.start >= segment.offset && piece.end <= end).toSorted((one, other) => one.start - other.start);
  const pieces = [];
  let at = segment.offset;
  const dataUpTo = (next) => {
    const address = segment.address + BigInt(at - segment.offset);
    if (next > at) pieces.push({ kind: "data", start: at, end: next, address });
  };
  for (const piece of inside) {
    if (piece.start < at) continue;
    dataUpTo(piece.start);
    pieces.push(piece);
    at = piece.end;
  }
  dataUpTo(end);
  return pieces;
}
function isZero(bytes) {
  for (let at = 0; at < bytes.length; at++) if (bytes[at] !== 0) return false;
  return true;
}
var INLINE = 2;
function buildInfoOf(elf, bytes) {
  const section = elf.sections.find(({ name }) => name === ".go.buildinfo");
  const found = section === void 0 ? null : sectionBytes(section, bytes);
  return found !== null && ((found[15] ?? 0) & INLINE) !== 0 ? found : new Uint8Array();
}

// src/pack/bantam/scratch.ts
var ZSTD_TABLES = 262144;
var SLACK = 64 + 16;
function scratchOf(parts, streams) {
  const inMemory = streams.reduce((sum, { size }) => sum + size + SLACK, 0);
  const marks = parts.filter(({ kind }) => kind.endsWith(" text")).reduce((sum, { size }) => sum + 2 * size, 0);
  return ZSTD_TABLES + inMemory + marks;
}

// src/pack/bantam/pack.ts
async function packBytes(linked, packing) {
  const inner = splitInner(linked);
  if ("why" in inner) return inner;
  const machine = MACHINES[inner.elf.machine];
  const loader = machine === void 0 ? void 0 : packing.loaders[machine];
  if (loader === void 0) return { why: `this Bantam has no loader for ${machine ?? "its machine"}` };
  const encoded = encodeAndTry(inner, packing.codecs);
  const streams = await compressAll(encoded.streams, packing);
  return {
    bytes: writeAround(inner, loader, encoded, streams),
    parts: encoded.parts.map(({ kind, size }) => ({ kind, size }))
  };
}
var ATTEMPTS = [
  { text: true, pclntab: true },
  { text: true, pclntab: false }
];
function encodeAndTry(inner, codecs = TEXT_CODECS) {
  for (const filters of ATTEMPTS) {
    const encoded = encodeParts(inner, filters, codecs);
    if (isSmallEnough(encoded) && isUndone(encoded, inner.bytes, codecs)) return encoded;
  }
  return encodeParts(inner, { text: false, pclntab: false });
}
function isSmallEnough({ streams, linkedSize }) {
  return streams.reduce((sum, { length }) => sum + length, 0) <= maxStreamBytes(linkedSize);
}
function isUndone(encoded, linked, codecs) {
  try {
    return Buffer.compare(decodeParts(encoded, codecs), linked) === 0;
  } catch (error) {
    if (error instanceof BrokenStream) return false;
    throw error;
  }
}
async function compressAll(streams, { cores, level }) {
  const order = streams.map((stream, index) => ({ stream, index })).sort((a, b) => b.stream.length - a.stream.length);
  const compressed = [];
  await inParallel(cores, order, async ({ stream, index }) => {
    compressed[index] = await compressStream(stream, level);
  });
  return compressed;
}
function writeAround(inner, loader, { parts, segments, linkedSize }, streams) {
  const { elf, programHeaders, programHeaderCount, flags, abi, stackRights, buildInfo } = inner;
  const payload = writeContainer({
    entry: elf.entry,
    programHeaders,
    programHeaderCount,
    machine: elf.machine,
    linkedSize,
    scratch: scratchOf(parts, streams),
    segments,
    parts,
    streams
  });
  const end = segments.map(({ address: address2, memorySize }) => address2 + BigInt(memorySize)).at(-1) ?? 0n;
  const address = loaderAddress(end);
  return writePackedElf({
    machine: elf.machine,
    flags,
    abi,
    stackRights,
    loader,
    address,
    buildInfo,
    payload
  });
}

// src/pack/bantam/pack-file.ts
var OF_THE_MACHINE = [
  "ENOSPC",
  "EDQUOT",
  "ENOMEM",
  "EMFILE",
  "ENFILE",
  "EIO",
  "ERR_MEMORY_ALLOCATION_FAILED"
];
async function packFile({ linked, packed, cores }) {
  try {
    const made = await packBytes(await readFile(linked), { loaders: LOADERS, cores });
    if ("why" in made) return { kind: "fault", why: made.why };
    await writeFile(packed, made.bytes, { mode: 493, flag: "wx" });
    return { kind: "packed" };
  } catch (error) {
    if (OF_THE_MACHINE.includes(errorCode(error))) return { kind: "interrupted", why: errorMessage(error) };
    if (errorCode(error) === "") throw error;
    return { kind: "fault", why: whyNotRead(error) };
  }
}

// src/pack-thread.ts
parentPort?.postMessage(await packFile(workerData));
