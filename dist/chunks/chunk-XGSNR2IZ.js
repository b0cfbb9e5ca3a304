import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/host/file-part.ts
import { closeSync, createReadStream, openSync, readSync } from "node:fs";
var CHUNK = 256 * 1024;
async function* chunksOf({ file, offset, size }) {
  if (size === 0) return;
  let read = 0;
  const stream = createReadStream(file, {
    start: offset,
    end: offset + size - 1,
    highWaterMark: CHUNK
  });
  for await (const chunk of stream) {
    read += chunk.length;
    yield chunk;
  }
  if (read < size) throw endsEarly(file, offset + size);
}
function endsEarly(file, at) {
  return new Error(`${file} ends before byte ${at}`);
}
function readPart({ file, offset, size }) {
  const bytes = new Uint8Array(size);
  const descriptor = openSync(file, "r");
  try {
    for (let at = 0; at < size; ) {
      const read = readSync(descriptor, bytes, at, size - at, offset + at);
      if (read === 0) throw endsEarly(file, offset + size);
      at += read;
    }
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

export {
  chunksOf,
  readPart
};
