import { pipeline, Readable, type Duplex } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { zstdFrames } from './zstd-frames.ts'

/**
 * Size of an output chunk. Larger chunks than Node's 16 KiB mean fewer round trips between zlib's threads and the event
 * loop.
 */
const CHUNK = 256 * 1024

/**
 * Unpacks gzip and zstd, which it recognizes by their first bytes because media types cannot be trusted, and passes
 * other bytes through unchanged. The caller must limit how much goes in and comes out. The codes of zlib's errors begin
 * with `Z_` or `ZSTD_`.
 */
export async function* decompress(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]()
  try {
    const head = await take(source, 4)
    const whole = putBack(head, source)
    switch (compressionOf(head)) {
      case 'gzip':
        yield* through(createGunzip({ chunkSize: CHUNK }), whole)
        return
      case 'zstd':
        for await (const frame of zstdFrames(whole))
          yield* through(createZstdDecompress({ chunkSize: CHUNK }), frame)
        return
      case 'none':
        yield* whole
    }
  } finally {
    await source.return?.()
  }
}

/** https://www.rfc-editor.org/rfc/rfc1952#page-6, https://www.rfc-editor.org/rfc/rfc8878#section-3.1 */
export function compressionOf(head: Uint8Array): 'gzip' | 'zstd' | 'none' {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip'
  const zstd = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd
  const skippable =
    ((head[0] ?? 0) & 0xf0) === 0x50 && head[1] === 0x2a && head[2] === 0x4d && head[3] === 0x18
  return zstd || skippable ? 'zstd' : 'none'
}

async function take(source: AsyncIterator<Uint8Array>, length: number): Promise<Buffer> {
  let taken = Buffer.alloc(0)
  while (taken.length < length) {
    const next = await source.next()
    if (next.done === true) break
    taken = Buffer.concat([taken, next.value])
  }
  return taken
}

async function* putBack(
  head: Uint8Array,
  source: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (head.length > 0) yield head
  for (let next = await source.next(); next.done !== true; next = await source.next()) yield next.value
}

async function* through(transform: Duplex, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  // An error on either side also ends the iteration below, so the callback has nothing to do.
  pipeline(Readable.from(chunks, { objectMode: false }), transform, () => {})
  yield* transform
}
