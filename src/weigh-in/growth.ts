import type { BreakdownKind } from './breakdown.ts'
import type { Metric } from './metric.ts'

/** What grew and shrank between two weights of one platform. Sizes are bytes. */
export interface Growth {
  readonly metrics: readonly MetricGrowth[]
  /** What is not code and explains growth all the same, a clause each: to be named first. */
  readonly causes: readonly string[]
  /**
   * The nodes of the linked binaries whose bytes changed, parents before children. Where every binary has a breakdown, those
   * whose path has one element add up to the change of `binary`.
   */
  readonly nodes: readonly NodeGrowth[]
  /** The same of the image's files. */
  readonly files: readonly NodeGrowth[]
}

export interface MetricGrowth {
  readonly metric: Metric
  /** `null` where it was not measured. */
  readonly before: number | null
  readonly after: number | null
  /**
   * What it grew by: after minus before, without the few pages by which a relink changes the padding between segments.
   * Where every binary was read, `nodes` add up to that of `binary`; headers that are `unchanged` are left out of the sum.
   * `null` where one side was not measured.
   */
  readonly delta: number | null
  /** `unchanged` within noise, and where only some pages of padding differ. `null` where one side was not measured. */
  readonly change: SizeChange | null
}

/** One node of a tree in two weights. A module keeps its node from one version to another, `/v2` to `/v3` included. */
export interface NodeGrowth {
  /** The binary whose tree it is in; `null` for the image's own. */
  readonly binary: string | null
  /** Names from under the root, as they are now. */
  readonly path: readonly string[]
  readonly kind: BreakdownKind
  /** Of a module. */
  readonly versionBefore: string | null
  readonly versionAfter: string | null
  /** Bytes; `null` where it was not there. */
  readonly before: number | null
  readonly after: number | null
  readonly change: NodeChange
}

export type SizeChange = 'grown' | 'shrunk' | 'unchanged'
export type NodeChange = SizeChange | 'added' | 'removed'
