import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  CAPABILITIES_RECORD
} from "./chunk-2XXI26VF.js";

// src/host/tar-error.ts
var TarError = class extends Error {
};

// src/host/byte-source.ts
function byteSource(archive, maxBytes) {
  const chunks = archive[Symbol.asyncIterator]();
  let chunk = new Uint8Array(0);
  let total = 0;
  const fill = async () => {
    while (chunk.length === 0) {
      const next = await chunks.next();
      if (next.done === true) return false;
      chunk = next.value;
      total += chunk.length;
      if (total > maxBytes) throw new TarError(`it unpacks to more than ${maxBytes} bytes`);
    }
    return true;
  };
  const upTo = async (length) => {
    if (!await fill()) throw new TarError("it breaks off in the middle");
    const taken = chunk.subarray(0, length);
    chunk = chunk.subarray(taken.length);
    return taken;
  };
  return {
    position: () => total - chunk.length,
    upTo,
    exactly: async (length) => {
      if (length === 0) return new Uint8Array(0);
      const first = await upTo(length);
      if (first.length === length) return first;
      const whole = new Uint8Array(length);
      whole.set(first);
      for (let filled = first.length; filled < length; ) {
        const more = await upTo(length - filled);
        whole.set(more, filled);
        filled += more.length;
      }
      return whole;
    },
    drain: async () => {
      while (await fill()) chunk = new Uint8Array(0);
    },
    close: async () => void await chunks.return?.()
  };
}

// src/host/pax-records.ts
var ATTRIBUTE = "SCHILY.xattr.";
function paxRecords(content) {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const records = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const digits = bytes.toString("latin1", at, space < 0 ? at : Math.min(space, at + 20));
    const length = /^[1-9]\d*$/.test(digits) ? Number(digits) : 0;
    const isAttribute = bytes.toString("latin1", space + 1, space + 1 + ATTRIBUTE.length) === ATTRIBUTE;
    const record = bytes.toString(isAttribute ? "latin1" : "utf8", space + 1, at + length);
    const equals = record.indexOf("=");
    if (at + length > bytes.length || length <= digits.length + 1 || equals < 1 || !record.endsWith("\n"))
      throw new TarError("it has a malformed pax record");
    records.push([record.slice(0, equals), record.slice(equals + 1, -1)]);
    at += length;
  }
  return records;
}

// src/host/tar-sparse.ts
var LARGEST = 2 ** 43;
var MOST_NUMBERS = 2e6;
function sparseFile(name, size, numbers, stored) {
  if (!Number.isSafeInteger(size) || size < 0 || size > LARGEST)
    throw new TarError(`it has a sparse file of more than ${LARGEST} bytes`);
  if (numbers.length % 2 !== 0 || numbers.length > MOST_NUMBERS) throw malformed();
  const fragments = [];
  let [end, total] = [0, 0];
  for (let index = 0; index < numbers.length; index += 2) {
    const offset = numbers[index] ?? NaN;
    const length = numbers[index + 1] ?? NaN;
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) throw malformed();
    if (offset < end || length < 0 || offset + length > size) throw malformed();
    end = offset + length;
    total += length;
    if (length > 0) fragments.push({ offset, length });
  }
  if (total !== stored) throw malformed();
  return { name, size, fragments };
}
function malformed() {
  return new TarError("it has a malformed map of a sparse file");
}
var HOLE = new Uint8Array(64 * 1024);
async function* withHoles({ size, fragments }, take) {
  let at = 0;
  for (const { offset, length } of fragments) {
    yield* hole(offset - at);
    for (let left = length; left > 0; ) {
      const chunk = await take(left);
      left -= chunk.length;
      yield chunk;
    }
    at = offset + length;
  }
  yield* hole(size - at);
}
function* hole(length) {
  for (let left = length; left > 0; left -= HOLE.length) yield HOLE.subarray(0, Math.min(left, HOLE.length));
}

// src/host/tar-sparse-maps.ts
function sparseRecords(records) {
  const last = new Map(records);
  const name = last.get("GNU.sparse.name") ?? null;
  if (last.get("GNU.sparse.major") === "1" && last.get("GNU.sparse.minor") === "0")
    return { map: null, name, size: decimal(last.get("GNU.sparse.realsize") ?? "") };
  const size = last.get("GNU.sparse.size");
  if (size === void 0) return null;
  const list = last.get("GNU.sparse.map");
  const map = list === void 0 ? pairsOf(records) : list === "" ? [] : list.split(",").map(decimal);
  const count = last.get("GNU.sparse.numblocks");
  if (count !== void 0 && decimal(count) * 2 !== map.length) throw malformed();
  return { map, name, size: decimal(size) };
}
function pairsOf(records) {
  const numbers = [];
  for (const [key, value] of records) {
    const wanted = numbers.length % 2 === 0 ? "GNU.sparse.offset" : "GNU.sparse.numbytes";
    if (key === wanted) numbers.push(decimal(value));
    else if (key === "GNU.sparse.offset" || key === "GNU.sparse.numbytes") throw malformed();
  }
  return numbers;
}
var DIGITS = /^\d{1,15}$/;
function decimal(digits) {
  if (!DIGITS.test(digits)) throw malformed();
  return Number(digits);
}
var BLOCK = 512;
var MAX_MAP = 1024 * 1024;
async function readMap(next) {
  const numbers = [];
  let [rest, bytes, wanted] = ["", 0, 1];
  while (numbers.length < wanted) {
    const block = await next();
    if (block === null || bytes >= MAX_MAP) throw malformed();
    bytes += block.length;
    const lines = (rest + Buffer.from(block).toString("latin1")).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (numbers.length >= wanted) break;
      numbers.push(decimal(line));
      if (numbers.length === 1) wanted = 1 + 2 * Math.min(numbers[0] ?? 0, MOST_NUMBERS / 2 + 1);
    }
    if (rest.length > BLOCK) throw malformed();
  }
  return { numbers: numbers.slice(1), bytes };
}
var OLD_GNU = "S";
var PAIR = 24;
async function readOldMap(header, next, number2) {
  const numbers = [];
  let [block, start, pairs, moreAt] = [header, 386, 4, 482];
  for (; ; ) {
    for (let index = 0; index < pairs; index++) {
      const at = start + index * PAIR;
      if ((block[at] ?? 0) === 0) break;
      numbers.push(number2(block, at, PAIR / 2), number2(block, at + PAIR / 2, PAIR / 2));
    }
    if ((block[moreAt] ?? 0) === 0) break;
    if (numbers.length > MOST_NUMBERS) throw malformed();
    [block, start, pairs, moreAt] = [await next(), 0, 21, 504];
  }
  return { numbers, size: number2(header, 483, 12) };
}

// src/host/tar-entries.ts
var BLOCK2 = 512;
var MAX_HEADER = 1024 * 1024;
async function* tarEntries(archive, { maxEntries, maxBytes }) {
  const source = byteSource(archive, maxBytes);
  try {
    yield* entriesOf(source, maxEntries, maxBytes);
  } finally {
    await source.close();
  }
}
async function* entriesOf(source, maxEntries, maxBytes) {
  let longName = null;
  let longTarget = null;
  let records = [];
  let sparseBytes = 0;
  for (let entries = 0; ; ) {
    const header = await source.exactly(BLOCK2);
    if (isZero(header)) return source.drain();
    if (!checksumHolds(header)) throw new TarError("it is not a tar archive, or damaged");
    const flag = String.fromCharCode(header[156] ?? 0);
    const written = number(header, 124, 12);
    if (flag === "L" || flag === "K" || flag === "x" || flag === "g") {
      const content = await headerContent(source, written);
      if (flag === "L") longName = untilNul(content.toString());
      if (flag === "K") longTarget = untilNul(content.toString());
      if (flag === "x") records = paxRecords(content);
      continue;
    }
    entries += 1;
    if (entries > maxEntries) throw new TarError(`it holds more than ${maxEntries} entries`);
    const last = new Map(records);
    const stored = contentSize(flag, last.get("size"), written);
    const unread = { bytes: stored };
    const take = async (length) => {
      const chunk = await source.upTo(Math.min(length, unread.bytes));
      unread.bytes -= chunk.length;
      return chunk;
    };
    const sparse = await sparseOf(header, { flag, records, stored }, source, (taken) => unread.bytes -= taken);
    sparseBytes += sparse?.size ?? 0;
    if (sparseBytes > Math.min(maxBytes, MOST_SPARSE))
      throw new TarError(`it has sparse files of more than ${Math.min(maxBytes, MOST_SPARSE)} bytes`);
    yield {
      name: sparse?.name ?? last.get("path") ?? longName ?? shortName(header),
      type: typeOf(flag, longName ?? shortName(header)),
      mode: number(header, 100, 8) & 4095,
      uid: idOf(last.get("uid"), header, 108),
      gid: idOf(last.get("gid"), header, 116),
      size: sparse?.size ?? stored,
      offset: sparse === null ? source.position() : null,
      linkTarget: last.get("linkpath") ?? longTarget ?? text(header, 157, 100),
      capabilities: attributeOf(last.get(CAPABILITIES_RECORD)),
      content: async function* () {
        if (sparse !== null) yield* withHoles(sparse, take);
        else while (unread.bytes > 0) yield await take(unread.bytes);
      }
    };
    while (unread.bytes > 0) await take(unread.bytes);
    await source.exactly(padding(stored));
    longName = null;
    longTarget = null;
    records = [];
  }
}
function attributeOf(value) {
  return value === void 0 ? null : Buffer.from(value, "latin1");
}
var MOST_SPARSE = 2 ** 43;
async function sparseOf(header, { flag, records, stored }, source, took) {
  if (flag === OLD_GNU) {
    const { numbers: numbers2, size: size2 } = await readOldMap(header, () => source.exactly(BLOCK2), number);
    return sparseFile(null, size2, numbers2, stored);
  }
  const said = typeOf(flag, "") === "file" ? sparseRecords(records) : null;
  if (said === null) return null;
  const { name, size } = said;
  if (said.map !== null) return sparseFile(name, size, said.map, stored);
  let left = stored;
  const { numbers, bytes } = await readMap(async () => {
    if (left < BLOCK2) return null;
    left -= BLOCK2;
    return source.exactly(BLOCK2);
  });
  took(bytes);
  return sparseFile(name, size, numbers, stored - bytes);
}
async function headerContent(source, size) {
  if (size > MAX_HEADER) throw new TarError("it has a name of more than 1 MiB");
  const bytes = await source.exactly(size);
  const content = Buffer.from(bytes);
  await source.exactly(padding(size));
  return content;
}
function contentSize(flag, paxSize, written) {
  if (typeOf(flag, "") !== "file") return 0;
  if (paxSize === void 0) return written;
  if (!/^\d{1,15}$/.test(paxSize)) throw new TarError("it has a malformed size");
  return Number(paxSize);
}
function idOf(record, header, offset) {
  if (record !== void 0) return /^\d{1,10}$/.test(record) ? Number(record) : 0;
  const digits = text(header, offset, 8).trim();
  if (/^[0-7]+$/.test(digits)) return Number.parseInt(digits, 8);
  const field = header.subarray(offset, offset + 8);
  return field[0] === 128 ? Buffer.from(field).readUInt32BE(4) : 0;
}
function typeOf(flag, name) {
  switch (flag) {
    case "0":
    case "7":
    case OLD_GNU:
      return "file";
    case "\0":
      return name.endsWith("/") ? "directory" : "file";
    case "1":
      return "hard link";
    case "2":
      return "symlink";
    case "5":
      return "directory";
    default:
      return "other";
  }
}
function shortName(header) {
  const name = text(header, 0, 100);
  const ustar = text(header, 257, 6) === "ustar";
  const prefix = ustar ? text(header, 345, 155) : "";
  return prefix === "" ? name : `${prefix}/${name}`;
}
function text(header, offset, length) {
  return untilNul(Buffer.from(header.subarray(offset, offset + length)).toString("utf8"));
}
function untilNul(value) {
  const end = value.indexOf("\0");
  return end < 0 ? value : value.slice(0, end);
}
function number(header, offset, length) {
  const field = header.subarray(offset, offset + length);
  let value = 0;
  if (((field[0] ?? 0) & 128) !== 0) {
    if (field[0] !== 128) throw new TarError("it has a malformed number");
    for (const byte of field.subarray(1)) value = value * 256 + byte;
  } else {
    const digits = text(header, offset, length).trim();
    if (!/^[0-7]*$/.test(digits)) throw new TarError("it has a malformed number");
    value = Number.parseInt(digits || "0", 8);
  }
  if (!Number.isSafeInteger(value)) throw new TarError("it has a malformed number");
  return value;
}
function checksumHolds(header) {
  let sum = 0;
  for (let index = 0; index < BLOCK2; index += 1)
    sum += index >= 148 && index < 156 ? 32 : header[index] ?? 0;
  const digits = text(header, 148, 8).trim();
  return /^[0-7]+$/.test(digits) && Number.parseInt(digits, 8) === sum;
}
function isZero(block) {
  return block.every((byte) => byte === 0);
}
function padding(size) {
  return (BLOCK2 - size % BLOCK2) % BLOCK2;
}

export {
  TarError,
  tarEntries
};
