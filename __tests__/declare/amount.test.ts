import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatAmount, formatAmountExact, formatAmountInFull, parseAmount } from '../../src/declare/amount.ts'
import { parseBound } from '../../src/declare/bound.ts'

describe('an amount', () => {
  it('is read back as it was written, whatever its unit', () => {
    fc.assert(
      fc.property(fc.constantFrom('bytes', 'rough bytes', 'count'), fc.maxSafeNat(), (unit, amount) => {
        expect(parseAmount(formatAmountExact(amount, unit), unit)).toEqual({ ok: true, value: amount })
      }),
    )
  })

  it.each([
    { amount: 2_202_123, unit: 'bytes', texts: ['2.20 MB', '2202123 B', '2202123 B'] },
    { amount: 3_000_000, unit: 'rough bytes', texts: ['3.00 MB', '3 MB', '3000000 B'] },
    { amount: 3_000_000, unit: 'count', texts: ['3000000', '3000000', '3000000'] },
  ] as const)('of $unit reads $texts', ({ amount, unit, texts }) => {
    const said = [formatAmount, formatAmountExact, formatAmountInFull].map(format => format(amount, unit))
    expect(said).toEqual(texts)
  })

  it.each(['5MB', '1.5', '-1', '', '9'.repeat(20)])('that is counted cannot be "%s"', text => {
    expect(parseAmount(text, 'count')).toMatchObject({ ok: false })
  })

  it.each([
    ['3', { kind: 'size', amount: 3 }],
    ['+1', { kind: 'growth', amount: 1 }],
    ['+0', { kind: 'growth', amount: 0 }],
    ['+50%', { kind: 'growth percent', percent: 50 }],
  ])('that is counted has a bound without a unit: %s', (text, value) => {
    expect(parseBound(text, 'count')).toEqual({ ok: true, value })
  })
})
