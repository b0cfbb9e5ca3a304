import type { Metric } from '../../declare/budget.ts'
import { formatBytes } from '../../declare/bytes.ts'
import { actualsOf } from '../../size/actuals.ts'
import { excessOf, formatDelta, sizesApart } from '../../size/breach.ts'
import type { MetricGrowth } from '../../size/growth.ts'
import type { LimitVerdict, PlatformWeight } from '../../weigh-in/weigh-in.ts'
import { formatMemory, formatUsed } from '../figures.ts'
import { printable } from '../printable.ts'
import { unownedWords } from '../unowned-words.ts'
import { type Markup, breakable, html } from './markup.ts'

const METRICS: readonly (readonly [Metric, string])[] = [
  ['image', 'all files, as shipped'],
  ['download', 'what a pull transfers'],
  ['binary', 'linked, before packing'],
  ['memory', 'private, at the start'],
]

/** A cell for each metric, and for each module or package that has a limit: how large, of what limit, and how it grew. */
export function sizeCells(weight: PlatformWeight, limits: readonly LimitVerdict[]): Markup {
  const actuals = actualsOf(weight)
  const known = new Set<string>(METRICS.map(([metric]) => metric))
  const others = [...new Set(limits.map(({ metric }) => metric).filter(metric => !known.has(metric)))]
  return html`<div class="cells">
    ${[
      ...METRICS.map(([metric, meaning]) => {
        const growth = weight.growth?.metrics.find(grown => grown.metric === metric)
        return cell(metric, meaning, actuals[metric], limitsFor(metric, limits), growth)
      }),
      ...others.map(metric => {
        const [kind = '', path = metric] = metric.split(' ')
        const of = limitsFor(metric, limits)
        return cell(path, kind, of[0]?.actual ?? null, of, undefined, unownedWords({ metric }, weight))
      }),
    ]}
  </div>`
}

function limitsFor(metric: string, limits: readonly LimitVerdict[]): readonly LimitVerdict[] {
  return limits.filter(limit => limit.metric === metric)
}

function cell(
  name: string,
  meaning: string,
  actual: number | null,
  limits: readonly LimitVerdict[],
  growth: MetricGrowth | undefined,
  besides = '',
): Markup {
  const format = name === 'memory' ? formatMemory : formatBytes
  return html`<section class="cell">
    <h3><bdi>${breakable(printable(name))}</bdi> <small>${meaning}</small></h3>
    <p class="size">${actual === null ? 'not measured' : format(actual)}${growthOf(growth)}</p>
    ${limits.map(limitLine)}${besides === '' ? html`` : html`<p class="limit">${together(besides)}</p>`}
  </section>`
}

function growthOf(growth: MetricGrowth | undefined): Markup {
  if (growth === undefined || growth.delta === null) return html``
  if (growth.change === 'unchanged') return html` <span class="change">unchanged</span>`
  const by = growth.delta
  return html` <span class="change ${by > 0 ? 'more' : 'less'}">${formatDelta(by)}</span>`
}

function limitLine(verdict: LimitVerdict): Markup {
  const { actual, limit, bound, growth, status } = verdict
  const mark = status === 'within' ? '' : ' over'
  if (bound.startsWith('+')) {
    const grown = growth === null ? 'growth unknown' : `${formatDelta(growth)} since the baseline`
    return html`<p class="limit${mark}">${together(`${grown}, ${bound} allowed${overWords(verdict)}`)}</p>`
  }
  if (actual === null || limit === null)
    return html`<p class="limit over">${together(`of ${bound}, not checked`)}</p>`
  const used = Math.min(100, (100 * actual) / Math.max(limit, 1)).toFixed(2)
  return html`<svg class="gauge${mark}" width="100%" height="8" aria-hidden="true">
      <rect class="whole" width="100%" height="8" rx="4" />
      <rect class="used" width="${used}%" height="8" rx="4" />
    </svg>
    <p class="limit${mark}">
      ${together(`${formatUsed(actual, limit)} of ${sizesApart(actual, limit).limit}${overWords(verdict)}`)}
    </p>`
}

function overWords(verdict: LimitVerdict): string {
  const excess = excessOf(verdict)
  return excess === null ? '' : `: over by ${excess}`
}

/** A figure and its unit stay on one line. */
function together(text: string): string {
  return text.replace(/(\d) (?=[kMG]?B\b|%)/g, '$1\u00a0')
}
