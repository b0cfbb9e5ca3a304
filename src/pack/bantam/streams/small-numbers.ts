import type { ByteReader } from './byte-reader.ts'
import type { ByteWriter } from './byte-writer.ts'

/**
 * Signed 32-bit numbers, most of them small. From −64 to 127 the head has them as one byte. From 128 on the head has
 * 0x80 and the high bits, and the low byte is in a stream of its own, since it is less alike. For all others the head
 * has 0xbf, and `large` has four bytes.
 */
export const NUMBER = {
  two: 0x80,
  large: 0xbf,
  firstOfTwo: 128,
  endOfTwo: 128 + 63 * 256,
  least: -64,
} as const

export function writeNumber(head: ByteWriter, low: ByteWriter, large: ByteWriter, value: number): void {
  if (value >= NUMBER.least && value < NUMBER.firstOfTwo) head.byte(value)
  else if (value >= NUMBER.firstOfTwo && value < NUMBER.endOfTwo) {
    const rest = value - NUMBER.firstOfTwo
    head.byte(NUMBER.two | (rest >> 8))
    low.byte(rest)
  } else {
    head.byte(NUMBER.large)
    large.u32be(value)
  }
}

export function readNumber(head: ByteReader, low: ByteReader, large: ByteReader): number {
  const first = head.byte()
  if ((first & 0xc0) !== NUMBER.two) return (first << 24) >> 24
  if (first === NUMBER.large) return large.u32be() | 0
  return NUMBER.firstOfTwo + (((first & 0x3f) << 8) | low.byte())
}
