import type { Budget } from '../declare/budget.ts'
import type { Surface } from '../clause.ts'
import type { Verdict } from '../weigh-in/verdict.ts'

/** The decision on a verdict. `waived`: over budget but allowed. `undeclared`: no budget although one is required. */
export type Decision = 'within' | 'over' | 'waived' | 'unmeasured' | 'undeclared' | 'none'

export function decide(
  { status, waived }: Pick<Verdict, 'status' | 'waived'>,
  budget: Budget,
  surface: Surface,
): Decision {
  switch (status) {
    case 'within':
    case 'unmeasured':
      return status
    case 'over':
      return waived ? 'waived' : 'over'
    case 'none':
      return budget.kind === 'undeclared' && surface === 'action' ? 'undeclared' : 'none'
  }
}

/** Whether the run passes. `false` fails it, and nothing is published. */
export function passes(decision: Decision): boolean {
  switch (decision) {
    case 'within':
    case 'waived':
    case 'none':
      return true
    case 'over':
    case 'unmeasured':
    case 'undeclared':
      return false
  }
}
