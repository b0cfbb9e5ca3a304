import { describe, expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { parseBudget } from '../../src/declare/budget.ts'
import { isNoise } from '../../src/size/noise.ts'
import { METRIC_NAMES, metricRow } from '../../src/weigh-in/metric.ts'

describe('a metric', () => {
  it.each(METRIC_NAMES)('%s can be limited, in its own unit', metric => {
    const amount = metricRow(metric).unit === 'count' ? '3' : '3MB'
    expect(parseBudget(`${metric}: ${amount}, ${metric}: +0`, [])).toMatchObject({ ok: true })
  })

  it.each(METRIC_NAMES)('%s has the noise of its row, and nothing more', metric => {
    const { noise } = metricRow(metric)
    const grown = (delta: number) => isNoise({ kind: metric }, 0, delta)
    expect([grown(noise), grown(noise + 1), grown(-noise - 1)]).toEqual([true, false, false])
  })

  it.each(METRIC_NAMES)('%s is in the documentation of budget', metric => {
    expect(readFileSync('docs/reference.md', 'utf8')).toContain(
      `\`${metric}\` (${metricRow(metric).meaning})`,
    )
  })
})
