import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { limitOf } from '../../src/size/allowance.ts'

describe('limitOf', () => {
  it.each([
    { name: 'a size', bound: { kind: 'size', amount: 7 }, before: null, limit: 7 },
    { name: 'growth', bound: { kind: 'growth', amount: 50 }, before: 100, limit: 150 },
    { name: 'growth from nothing known', bound: { kind: 'growth', amount: 50 }, before: null, limit: null },
    { name: 'a share', bound: { kind: 'growth percent', percent: 2 }, before: 149, limit: 151 },
    {
      name: 'a share that binary fractions get wrong',
      bound: { kind: 'growth percent', percent: 0.1 },
      before: 3_000,
      limit: 3_003,
    },
    { name: 'another', bound: { kind: 'growth percent', percent: 1.1 }, before: 1_000, limit: 1_011 },
    { name: 'a share of nothing', bound: { kind: 'growth percent', percent: 50 }, before: 0, limit: 0 },
  ] as const)('of $name', ({ bound, before, limit }) => {
    expect(limitOf(bound, before)).toBe(limit)
  })

  it('is the whole bytes of a share', () => {
    const thousandths = fc.nat({ max: 1_000_000 })
    fc.assert(
      fc.property(thousandths, fc.nat({ max: 1_000_000_000 }), (share, before) => {
        const exact = (BigInt(before) * BigInt(share)) / 100_000n
        const limit = limitOf({ kind: 'growth percent', percent: share / 1_000 }, before)
        expect(limit).toBe(before + Number(exact))
      }),
    )
  })
})
