import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/image/file-capabilities.ts
var CAPABILITIES_RECORD = "SCHILY.xattr.security.capability";
var REVISIONS = {
  1: { words: 1, length: 12 },
  2: { words: 2, length: 20 },
  // With the id of the root of a user namespace behind it.
  3: { words: 2, length: 24 }
};
var EFFECTIVE = 1;
function capabilitiesBytes({ permitted, inheritable, effective }) {
  const bytes = Buffer.alloc(20);
  bytes.writeUInt32LE(33554432 | (effective ? EFFECTIVE : 0), 0);
  for (const [set, at] of [
    [permitted, 4],
    [inheritable, 8]
  ])
    for (const number of set) {
      const place = at + (number >> 5) * 8;
      bytes.writeUInt32LE((bytes.readUInt32LE(place) | 1 << (number & 31)) >>> 0, place);
    }
  return bytes;
}
function readCapabilities(bytes) {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 4) return null;
  const magic = data.readUInt32LE(0);
  const revision = REVISIONS[magic >>> 24];
  if (revision === void 0 || data.length !== revision.length) return null;
  const setAt = (at) => Array.from({ length: revision.words * 32 }, (_, number) => number).filter(
    (number) => (data.readUInt32LE(at + (number >> 5) * 8) & 1 << (number & 31)) !== 0
  );
  const [permitted, inheritable] = [setAt(4), setAt(8)];
  if (permitted.length + inheritable.length === 0) return null;
  return { permitted, inheritable, effective: (magic & EFFECTIVE) !== 0 };
}

export {
  CAPABILITIES_RECORD,
  capabilitiesBytes,
  readCapabilities
};
