import type { Metric } from '../declare/budget.ts'
import { formatBytes } from '../declare/bytes.ts'
import { actualsOf } from '../size/actuals.ts'
import { isSigned } from '../size/breach.ts'
import type { LimitVerdict, PlatformWeight, Verdict } from '../weigh-in/weigh-in.ts'
import { bar } from './bar.ts'
import { formatMetric } from './change-words.ts'
import type { Section } from './document.ts'
import { code, escape } from './escape.ts'
import { describeLimit, usedOf } from './limit-words.ts'
import { row } from './tables.ts'
import { unownedWords } from './unowned-words.ts'

/** What each metric is of, in a word or two. */
const METRICS: readonly (readonly [Metric, string])[] = [
  ['image', 'all files'],
  ['download', 'what a pull transfers'],
  ['binary', 'before packing'],
  ['memory', 'private, at the start'],
]

/** Sizes against their limits: one row for each metric, then one for each limit of a module, a package or a growth. */
export function limitsTable(
  weight: PlatformWeight,
  { limits, allowed }: Pick<Verdict, 'limits' | 'allowed'>,
): Section {
  const actuals = actualsOf(weight)
  const here = limits.filter(({ platform }) => platform === weight.platform)
  const ofMetrics = new Set<string>(METRICS.map(([metric]) => metric))
  const sizes = METRICS.map(([metric, meaning]) => {
    const title = `${metric} <sub>${meaning}</sub>`
    const limit = here.find(one => one.metric === metric && !isSigned(one))
    return limit === undefined
      ? row([title, sizeText(metric, actuals[metric]), '', '', '', ''])
      : limitRow(title, limit, allowed, metric)
  })
  const parts = here.filter(limit => !ofMetrics.has(limit.metric) && !isSigned(limit))
  const signed = here.filter(isSigned)
  return {
    head: ['| | size | limit | used | | |', '|---|--:|--:|--:|---|---|'],
    rows: [
      ...sizes,
      ...parts.map(limit => limitRow(titleOf(limit), limit, allowed, 'binary', unownedWords(limit, weight))),
      ...signed.map(limit =>
        limitRow(`growth of ${titleOf(limit)}`, limit, allowed, 'binary', unownedWords(limit, weight)),
      ),
    ],
    foot: [],
  }
}

/** `module` in words, and the path as code, so that it can be copied. */
function titleOf({ metric }: LimitVerdict): string {
  const [kind = '', ...path] = metric.split(' ')
  return path.length === 0 ? escape(kind) : `${escape(kind)} ${code(path.join(' '))}`
}

/** @param besides what the limit does not count, a clause */
function limitRow(
  title: string,
  limit: LimitVerdict,
  allowed: boolean,
  metric: Metric,
  besides = '',
): string {
  const words = describeLimit(limit, allowed)
  const used = usedOf(limit)
  // Memory differs from run to run in its second decimal: no more of it is shown, unless that hides a breach.
  const size =
    metric === 'memory' && limit.status === 'within' && limit.actual !== null
      ? formatMetric(metric, limit.actual)
      : words.actual
  const status = words.status === 'within' ? '' : words.verdict
  return row([
    title,
    limit.actual === null ? 'not measured' : words.status === 'unchecked' ? '' : escape(size),
    escape(words.limit),
    escape(words.used),
    used === null ? '' : bar(used, 1),
    escape([status || noteOf(words.verdict), besides].filter(text => text !== '').join('; ')),
  ])
}

/** What is said beside `within budget`. */
function noteOf(verdict: string): string {
  return verdict.replace(/^within budget(, )?/, '')
}

function sizeText(metric: Metric, actual: number | null): string {
  if (actual === null) return 'not measured'
  return metric === 'memory' ? formatMetric(metric, actual) : formatBytes(actual)
}
