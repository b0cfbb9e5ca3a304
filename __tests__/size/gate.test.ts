import { describe, expect, it } from '@jest/globals'
import type { Budget } from '../../src/declare/budget.ts'
import { exitCodeOf, gate } from '../../src/size/gate.ts'
import type { LimitVerdict, Verdict } from '../../src/size/weigh-in.ts'

const LIMITS: Budget = { kind: 'limits', limits: [] }

function verdict(
  status: Verdict['status'],
  limits: readonly Partial<LimitVerdict>[] = [],
  allowed = false,
): Verdict {
  const whole = {
    metric: 'image',
    platform: 'linux/amd64',
    limit: 3_000_000,
    actual: 2,
    status: 'within',
  } as const
  return { status, allowed, limits: limits.map(limit => ({ ...whole, ...limit })) }
}

const over = { status: 'over', actual: 3_207_123 } as const

describe('gate', () => {
  it('lets a run within its budget publish', () => {
    expect(gate(verdict('within'), LIMITS, 'action', 1)).toMatchObject({ pass: true, publish: true })
  })

  it('stops what is over, with metric, limit, size and excess', () => {
    const said = gate(verdict('over', [over]), LIMITS, 'terminal', 3_207_123)
    expect(said).toMatchObject({ pass: false, publish: false })
    expect(said.sentence).toBe(
      'Over budget: image of linux/amd64 is 3.21 MB, 207123 B (6.9 %) over its limit of 3 MB. Make it smaller, or raise the limit in budget.',
    )
  })

  it('says which switch lets a breach through', () => {
    const said = gate(verdict('over', [over], true), LIMITS, 'action', 3_207_123)
    expect(said).toMatchObject({ pass: true, publish: true })
    expect(said.sentence).toContain('let through by on-over-budget: warn: image of linux/amd64 is 3.21 MB')
  })

  it('stops what was not measured, on a terminal too', () => {
    const limits = [{ metric: 'memory', actual: null, status: 'unmeasured' }] as const
    const said = gate(verdict('unmeasured', limits), LIMITS, 'terminal', 1)
    expect(said).toMatchObject({ pass: false, publish: false })
    expect(said.sentence).toContain('memory of linux/amd64 was not measured')
  })

  it('in the action, stops a run without a budget and gives the line to write', () => {
    const said = gate(verdict('none'), { kind: 'undeclared' }, 'action', 2_202_000)
    expect(said).toMatchObject({ pass: false, publish: false })
    expect(said.sentence).toContain('`budget: 2.4MB` (today 2.20 MB)')
  })

  it.each([
    { name: 'no budget on a terminal', budget: { kind: 'undeclared' }, surface: 'terminal' },
    { name: 'none on a terminal', budget: { kind: 'none' }, surface: 'terminal' },
    { name: 'none in the action', budget: { kind: 'none' }, surface: 'action' },
  ] as const)('passes, visibly: $name', ({ budget, surface }) => {
    const said = gate(verdict('none'), budget, surface, 1)
    expect(said).toEqual({ pass: true, publish: true, sentence: 'No budget was declared: any size passes.' })
  })
})

describe('exitCodeOf', () => {
  it('is 1 where the gate says no', () => {
    expect([exitCodeOf({ pass: true }), exitCodeOf({ pass: false })]).toEqual([0, 1])
  })
})
