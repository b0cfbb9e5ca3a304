import { excessOf, formatDelta, isSigned, sizesApart } from '../size/breach.ts'
import type { LimitVerdict } from '../weigh-in/weigh-in.ts'
import { formatUsed } from './figures.ts'

/** One limit in words: how much of it is used, and what that means. None of it is escaped. */
export interface LimitWords {
  /** The size, or the growth: `2.20 MB`, `+61.2 kB`; `unknown`. */
  readonly actual: string
  /** `3 MB`, `+50 kB` */
  readonly limit: string
  /** `73 %`; empty where it cannot be told, and for what did not grow. */
  readonly used: string
  /** `within budget`, `over budget by 202123 B (10.1 %)` */
  readonly verdict: string
  readonly status: 'within' | 'over' | 'let through' | 'unmeasured' | 'unchecked'
}

/** @param allowed whether `on-over-budget` let the breaches of its budget through */
export function describeLimit(verdict: LimitVerdict, allowed: boolean): LimitWords {
  const { status, reason, raisedFrom } = verdict
  const raised = raisedFrom === null ? '' : `, raised from ${raisedFrom}`
  const figures = figuresOf(verdict)
  if (status === 'unmeasured')
    return { ...figures, verdict: `${reason ?? 'not measured'}, so it fails${raised}`, status }
  if (status === 'within')
    return reason === null
      ? { ...figures, verdict: `within budget${withinNoise(verdict)}${raised}`, status }
      : { ...figures, verdict: `passes, ${reason}${raised}`, status: 'unchecked' }
  const excess = excessOf(verdict)
  const by = excess === null ? '' : ` by ${excess}`
  const before = verdict.inherited ? ', as the baseline was' : ''
  const letThrough = allowed ? ', let through' : ''
  return {
    ...figures,
    verdict: `over budget${by}${before}${letThrough}${raised}`,
    status: allowed ? 'let through' : 'over',
  }
}

/** How full a limit is, 1 for what is exactly at it; `null` where it cannot be told. */
export function usedOf(verdict: LimitVerdict): number | null {
  const { actual, limit, status } = verdict
  if (actual === null || limit === null || status === 'unmeasured') return null
  if (!isSigned(verdict)) return limit === 0 ? 1 : actual / limit
  const { growth, allowance } = growthOf(verdict)
  if (growth === null) return null
  if (growth <= 0) return 0
  return allowance > 0 ? growth / allowance : status === 'over' ? Infinity : 0
}

function figuresOf(verdict: LimitVerdict): Pick<LimitWords, 'actual' | 'limit' | 'used'> {
  const { actual, limit, bound } = verdict
  if (isSigned(verdict)) {
    const { growth, allowance } = growthOf(verdict)
    const used = growth === null || growth <= 0 || allowance === 0 ? '' : formatUsed(growth, allowance)
    return { actual: growth === null ? 'unknown' : formatDelta(growth), limit: bound, used }
  }
  if (actual === null || limit === null) return { actual: 'unknown', limit: bound, used: '' }
  return { ...sizesApart(actual, limit), used: formatUsed(actual, limit) }
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

function withinNoise(verdict: LimitVerdict): string {
  if (!isSigned(verdict)) return ''
  const { growth, allowance } = growthOf(verdict)
  return growth !== null && growth > allowance ? ', that is noise' : ''
}
