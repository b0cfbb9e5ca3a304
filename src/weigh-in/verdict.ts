import type { Bound, BoundSubject } from './limit.ts'

/** What the gate says. `unmeasured` fails: never a silent pass. */
export type BudgetStatus = 'within' | 'over' | 'unmeasured' | 'none'

export interface Verdict {
  readonly status: BudgetStatus
  /** `on-over-budget` let a breach through. */
  readonly waived: boolean
  readonly limits: readonly LimitVerdict[]
  /** Limits that the baseline was held against and this one is not. */
  readonly dropped: readonly BoundSubject[]
}

/** One limit of the budget, and how a platform keeps it. Amounts are in the unit of its subject. */
export interface LimitVerdict extends BoundSubject {
  readonly platform: string
  /** What follows from the bound; `null` for growth where nothing says what it grows from. */
  readonly limit: number | null
  /** `null` where it could not be measured. */
  readonly actual: number | null
  /** Of the baseline; `null` without one. */
  readonly before: number | null
  /** Actual minus before, without padding between segments: what a bound of growth is held against. `null` where it cannot be told. */
  readonly growth: number | null
  readonly status: 'within' | 'over' | 'unmeasured'
  /** Over its limit in the baseline already, and not grown since. */
  readonly inherited: boolean
  /** The lower bound that the baseline was held against; `null` where it was not raised. */
  readonly raisedFrom: Bound | null
  /** Why it could not be checked, or was not held against anything: a clause. */
  readonly reason: string | null
}
