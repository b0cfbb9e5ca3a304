import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseBytes } from '../../src/declare/bytes.ts'
import { suggestBudget } from '../../src/report/suggestion.ts'

describe('suggestBudget', () => {
  it.each([
    { actual: 2_202_000, suggested: '2.4MB' },
    { actual: 562_548, suggested: '610kB' },
    { actual: 9_950_000, suggested: '11MB' },
    { actual: 98_000, suggested: '110kB' },
    { actual: 950_000, suggested: '1.1MB' },
    { actual: 14_057_520, suggested: '16MB' },
    { actual: 1_500_000_000, suggested: '1.7GB' },
    { actual: 7, suggested: '8B' },
    { actual: 0, suggested: '1B' },
  ])('suggests $suggested for $actual bytes', ({ actual, suggested }) => {
    expect(suggestBudget(actual)).toBe(suggested)
  })

  it('is read back as a limit that leaves some room, and not much', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 100_000_000_000 }), actual => {
        const limit = parseBytes(suggestBudget(actual))
        if (!limit.ok) throw new Error(limit.problem)
        expect(limit.value).toBeGreaterThanOrEqual(actual * 1.08)
        expect(limit.value).toBeLessThanOrEqual(actual * 1.2)
      }),
    )
  })
})
