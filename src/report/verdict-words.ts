import { formatBytes } from '../declare/bytes.ts'
import { formatSubject } from '../declare/limit.ts'
import { isOfGrowth } from '../weigh-in/limit.ts'
import type { Verdict } from '../weigh-in/verdict.ts'
import type { ImageWeight, PlatformWeight } from '../weigh-in/weigh-in.ts'
import { escape } from './escape.ts'
import type { Gate } from './gate.ts'
import { describeLimit, usedOf } from './limit-words.ts'
import { passesPlainly } from './urgency.ts'

/**
 * Returns the verdict with the limit of the highest use: `within budget, image 2.20 MB of 3 MB (73 %)`. Of several platforms
 * it names the one.
 */
export function verdictOf({ budget, platforms }: ImageWeight): string {
  const isAlone = platforms.length === 1
  switch (budget.status) {
    case 'none':
      return `no budget, ${largestImage(platforms)}`
    case 'unmeasured': {
      const unknown = budget.limits
        .filter(({ status }) => status === 'unmeasured')
        .map(
          ({ subject, reason }) =>
            `${formatSubject(subject)} ${reason === null ? 'was not measured' : `(${reason})`}`,
        )
      return escape(`budget could not be checked, ${unknown.join(' and ')}`)
    }
    case 'within':
      return `within budget${tightest(budget, isAlone)}`
    case 'over':
      return `${budget.waived ? 'over budget, allowed' : 'over budget'}${tightest(budget, isAlone)}`
  }
}

/** `image 2.20 MB`, or `image 6.01 MB on linux/arm64` of several platforms. */
function largestImage(platforms: readonly PlatformWeight[]): string {
  const [largest, ...others] = platforms.toSorted((one, other) => other.sizes.imageSize - one.sizes.imageSize)
  const on = largest === undefined || others.length === 0 ? '' : ` on ${escape(largest.platform)}`
  return `image ${formatBytes(largest?.sizes.imageSize ?? 0)}${on}`
}

/** Describes the limit with the highest use: `, image 2.20 MB of 3 MB (73 %)`. */
function tightest({ limits, waived }: Verdict, isAlone: boolean): string {
  const used = limits.flatMap(limit => {
    const share = usedOf(limit)
    return share === null ? [] : [{ limit, share: limit.status === 'over' ? share + 1e6 : share }]
  })
  const [worst] = used.sort((one, other) => other.share - one.share)
  if (worst === undefined) return ''
  const { actual, limit, used: full } = describeLimit(worst.limit, waived)
  const grew = isOfGrowth(worst.limit) ? ' growth' : ''
  const others = limits.filter(({ status }) => status === 'over').length - 1
  const more = others > 0 ? `, and ${others} more` : ''
  const on = isAlone ? '' : ` on ${worst.limit.platform}`
  return escape(
    `, ${formatSubject(worst.limit.subject)}${grew} ${actual} of ${limit}${full === '' ? '' : ` (${full})`}${on}${more}`,
  )
}

/** Whether the headline says all that the gate does, of every image. */
export function isPlain({ pass }: Pick<Gate, 'pass'>, images: readonly ImageWeight[]): boolean {
  return pass && images.every(({ budget }) => passesPlainly(budget) || goesWithoutSaying(budget))
}

/** Whether the sentence of the gate says no more than the headline: all limits pass, and none was changed. */
export function goesWithoutSaying({ status, limits, dropped }: Verdict): boolean {
  return status === 'within' && limits.every(({ raisedFrom }) => raisedFrom === null) && dropped.length === 0
}
