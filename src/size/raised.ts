import { type Bound, type BoundSubject, isOfGrowth, isSameSubject, type Limit } from '../weigh-in/limit.ts'
import { limitOf } from './allowance.ts'
import type { Baseline } from './baseline.ts'
import { sizeOf } from './subject.ts'

/** Returns the bound that the baseline was checked against, if the new bound allows more; otherwise `null`. */
export function raisedFrom(limit: Limit, platform: string, baseline: Baseline | null): Bound | null {
  if (baseline?.status !== 'read') return null
  const before = sizeOf(limit.subject, baseline.weight)
  const now = limitOf(limit.bound, before)
  // Of several old bounds, the strictest one counts.
  const lower = earlier(platform, baseline)
    .filter(old => isCounterpart(old, limit))
    .map(({ bound }) => ({ bound, bytes: limitOf(bound, before) }))
    .filter(({ bound, bytes }) => isLower(bytes, now, () => isLowerAsWritten(bound, limit.bound)))
    .sort((one, other) => (one.bytes ?? 0) - (other.bytes ?? 0))
  return lower[0]?.bound ?? null
}

/** Returns the baseline's limits that the budget no longer has. */
export function droppedLimits(
  limits: readonly Limit[],
  platform: string,
  baseline: Baseline | null,
): readonly BoundSubject[] {
  const here = limits.filter(limit => limit.platform === null || limit.platform === platform)
  return earlier(platform, baseline)
    .filter(old => !here.some(limit => isCounterpart(old, limit)))
    .map(({ subject, bound }) => ({ subject, bound }))
}

function earlier(platform: string, baseline: Baseline | null): readonly Limit[] {
  const limits = baseline?.status === 'read' ? (baseline.budget ?? []) : []
  return limits.filter(limit => limit.platform === null || limit.platform === platform)
}

function isCounterpart(one: Limit, other: Limit): boolean {
  return isOfGrowth(one) === isOfGrowth(other) && isSameSubject(one.subject, other.subject)
}

function isLower(old: number | null, now: number | null, asWritten: () => boolean): boolean {
  return old === null || now === null ? asWritten() : old < now
}

/** Without a size to apply the bounds to, only bounds of the same kind can be compared. */
function isLowerAsWritten(old: Bound, now: Bound): boolean {
  if (old.kind === 'growth percent' && now.kind === 'growth percent') return old.percent < now.percent
  return old.kind === 'growth' && now.kind === 'growth' && old.amount < now.amount
}
