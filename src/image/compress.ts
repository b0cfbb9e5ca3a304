import { pipeline, Readable, type Duplex } from 'node:stream'
import { constants, crc32, createDeflateRaw, createZstdCompress } from 'node:zlib'

/**
 * The compression of a layer's tar. `stored` is gzip without deflate, for files that are already packed; its bytes do
 * not depend on the version of zlib.
 */
export type Compression =
  { readonly kind: 'stored' } | { readonly kind: 'gzip'; readonly level: 6 | 9 } | { readonly kind: 'zstd' }

export const GZIP_MEDIA_TYPE = 'application/vnd.oci.image.layer.v1.tar+gzip'
export const TAR_MEDIA_TYPE = 'application/vnd.oci.image.layer.v1.tar'
export const ZSTD_MEDIA_TYPE = 'application/vnd.oci.image.layer.v1.tar+zstd'

export function mediaTypeOf({ kind }: Compression): string {
  return kind === 'zstd' ? ZSTD_MEDIA_TYPE : GZIP_MEDIA_TYPE
}

type Chunks = Iterable<Uint8Array>

/**
 * Compresses `size` bytes while it reads them. zlib works in its own threads, so packing and downloads continue
 * meanwhile. zstd chooses its tables by the size and also writes it into the frame.
 */
export function compress(chunks: Chunks, size: number, compression: Compression): AsyncGenerator<Uint8Array> {
  switch (compression.kind) {
    case 'stored':
      return gzipMember(chunks, storedBlocks)
    case 'gzip':
      return gzipMember(chunks, plain =>
        through(createDeflateRaw({ level: compression.level, chunkSize: OUTPUT_CHUNK }), plain),
      )
    case 'zstd':
      return through(
        createZstdCompress({
          params: { [constants.ZSTD_c_compressionLevel]: 19 },
          pledgedSrcSize: size,
          chunkSize: OUTPUT_CHUNK,
        }),
        chunks,
      )
  }
}

// Larger chunks than Node's 16 KiB mean fewer round trips between zlib's threads and the event loop. The output does
// not depend on the chunk size.
const OUTPUT_CHUNK = 256 * 1024

// No flags, no time, no extra flags, and system 255 "unknown". Node would write the system of this machine. RFC 1952,
// 2.3.
const GZIP_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255)

/** Writes a gzip member: a header, deflated data, the CRC-32 and the length of the plain bytes. RFC 1952, 2.2. */
async function* gzipMember(
  chunks: Chunks,
  deflate: (chunks: Chunks) => AsyncGenerator<Uint8Array> | Generator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let crc = 0
  let length = 0
  function* counted(): Generator<Uint8Array> {
    for (const chunk of chunks) {
      crc = crc32(chunk, crc)
      length += chunk.length
      yield chunk
    }
  }
  yield GZIP_HEADER
  yield* deflate(counted())
  const trailer = Buffer.alloc(8)
  trailer.writeUInt32LE(crc, 0)
  trailer.writeUInt32LE(length % 2 ** 32, 4)
  yield trailer
}

const MAX_STORED_BLOCK = 0xffff

/** Writes stored blocks, and an empty block as the last one. RFC 1951, 3.2.4. */
function* storedBlocks(chunks: Chunks): Generator<Uint8Array> {
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += MAX_STORED_BLOCK) {
      const block = chunk.subarray(at, at + MAX_STORED_BLOCK)
      yield storedBlockHeader(block.length, false)
      yield block
    }
  }
  yield storedBlockHeader(0, true)
}

function storedBlockHeader(length: number, last: boolean): Uint8Array {
  const header = Buffer.alloc(5)
  header[0] = last ? 1 : 0
  header.writeUInt16LE(length, 1)
  header.writeUInt16LE(~length & 0xffff, 3)
  return header
}

async function* through(transform: Duplex, chunks: Chunks): AsyncGenerator<Uint8Array> {
  // An error on either side also ends the iteration below, so the callback has nothing to do.
  pipeline(Readable.from(chunks), transform, () => {})
  yield* transform
}
