import { ByteReader, BrokenStream } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/** The first stream of a text part: the first start, then how far each is from the one before. */
export function writeStarts(starts: Uint32Array): Uint8Array {
  const writer = new ByteWriter()
  let before = 0
  for (const start of starts) {
    writer.varint(start - before)
    before = start
  }
  return writer.end()
}

/** @throws BrokenStream where they are not those of text of this size */
export function readStarts(stream: Uint8Array, size: number): Uint32Array {
  // Counted first: a stream made by hand may have as many starts as bytes, each of them zero.
  const starts = new Uint32Array(countOf(stream))
  const reader = new ByteReader(stream)
  let before = 0
  for (let index = 0; !reader.isAtEnd; index++) {
    before += reader.varint()
    if (before > size) throw new BrokenStream('a function lies outside of its text')
    starts[index] = before
  }
  return starts
}

/** Each varint has one byte below 128, its last. */
function countOf(stream: Uint8Array): number {
  let count = 0
  for (const byte of stream) if (byte < 128) count++
  return count
}
