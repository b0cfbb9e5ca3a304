import { formatAmount, formatAmountExact, formatAmountInFull } from '../declare/amount.ts'
import { formatBound } from '../declare/bound.ts'
import { formatSubject } from '../declare/limit.ts'
import { isOfGrowth, unitOf } from '../weigh-in/limit.ts'
import type { Unit } from '../weigh-in/metric.ts'
import type { LimitVerdict } from '../weigh-in/verdict.ts'
import { formatGrowth } from './figures.ts'

/**
 * Returns how far a limit is exceeded, in percent too for a size: `207123 B (6.9 %)`. `null` if it is not exceeded, or
 * if the excess is unknown.
 */
export function excessOf(verdict: LimitVerdict): string | null {
  const { status, subject, actual, limit, growth, before } = verdict
  const unit = unitOf(subject)
  if (status !== 'over' || actual === null || limit === null) return null
  if (isOfGrowth(verdict)) return formatAmountInFull((growth ?? actual) - (limit - (before ?? 0)), unit)
  const excess = actual - limit
  const text = formatAmountInFull(excess, unit)
  return limit === 0 ? text : `${text} (${percentOf(excess, limit)})`
}

/**
 * Formats a size and its limit: `2.20 MB`, `3 MB`. Uses bytes for both if rounding would make different sizes look
 * equal.
 */
export function sizesApart(
  actual: number,
  limit: number,
  unit: Unit,
): { readonly actual: string; readonly limit: string } {
  const alike = actual !== limit && formatAmount(actual, unit) === formatAmount(limit, unit)
  return alike
    ? { actual: formatAmountInFull(actual, unit), limit: formatAmountInFull(limit, unit) }
    : { actual: formatAmount(actual, unit), limit: formatAmountExact(limit, unit) }
}

/**
 * Describes a breach as a clause: `image of linux/amd64 is 3.21 MB, 207123 B (6.9 %) over its limit of 3 MB`. `null`
 * without a breach.
 */
export function describeBreach(verdict: LimitVerdict): string | null {
  const excess = excessOf(verdict)
  const { subject, platform, bound } = verdict
  const [name, unit] = [formatSubject(subject), unitOf(subject)]
  if (excess === null || verdict.actual === null || verdict.limit === null) return null
  if (isOfGrowth(verdict)) {
    const grown = formatGrowth(verdict.growth ?? verdict.actual, unit)
    return `${name} of ${platform} grew by ${grown.slice(1)} to ${formatAmount(verdict.actual, unit)}, ${excess} over its limit of ${formatBound(bound, unit)}`
  }
  const { actual, limit } = sizesApart(verdict.actual, verdict.limit, unit)
  return `${name} of ${platform} is ${actual}, ${excess} over its limit of ${limit}${history(verdict, unit)}`
}

/** Says whether the baseline already had the breach. */
function history({ inherited, before, limit, growth }: LimitVerdict, unit: Unit): string {
  if (before === null || limit === null) return ''
  if (inherited) return `, which the baseline already exceeded (${formatAmount(before, unit)})`
  return growth !== null && growth > 0 ? `, and ${formatGrowth(growth, unit)} since the baseline` : ''
}

function percentOf(excess: number, limit: number): string {
  const percent = (100 * excess) / limit
  return percent < 0.05 ? 'under 0.1 %' : `${percent.toFixed(1)} %`
}
