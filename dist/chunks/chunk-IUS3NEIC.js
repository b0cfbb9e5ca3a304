import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import {
  CAPABILITIES_RECORD,
  capabilitiesBytes
} from "./chunk-2XXI26VF.js";

// src/image/byte-order.ts
function byBytes(a, b) {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
function sortedRecord(record2) {
  return Object.fromEntries(Object.entries(record2).sort(([a], [b]) => byBytes(a, b)));
}

// src/image/tree.ts
function completeTree(entries) {
  const tree = /* @__PURE__ */ new Map();
  for (const entry of entries) {
    checkPath(entry.path);
    if (tree.has(entry.path)) throw new RangeError(`${entry.path} is twice in one layer`);
    tree.set(entry.path, entry);
  }
  for (const { path } of entries) {
    for (const parent of parents(path)) {
      const there = tree.get(parent);
      if (there === void 0)
        tree.set(parent, { kind: "directory", path: parent, mode: 493, uid: 0, gid: 0 });
      else if (there.kind !== "directory")
        throw new RangeError(`${path} lies below ${parent}, a ${there.kind}`);
    }
  }
  return [...tree.values()].sort((a, b) => byBytes(a.path, b.path));
}
function parents(path) {
  const names = path.split("/").slice(1, -1);
  return names.map((_, depth) => `/${names.slice(0, depth + 1).join("/")}`);
}
function checkPath(path) {
  const names = path.split("/");
  const sound = names.length > 1 && names[0] === "" && names.slice(1).every((name) => name !== "" && name !== "." && name !== "..") && !path.includes("\0") && path.isWellFormed();
  if (!sound) throw new RangeError(`${JSON.stringify(path)} is no absolute, clean path`);
  if (names.some((name) => name.startsWith(".wh.")))
    throw new RangeError(`${path} would delete a file of an earlier layer`);
}

// src/image/tar-header.ts
var MAX_NAME = 100;
var MAX_PREFIX = 155;
var MAX_ID = 2097151;
var MAX_SIZE = 8589934591;
function tarHeader(header) {
  const block = Buffer.alloc(512);
  const { prefix, name } = splitName(header.name) ?? { prefix: "", name: header.name };
  const text = (value, at, length) => {
    Buffer.from(value).copy(block, at, 0, length);
  };
  const octal = (value, at, digits) => {
    block.write(value.toString(8).padStart(digits, "0"), at, "latin1");
  };
  text(name, 0, MAX_NAME);
  octal(header.mode, 100, 7);
  octal(header.uid > MAX_ID ? 0 : header.uid, 108, 7);
  octal(header.gid > MAX_ID ? 0 : header.gid, 116, 7);
  octal(header.size > MAX_SIZE ? 0 : header.size, 124, 11);
  octal(0, 136, 11);
  text(header.type, 156, 1);
  text(header.target, 157, MAX_NAME);
  text("ustar\x0000", 257, 8);
  octal(0, 329, 7);
  octal(0, 337, 7);
  text(prefix, 345, MAX_PREFIX);
  block.fill(" ", 148, 156);
  octal(
    block.reduce((sum, byte) => sum + byte, 0),
    148,
    6
  );
  block[154] = 0;
  return block;
}
function splitName(path) {
  const bytes = Buffer.from(path);
  if (bytes.length <= MAX_NAME) return { prefix: "", name: path };
  const cut = bytes.indexOf("/", bytes.length - MAX_NAME - 1);
  if (cut <= 0 || cut > MAX_PREFIX || cut === bytes.length - 1) return null;
  return { prefix: bytes.toString("utf8", 0, cut), name: bytes.toString("utf8", cut + 1) };
}

// src/image/pax.ts
function paxRecords({ name, target, uid, gid, size }, capabilities) {
  const records = [
    ...capabilities === void 0 ? [] : [record(CAPABILITIES_RECORD, capabilitiesBytes(capabilities))],
    ...gid > MAX_ID ? [record("gid", String(gid))] : [],
    ...needsText(target) || Buffer.byteLength(target) > MAX_NAME ? [record("linkpath", target)] : [],
    ...needsText(name) || splitName(name) === null ? [record("path", name)] : [],
    ...size > MAX_SIZE ? [record("size", String(size))] : [],
    ...uid > MAX_ID ? [record("uid", String(uid))] : []
  ];
  return records.length === 0 ? null : Buffer.concat(records);
}
function needsText(text) {
  return /[^\x20-\x7e]/.test(text);
}
function record(key, value) {
  const content = Buffer.concat([Buffer.from(` ${key}=`), Buffer.from(value), Buffer.from("\n")]);
  const rest = content.length;
  const guess = rest + String(rest).length;
  const length = rest + String(guess).length;
  return Buffer.concat([Buffer.from(String(length)), content]);
}

// src/image/tar.ts
var BLOCK = 512;
function* tarChunks(entries) {
  for (const piece of tarPieces(entries)) {
    if (!(piece instanceof Uint8Array)) throw new TypeError("an entry in memory has its bytes in a file");
    yield piece;
  }
}
function* tarPieces(entries) {
  for (const entry of completeTree(entries)) {
    const bytes = entry.kind === "file" ? entry.bytes : null;
    const header = headerOf(entry, bytes?.length ?? 0);
    const records = paxRecords(header, entry.kind === "file" ? entry.capabilities : void 0);
    if (records !== null) {
      yield tarHeader({ ...PAX_HEADER, size: records.length });
      yield* padded(records);
    }
    yield tarHeader(header);
    if (bytes !== null) yield* padded(bytes);
    if (entry.kind === "stored file") {
      yield entry.content;
      yield* padding(entry.content.size);
    }
  }
  yield new Uint8Array(2 * BLOCK);
}
var PAX_HEADER = { name: "PaxHeaders", type: "x", mode: 420, uid: 0, gid: 0, target: "" };
function headerOf(entry, size) {
  const { mode, uid, gid } = entry;
  const name = entry.path.slice(1);
  switch (entry.kind) {
    case "file":
      return { name, type: "0", mode, uid, gid, size, target: "" };
    case "stored file":
      return { name, type: "0", mode, uid, gid, size: entry.content.size, target: "" };
    case "directory":
      return { name: `${name}/`, type: "5", mode, uid, gid, size: 0, target: "" };
    case "symlink":
      return { name, type: "2", mode, uid, gid, size: 0, target: entry.target };
  }
}
function* padded(bytes) {
  yield bytes;
  yield* padding(bytes.length);
}
function* padding(size) {
  const rest = size % BLOCK;
  if (rest > 0) yield new Uint8Array(BLOCK - rest);
}

export {
  byBytes,
  sortedRecord,
  completeTree,
  parents,
  tarChunks,
  tarPieces
};
