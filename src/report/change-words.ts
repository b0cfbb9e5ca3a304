import { type Metric, metricRow } from '../weigh-in/metric.ts'
import type { MetricGrowth, NodeGrowth } from '../weigh-in/growth.ts'
import type { BreakdownKind } from '../weigh-in/breakdown.ts'
import { formatAmount } from '../declare/amount.ts'
import type { NodeDelta } from '../size/largest-changes.ts'
import { formatDelta, formatGrowth, formatMemory } from './figures.ts'

/** Formats the value of a metric with a precision that makes sense for it. */
export function formatMetric(metric: Metric, amount: number): string {
  const { unit } = metricRow(metric)
  return unit === 'rough bytes' ? formatMemory(amount) : formatAmount(amount, unit)
}

/** Describes a change: `+61.2 kB`, `unchanged`, `not measured`. */
export function describeMetricChange({ metric, before, after, delta, change }: MetricGrowth): string {
  if (before === null || after === null || delta === null) return 'not measured'
  if (change === 'unchanged') return 'unchanged'
  const { unit } = metricRow(metric)
  if (unit === 'rough bytes') return `${delta < 0 ? '−' : '+'}${formatMemory(Math.abs(delta))}`
  return `${formatGrowth(delta, unit)}${delta === after - before ? '' : ' without padding'}`
}

/** Describes a module's versions: `v0.30.0 → v0.31.0`, `v0.31.0, new`, `gone`; empty if there is nothing to say. */
export function describeVersions({ versionBefore, versionAfter, before, after }: NodeGrowth): string {
  const [from, to] = [versionOf(versionBefore), versionOf(versionAfter)]
  if (before === null) return to === '' ? 'new' : `${to}, new`
  if (after === null) return from === '' ? 'gone' : `${from}, gone`
  return from === to ? to : `${from || '?'} → ${to || '?'}`
}

/** Describes the change of a part after its name: `+186 kB`, `+155 kB new`. */
export function describePart({ node, delta }: NodeDelta): string {
  return `${formatDelta(delta)}${node.before === null ? ' new' : ''}`
}

/** Returns the image's files, if one changed that is not a binary. The binaries' own trees show their growth. */
export function filesThatMatter(files: readonly NodeGrowth[]): readonly NodeGrowth[] {
  return files.some(({ kind, change }) => kind === 'file' && change !== 'unchanged') ? files : []
}

export function describeOthers(count: number): string {
  return `${count} ${count === 1 ? 'other' : 'others'}, noise included`
}

/** Names a node, and its binary if there are several: `golang.org/x/net`, `standard library in worker`. */
export function nameOf({ binary, path, kind }: NodeGrowth, several: boolean): string {
  const name = pathName(kind, path)
  return several && binary !== null ? `${name} in ${binary}` : name
}

/** Names a function together with its package: `net/http.(*Server).Serve`. */
export function pathName(kind: BreakdownKind, path: readonly string[]): string {
  const name = nodeName(kind, path.at(-1) ?? '')
  const within = path.at(-2)
  return kind === 'function' && within !== undefined ? `${within}.${name}` : name
}

/** The names of kinds whose nodes have no other name. */
const WORDS: Readonly<Partial<Record<BreakdownKind, string>>> = {
  std: 'standard library',
  types: 'type descriptors',
  data: 'data without an owner',
  debug: 'debug information',
  symbols: 'symbols and relocations',
  pclntab: 'function table',
  header: 'headers and padding',
}

export function nodeName(kind: BreakdownKind, name: string): string {
  return name === '' || name === kind ? (WORDS[kind] ?? kind) : name
}

/** Returns a version for display. A module that is built from a local directory has none. */
export function versionOf(version: string | null | undefined): string {
  return version === null || version === undefined || version === '(devel)' ? '' : version
}
