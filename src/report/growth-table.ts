import { formatBytes } from '../declare/bytes.ts'
import type { Growth, MetricGrowth, NodeGrowth } from '../weigh-in/growth.ts'
import type { BreakdownKind } from '../weigh-in/breakdown.ts'
import { type LargestChange, largestChanges } from '../size/largest-changes.ts'
import type { BaselineReport } from '../weigh-in/weigh-in.ts'
import { describeBaseline } from './baseline-words.ts'
import {
  describeMetricChange,
  describeOthers,
  describePart,
  describeVersions,
  filesThatMatter,
  formatMetric,
  pathName,
} from './change-words.ts'
import { paragraph, type Section } from './document.ts'
import { LONGEST_SENTENCE, code, escape } from './escape.ts'
import { formatChange, formatDelta } from './figures.ts'
import { row } from './tables.ts'

const LARGEST = 10

/**
 * Returns the growth since the baseline: causes other than code first, then the metrics, then the largest changes in
 * binaries and files.
 */
export function growthSections(growth: Growth | null, baseline: BaselineReport | null): readonly Section[] {
  if (growth === null) return baseline === null ? [] : [paragraph(baselineLine(baseline))]
  const over = baseline === null ? '' : ` over ${escape(describeBaseline(baseline))}`
  const changed = growth.metrics.some(({ change }) => change !== null && change !== 'unchanged')
  const none = changed ? '' : ': none beyond noise'
  return [
    paragraph(`#### Growth${over}${none}`),
    ...(growth.causes.length === 0 ? [] : [causesSection(growth.causes)]),
    ...(changed ? [metricsTable(growth.metrics)] : []),
    ...changesTable('before packing', growth.nodes),
    ...changesTable('in the image', filesThatMatter(growth.files)),
  ]
}

/** Names the baseline that was compared with, or says why there was none. */
export function baselineLine(baseline: BaselineReport): string {
  const text = escape(describeBaseline(baseline), LONGEST_SENTENCE)
  return baseline.reason === null ? `Compared with ${text}` : text.charAt(0).toUpperCase() + text.slice(1)
}

/** Shown before the figures, because a new version of Go can explain more than any change of code. */
export function causesSection(causes: readonly string[]): Section {
  return { head: ['Not only code changed:', ''], rows: causes.map(cause => `- ${escape(cause)}`), foot: [] }
}

export function metricsTable(metrics: readonly MetricGrowth[]): Section {
  const rows = metrics.map(growth => {
    const { metric, before, after, delta, change } = growth
    const size = (bytes: number | null) => (bytes === null ? '' : formatMetric(metric, bytes))
    const share =
      before === null || delta === null || change === 'unchanged' ? '' : formatChange(before, before + delta)
    return row([metric, size(before), size(after), describeMetricChange(growth), share])
  })
  return { head: ['| | before | now | change | |', '|---|--:|--:|--:|--:|'], rows, foot: [] }
}

/** Returns a table of the largest changes, with one row for all others so that it adds up. */
export function changesTable(where: string, nodes: readonly NodeGrowth[]): readonly Section[] {
  const { largest, others } = largestChanges(nodes, LARGEST)
  if (largest.length === 0) return []
  const several = new Set(nodes.map(({ binary }) => binary)).size > 1
  const rows = [
    ...largest.map(change => changeRow(change, several)),
    ...(others.count === 0
      ? []
      : [row([describeOthers(others.count), '', '', '', formatDelta(others.delta), ''])]),
  ]
  const head = [`| ${where} | version | before | now | change | mostly in |`]
  return [{ head: [...head, '|---|---|--:|--:|--:|---|'], rows, foot: [] }]
}

function changeRow({ node, delta, within: parts }: LargestChange, several: boolean): string {
  const size = (bytes: number | null) => (bytes === null ? '' : formatBytes(bytes))
  const within = several && node.binary !== null ? ` in ${code(node.binary)}` : ''
  return row([
    nodeCell(node) + within,
    escape(describeVersions(node)),
    size(node.before),
    size(node.after),
    formatDelta(delta),
    parts.map(part => `${nodeCell(part.node)} ${describePart(part)}`).join(', '),
  ])
}

/** Kinds with a name that a person chose and may want to copy. */
const NAMED: readonly BreakdownKind[] = ['main', 'module', 'package', 'function', 'embed', 'binary', 'file']

/** Formats a name as code, and a mere description as words. */
export function nodeCell({ kind, path }: Pick<NodeGrowth, 'kind' | 'path'>): string {
  const name = pathName(kind, path)
  return NAMED.includes(kind) ? code(name) : escape(name)
}
