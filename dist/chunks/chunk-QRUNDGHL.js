import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/image/decompress.ts
import { pipeline, Readable } from "node:stream";
import { createGunzip, createZstdDecompress } from "node:zlib";

// src/image/zstd-frames.ts
var ZstdError = class extends Error {
  code = "ZSTD_FRAME";
};
var MAX_FRAMES = 2e5;
var DATA = 4247762216;
var isSkippable = (magic) => magic >>> 4 === 25481893;
async function* zstdFrames(chunks) {
  const source = reader(chunks);
  try {
    for (let frames = 0; ; frames += 1) {
      if (frames > MAX_FRAMES) throw new ZstdError(`it has more than ${MAX_FRAMES} zstd frames`);
      const magic = await source.exactly(4, true);
      if (magic === null) return;
      const kind = magic.readUInt32LE();
      if (kind === DATA) {
        const frame = dataFrame(source, magic);
        yield frame;
        for await (const _ of frame) ;
      } else if (isSkippable(kind)) {
        const size = await source.must(4);
        for (let left = size.readUInt32LE(); left > 0; ) left -= (await source.upTo(left)).length;
      } else throw new ZstdError("it goes on after a zstd frame with something else");
    }
  } finally {
    await source.close();
  }
}
async function* dataFrame(source, magic) {
  yield magic;
  const descriptor = await source.must(1);
  yield descriptor;
  const flags = descriptor.readUInt8();
  const single = (flags & 32) !== 0;
  const contentSize = [single ? 1 : 0, 2, 4, 8][flags >>> 6] ?? 0;
  const dictionary = [0, 1, 2, 4][flags & 3] ?? 0;
  yield await source.must((single ? 0 : 1) + dictionary + contentSize);
  for (let last = false; !last; ) {
    const header = await source.must(3);
    yield header;
    const value = header.readUIntLE(0, 3);
    last = (value & 1) === 1;
    const repeated = (value >>> 1 & 3) === 1;
    for (let left = repeated ? 1 : value >>> 3; left > 0; ) {
      const chunk = await source.upTo(left);
      left -= chunk.length;
      yield chunk;
    }
  }
  if ((flags & 4) !== 0) yield await source.must(4);
}
function reader(chunks) {
  const source = chunks[Symbol.asyncIterator]();
  let chunk = new Uint8Array(0);
  const fill = async () => {
    while (chunk.length === 0) {
      const next = await source.next();
      if (next.done === true) return false;
      chunk = next.value;
    }
    return true;
  };
  const upTo = async (length) => {
    if (!await fill()) throw new ZstdError("it breaks off in a zstd frame");
    const taken = chunk.subarray(0, length);
    chunk = chunk.subarray(taken.length);
    return taken;
  };
  const must = async (length) => {
    const parts = [];
    for (let left = length; left > 0; ) {
      const part = await upTo(left);
      left -= part.length;
      parts.push(part);
    }
    return Buffer.concat(parts);
  };
  return {
    upTo,
    must,
    exactly: async (length, mayEnd) => mayEnd && !await fill() ? null : must(length),
    close: async () => void await source.return?.()
  };
}

// src/image/decompress.ts
var CHUNK = 256 * 1024;
async function* decompress(chunks) {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const head = await take(source, 4);
    const whole = putBack(head, source);
    switch (compressionOf(head)) {
      case "gzip":
        yield* through(createGunzip({ chunkSize: CHUNK }), whole);
        return;
      case "zstd":
        for await (const frame of zstdFrames(whole))
          yield* through(createZstdDecompress({ chunkSize: CHUNK }), frame);
        return;
      case "none":
        yield* whole;
    }
  } finally {
    await source.return?.();
  }
}
function compressionOf(head) {
  if (head[0] === 31 && head[1] === 139) return "gzip";
  const zstd = head[0] === 40 && head[1] === 181 && head[2] === 47 && head[3] === 253;
  const skippable = ((head[0] ?? 0) & 240) === 80 && head[1] === 42 && head[2] === 77 && head[3] === 24;
  return zstd || skippable ? "zstd" : "none";
}
async function take(source, length) {
  let taken = Buffer.alloc(0);
  while (taken.length < length) {
    const next = await source.next();
    if (next.done === true) break;
    taken = Buffer.concat([taken, next.value]);
  }
  return taken;
}
async function* putBack(head, source) {
  if (head.length > 0) yield head;
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value;
}
async function* through(transform, chunks) {
  pipeline(Readable.from(chunks, { objectMode: false }), transform, () => {
  });
  yield* transform;
}

export {
  decompress,
  compressionOf
};
