import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenStream } from '../../../../src/pack/bantam/streams/byte-reader.ts'
import { rankedReader, RankedWriter, rankValues } from '../../../../src/pack/bantam/streams/ranked-values.ts'

function expectRoundTrip(values: readonly number[]) {
  const ranked = rankValues(Uint32Array.from(values))
  const reader = rankedReader(ranked)
  expect(values.map(() => reader.next())).toEqual(values)
  expect(reader.isAtEnd).toBe(true)
  return { values: [...ranked.values], list: [...ranked.list] }
}

describe('rankValues', () => {
  it('gives back any numbers', () => {
    const anyNumber = fc.integer({ min: 0, max: 0xffffffff })
    const near = fc.tuple(anyNumber, fc.array(fc.nat({ max: 300 }))).map(([base, steps]) => {
      return [...steps, ...steps].map(step => (base + step) >>> 0)
    })
    fc.assert(
      fc.property(fc.oneof(fc.array(anyNumber), near), values => {
        expectRoundTrip(values)
      }),
    )
  })

  it('has a byte for each number that is there twice', () => {
    expect(expectRoundTrip([7, 500, 7, 500, 9])).toEqual({
      values: [0, 1, 0, 1, 2, 2],
      list: [1, 0, 0, 0, 7, 0, 0, 0, 7, 0, 0, 1, 244],
    })
  })

  it('has more bytes for numbers that are far apart', () => {
    expect(expectRoundTrip([0, 0xffffffff])).toEqual({
      values: [0, 0, 0, 0, 255, 255, 255, 255],
      list: [3, 0, 0, 0, 0],
    })
  })

  it('has no list of no numbers', () => {
    expect(expectRoundTrip([])).toEqual({ values: [], list: [] })
  })
})

describe('RankedWriter', () => {
  it('writes what was added', () => {
    const values = Uint32Array.from({ length: 200 }, (_, index) => 7 * index)
    const writer = new RankedWriter()
    for (const value of values) writer.add(value)
    expect(writer.end()).toEqual(rankValues(values))
  })
})

describe('rankedReader', () => {
  it.each([
    { name: 'no width', list: [0, 0, 0, 0, 0] },
    { name: 'a width of 4', list: [4, 0, 0, 0, 0] },
    { name: 'half a number', list: [1, 0, 0, 0, 0, 1, 2] },
    { name: 'no least number', list: [1, 0, 0] },
    { name: '256 numbers', list: [1, 0, 0, 0, 0, ...Array.from({ length: 1024 }, () => 0)] },
  ])('refuses a list with $name', ({ list }) => {
    expect(() => rankedReader({ values: new Uint8Array(), list: Uint8Array.from(list) })).toThrow(
      BrokenStream,
    )
  })

  it('refuses to read behind the end', () => {
    const reader = rankedReader({ values: Uint8Array.of(0), list: Uint8Array.of(2, 0, 0, 0, 0) })
    expect(() => reader.next()).toThrow(BrokenStream)
  })
})
