import { type Metric, METRIC_NAMES } from '../weigh-in/metric.ts'
import type { Growth, MetricGrowth, NodeGrowth } from '../weigh-in/growth.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import { actualsOf } from './actuals.ts'
import { causesOf } from './causes.ts'
import { changeOf } from './noise.ts'
import { withHeaders } from './header-growth.ts'
import { compareTrees } from './node-growth.ts'
import { paddingChange } from './padding.ts'
import type { PlatformWeight } from '../weigh-in/weigh-in.ts'
import type { Sized, Weighed, WeighedBinary } from './weighed.ts'

/** A weight that is compared with a baseline, and its platform. */
type After<Weight> = Weight & Pick<PlatformWeight, 'platform'>

export function growthOf(
  before: Weighed,
  after: After<Weighed>,
  between: { readonly ofCommits?: boolean } = {},
): Growth {
  const { counts } = paddingChange('binary', after.platform, before, after)
  return {
    metrics: METRIC_NAMES.map(metric => metricGrowth(metric, before, after)),
    causes: causesOf(before, after, between),
    nodes: [
      ...withHeaders(pairsOf(before.binaries, after.binaries).flatMap(binaryGrowth), counts),
      ...compareTrees(othersTree(before), othersTree(after), null),
    ],
    files: filesGrowth(before.breakdown, after.breakdown),
  }
}

/**
 * Returns the growth of a metric: bytes after minus before, without padding that linking again may change; `null` if
 * one side is unknown.
 */
export function metricDelta(metric: Metric, before: Sized, after: After<Sized>): number | null {
  const [from, to] = [actualsOf(before)[metric], actualsOf(after)[metric]]
  if (from === null || to === null) return null
  const padding = paddingChange(metric, after.platform, before, after)
  return padding.counts ? to - from : to - from - padding.bytes
}

function metricGrowth(metric: Metric, before: Weighed, after: After<Weighed>): MetricGrowth {
  const [from, to] = [actualsOf(before)[metric], actualsOf(after)[metric]]
  const delta = metricDelta(metric, before, after)
  const change = from === null || delta === null ? null : changeOf({ kind: metric }, from, delta)
  return { metric, before: from, after: to, delta, change }
}

type Tree = Pick<WeighedBinary, 'name' | 'breakdown'>
type Pair = readonly [Tree | null, Tree | null]

/** Pairs binaries with the same name. If each side has only one, they are a pair under any names. */
function pairsOf(before: readonly Tree[], after: readonly Tree[]): readonly Pair[] {
  const [[old], [now]] = [before, after]
  if (before.length === 1 && after.length === 1) return [[old ?? null, now ?? null]]
  const gone = before.filter(({ name }) => !after.some(other => other.name === name))
  return [
    ...after.map((one): Pair => [before.find(({ name }) => name === one.name) ?? null, one]),
    ...gone.map((one): Pair => [one, null]),
  ]
}

/** Returns nothing if a binary was not read: with one side missing, everything would look added. */
function binaryGrowth([before, after]: Pair): readonly NodeGrowth[] {
  if (before !== null && before.breakdown === null) return []
  if (after !== null && after.breakdown === null) return []
  const name = after?.name ?? before?.name ?? null
  return compareTrees(treeOf(before), treeOf(after), name)
}

/** Builds a tree in which each program that Go did not build is one node. */
function othersTree({ otherPrograms = [] }: Weighed): Breakdown {
  const children = otherPrograms.map(({ path, bytes }): Breakdown => ({ name: path, kind: 'binary', bytes }))
  return { name: '', kind: 'image', bytes: children.reduce((sum, { bytes }) => sum + bytes, 0), children }
}

function filesGrowth(before: Breakdown | null, after: Breakdown | null): readonly NodeGrowth[] {
  return before === null || after === null ? [] : compareTrees(before, after, null)
}

function treeOf(binary: Tree | null): Breakdown {
  return binary?.breakdown ?? { name: '', kind: 'binary', bytes: 0, children: [] }
}
