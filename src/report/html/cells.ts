import {
  isOfGrowth,
  isPart,
  isSameSubject,
  type PartSubject,
  type Subject,
  unitOf,
} from '../../weigh-in/limit.ts'
import { type Metric, METRIC_NAMES, metricRow, type Unit } from '../../weigh-in/metric.ts'
import type { MetricGrowth } from '../../weigh-in/growth.ts'
import type { LimitVerdict } from '../../weigh-in/verdict.ts'
import { formatBound } from '../../declare/bound.ts'
import { formatBytes } from '../../declare/bytes.ts'
import { actualsOf } from '../../size/actuals.ts'
import { excessOf, sizesApart } from '../breach-words.ts'
import type { PlatformWeight } from '../../weigh-in/weigh-in.ts'
import { formatMetric } from '../change-words.ts'
import { formatGrowth, formatUsed } from '../figures.ts'
import { printable } from '../printable.ts'
import { unownedWords } from '../unowned-words.ts'
import { type Markup, breakable, html } from './markup.ts'

/** Returns a cell for each metric, and for each module or package with a limit: its size, its limit and its growth. */
export function sizeCells(weight: PlatformWeight, limits: readonly LimitVerdict[]): Markup {
  const actuals = actualsOf(weight)
  return html`<div class="cells">
    ${[
      ...METRIC_NAMES.map(metric => metricCell(metric, actuals[metric], weight, limits)),
      ...partsOf(limits).map(part => partCell(part, weight, limits)),
    ]}
  </div>`
}

/** Returns the modules and packages that have limits, without duplicates. */
function partsOf(limits: readonly LimitVerdict[]): readonly PartSubject[] {
  const parts = limits.map(({ subject }) => subject).filter(isPart)
  return parts.filter((part, at) => parts.findIndex(other => isSameSubject(part, other)) === at)
}

function limitsFor(subject: Subject, limits: readonly LimitVerdict[]): readonly LimitVerdict[] {
  return limits.filter(limit => isSameSubject(limit.subject, subject))
}

function metricCell(
  metric: Metric,
  actual: number | null,
  weight: PlatformWeight,
  limits: readonly LimitVerdict[],
): Markup {
  const { meaning, unit } = metricRow(metric)
  const growth = weight.growth?.metrics.find(grown => grown.metric === metric)
  return cell({
    name: metric,
    meaning,
    size: actual === null ? null : formatMetric(metric, actual),
    growth: growthOf(growth, unit),
    limits: limitsFor({ kind: metric }, limits),
  })
}

function partCell(part: PartSubject, weight: PlatformWeight, limits: readonly LimitVerdict[]): Markup {
  const of = limitsFor(part, limits)
  const actual = of[0]?.actual ?? null
  const besides = unownedWords({ subject: part }, weight)
  return cell({
    name: part.path,
    meaning: part.kind,
    size: actual === null ? null : formatBytes(actual),
    growth: html``,
    limits: of,
    ...(besides === '' ? {} : { besides }),
  })
}

interface Cell {
  readonly name: string
  readonly meaning: string
  /** `null` if it was not measured. */
  readonly size: string | null
  readonly growth: Markup
  readonly limits: readonly LimitVerdict[]
  /** The bytes that the limits do not count. */
  readonly besides?: string
}

function cell({ name, meaning, size, growth, limits, besides }: Cell): Markup {
  return html`<section class="cell">
    <h3><bdi>${breakable(printable(name))}</bdi> <small>${meaning}</small></h3>
    <p class="size">${size ?? 'not measured'}${growth}</p>
    ${limits.map(limitLine)}${besides === undefined ? html`` : html`<p class="limit">${together(besides)}</p>`}
  </section>`
}

function growthOf(growth: MetricGrowth | undefined, unit: Unit): Markup {
  if (growth === undefined || growth.delta === null) return html``
  if (growth.change === 'unchanged') return html` <span class="change">unchanged</span>`
  const by = growth.delta
  return html` <span class="change ${by > 0 ? 'more' : 'less'}">${formatGrowth(by, unit)}</span>`
}

function limitLine(verdict: LimitVerdict): Markup {
  const { subject, actual, limit, growth, status } = verdict
  const unit = unitOf(subject)
  const bound = formatBound(verdict.bound, unit)
  const mark = status === 'within' ? '' : ' over'
  if (isOfGrowth(verdict)) {
    const grown = growth === null ? 'growth unknown' : `${formatGrowth(growth, unit)} since the baseline`
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
      ${together(`${formatUsed(actual, limit)} of ${sizesApart(actual, limit, unit).limit}${overWords(verdict)}`)}
    </p>`
}

function overWords(verdict: LimitVerdict): string {
  const excess = excessOf(verdict)
  return excess === null ? '' : `: over by ${excess}`
}

/** Keeps a number and its unit on one line. */
function together(text: string): string {
  return text.replace(/(\d) (?=[kMG]?B\b|%)/g, '$1\u00a0')
}
