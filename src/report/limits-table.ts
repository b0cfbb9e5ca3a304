import { type Metric, METRIC_NAMES, metricRow } from '../weigh-in/metric.ts'
import type { LimitVerdict } from '../weigh-in/verdict.ts'
import { actualsOf } from '../size/actuals.ts'
import { isOfGrowth, isPart } from '../weigh-in/limit.ts'
import type { BaselineReport, ImageWeight, PlatformWeight } from '../weigh-in/weigh-in.ts'
import { bar } from './bar.ts'
import { formatMetric } from './change-words.ts'
import type { Section } from './document.ts'
import { code, escape } from './escape.ts'
import { besideBaseline, describeLimit, type LimitWords, usedOf } from './limit-words.ts'
import { row } from './tables.ts'
import { unownedWords } from './unowned-words.ts'

/**
 * Returns the sizes and their limits: a row for each metric, then one for each limit on a module, a package or growth.
 */
export function limitsTable(
  weight: PlatformWeight,
  { budget, baseline }: Pick<ImageWeight, 'budget' | 'baseline'>,
): Section {
  const { limits, waived } = budget
  const actuals = actualsOf(weight)
  const here = limits.filter(({ platform }) => platform === weight.platform)
  const rowOf = (title: string, limit: LimitVerdict) =>
    limitRow(title, limit, { waived, baseline, besides: unownedWords(limit, weight) })
  const sizes = METRIC_NAMES.map(metric => {
    const title = `${metric} <sub>${metricRow(metric).meaning}</sub>`
    const limit = here.find(one => one.subject.kind === metric && !isOfGrowth(one))
    return limit === undefined
      ? row([title, sizeText(metric, actuals[metric]), '', '', '', ''])
      : rowOf(title, limit)
  })
  const parts = here.filter(limit => isPart(limit.subject) && !isOfGrowth(limit))
  return {
    head: ['| | size | limit | used | | |', '|---|--:|--:|--:|---|---|'],
    rows: [
      ...sizes,
      ...parts.map(limit => rowOf(titleOf(limit), limit)),
      ...here.filter(isOfGrowth).map(limit => rowOf(`growth of ${titleOf(limit)}`, limit)),
    ],
    foot: [],
  }
}

/** Writes `module` as a word and the path as code, so that it can be copied. */
function titleOf({ subject }: LimitVerdict): string {
  return isPart(subject) ? `${subject.kind} ${code(subject.path)}` : subject.kind
}

interface Beside {
  readonly waived: boolean
  readonly baseline: BaselineReport | null
  /** The bytes that the limit does not count, as a clause. */
  readonly besides: string
}

function limitRow(title: string, limit: LimitVerdict, { waived, baseline, besides }: Beside): string {
  const words = describeLimit(limit, waived)
  const used = usedOf(limit)
  return row([
    title,
    limit.actual === null ? 'not measured' : words.status === 'unchecked' ? '' : escape(sizeOf(limit, words)),
    escape(words.limit),
    escape(words.used),
    used === null ? '' : bar(used, 1),
    escape([besideBaseline(words, baseline).note, besides].filter(text => text !== '').join('; ')),
  ])
}

/** Memory is shown with the precision of its measurement, unless that would hide a breach. */
function sizeOf(limit: LimitVerdict, { actual }: LimitWords): string {
  const { subject, status } = limit
  if (isPart(subject) || isOfGrowth(limit) || status !== 'within' || limit.actual === null) return actual
  return metricRow(subject.kind).unit === 'rough bytes' ? formatMetric(subject.kind, limit.actual) : actual
}

function sizeText(metric: Metric, actual: number | null): string {
  if (actual === null) return 'not measured'
  return formatMetric(metric, actual)
}
