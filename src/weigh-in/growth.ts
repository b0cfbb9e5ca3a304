import type { BreakdownKind } from './breakdown.ts'
import type { Metric } from './metric.ts'

/** The differences between two weights of one platform. Sizes are bytes. */
export interface Growth {
  readonly metrics: readonly MetricGrowth[]
  /** Reasons for growth other than code, a clause each. Reports show them first. */
  readonly causes: readonly string[]
  /**
   * The nodes of the linked binaries whose bytes changed, parents before children. If every binary has a breakdown, the
   * nodes whose path has one element add up to the change of `binary`.
   */
  readonly nodes: readonly NodeGrowth[]
  /** The same for the image's files. */
  readonly files: readonly NodeGrowth[]
}

export interface MetricGrowth {
  readonly metric: Metric
  /** `null` if it was not measured. */
  readonly before: number | null
  readonly after: number | null
  /**
   * The growth: after minus before, without the few pages of padding between segments that change when a binary is
   * linked again. If every binary was read, `nodes` add up to the growth of `binary`; headers that are `unchanged` are
   * left out of the sum. `null` if one side was not measured.
   */
  readonly delta: number | null
  /** `unchanged` if the difference is noise, or only a few pages of padding. `null` if one side was not measured. */
  readonly change: SizeChange | null
}

/** One node of a tree in two weights. A module stays one node when its version changes, even from `/v2` to `/v3`. */
export interface NodeGrowth {
  /** The binary whose tree has the node; `null` for the tree of the image's files. */
  readonly binary: string | null
  /** The names from below the root to the node, as they are now. */
  readonly path: readonly string[]
  readonly kind: BreakdownKind
  /** Only for modules. */
  readonly versionBefore: string | null
  readonly versionAfter: string | null
  /** Bytes; `null` if the node did not exist. */
  readonly before: number | null
  readonly after: number | null
  readonly change: NodeChange
}

export type SizeChange = 'grown' | 'shrunk' | 'unchanged'
export type NodeChange = SizeChange | 'added' | 'removed'
