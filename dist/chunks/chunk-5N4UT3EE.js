import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);

// src/image/compress.ts
import { pipeline, Readable } from "node:stream";
import { constants, crc32, createDeflateRaw, createZstdCompress } from "node:zlib";
var GZIP_MEDIA_TYPE = "application/vnd.oci.image.layer.v1.tar+gzip";
var TAR_MEDIA_TYPE = "application/vnd.oci.image.layer.v1.tar";
var ZSTD_MEDIA_TYPE = "application/vnd.oci.image.layer.v1.tar+zstd";
function mediaTypeOf({ kind }) {
  return kind === "zstd" ? ZSTD_MEDIA_TYPE : GZIP_MEDIA_TYPE;
}
function compress(chunks, size, compression) {
  switch (compression.kind) {
    case "stored":
      return gzipMember(chunks, storedBlocks);
    case "gzip":
      return gzipMember(
        chunks,
        (plain) => through(createDeflateRaw({ level: compression.level, chunkSize: OUTPUT_CHUNK }), plain)
      );
    case "zstd":
      return through(
        createZstdCompress({
          params: { [constants.ZSTD_c_compressionLevel]: 19 },
          pledgedSrcSize: size,
          chunkSize: OUTPUT_CHUNK
        }),
        chunks
      );
  }
}
var OUTPUT_CHUNK = 256 * 1024;
var GZIP_HEADER = Uint8Array.of(31, 139, 8, 0, 0, 0, 0, 0, 0, 255);
async function* gzipMember(chunks, deflate) {
  let crc = 0;
  let length = 0;
  function* counted() {
    for (const chunk of chunks) {
      crc = crc32(chunk, crc);
      length += chunk.length;
      yield chunk;
    }
  }
  yield GZIP_HEADER;
  yield* deflate(counted());
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc, 0);
  trailer.writeUInt32LE(length % 2 ** 32, 4);
  yield trailer;
}
var MAX_STORED_BLOCK = 65535;
function* storedBlocks(chunks) {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += MAX_STORED_BLOCK) {
      const block = chunk.subarray(at, at + MAX_STORED_BLOCK);
      yield storedBlockHeader(block.length, false);
      yield block;
    }
  }
  yield storedBlockHeader(0, true);
}
function storedBlockHeader(length, last) {
  const header = Buffer.alloc(5);
  header[0] = last ? 1 : 0;
  header.writeUInt16LE(length, 1);
  header.writeUInt16LE(~length & 65535, 3);
  return header;
}
async function* through(transform, chunks) {
  pipeline(Readable.from(chunks), transform, () => {
  });
  yield* transform;
}

export {
  GZIP_MEDIA_TYPE,
  TAR_MEDIA_TYPE,
  ZSTD_MEDIA_TYPE,
  mediaTypeOf,
  compress
};
