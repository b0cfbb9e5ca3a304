import type { BreakdownKind } from '../weigh-in/breakdown.ts'
import type { NodeChange, SizeChange } from '../weigh-in/growth.ts'
import { isPart, type Subject } from '../weigh-in/limit.ts'
import { metricRow, PAGE } from '../weigh-in/metric.ts'

const LEAST_SHARE = 0.001
/** The upper limit of the share: four pages. Without it, the share of a large image would hide every smaller change. */
const LARGEST_SHARE = 4 * PAGE

/**
 * The bytes of a node that are not significant. The size of a function is exact, except for its alignment of at most 32
 * bytes and its part of shared tables. For headers, `padding.ts` decides what is noise.
 */
const NODES: Readonly<Record<BreakdownKind, number>> = {
  image: PAGE,
  file: PAGE,
  binary: PAGE,
  main: PAGE,
  std: PAGE,
  module: PAGE,
  package: PAGE,
  function: 64,
  pclntab: PAGE,
  types: PAGE,
  data: PAGE,
  embed: PAGE,
  header: Infinity,
  unknown: PAGE,
  debug: PAGE,
  symbols: PAGE,
}

/** Whether a difference of `delta` from `before` can occur without any change to the source. */
export function isNoise(subject: Subject, before: number, delta: number): boolean {
  return isWithin(isPart(subject) ? NODES[subject.kind] : metricRow(subject.kind).noise, before, delta)
}

/** Classifies the growth of a metric. */
export function changeOf(subject: Subject, before: number, delta: number): SizeChange {
  return wordOf(isNoise(subject, before, delta), delta)
}

/** Classifies the growth of a node. `null`: the node did not exist before, or does not exist now. */
export function nodeChange(kind: BreakdownKind, before: number | null, after: number | null): NodeChange {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return wordOf(isWithin(NODES[kind], before, after - before), after - before)
}

function wordOf(noise: boolean, delta: number): SizeChange {
  if (noise) return 'unchanged'
  return delta > 0 ? 'grown' : 'shrunk'
}

/** Whether a difference is within the noise. A noise of 0 also excludes a share of the size. */
function isWithin(band: number, before: number, delta: number): boolean {
  const share = band === 0 ? 0 : Math.min(LEAST_SHARE * before, LARGEST_SHARE)
  return Math.abs(delta) <= Math.max(band, share)
}
