import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  ZSTD_MEDIA_TYPE
} from "./chunk-5N4UT3EE.js";
import {
  readPart
} from "./chunk-XGSNR2IZ.js";
import {
  tarPieces
} from "./chunk-IUS3NEIC.js";
import {
  CAPABILITIES_RECORD,
  readCapabilities
} from "./chunk-2XXI26VF.js";

// src/image/read-layer.ts
import { promisify } from "node:util";
import { gunzip, zstdDecompress } from "node:zlib";
var BLOCK = 512;
var NEWLINE = 10;
async function readLayer({ bytes, mediaType }) {
  const decompress = mediaType === ZSTD_MEDIA_TYPE ? promisify(zstdDecompress) : promisify(gunzip);
  return [...readTar(await decompress(bytes))];
}
function* readTar(tar) {
  let records = /* @__PURE__ */ new Map();
  for (let at = 0; ; ) {
    const header = tar.subarray(at, at + BLOCK);
    if (header.length < BLOCK) throw new RangeError("the tar ends without its two zero blocks");
    if (header.every((byte) => byte === 0)) return;
    checkSum(header);
    const size = decimal(records, "size") ?? octal(header, 124, 12);
    const content = tar.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw new RangeError("the tar ends inside a file");
    const isRecords = text(header, 156, 1) === "x";
    if (!isRecords) yield entryOf(header, records, content);
    records = isRecords ? readRecords(content) : /* @__PURE__ */ new Map();
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
function entryOf(header, records, content) {
  const prefix = text(header, 345, 155);
  const name = textOf(records, "path") ?? `${prefix === "" ? "" : `${prefix}/`}${text(header, 0, 100)}`;
  const owned = {
    path: `/${name.replace(/\/$/, "")}`,
    mode: octal(header, 100, 8),
    uid: decimal(records, "uid") ?? octal(header, 108, 8),
    gid: decimal(records, "gid") ?? octal(header, 116, 8)
  };
  const type = text(header, 156, 1);
  switch (type) {
    case "0":
      return { kind: "file", ...owned, bytes: content, ...capabilitiesOf(records) };
    case "2":
      return { kind: "symlink", ...owned, target: textOf(records, "linkpath") ?? text(header, 157, 100) };
    case "5":
      return { kind: "directory", ...owned };
    default:
      throw new RangeError(`an entry of the tar is of type ${JSON.stringify(type)}`);
  }
}
function textOf(records, key) {
  return records.get(key)?.toString();
}
function capabilitiesOf(records) {
  const bytes = records.get(CAPABILITIES_RECORD);
  if (bytes === void 0) return {};
  const capabilities = readCapabilities(bytes);
  if (capabilities === null) throw new RangeError("the tar has capabilities that are none");
  return { capabilities };
}
function readRecords(content) {
  const records = /* @__PURE__ */ new Map();
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(" ", at);
    const length = Number(content.toString("latin1", at, space));
    const isWhole = Number.isInteger(length) && length > space - at && content[at + length - 1] === NEWLINE;
    if (space < 0 || !isWhole) throw new RangeError("a PAX record of the tar has a wrong length");
    const record = content.subarray(space + 1, at + length - 1);
    const equals = record.indexOf("=");
    records.set(record.toString("utf8", 0, Math.max(equals, 0)), record.subarray(equals + 1));
    at += length;
  }
  return records;
}
function checkSum(header) {
  const sum = header.reduce((sum2, byte, at) => sum2 + (at >= 148 && at < 156 ? 32 : byte), 0);
  if (sum !== octal(header, 148, 8)) throw new RangeError("a header of the tar has a wrong checksum");
}
function text(header, at, length) {
  return header.toString("utf8", at, at + length).replace(/\0.*$/s, "");
}
function octal(header, at, length) {
  const digits = text(header, at, length).trim();
  if (!/^[0-7]+$/.test(digits))
    throw new RangeError("a header of the tar has a field that is not an octal number");
  return Number.parseInt(digits, 8);
}
function decimal(records, key) {
  const digits = textOf(records, key);
  if (digits === void 0) return null;
  if (!/^\d{1,15}$/.test(digits))
    throw new RangeError(`a PAX record of the tar has a ${key} that is not a number`);
  return Number(digits);
}

// src/smoke/smoke-message.ts
function writeSmokeMessage(run, entries) {
  const pieces = [Buffer.from(`${JSON.stringify(run)}
`), ...tarPieces(entries)];
  const message = Buffer.alloc(pieces.reduce((size, piece) => size + sizeOf(piece), 0));
  let at = 0;
  for (const piece of pieces) {
    message.set(piece instanceof Uint8Array ? piece : readPart(piece), at);
    at += sizeOf(piece);
  }
  return message;
}
function sizeOf(piece) {
  return piece instanceof Uint8Array ? piece.length : piece.size;
}
function readSmokeMessage(message) {
  const end = message.indexOf("\n");
  const run = JSON.parse(message.toString("utf8", 0, end));
  return { run, entries: [...readTar(message.subarray(end + 1))] };
}

export {
  readLayer,
  writeSmokeMessage,
  readSmokeMessage
};
