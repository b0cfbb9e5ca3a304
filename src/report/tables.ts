import { shortDigest } from '../weigh-in/digest.ts'
import { formatBytes } from '../declare/bytes.ts'
import { largestParts } from '../size/breakdown.ts'
import type { PlatformWeight, StageTime } from '../weigh-in/weigh-in.ts'
import { bar } from './bar.ts'
import type { Section } from './document.ts'
import { code, escape } from './escape.ts'
import { formatSeconds } from './figures.ts'

const LARGEST = 20

/** Returns a table of the image's largest files, with one row for all others so that it adds up to the image. */
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
    row([escape(what), formatBytes(size), code(shortDigest(digest))]),
  )
  return { head: ['| layer | to pull | digest |', '|---|--:|---|'], rows, foot: [] }
}

/** Folded, because it only matters when a run takes long. */
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
