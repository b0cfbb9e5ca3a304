import type { Metric } from '../declare/budget.ts'
import { formatBytes } from '../declare/bytes.ts'
import { actualsOf } from '../size/actuals.ts'
import { largestParts } from '../size/breakdown.ts'
import { sizesApart } from '../size/breach.ts'
import type { LimitVerdict, PlatformWeight, StageTime } from '../size/weigh-in.ts'
import { bar } from './bar.ts'
import type { Section } from './document.ts'
import { code, escape } from './escape.ts'
import { formatMemory, formatSeconds, formatUsed } from './figures.ts'

const LARGEST = 20

/** What each metric is of, in a word or two. */
const METRICS: readonly (readonly [Metric, string])[] = [
  ['image', 'all files'],
  ['download', 'what a pull transfers'],
  ['binary', 'before packing'],
  ['memory', 'private, at the start'],
]

/** Sizes against their limits, one row for each metric. */
export function sizesTable(weight: PlatformWeight, limits: readonly LimitVerdict[]): Section {
  const actuals = actualsOf(weight)
  const rows = METRICS.map(([metric, meaning]) => {
    const title = `${metric} <sub>${meaning}</sub>`
    return sizeRow(title, metric, actuals[metric], limits.find(limit => limit.metric === metric)?.limit)
  })
  return { head: ['| | size | limit | used | |', '|---|--:|--:|--:|---|'], rows, foot: [] }
}

function sizeRow(title: string, metric: Metric, actual: number | null, limit: number | undefined): string {
  if (actual === null)
    return row([title, 'not measured', limit === undefined ? '' : formatBytes(limit), '', ''])
  const format = metric === 'memory' ? formatMemory : formatBytes
  if (limit === undefined) return row([title, format(actual), '', '', ''])
  const sizes = sizesApart(actual, limit)
  return row([title, sizes.actual, sizes.limit, formatUsed(actual, limit), bar(actual, limit)])
}

/** The largest files of the image, and one row for all the others, so that it sums to the image. */
export function filesTable({ breakdown, sizes }: Pick<PlatformWeight, 'breakdown' | 'sizes'>): Section {
  const parts = largestParts(breakdown, LARGEST)
  const rest = sizes.imageSize - parts.reduce((sum, part) => sum + part.bytes, 0)
  const share = (bytes: number) => [
    formatBytes(bytes),
    `${Math.round((100 * bytes) / sizes.imageSize)} %`,
    bar(bytes, sizes.imageSize),
  ]
  const rows = [
    ...parts.map(({ name, bytes }) => row([code(name), ...share(bytes)])),
    ...(rest > 0 ? [row(['all others', ...share(rest)])] : []),
  ]
  return { head: ['| file | size | share | |', '|---|--:|--:|---|'], rows, foot: [] }
}

export function layersTable({ layers }: Pick<PlatformWeight, 'layers'>): Section {
  const rows = layers.map(({ what, size, digest }) =>
    row([escape(what), formatBytes(size), code(digest.slice(0, 19))]),
  )
  return { head: ['| layer | to pull | digest |', '|---|--:|---|'], rows, foot: [] }
}

/** Folded away: it matters to whoever asks why a run took long. */
export function timesSection(stages: readonly StageTime[]): Section {
  const total = stages.reduce((sum, { ms }) => sum + ms, 0)
  const rows = stages.map(({ stage, image, platform, ms }) =>
    row([stage, escape(`${image} ${platform}`.trim()), formatSeconds(ms)]),
  )
  const summary = `<details><summary>Time per stage (${formatSeconds(total)} together; stages may overlap)</summary>`
  return { head: [summary, '', '| stage | of | time |', '|---|---|--:|'], rows, foot: ['', '</details>'] }
}

export function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
