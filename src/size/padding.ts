import { type Metric, metricRow } from '../weigh-in/metric.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import type { Sized } from './weighed.ts'

/**
 * Bytes between two segments begin at a multiple of this, so that one more function may add that much padding or take it away.
 * It is what Go's linker does, whatever the file says of itself. https://go.dev/src/cmd/link/internal/ld/data.go
 */
function stepOf(platform: string): number {
  return ['amd64', '386'].includes(platform.split('/')[1] ?? '') ? 4096 : 65_536
}

/** A Go program has two places between segments. */
const PLACES = 2

/** By how many bytes headers and padding changed. */
export interface PaddingChange {
  readonly bytes: number
  /**
   * It grew by more than a relink of the same source can do, so it is growth like any other: what lies in a file is stored.
   * Padding that went never counts, or code could grow in its place unseen.
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

/** Headers and padding of a metric, in bytes. Nothing of what is compressed, since zeros compress to nothing. `null` where a binary was not read. */
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
