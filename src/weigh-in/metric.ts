interface MetricRow {
  /** `rough bytes` differ between runs in the second decimal of MB. A `count` has no unit: `3`. */
  readonly unit: 'bytes' | 'rough bytes' | 'count'
  /** A description for people, in a word or two. */
  readonly meaning: string
  /** The thing that is measured. It determines where growth is looked for and why a value can be unknown. */
  readonly of: 'files' | 'transfer' | 'linked binaries' | 'process'
  /**
   * `false` if the linked binaries are enough to measure it, so that a baseline that is only compiled can be compared.
   */
  readonly needsImage: boolean
  /** A difference of up to this amount, in its unit, is not significant. */
  readonly noise: number
}

/** The size of an ELF file changes in steps of 4 KiB. */
export const PAGE = 4096

/**
 * Everything that is measured of an image, in the order of reports. `binary` is the size before packing, so that
 * packing cannot hide growth. `memory` is the private bytes when the Go runtime has started.
 *
 * The values of noise are measured: a few more functions change what UPX and gzip produce by up to 2 KiB in either
 * direction, and memory differs between runs.
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

/** The metrics in the order of the table. */
export const METRIC_NAMES: readonly Metric[] = Object.keys(METRICS).filter(isMetric)

export function isMetric(name: string): name is Metric {
  return Object.hasOwn(METRICS, name)
}

/** Returns the row of a metric with the type that all rows share. */
export function metricRow(metric: Metric): MetricRow {
  return METRICS[metric]
}
