import { formatBytes } from '../../declare/bytes.ts'
import { describeBreach, sizesApart } from '../../size/breach.ts'
import type { ImageWeight, LimitVerdict } from '../../weigh-in/weigh-in.ts'
import { formatUsed } from '../figures.ts'
import { printable } from '../printable.ts'

/** What the gate says of an image, in two words and a sentence. */
export interface Headline {
  readonly mark: 'good' | 'bad' | 'doubtful' | 'none'
  readonly words: string
  /** Clauses. */
  readonly because: readonly string[]
}

export function headlineOf({ budget, platforms }: Pick<ImageWeight, 'budget' | 'platforms'>): Headline {
  const { limits } = budget
  switch (budget.status) {
    case 'within':
      return { mark: 'good', words: 'Within budget', because: tightest(limits) }
    case 'over':
      return {
        mark: budget.allowed ? 'doubtful' : 'bad',
        words: budget.allowed ? 'Over budget, and let through' : 'Over budget',
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

/** The limit of a size that is used most. */
function tightest(limits: readonly LimitVerdict[]): readonly string[] {
  const used = limits.flatMap(({ metric, bound, actual, limit }) =>
    actual === null || limit === null || bound.startsWith('+') ? [] : [{ metric, actual, limit }],
  )
  const [worst] = used.sort((one, other) => other.actual / other.limit - one.actual / one.limit)
  if (worst === undefined) return []
  const { actual, limit } = sizesApart(worst.actual, worst.limit)
  return [`${printable(worst.metric)} is ${actual} of ${limit} (${formatUsed(worst.actual, worst.limit)})`]
}

function unmeasured({ status, metric, platform, reason }: LimitVerdict): readonly string[] {
  if (status !== 'unmeasured') return []
  const of = `${printable(metric)} of ${printable(platform)} was not measured`
  return [reason === null ? of : `${of}: ${printable(reason)}`]
}

/** What a reviewer should know of the budget itself, a sentence each. */
export function budgetNotes({ budget }: Pick<ImageWeight, 'budget'>): readonly string[] {
  return [
    ...budget.limits.flatMap(({ metric, bound, raisedFrom }) =>
      raisedFrom === null
        ? []
        : [`The limit of ${printable(metric)} was raised from ${raisedFrom} to ${bound}.`],
    ),
    ...budget.dropped.map(limit => `The limit ${printable(limit)} was dropped since the baseline.`),
    ...budget.limits.flatMap(({ status, metric, reason }) =>
      status === 'within' && reason !== null ? [`${printable(metric)}: ${printable(reason)}.`] : [],
    ),
  ]
}
