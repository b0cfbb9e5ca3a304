import { describe, expect, it } from '@jest/globals'
import type { Budget } from '../../src/declare/budget.ts'
import type { Surface } from '../../src/clause.ts'
import { decide, type Decision, passes } from '../../src/size/decision.ts'
import type { Verdict } from '../../src/weigh-in/verdict.ts'

interface Row {
  readonly status: Verdict['status']
  readonly waived?: boolean
  readonly budget?: Budget['kind']
  readonly surface?: Surface
  readonly decision: Decision
  readonly pass: boolean
}

const ROWS: readonly Row[] = [
  { status: 'within', decision: 'within', pass: true },
  { status: 'over', decision: 'over', pass: false },
  { status: 'over', waived: true, decision: 'waived', pass: true },
  { status: 'unmeasured', decision: 'unmeasured', pass: false },
  { status: 'unmeasured', waived: true, decision: 'unmeasured', pass: false },
  { status: 'none', budget: 'none', decision: 'none', pass: true },
  { status: 'none', budget: 'undeclared', decision: 'undeclared', pass: false },
  { status: 'none', budget: 'undeclared', surface: 'terminal', decision: 'none', pass: true },
]

describe('decide', () => {
  it.each(ROWS)(
    '$status, waived $waived, budget $budget on $surface: $decision',
    ({ status, waived = false, budget = 'limits', surface = 'action', decision, pass }) => {
      const declared: Budget = budget === 'limits' ? { kind: budget, limits: [] } : { kind: budget }
      expect(decide({ status, waived }, declared, surface)).toBe(decision)
      expect(passes(decision)).toBe(pass)
    },
  )
})
