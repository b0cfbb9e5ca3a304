import { formatBound } from '../declare/bound.ts'
import type { Limit } from '../declare/budget.ts'
import { formatLimit, formatSubject } from '../declare/limit.ts'
import { limitOf } from './allowance.ts'
import type { Baseline } from './baseline.ts'
import { sizeOf } from './subject.ts'

/** The bound that the baseline was held against, where this one lets more through; else `null`. */
export function raisedFrom(limit: Limit, platform: string, baseline: Baseline | null): string | null {
  if (baseline?.status !== 'read') return null
  const before = sizeOf(limit.subject, baseline.weight)
  const now = limitOf(limit.bound, before)
  // Of several, the one that let the least through is the one that was raised.
  const lower = earlier(platform, baseline)
    .filter(old => isCounterpart(old, limit))
    .map(({ bound }) => ({ bound, bytes: limitOf(bound, before) }))
    .filter(({ bound, bytes }) => isLower(bytes, now, () => isLowerAsWritten(bound, limit.bound)))
    .sort((one, other) => (one.bytes ?? 0) - (other.bytes ?? 0))
  return lower[0] === undefined ? null : formatBound(lower[0].bound)
}

/** The baseline's limits that have no counterpart in the budget any more, as a budget has them. */
export function droppedLimits(
  limits: readonly Limit[],
  platform: string,
  baseline: Baseline | null,
): readonly string[] {
  const here = limits.filter(limit => limit.platform === null || limit.platform === platform)
  return earlier(platform, baseline)
    .filter(old => !here.some(limit => isCounterpart(old, limit)))
    .map(limit => formatLimit({ ...limit, platform: null }))
}

function earlier(platform: string, baseline: Baseline | null): readonly Limit[] {
  const limits = baseline?.status === 'read' ? (baseline.budget ?? []) : []
  return limits.filter(limit => limit.platform === null || limit.platform === platform)
}

function isCounterpart(one: Limit, other: Limit): boolean {
  const sameKind = (one.bound.kind === 'size') === (other.bound.kind === 'size')
  return sameKind && formatSubject(one.subject) === formatSubject(other.subject)
}

function isLower(old: number | null, now: number | null, asWritten: () => boolean): boolean {
  return old === null || now === null ? asWritten() : old < now
}

/** Where nothing says what they are bounds of, only like can be compared with like. */
function isLowerAsWritten(old: Limit['bound'], now: Limit['bound']): boolean {
  if (old.kind === 'growth percent' && now.kind === 'growth percent') return old.percent < now.percent
  return old.kind === 'growth' && now.kind === 'growth' && old.bytes < now.bytes
}
