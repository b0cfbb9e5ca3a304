import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { describeBreach, excessOf, sizesApart } from '../../src/size/breach.ts'
import type { LimitVerdict } from '../../src/size/weigh-in.ts'

function over(actual: number, limit: number): LimitVerdict {
  return { metric: 'image', platform: 'linux/amd64', limit, actual, status: 'over' }
}

describe('describeBreach', () => {
  it('names metric, platform, size, excess and limit', () => {
    expect(describeBreach(over(3_207_123, 3_000_000))).toBe(
      'image of linux/amd64 is 3.21 MB, 207123 B (6.9 %) over its limit of 3 MB',
    )
  })

  it('prints bytes where rounding would hide the breach', () => {
    expect(describeBreach(over(3_000_001, 3_000_000))).toBe(
      'image of linux/amd64 is 3000001 B, 1 B (under 0.1 %) over its limit of 3000000 B',
    )
  })

  it.each([
    { name: 'within', verdict: { ...over(1, 2), status: 'within' } },
    { name: 'unmeasured', verdict: { ...over(1, 2), actual: null, status: 'unmeasured' } },
  ] as const)('says nothing of a limit that is $name', ({ verdict }) => {
    expect([describeBreach(verdict), excessOf(verdict)]).toEqual([null, null])
  })

  it('has no per cent of nothing', () => {
    expect(excessOf(over(5, 0))).toBe('5 B')
  })
})

describe('sizesApart', () => {
  it('never writes two different sizes alike', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: -2_000, max: 2_000 }), (limit, difference) => {
        const actual = Math.max(0, limit + difference)
        const said = sizesApart(actual, limit)
        expect(said.actual === said.limit && actual !== limit).toBe(false)
      }),
    )
  })
})
