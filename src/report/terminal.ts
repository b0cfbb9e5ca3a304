import { formatBytes } from '../declare/bytes.ts'
import { formatLimit } from '../declare/limit.ts'
import { isOfGrowth, isPart } from '../weigh-in/limit.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import { isUnchecked, type LimitVerdict } from '../weigh-in/verdict.ts'
import { breachedTrees } from './breach.ts'
import { baselineLines, growthLines } from './growth-lines.ts'
import { mostGrown } from './grown-sections.ts'
import { type ImageRows, imageRows } from './image-rows.ts'
import { imagesLines } from './images-lines.ts'
import { partsThatMatter } from './largest.ts'
import { type LimitWords, describeLimit } from './limit-words.ts'
import { listed } from './listed.ts'
import { printable, shorten } from './printable.ts'
import { type Row, layOut } from './row.ts'
import type { Ink, Screen } from './screen.ts'
import { headline } from './stage-line.ts'
import { hasGrowth, isOfSeveral, passesPlainly } from './urgency.ts'
import { unownedWords } from './unowned-words.ts'

/**
 * Returns the verdict for the terminal: a line for each limit, the largest parts if a size is exceeded, and the growth. Of
 * several images it is a table, and then this for each image that there is something to say of.
 */
export function verdictLines(weighIn: WeighIn, screen: Screen): readonly string[] {
  const { images } = weighIn
  if (!isOfSeveral(weighIn)) return images.flatMap(image => imageLines(image, screen))
  const rows = imageRows(weighIn)
  return [
    ...imagesLines(rows, screen),
    '',
    ...listed([sumOf(rows)], MARGIN, screen),
    ...images.flatMap(image => {
      const lines = tellingLines(image, screen)
      return lines.length === 0 ? [] : ['', headline(image.name, '', screen), ...lines]
    }),
  ]
}

/** What the table of several images does not say: limits that are not simply kept, and why the image grew. */
function tellingLines(image: ImageWeight, screen: Screen): readonly string[] {
  const limits = passesPlainly(image.budget) ? [] : budgetLines(image, screen)
  const most = hasGrowth(image) ? mostGrown(image.platforms) : undefined
  const growth = most === undefined ? [] : platformGrowth(most, image, screen)
  return [...limits, ...(limits.length === 0 ? growth.slice(1) : growth)]
}

const MARGIN = 2

/** `4 images: 1 failed, 1 not within budget, 2 pass` */
function sumOf(rows: readonly ImageRows[]): string {
  const failed = rows.filter(({ hasFailed }) => hasFailed).length
  const over = rows.filter(({ fails, hasFailed }) => fails && !hasFailed).length
  const unlimited = rows.filter(({ hasBudget, fails }) => !hasBudget && !fails).length
  const passing = rows.length - failed - over - unlimited
  const parts = [
    ...(failed === 0 ? [] : [`${failed} failed`]),
    ...(over === 0 ? [] : [`${over} not within budget`]),
    ...(passing === 0 ? [] : [`${passing} ${passing === 1 ? 'passes' : 'pass'}`]),
  ]
  if (unlimited > 0) parts.push(`${unlimited} without a budget`)
  return `${rows.length} images: ${parts.join(', ')}`
}

function imageLines(image: ImageWeight, screen: Screen): readonly string[] {
  const { budget, platforms, baseline } = image
  // A limit of growth that had nothing to compare with says it in its own row, and why in a notice.
  const isSaid = budget.limits.some(limit => isOfGrowth(limit) && isUnchecked(limit))
  const why = baseline === null || isSaid ? [] : baselineLines(baseline, screen)
  return [
    ...budgetLines(image, screen),
    ...(why.length > 0 ? ['', ...why] : []),
    ...platforms.flatMap(weight => platformGrowth(weight, image, screen)),
  ]
}

function platformGrowth(
  { platform, growth }: PlatformWeight,
  { platforms, baseline }: ImageWeight,
  screen: Screen,
): readonly string[] {
  if (growth === null) return []
  const title = platforms.length > 1 ? [headline('', platform, screen)] : []
  return ['', ...title, ...growthLines(growth, baseline, screen)]
}

/** A line for each limit, and the largest parts of what is over. */
function budgetLines({ budget, platforms }: ImageWeight, screen: Screen): readonly string[] {
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
  const largest = platforms.flatMap(weight =>
    breachedTrees(
      weight,
      budget.limits.filter(({ platform, status }) => platform === weight.platform && status === 'over'),
    ).flatMap(tree => ['', ...largestLines(tree, suffix(weight.platform))]),
  )
  return [...limits, ...dropped, ...largest]
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
function largestLines(breakdown: Breakdown, suffix: string): readonly string[] {
  return partsThatMatter(breakdown).map(({ name, bytes, share }, index) => {
    const label = (index === 0 ? 'largest' : '').padEnd(10)
    return `  ${label}${formatBytes(bytes).padEnd(9)}${share.padStart(5)}   ${name}${index === 0 ? suffix : ''}`
  })
}
