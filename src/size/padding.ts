import { type Metric, metricRow } from '../weigh-in/metric.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import type { Sized } from './weighed.ts'

/**
 * Returns the alignment of segments. One more function can add that much padding or remove it. The value is that of
 * Go's linker and is not taken from the file, which could state any other.
 * https://go.dev/src/cmd/link/internal/ld/data.go
 */
function stepOf(platform: string): number {
  return ['amd64', '386'].includes(platform.split('/')[1] ?? '') ? 4096 : 65_536
}

/** A Go program has padding in two places. */
const PLACES = 2

/** The change of headers and padding, in bytes. */
export interface PaddingChange {
  readonly bytes: number
  /**
   * Whether it counts as growth, because it is more than linking the same source again can cause and takes space in the
   * file. Less padding never counts, or code could grow in its place without notice.
   */
  readonly counts: boolean
}

/** @param platform `linux/amd64` */
export function paddingChange(
  metric: Metric,
  platform: string,
  before: Pick<Sized, 'binaries'>,
  after: Pick<Sized, 'binaries'>,
): PaddingChange {
  const [from, to] = [paddingOf(metric, before), paddingOf(metric, after)]
  if (from === null || to === null) return { bytes: 0, counts: true }
  return { bytes: to - from, counts: to - from > PLACES * stepOf(platform) }
}

/**
 * Returns the headers and padding that a metric includes, in bytes: none for compressed sizes, since zeros compress to
 * nothing. `null` if a binary was not read.
 */
function paddingOf(metric: Metric, { binaries }: Pick<Sized, 'binaries'>): number | null {
  switch (metricRow(metric).of) {
    case 'linked binaries':
      return sum(binaries.map(({ breakdown }) => headersOf(breakdown)))
    case 'files':
      return sum(
        binaries.map(({ pack, breakdown }) => (pack?.status === 'packed' ? 0 : headersOf(breakdown))),
      )
    case 'transfer':
    case 'process':
      return 0
  }
}

function headersOf(breakdown: Breakdown | null): number | null {
  if (breakdown === null) return null
  return (breakdown.children ?? [])
    .filter(({ kind }) => kind === 'header')
    .reduce((total, { bytes }) => total + bytes, 0)
}

function sum(values: readonly (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0)
}
