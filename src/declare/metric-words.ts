import { METRIC_NAMES, metricRow, PAGE } from '../weigh-in/metric.ts'
import { formatAmountExact } from './amount.ts'

/** What is measured, for the documentation: `image` (all files), `download` (what a pull transfers) … */
export const METRIC_WORDS: string = METRIC_NAMES.map(
  metric => `\`${metric}\` (${metricRow(metric).meaning})`,
).join(', ')

/** What counts as no growth: 4 KiB (of `download` 2 KiB …). */
export const NOISE_WORDS: string = `${formatAmountExact(PAGE, 'bytes')} (${METRIC_NAMES.flatMap(metric => {
  const { noise, unit } = metricRow(metric)
  return noise === PAGE ? [] : [`of \`${metric}\` ${formatAmountExact(noise, unit)}`]
}).join(', ')})`
