import type { BudgetStatus } from '../weigh-in/verdict.ts'

const WORST_FIRST: readonly BudgetStatus[] = ['unmeasured', 'over', 'within', 'none']

/** The status of several taken together: the worst one counts. */
export function worstStatus(
  verdicts: readonly { readonly status: BudgetStatus }[],
  otherwise: BudgetStatus,
): BudgetStatus {
  return WORST_FIRST.find(one => verdicts.some(({ status }) => status === one)) ?? otherwise
}
