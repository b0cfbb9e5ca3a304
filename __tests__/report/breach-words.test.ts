import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { describeBreach, excessOf, sizesApart } from '../../src/report/breach-words.ts'
import type { LimitVerdict } from '../../src/weigh-in/verdict.ts'
import { limitVerdict } from './sample.ts'
import { boundOf } from '../support/limits.ts'

function over(actual: number, limit: number): LimitVerdict {
  return limitVerdict({ bound: { kind: 'size', amount: limit }, limit, actual, status: 'over' })
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

  it('tells a breach that the baseline had from one that grew', () => {
    const history = { ...over(3_207_123, 3_000_000), before: 3_207_100, growth: 23 }
    expect(describeBreach({ ...history, inherited: true })).toMatch(
      /3 MB, which the baseline already exceeded \(3\.21 MB\)$/,
    )
    expect(describeBreach({ ...history, before: 2_900_000, growth: 307_123 })).toMatch(
      /3 MB, and \+307 kB since the baseline$/,
    )
  })

  it('names the growth, and its excess over what was allowed', () => {
    const verdict = {
      ...over(2_202_123, 2_181_123),
      bound: boundOf('+20 kB'),
      before: 2_161_123,
      growth: 41_000,
    }
    expect(describeBreach(verdict)).toBe(
      'image of linux/amd64 grew by 41.0 kB to 2.20 MB, 21000 B over its limit of +20 kB',
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
        const said = sizesApart(actual, limit, 'bytes')
        expect(said.actual === said.limit && actual !== limit).toBe(false)
      }),
    )
  })
})
