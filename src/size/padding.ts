import type { Metric } from '../declare/budget.ts'
import type { Breakdown } from './weigh-in.ts'
import type { Sized } from './weighed.ts'

/**
 * Bytes of a metric that are headers and padding between segments: steps of 4 KiB on amd64 and of 64 KiB on arm64 that one
 * function more may take. Nothing of what is compressed, since zeros compress to nothing. `null` where a binary was not read.
 */
export function paddingOf(metric: Metric, { binaries }: Pick<Sized, 'binaries'>): number | null {
  switch (metric) {
    case 'binary':
      return sum(binaries.map(({ breakdown }) => headersOf(breakdown)))
    case 'image':
      return sum(
        binaries.map(({ pack, breakdown }) => (pack?.status === 'packed' ? 0 : headersOf(breakdown))),
      )
    case 'download':
    case 'memory':
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
