import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { OutOfBytes, orWhenOutOfBytes, slice, text, words } from '../../src/binary/words.ts'

describe('words', () => {
  const bytes = Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8])

  it.each([
    { name: 'little endian', littleEndian: true, u16: 0x0201, u32: 0x04030201, word: 0x0807060504030201n },
    { name: 'big endian', littleEndian: false, u16: 0x0102, u32: 0x01020304, word: 0x0102030405060708n },
  ])('reads $name', ({ littleEndian, u16, u32, word }) => {
    const read = words(bytes, 8, littleEndian)
    expect([read.u8(0), read.u16(0), read.u32(0), read.word(0)]).toEqual([1, u16, u32, word])
    expect(words(bytes, 4, littleEndian).word(0)).toBe(BigInt(u32))
  })

  it('reads of a view what the view shows', () => {
    expect(words(bytes.subarray(2), 4, true).u8(0)).toBe(3)
  })

  it('refuses every read that is not wholly inside', () => {
    const anywhere = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom(-1, 8, 7.5, 2 ** 64, Infinity, Number.NaN),
    )
    fc.assert(
      fc.property(anywhere, fc.nat(9), (at, length) => {
        const inside = at >= 0 && at + length <= bytes.length
        const read = orWhenOutOfBytes(
          () => slice(bytes, at, length),
          () => null,
        )
        expect(read !== null).toBe(inside)
      }),
    )
    expect(() => words(bytes, 8, true).word(1)).toThrow(OutOfBytes)
  })
})

describe('text', () => {
  const bytes = new TextEncoder().encode('öl\0more')

  it.each([
    { name: 'to the NUL', at: 0, limit: 100, expected: 'öl' },
    { name: 'to the limit', at: 4, limit: 2, expected: 'mo' },
    { name: 'to the end where there is no NUL', at: 4, limit: 100, expected: 'more' },
  ])('reads $name', ({ at, limit, expected }) => {
    expect(text(bytes, at, limit)).toBe(expected)
  })

  it('refuses to begin outside', () => {
    expect(() => text(bytes, 8, 1)).toThrow(OutOfBytes)
    expect(() => text(bytes, -1, 1)).toThrow(OutOfBytes)
  })
})

describe('orWhenOutOfBytes', () => {
  it('lets every other error through', () => {
    const defect = new TypeError('a defect')
    expect(() =>
      orWhenOutOfBytes(
        () => {
          throw defect
        },
        () => null,
      ),
    ).toThrow(defect)
  })
})
