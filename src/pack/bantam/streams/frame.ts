import { constants, zstdCompress, zstdDecompressSync } from 'node:zlib'
import { promisify } from 'node:util'
import { BrokenStream } from './byte-reader.ts'
import type { StreamBytes } from '../file/payload.ts'

/** The largest window that every zstd decoder takes, and so the largest stream that one frame can hold. */
const MAX_WINDOW_LOG = 27
export const MAX_STREAM = 2 ** MAX_WINDOW_LOG

/** Above it, a stream becomes smaller by one byte in ten thousand, and packing takes half as long again. */
const LEVEL = 19

const compress = promisify(zstdCompress)

/**
 * Compresses one stream into a zstd frame (RFC 8878), or keeps it as it is where that is not larger. It works beside
 * this thread, and gives the same bytes each time.
 */
export async function compressStream(bytes: Uint8Array, level = LEVEL): Promise<StreamBytes> {
  const size = bytes.length
  if (size === 0) return { stored: bytes, size }
  // One segment: a decoder needs no window beside the output. A stream without a fixed window would get a smaller one.
  const windowLog = Math.min(MAX_WINDOW_LOG, Math.max(10, Math.ceil(Math.log2(size))))
  const stored = await compress(bytes, {
    params: { [constants.ZSTD_c_compressionLevel]: level, [constants.ZSTD_c_windowLog]: windowLog },
    pledgedSrcSize: size,
  })
  if (stored.length >= size) return { stored: bytes, size }
  if (contentSize(stored) !== size)
    throw new Error('zstd wrote a frame that is not of the kind that a loader reads')
  return { stored, size }
}

/** @throws BrokenStream where the stream is not of the size that it should have */
export function decompressStream({ stored, size }: StreamBytes): Uint8Array {
  if (stored.length === size) return stored
  // What the frame says of itself decides how much memory the decoder takes.
  if (contentSize(stored) !== size)
    throw new BrokenStream('it has a stream that is no zstd frame of its size')
  let bytes: Uint8Array
  try {
    bytes = zstdDecompressSync(stored, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new BrokenStream('it has a zstd frame that is damaged')
  }
  if (bytes.length !== size) throw new BrokenStream('it has a zstd frame that is cut short')
  return bytes
}

const FRAME_MAGIC = 0xfd2fb528

/**
 * Reads how many bytes a frame holds; `null` where it is no frame of one segment, without a dictionary and a checksum.
 * https://www.rfc-editor.org/rfc/rfc8878#section-3.1.1.1
 */
function contentSize(frame: Uint8Array): number | null {
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength)
  if (frame.length < 9 || view.getUint32(0, true) !== FRAME_MAGIC) return null
  switch (view.getUint8(4)) {
    case 0x20:
      return view.getUint8(5)
    case 0x60:
      return view.getUint16(5, true) + 256
    case 0xa0:
      return view.getUint32(5, true)
    default:
      return null
  }
}
