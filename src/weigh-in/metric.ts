interface MetricRow {
  /** `rough bytes` differ from run to run in their second decimal of MB. A `count` has no unit: `3`. */
  readonly unit: 'bytes' | 'rough bytes' | 'count'
  /** For people, in a word or two. */
  readonly meaning: string
  /** What is measured: where its growth is looked for, and what may keep it from being known, follow from that. */
  readonly of: 'files' | 'transfer' | 'linked binaries' | 'process'
  /** `false` where the linked binaries alone tell it, so that a base that is only compiled can be compared. */
  readonly needsImage: boolean
  /** A difference of up to this much, in its unit, says nothing. */
  readonly noise: number
}

/** An ELF file comes in steps of 4 KiB. */
export const PAGE = 4096

/**
 * Everything that is measured of an image, in the order of a report. `binary` is before packing, so that packing cannot hide
 * growth; `memory` is private bytes when the Go runtime has started.
 *
 * The noise, as measured: what UPX and gzip make of a few functions more differs by up to 2 KiB in either direction; memory
 * differs from run to run.
 */
export const METRICS = {
  image: { unit: 'bytes', meaning: 'all files', of: 'files', needsImage: true, noise: PAGE },
  download: {
    unit: 'bytes',
    meaning: 'what a pull transfers',
    of: 'transfer',
    needsImage: true,
    noise: 2048,
  },
  binary: {
    unit: 'bytes',
    meaning: 'before packing',
    of: 'linked binaries',
    needsImage: false,
    noise: PAGE,
  },
  memory: {
    unit: 'rough bytes',
    meaning: 'private, at the start',
    of: 'process',
    needsImage: true,
    noise: 100_000,
  },
} as const satisfies Readonly<Record<string, MetricRow>>

export type Metric = keyof typeof METRICS
export type Unit = MetricRow['unit']

/** In the order of the table. */
export const METRIC_NAMES: readonly Metric[] = Object.keys(METRICS).filter(isMetric)

export function isMetric(name: string): name is Metric {
  return Object.hasOwn(METRICS, name)
}

/** The row of a metric, as one that any of them may be. */
export function metricRow(metric: Metric): MetricRow {
  return METRICS[metric]
}
