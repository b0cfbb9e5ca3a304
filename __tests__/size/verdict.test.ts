import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Budget, Limit, OnOverBudget } from '../../src/declare/budget.ts'
import type { Actuals } from '../../src/size/actuals.ts'
import { judge } from '../../src/size/verdict.ts'
import type { Verdict } from '../../src/size/weigh-in.ts'

const measured: Actuals = { image: 2_000, download: 1_900, binary: 6_000, memory: 500 }

function limits(...values: readonly Limit[]): Budget {
  return { kind: 'limits', limits: values }
}

const image = (limit: number): Limit => ({ metric: 'image', limit })
const memory = (limit: number): Limit => ({ metric: 'memory', limit })

interface Row {
  readonly name: string
  readonly budget: Budget
  readonly onOverBudget?: OnOverBudget
  readonly actuals?: Actuals
  readonly expected: Pick<Verdict, 'status' | 'allowed'>
}

describe('judge', () => {
  it.each<Row>([
    { name: 'below the limit', budget: limits(image(2_001)), expected: { status: 'within', allowed: false } },
    {
      name: 'equal to the limit',
      budget: limits(image(2_000)),
      expected: { status: 'within', allowed: false },
    },
    { name: 'one byte over', budget: limits(image(1_999)), expected: { status: 'over', allowed: false } },
    {
      name: 'over, where that is a warning',
      budget: limits(image(1_999)),
      onOverBudget: 'warn',
      expected: { status: 'over', allowed: true },
    },
    {
      name: 'within, where over would be a warning',
      budget: limits(image(2_000)),
      onOverBudget: 'warn',
      expected: { status: 'within', allowed: false },
    },
    {
      name: 'one of two over',
      budget: limits(image(2_000), memory(499)),
      expected: { status: 'over', allowed: false },
    },
    {
      name: 'memory that was not measured',
      budget: limits(memory(8_000)),
      actuals: { ...measured, memory: null },
      expected: { status: 'unmeasured', allowed: false },
    },
    {
      name: 'unmeasured beside over: unmeasured, which no warning lets through',
      budget: limits(image(1), memory(8_000)),
      onOverBudget: 'warn',
      actuals: { ...measured, memory: null },
      expected: { status: 'unmeasured', allowed: false },
    },
    {
      name: 'a size that is no number',
      budget: limits(image(1)),
      actuals: { ...measured, image: Number.NaN },
      expected: { status: 'unmeasured', allowed: false },
    },
    {
      name: 'memory that was not measured and has no limit',
      budget: limits(image(2_000)),
      actuals: { ...measured, memory: null },
      expected: { status: 'within', allowed: false },
    },
    { name: 'none', budget: { kind: 'none' }, expected: { status: 'none', allowed: false } },
    { name: 'undeclared', budget: { kind: 'undeclared' }, expected: { status: 'none', allowed: false } },
  ])('$name', ({ budget, onOverBudget = 'fail', actuals = measured, expected }) => {
    expect(judge(budget, onOverBudget, 'linux/amd64', actuals)).toMatchObject(expected)
  })

  it('tells each limit with what was measured', () => {
    expect(judge(limits(image(1_999), memory(500)), 'fail', 'linux/arm64', measured).limits).toEqual([
      { metric: 'image', platform: 'linux/arm64', limit: 1_999, actual: 2_000, status: 'over' },
      { metric: 'memory', platform: 'linux/arm64', limit: 500, actual: 500, status: 'within' },
    ])
  })

  it('is within exactly where every limit was measured and kept', () => {
    const metric = fc.constantFrom<Limit['metric']>('image', 'download', 'binary', 'memory')
    const size = fc.oneof(fc.nat({ max: 20 }), fc.constant(null))
    const actuals = fc.record({ image: size, download: size, binary: size, memory: size })
    const declared = fc.array(fc.record({ metric, limit: fc.nat({ max: 20 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(
        declared,
        actuals,
        fc.constantFrom<OnOverBudget>('fail', 'warn'),
        (values, sizes, onOverBudget) => {
          const verdict = judge(limits(...values), onOverBudget, 'linux/amd64', sizes)
          const kept = values.every(({ metric: of, limit }) => sizes[of] !== null && sizes[of] <= limit)
          expect(verdict.status === 'within').toBe(kept)
          expect(verdict.allowed && (verdict.status !== 'over' || onOverBudget !== 'warn')).toBe(false)
        },
      ),
    )
  })
})
