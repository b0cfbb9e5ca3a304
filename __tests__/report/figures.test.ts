import { describe, expect, it } from '@jest/globals'
import { bar } from '../../src/report/bar.ts'
import { formatChange, formatMemory, formatMs, formatSeconds, formatUsed } from '../../src/report/figures.ts'
import { shorten } from '../../src/report/printable.ts'

describe('figures', () => {
  it.each([
    { said: formatSeconds(0), expected: '0.0 s' },
    { said: formatSeconds(2_911), expected: '2.9 s' },
    { said: formatSeconds(59_949), expected: '59.9 s' },
    { said: formatSeconds(59_960), expected: '1 min 0 s' },
    { said: formatSeconds(125_400), expected: '2 min 5 s' },
    { said: formatMs(125.4), expected: '125 ms' },
    { said: formatMs(2.2), expected: '2 ms' },
    { said: formatMs(0.42), expected: '0.4 ms' },
    { said: formatMs(0.001), expected: '0.1 ms' },
    { said: formatMemory(5_968_000), expected: '6.0 MB' },
    { said: formatMemory(376_000), expected: '0.4 MB' },
    { said: formatChange(6_316_194, 2_021_436), expected: '−68.0 %' },
    { said: formatChange(100, 103), expected: '+3.0 %' },
    { said: formatChange(100_000, 100_001), expected: '±0.0 %' },
    { said: formatChange(0, 5), expected: '' },
    { said: formatUsed(2_202_123, 3_000_000), expected: '73 %' },
    { said: formatUsed(3_000_000, 3_000_000), expected: '100 %' },
    { said: formatUsed(2_999_999, 3_000_000), expected: '<100 %' },
    { said: formatUsed(3_000_001, 3_000_000), expected: '>100 %' },
    { said: formatUsed(5, 0), expected: '>100 %' },
    { said: formatUsed(9_990, 1_000), expected: '999 %' },
    { said: formatUsed(339_000, 1), expected: '>999 %' },
  ])('$expected', ({ said, expected }) => {
    expect(said).toBe(expected)
  })
})

describe('bar', () => {
  it.each([
    { part: 0, whole: 10, expected: '░░░░░░░░░░' },
    { part: 73, whole: 100, expected: '███████░░░' },
    { part: 99, whole: 100, expected: '█████████░' },
    { part: 100, whole: 100, expected: '██████████' },
    { part: 300, whole: 100, expected: '██████████' },
    { part: 1, whole: 0, expected: '██████████' },
  ])('of $part in $whole', ({ part, whole, expected }) => {
    expect(bar(part, whole)).toBe(expected)
  })
})

describe('shorten', () => {
  it('keeps the beginning and more of the end, in whole characters', () => {
    expect(shorten('/etc/ssl/certs/ca-certificates.crt', 20)).toBe(
      '/etc/s…rtificates.crt'.slice(0, 6) + '…tificates.crt',
    )
    expect(Array.from(shorten('😀'.repeat(30), 10))).toHaveLength(10)
    expect(shorten('short', 5)).toBe('short')
  })
})
