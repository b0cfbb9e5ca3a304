import { formatBound } from '../../declare/bound.ts'
import { formatBytes } from '../../declare/bytes.ts'
import { formatLimit, formatSubject } from '../../declare/limit.ts'
import { isOfGrowth, unitOf } from '../../weigh-in/limit.ts'
import { describeBreach, sizesApart } from '../breach-words.ts'
import type { ImageWeight } from '../../weigh-in/weigh-in.ts'
import { isUnchecked, type LimitVerdict } from '../../weigh-in/verdict.ts'
import { formatUsed } from '../figures.ts'
import { printable } from '../printable.ts'

/** The verdict on an image, in two words and a sentence. */
export interface Headline {
  readonly mark: 'good' | 'bad' | 'doubtful' | 'none'
  readonly words: string
  /** The reasons, as clauses. */
  readonly because: readonly string[]
}

export function headlineOf({ budget, platforms }: Pick<ImageWeight, 'budget' | 'platforms'>): Headline {
  const { limits } = budget
  switch (budget.status) {
    case 'within':
      return { mark: 'good', words: 'Within budget', because: tightest(limits) }
    case 'over':
      return {
        mark: budget.waived ? 'doubtful' : 'bad',
        words: budget.waived ? 'Over budget, but allowed' : 'Over budget',
        because: limits.flatMap(limit => describeBreach(limit) ?? []),
      }
    case 'unmeasured':
      return { mark: 'bad', words: 'Budget not checked', because: limits.flatMap(unmeasured) }
    case 'none': {
      const sizes = platforms.map(({ sizes }) => sizes.imageSize)
      const because = sizes.length === 0 ? [] : [`the image is ${formatBytes(Math.max(...sizes))}`]
      return { mark: 'none', words: 'No budget', because }
    }
  }
}

/** Returns the size limit with the highest use. */
function tightest(limits: readonly LimitVerdict[]): readonly string[] {
  const used = limits.flatMap(verdict => {
    const { subject, actual, limit } = verdict
    return actual === null || limit === null || isOfGrowth(verdict) ? [] : [{ subject, actual, limit }]
  })
  const [worst] = used.sort((one, other) => other.actual / other.limit - one.actual / one.limit)
  if (worst === undefined) return []
  const { actual, limit } = sizesApart(worst.actual, worst.limit, unitOf(worst.subject))
  return [
    `${printable(formatSubject(worst.subject))} is ${actual} of ${limit} (${formatUsed(worst.actual, worst.limit)})`,
  ]
}

function unmeasured({ status, subject, platform, reason }: LimitVerdict): readonly string[] {
  if (status !== 'unmeasured') return []
  const of = `${printable(formatSubject(subject))} of ${printable(platform)} was not measured`
  return [reason === null ? of : `${of}: ${printable(reason)}`]
}

/** Returns sentences about the budget itself that a reviewer should know. */
export function budgetNotes({
  budget,
  baseline,
}: Pick<ImageWeight, 'budget' | 'baseline'>): readonly string[] {
  return [
    ...budget.limits.flatMap(({ subject, bound, raisedFrom }) => {
      if (raisedFrom === null) return []
      const [from, to] = [raisedFrom, bound].map(one => formatBound(one, unitOf(subject)))
      return [`The limit of ${printable(formatSubject(subject))} was raised from ${from} to ${to}.`]
    }),
    ...budget.dropped.map(
      limit =>
        `The limit ${printable(formatLimit({ ...limit, platform: null }))} was removed since the baseline.`,
    ),
    ...uncheckedNote(budget.limits, baseline?.reason ?? null),
  ]
}

/** Names all limits on growth that pass because there is nothing to compare with, so that the reason stands once. */
function uncheckedNote(limits: readonly LimitVerdict[], why: string | null): readonly string[] {
  const unchecked = limits.filter(isUnchecked)
  const names = [...new Set(unchecked.map(({ subject }) => printable(formatSubject(subject))))]
  if (names.length === 0) return []
  const because = why === null ? '' : `: ${printable(why)}`
  return [`The growth of ${names.join(' and ')} passes unchecked, because there is no baseline${because}.`]
}
