import type { Growth, MetricGrowth } from '../weigh-in/growth.ts'
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
  nameOf,
} from './change-words.ts'
import { formatChange, formatDelta } from './figures.ts'
import { listedBeside } from './listed.ts'
import { shorten } from './printable.ts'
import { layOut } from './row.ts'
import { type Screen, paint } from './screen.ts'

const LARGEST = 10
const INDENT = 12
const LONGEST_NAME = 200

/**
 * Returns the growth for the terminal: the baseline, the causes, the metrics that changed, and the changes in the
 * binaries and files.
 */
export function growthLines(
  growth: Growth,
  baseline: BaselineReport | null,
  screen: Screen,
): readonly string[] {
  const changed = growth.metrics.filter(({ change }) => change !== null && change !== 'unchanged')
  const over = baseline === null ? 'the first of the two' : describeBaseline(baseline)
  const what = changed.length === 0 ? `none beyond noise over ${over}` : `over ${over}`
  return [
    ...labelled('growth', [what, ...growth.causes], screen),
    ...changed.flatMap(metric => metricLines(metric, screen)),
    ...changeLines('before packing', growth.nodes, screen),
    ...changeLines('in the image', filesThatMatter(growth.files), screen),
  ]
}

/** Returns the line about a baseline that could not be compared with, in place of growth; empty if it was compared. */
export function baselineLines(baseline: BaselineReport, screen: Screen): readonly string[] {
  return baseline.reason === null ? [] : labelled('growth', [describeBaseline(baseline)], screen)
}

function metricLines(metric: MetricGrowth, screen: Screen): readonly string[] {
  const { metric: label, before, after, delta, change } = metric
  if (before === null || after === null || delta === null) return []
  return layOut(
    {
      label,
      what: `${formatMetric(label, before)} → ${formatMetric(label, after)}`,
      figure: formatChange(before, before + delta),
      note: describeMetricChange(metric),
      ink: change === 'shrunk' ? 'good' : 'doubtful',
    },
    screen,
  )
}

function changeLines(title: string, nodes: Growth['nodes'], screen: Screen): readonly string[] {
  const { largest, others } = largestChanges(nodes, LARGEST)
  if (largest.length === 0) return []
  const several = new Set(nodes.map(({ binary }) => binary)).size > 1
  const rest = others.delta === 0 ? [] : [deltaLine(others.delta, describeOthers(others.count), screen)]
  return [
    '',
    `  ${title}`,
    ...[...largest.map(change => deltaLine(change.delta, words(change, several), screen)), ...rest].flat(),
  ]
}

function words({ node, within }: LargestChange, several: boolean): string {
  const versions = describeVersions(node)
  const title = [shorten(nameOf(node, several), LONGEST_NAME), versions].filter(text => text !== '').join(' ')
  const [most, ...others] = within.map(part => ({
    name: shorten(nameOf(part.node, false), LONGEST_NAME),
    change: describePart(part),
  }))
  if (most === undefined) return title
  if (others.length === 0) return `${title}, most of it in ${most.name}`
  return `${title}, mostly ${[most, ...others].map(({ name, change }) => `${name} ${change}`).join(', ')}`
}

/** Names are long, so they come last. */
function deltaLine(delta: number, text: string, screen: Screen): readonly string[] {
  const figure = formatDelta(delta).padStart(INDENT - 2)
  return listedBeside(`${paint(screen, delta > 0 ? 'doubtful' : 'good', figure)}  `, [text], INDENT, screen)
}

function labelled(label: string, texts: readonly string[], screen: Screen): readonly string[] {
  return listedBeside(`  ${label}`.padEnd(INDENT), texts, INDENT, screen)
}
