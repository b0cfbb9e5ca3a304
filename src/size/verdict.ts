import type { Budget, Limit, OnOverBudget } from '../declare/budget.ts'
import type { Actuals } from './actuals.ts'
import type { BudgetStatus, LimitVerdict, Verdict } from './weigh-in.ts'

/**
 * Holds one platform's sizes against the budget. A size equal to its limit is within it. What could not be measured
 * is `unmeasured`, which nothing lets through: `onOverBudget` is about sizes that are known.
 */
export function judge(
  budget: Budget,
  onOverBudget: OnOverBudget,
  platform: string,
  actuals: Actuals,
): Verdict {
  if (budget.kind !== 'limits') return { status: 'none', allowed: false, limits: [] }
  const limits = budget.limits.map(limit => judgeLimit(limit, platform, actuals))
  const status = worst(limits)
  return { status, allowed: status === 'over' && onOverBudget === 'warn', limits }
}

function judgeLimit({ metric, limit }: Limit, platform: string, actuals: Actuals): LimitVerdict {
  const actual = actuals[metric]
  return { metric, platform, limit, actual, status: statusOf(actual, limit) }
}

function statusOf(actual: number | null, limit: number): LimitVerdict['status'] {
  if (actual === null || !Number.isFinite(actual)) return 'unmeasured'
  return actual > limit ? 'over' : 'within'
}

function worst(limits: readonly LimitVerdict[]): BudgetStatus {
  if (limits.some(({ status }) => status === 'unmeasured')) return 'unmeasured'
  return limits.some(({ status }) => status === 'over') ? 'over' : 'within'
}
