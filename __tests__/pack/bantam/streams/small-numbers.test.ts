import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { ByteReader } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { ByteWriter } from '../../../../src/pack/bantam/streams/byte-writer.ts'
import { readNumber, writeNumber } from '../../../../src/pack/bantam/streams/small-numbers.ts'

function written(values: readonly number[]) {
  const streams = [new ByteWriter(), new ByteWriter(), new ByteWriter()] as const
  for (const value of values) writeNumber(...streams, value)
  return streams.map(stream => stream.end()) as [Uint8Array, Uint8Array, Uint8Array]
}

describe('writeNumber', () => {
  it.each([
    { value: 0, head: [0], low: [], large: [] },
    { value: -1, head: [0xff], low: [], large: [] },
    { value: -64, head: [0xc0], low: [], large: [] },
    { value: 127, head: [0x7f], low: [], large: [] },
    { value: 128, head: [0x80], low: [0], large: [] },
    { value: 16_255, head: [0xbe], low: [0xff], large: [] },
    { value: 16_256, head: [0xbf], low: [], large: [0, 0, 0x3f, 0x80] },
    { value: -65, head: [0xbf], low: [], large: [0xff, 0xff, 0xff, 0xbf] },
  ])('writes $value', ({ value, head, low, large }) => {
    expect(written([value]).map(stream => [...stream])).toEqual([head, low, large])
  })

  it('writes what readNumber reads', () => {
    const number = fc.oneof(fc.integer(), fc.integer({ min: -200, max: 17_000 }))
    fc.assert(
      fc.property(fc.array(number), values => {
        const [head, low, large] = written(values).map(stream => new ByteReader(stream)) as [
          ByteReader,
          ByteReader,
          ByteReader,
        ]
        expect(values.map(() => readNumber(head, low, large))).toEqual(values)
        expect([head, low, large].every(stream => stream.isAtEnd)).toBe(true)
      }),
    )
  })
})
