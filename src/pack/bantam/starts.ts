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
  const reader = new ByteReader(stream)
  const starts: number[] = []
  let before = 0
  while (!reader.isAtEnd) {
    before += reader.varint()
    if (before > size) throw new BrokenStream('a function lies outside of its text')
    starts.push(before)
  }
  return Uint32Array.from(starts)
}
