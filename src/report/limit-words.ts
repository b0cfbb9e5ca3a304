import { excessOf, sizesApart } from './breach-words.ts'
import { formatBound } from '../declare/bound.ts'
import { isOfGrowth, unitOf } from '../weigh-in/limit.ts'
import type { LimitVerdict } from '../weigh-in/verdict.ts'
import type { BaselineReport } from '../weigh-in/weigh-in.ts'
import { formatGrowth, formatUsed } from './figures.ts'

/** One limit in words: its use and the result. The texts are not escaped. */
export interface LimitWords {
  /** The size, or the growth: `2.20 MB`, `+61.2 kB`; `unknown`. */
  readonly actual: string
  /** `3 MB`, `+50 kB` */
  readonly limit: string
  /** `73 %`; empty if it is unknown, or if nothing grew. */
  readonly used: string
  /** `within budget`, `over budget by 202123 B (10.1 %)` */
  readonly verdict: string
  /** The verdict, but empty for `within budget`, which the figures already show. */
  readonly note: string
  readonly status: 'within' | 'over' | 'allowed' | 'unmeasured' | 'unchecked'
}

/** @param waived whether `on-over-budget` let breaches of this budget pass */
export function describeLimit(verdict: LimitVerdict, waived: boolean): LimitWords {
  const { status, subject, reason, raisedFrom } = verdict
  const raised = raisedFrom === null ? [] : [`raised from ${formatBound(raisedFrom, unitOf(subject))}`]
  const figures = figuresOf(verdict)
  switch (status) {
    case 'unmeasured':
      return { ...figures, ...said([`${reason ?? 'not measured'}, so it fails`, ...raised]), status }
    case 'within': {
      if (reason !== null)
        return { ...figures, ...said([`passes, ${reason}`, ...raised]), status: 'unchecked' }
      const notes = [...(isWithinNoise(verdict) ? ['the growth is only noise'] : []), ...raised]
      return { ...figures, verdict: ['within budget', ...notes].join(', '), note: notes.join(', '), status }
    }
    case 'over': {
      const excess = excessOf(verdict)
      const breach = [
        `over budget${excess === null ? '' : ` by ${excess}`}`,
        ...(verdict.inherited ? ['as in the baseline'] : []),
        ...(waived ? ['allowed'] : []),
        ...raised,
      ]
      return { ...figures, ...said(breach), status: waived ? 'allowed' : 'over' }
    }
  }
}

/**
 * Returns the note or the verdict of a limit for a report that also shows `baseline`. Such a report says in one place
 * why nothing was compared.
 */
export function besideBaseline(
  words: LimitWords,
  baseline: BaselineReport | null,
): Pick<LimitWords, 'verdict' | 'note'> {
  const isExplained = words.status === 'unchecked' && baseline !== null && baseline.reason !== null
  return isExplained ? { verdict: 'passes unchecked', note: 'passes unchecked' } : words
}

function said(clauses: readonly string[]): Pick<LimitWords, 'verdict' | 'note'> {
  const verdict = clauses.join(', ')
  return { verdict, note: verdict }
}

/** Returns how much of a limit is used: 1 is exactly at the limit, `null` is unknown. */
export function usedOf(verdict: LimitVerdict): number | null {
  const { actual, limit, status } = verdict
  if (actual === null || limit === null || status === 'unmeasured') return null
  if (!isOfGrowth(verdict)) return limit === 0 ? 1 : actual / limit
  const { growth, allowance } = growthOf(verdict)
  if (growth === null) return null
  if (growth <= 0) return 0
  return allowance > 0 ? growth / allowance : status === 'over' ? Infinity : 0
}

function figuresOf(verdict: LimitVerdict): Pick<LimitWords, 'actual' | 'limit' | 'used'> {
  const { subject, actual, limit } = verdict
  const unit = unitOf(subject)
  const bound = formatBound(verdict.bound, unit)
  if (isOfGrowth(verdict)) {
    const { growth, allowance } = growthOf(verdict)
    const used = growth === null || growth <= 0 || allowance === 0 ? '' : formatUsed(growth, allowance)
    return { actual: growth === null ? 'unknown' : formatGrowth(growth, unit), limit: bound, used }
  }
  if (actual === null || limit === null) return { actual: 'unknown', limit: bound, used: '' }
  return { ...sizesApart(actual, limit, unit), used: formatUsed(actual, limit) }
}

function growthOf({ growth, limit, before }: LimitVerdict): {
  readonly growth: number | null
  readonly allowance: number
} {
  return {
    growth: limit === null || before === null ? null : growth,
    allowance: (limit ?? 0) - (before ?? 0),
  }
}

function isWithinNoise(verdict: LimitVerdict): boolean {
  if (!isOfGrowth(verdict)) return false
  const { growth, allowance } = growthOf(verdict)
  return growth !== null && growth > allowance
}
