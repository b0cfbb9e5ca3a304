import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatBytes, formatBytesExact, parseBytes } from '../../src/declare/bytes.ts'

describe('parseBytes', () => {
  it.each([
    ['3MB', 3_000_000],
    ['2.4 MB', 2_400_000],
    ['2.3MB', 2_300_000],
    ['500kB', 500_000],
    ['1MiB', 1_048_576],
    ['1.5KiB', 1536],
    ['1234B', 1234],
    ['0B', 0],
    [' 1 GB ', 1_000_000_000],
    ['0.0001kB', 0],
  ])('reads %s', (text, bytes) => {
    expect(parseBytes(text)).toEqual({ ok: true, value: bytes })
  })

  it.each([
    ['', 'is empty; write a size such as 3MB'],
    ['5M', 'is ambiguous; write 5MB (powers of 1000) or 5MiB (powers of 1024)'],
    ['5k', 'is ambiguous; write 5kB (powers of 1000) or 5KiB (powers of 1024)'],
    ['5Mi', 'is ambiguous; write 5MB'],
    ['5mb', 'has the unit mb, which is unknown; write 5MB'],
    ['5KB', 'has the unit KB, which is unknown; write 5kB'],
    ['5', 'has no unit; write 5MB, 5kB or 5B'],
    ['MB', 'is not a size'],
    ['-5MB', 'has a sign'],
    ['+5MB', 'has a sign'],
    ['2,4MB', 'has a comma'],
    ['1e6B', 'is not a size'],
    ['.5MB', 'is not a size'],
    ['5 elephants', 'has the unit elephants, which is unknown'],
    ['٣MB', 'is not a size'],
    ['99999999999GB', 'is too large'],
  ])('refuses %j', (text, because) => {
    expect(parseBytes(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parseBytes(text).ok === 'boolean'))
  })
})

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.00 kB'],
    [12_345, '12.3 kB'],
    [999_499, '999 kB'],
    [999_500, '1.00 MB'],
    [2_202_000, '2.20 MB'],
    [6_316_194, '6.32 MB'],
    [124_000_000, '124 MB'],
    [2_500_000_000, '2.50 GB'],
    [5_000_000_000_000, '5000 GB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })

  it('is never off by more than half a per cent', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), bytes => {
        const back = parseBytes(formatBytes(bytes))
        expect(back.ok && Math.abs(back.value - bytes) <= bytes * 0.0051).toBe(true)
      }),
    )
  })
})

describe('formatBytesExact', () => {
  it.each([
    [0, '0 B'],
    [3_000_000, '3 MB'],
    [2_400_000, '2.4 MB'],
    [1_048_576, '1 MiB'],
    [500_000, '500 kB'],
    [2_202_123, '2202123 B'],
    [3_000_001, '3000001 B'],
  ])('writes %d as %s', (bytes, text) => {
    expect(formatBytesExact(bytes)).toBe(text)
  })

  it('is read back to the byte', () => {
    const sizes = fc.oneof(
      fc.nat({ max: Number.MAX_SAFE_INTEGER }),
      fc.nat({ max: 9999 }).map(n => n * 10_000),
      fc.nat({ max: 9999 }).map(n => n * 1024),
    )
    fc.assert(
      fc.property(sizes, bytes => {
        expect(parseBytes(formatBytesExact(bytes))).toEqual({ ok: true, value: bytes })
      }),
    )
  })
})
