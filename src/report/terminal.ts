import { formatBytes, formatBytesExact } from '../declare/bytes.ts'
import { excessOf, sizesApart } from '../size/breach.ts'
import type { ImageWeight, LimitVerdict, PlatformWeight, WeighIn } from '../size/weigh-in.ts'
import { formatUsed } from './figures.ts'
import { partsThatMatter } from './largest.ts'
import { type Row, layOut } from './row.ts'
import type { Screen } from './screen.ts'
import { headline } from './stage-line.ts'

/** The verdict as the terminal shows it: a line for each limit, and the largest parts where one is exceeded. */
export function verdictLines(weighIn: WeighIn, screen: Screen): readonly string[] {
  return weighIn.images.flatMap(image => {
    const title = weighIn.images.length > 1 ? [headline(image.name, '', screen)] : []
    return [...title, ...imageLines(image, screen)]
  })
}

function imageLines({ budget, platforms }: ImageWeight, screen: Screen): readonly string[] {
  const suffix = (platform: string) => (platforms.length > 1 ? `, ${platform}` : '')
  const rows =
    budget.limits.length === 0
      ? platforms.map(({ platform, sizes }) => unlimitedRow(sizes.imageSize, suffix(platform)))
      : budget.limits.map(limit => limitRow(limit, budget.allowed, suffix(limit.platform)))
  const breached = platforms.filter(({ platform }) =>
    budget.limits.some(limit => limit.platform === platform && limit.status === 'over'),
  )
  return [
    ...rows.flatMap(row => layOut(row, screen)),
    ...breached.flatMap(weight => ['', ...largestLines(weight)]),
  ]
}

function unlimitedRow(imageSize: number, suffix: string): Row {
  return { label: 'image', what: formatBytes(imageSize), figure: '', note: `no budget${suffix}` }
}

function limitRow(verdict: LimitVerdict, allowed: boolean, suffix: string): Row {
  const { metric: label, limit, actual } = verdict
  if (actual === null) {
    const what = `unknown, of ${formatBytesExact(limit)}`
    return { label, what, figure: '', note: `not measured, so it fails${suffix}`, ink: 'bad' }
  }
  const sizes = sizesApart(actual, limit)
  const row = { label, what: `${sizes.actual} of ${sizes.limit}`, figure: formatUsed(actual, limit) }
  const excess = excessOf(verdict)
  if (excess === null) return { ...row, note: `within budget${suffix}`, ink: 'good' }
  const note = `over budget by ${excess}${allowed ? ', let through' : ''}${suffix}`
  return { ...row, note, ink: allowed ? 'doubtful' : 'bad' }
}

/** Names come last: they are as long as they are. */
function largestLines({ breakdown }: PlatformWeight): readonly string[] {
  return partsThatMatter(breakdown).map(({ name, bytes, share }, index) => {
    const label = (index === 0 ? 'largest' : '').padEnd(10)
    return `  ${label}${formatBytes(bytes).padEnd(9)}${share.padStart(5)}   ${name}`
  })
}
