import type { BreakdownKind } from '../weigh-in/breakdown.ts'
import type { NodeChange, SizeChange } from '../weigh-in/growth.ts'
import { isPart, type Subject } from '../weigh-in/limit.ts'
import { metricRow, PAGE } from '../weigh-in/metric.ts'

const LEAST_SHARE = 0.001
/** Four pages. A share of a large image has no such bound, and would let every change in that is a little smaller. */
const LARGEST_SHARE = 4 * PAGE

/**
 * Bytes of a node that say nothing. Those of a function are exact but for its alignment of at most 32 bytes and its share of
 * tables that it has in common with others. Of headers `padding.ts` tells what is noise.
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

/** Whether a difference of `delta` from `before` is within what nobody changed anything for. */
export function isNoise(subject: Subject, before: number, delta: number): boolean {
  return isWithin(isPart(subject) ? NODES[subject.kind] : metricRow(subject.kind).noise, before, delta)
}

/** What to call the growth of a metric. */
export function changeOf(subject: Subject, before: number, delta: number): SizeChange {
  return wordOf(isNoise(subject, before, delta), delta)
}

/** What to call the growth of a node; `null`: it was not there, or is not there any more. */
export function nodeChange(kind: BreakdownKind, before: number | null, after: number | null): NodeChange {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return wordOf(isWithin(NODES[kind], before, after - before), after - before)
}

function wordOf(noise: boolean, delta: number): SizeChange {
  if (noise) return 'unchanged'
  return delta > 0 ? 'grown' : 'shrunk'
}

/** What has no noise at all has no share of it either. */
function isWithin(band: number, before: number, delta: number): boolean {
  const share = band === 0 ? 0 : Math.min(LEAST_SHARE * before, LARGEST_SHARE)
  return Math.abs(delta) <= Math.max(band, share)
}
