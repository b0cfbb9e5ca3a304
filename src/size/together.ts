import { formatLimit } from '../declare/limit.ts'
import type { BudgetStatus, Verdict } from '../weigh-in/verdict.ts'

const WORST_FIRST: readonly BudgetStatus[] = ['unmeasured', 'over', 'within', 'none']

/**
 * The verdict over several platforms or images. The worst one counts, and a breach is let through only if each of them
 * is.
 */
export function together(verdicts: readonly Verdict[]): Verdict {
  const status = WORST_FIRST.find(one => verdicts.some(verdict => verdict.status === one)) ?? 'none'
  const over = verdicts.filter(verdict => verdict.status === 'over')
  const dropped = verdicts.flatMap(verdict => verdict.dropped)
  return {
    status,
    waived: status === 'over' && over.every(({ waived }) => waived),
    limits: verdicts.flatMap(({ limits }) => limits),
    dropped: [...new Map(dropped.map(limit => [formatLimit({ ...limit, platform: null }), limit])).values()],
  }
}
