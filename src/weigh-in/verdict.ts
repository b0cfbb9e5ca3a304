import type { Bound, BoundSubject } from './limit.ts'

/** The result of the budget check. `unmeasured` fails, so that a limit never passes without a check. */
export type BudgetStatus = 'within' | 'over' | 'unmeasured' | 'none'

export interface Verdict {
  readonly status: BudgetStatus
  /** Whether `on-over-budget` let a breach pass. */
  readonly waived: boolean
  readonly limits: readonly LimitVerdict[]
  /** Limits that the baseline was checked against but this image is not. */
  readonly dropped: readonly BoundSubject[]
}

/** One limit of the budget and its result on a platform. Amounts are in the unit of the limit's subject. */
export interface LimitVerdict extends BoundSubject {
  readonly platform: string
  /** The limit in absolute terms; `null` for a limit on growth without a size to grow from. */
  readonly limit: number | null
  /** `null` if it was not measured. */
  readonly actual: number | null
  /** The value of the baseline; `null` without one. */
  readonly before: number | null
  /**
   * Actual minus before, without padding between segments. Limits on growth are checked against it. `null` if unknown.
   */
  readonly growth: number | null
  readonly status: 'within' | 'over' | 'unmeasured'
  /** Whether the baseline already exceeded the limit, and the value has not grown since. */
  readonly inherited: boolean
  /** The lower bound that the baseline was checked against; `null` if the bound was not raised. */
  readonly raisedFrom: Bound | null
  /** Why the limit was not checked, or had nothing to compare with: a clause. */
  readonly reason: string | null
}

/** Whether a limit passes only because there was nothing to compare with. */
export function isUnchecked({ status, reason }: Pick<LimitVerdict, 'status' | 'reason'>): boolean {
  return status === 'within' && reason !== null
}

/** The limits that were checked on one platform. */
export function limitsFor({ limits }: Pick<Verdict, 'limits'>, platform: string): readonly LimitVerdict[] {
  return limits.filter(limit => limit.platform === platform)
}
