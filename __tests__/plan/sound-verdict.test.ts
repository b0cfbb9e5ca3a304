import { describe, expect, it } from '@jest/globals'
import { judged, limitsFor, unsound } from '../../src/plan/sound-verdict.ts'
import type { LimitVerdict, Verdict } from '../../src/weigh-in/verdict.ts'
import { boundOf } from '../support/limits.ts'
import { AMD64, ARM64, plan, weightOf, within } from './sample.ts'

const SIZE = 2_202_123
const of = (...limits: readonly LimitVerdict[]): Verdict => ({
  status: 'within',
  waived: false,
  limits,
  dropped: [],
})

function growthSays(limit: Partial<LimitVerdict>): string | null {
  const [planned] = plan({ budget: 'image: +50kB', baseline: 'registry.example/o/proxy:v0' }).images
  const bound = boundOf('+50 kB')
  return unsound(planned, of(within(AMD64, { bound, ...limit })), weightOf(AMD64))
}

describe('unsound', () => {
  it.each<[string, Partial<LimitVerdict>, boolean]>([
    ['a growth at the limit', { before: SIZE - 50_000, growth: 50_000 }, true],
    ['a growth over the limit', { before: SIZE - 50_001, growth: 50_001 }, false],
    ['noise', { before: SIZE - 1000, growth: 1000 }, true],
    ['no baseline, with the reason', { limit: null, reason: 'there is no baseline' }, true],
    ['no baseline, without a reason', { limit: null }, false],
    ['a breach', { before: 1, growth: SIZE - 1, status: 'over' }, true],
    ['what was not measured', { actual: SIZE, status: 'unmeasured' }, true],
    [
      'a breach of growth that is inherited',
      { before: SIZE, growth: 0, status: 'over', inherited: true },
      false,
    ],
  ])('believes or not %s', (_, limit, isSound) => {
    expect(growthSays(limit) === null).toBe(isSound)
  })

  it('believes a size that was over its limit before, and has not grown', () => {
    const [planned] = plan({ budget: 'image: 1MB' }).images
    const inherited = { bound: boundOf('1 MB'), status: 'over', inherited: true, before: SIZE } as const
    const said = (growth: number) =>
      unsound(planned, of(within(AMD64, { ...inherited, growth })), weightOf(AMD64))
    expect(said(0)).toBeNull()
    expect(said(400_000)).not.toBeNull()
  })
})

describe('limitsFor', () => {
  it('leaves out the limits of other platforms', () => {
    const [planned] = plan({ budget: 'image@linux/arm64: 1MB,download: 3MB' }).images
    expect(limitsFor(planned, AMD64).map(({ subject }) => subject.kind)).toEqual(['download'])
    expect(limitsFor(planned, ARM64).map(({ platform }) => platform)).toEqual([ARM64, ARM64])
  })
})

describe('judged', () => {
  const over = within(AMD64, { status: 'over' })
  it.each<[string, LimitVerdict, boolean]>([
    ['fail', over, false],
    ['warn', over, true],
    ['fail-if-grown', over, false],
    ['fail-if-grown', { ...over, inherited: true }, true],
  ])('waives by on-over-budget of the plan alone: %s', (wish, limit, waived) => {
    const [planned] = plan({ 'on-over-budget': wish }).images
    expect(judged(planned, { ...of(limit), waived: !waived }, AMD64)).toMatchObject({
      status: 'over',
      waived,
    })
  })

  it('has no status without limits', () => {
    const [planned] = plan({ budget: 'none' }).images
    expect(judged(planned, of(), AMD64)).toMatchObject({ status: 'none', waived: false })
  })
})
