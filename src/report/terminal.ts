import { formatBytes } from '../declare/bytes.ts'
import { formatLimit } from '../declare/limit.ts'
import { isOfGrowth, isPart } from '../weigh-in/limit.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import { isUnchecked, type LimitVerdict } from '../weigh-in/verdict.ts'
import { breachedTrees } from './breach.ts'
import { baselineLines, growthLines } from './growth-lines.ts'
import { partsThatMatter } from './largest.ts'
import { type LimitWords, describeLimit } from './limit-words.ts'
import { printable, shorten } from './printable.ts'
import { type Row, layOut } from './row.ts'
import type { Ink, Screen } from './screen.ts'
import { headline } from './stage-line.ts'
import { unownedWords } from './unowned-words.ts'

/**
 * Returns the verdict for the terminal: a line for each limit, the largest parts if a size is exceeded, and the growth.
 */
export function verdictLines(weighIn: WeighIn, screen: Screen): readonly string[] {
  return weighIn.images.flatMap(image => {
    const title = weighIn.images.length > 1 ? [headline(image.name, '', screen)] : []
    return [...title, ...imageLines(image, screen)]
  })
}

function imageLines({ budget, platforms, baseline }: ImageWeight, screen: Screen): readonly string[] {
  const suffix = (platform: string) => (platforms.length > 1 ? `, ${platform}` : '')
  const limits =
    budget.limits.length === 0
      ? platforms.flatMap(({ platform, sizes }) =>
          layOut(unlimitedRow(sizes.imageSize, suffix(platform)), screen),
        )
      : budget.limits.flatMap(limit => {
          const weight = platforms.find(({ platform }) => platform === limit.platform)
          const besides = unownedWords(limit, weight)
          return limitLines(limit, budget.waived, [suffix(limit.platform), besides], screen)
        })
  const dropped = budget.dropped.map(
    limit => `  no longer limited: ${printable(formatLimit({ ...limit, platform: null }))}`,
  )
  const breached = platforms.flatMap(weight =>
    breachedTrees(
      weight,
      budget.limits.filter(({ platform, status }) => platform === weight.platform && status === 'over'),
    ),
  )
  // A limit of growth that had nothing to compare with says it in its own row, and why in a notice.
  const isSaid = budget.limits.some(limit => isOfGrowth(limit) && isUnchecked(limit))
  const why = baseline === null || (isSaid && baseline.reason !== null) ? [] : baselineLines(baseline, screen)
  return [
    ...limits,
    ...dropped,
    ...breached.flatMap(tree => ['', ...largestLines(tree)]),
    ...(why.length > 0 ? ['', ...why] : []),
    ...platforms.flatMap(({ platform, growth }) =>
      growth === null
        ? []
        : [
            '',
            ...(platforms.length > 1 ? [headline('', platform, screen)] : []),
            ...growthLines(growth, baseline, screen),
          ],
    ),
  ]
}

function unlimitedRow(imageSize: number, suffix: string): Row {
  return { label: 'image', what: formatBytes(imageSize), figure: '', note: `no budget${suffix}` }
}

const INKS: Readonly<Record<LimitWords['status'], Ink>> = {
  within: 'good',
  over: 'bad',
  allowed: 'doubtful',
  unmeasured: 'bad',
  unchecked: 'doubtful',
}

const LONGEST_NAME = 200

/** The path of a module or package has its own line, because it can be longer than any column. */
function limitLines(
  limit: LimitVerdict,
  waived: boolean,
  [suffix, besides]: readonly [string, string],
  screen: Screen,
): readonly string[] {
  const { actual, limit: bound, used, verdict, status } = describeLimit(limit, waived)
  const { subject } = limit
  const row = {
    what: whatOf(actual, bound, status),
    figure: used,
    note: `${verdict}${suffix}`,
    ink: INKS[status],
  }
  if (!isPart(subject)) return layOut({ label: subject.kind, ...row }, screen)
  const name = `  ${subject.kind.padEnd(10)}${shorten(printable(subject.path), LONGEST_NAME)}`
  const below = besides === '' ? [] : layOut({ label: '', what: besides, figure: '', note: '' }, screen)
  return [name, ...layOut({ label: '', ...row }, screen), ...below]
}

/** A limit on growth that was not checked has no actual value to show. */
function whatOf(actual: string, bound: string, status: LimitWords['status']): string {
  if (status === 'unchecked') return bound
  return actual === 'unknown' ? `unknown, of ${bound}` : `${actual} of ${bound}`
}

/** Names are long, so they come last. */
function largestLines(breakdown: Breakdown): readonly string[] {
  return partsThatMatter(breakdown).map(({ name, bytes, share }, index) => {
    const label = (index === 0 ? 'largest' : '').padEnd(10)
    return `  ${label}${formatBytes(bytes).padEnd(9)}${share.padStart(5)}   ${name}`
  })
}
