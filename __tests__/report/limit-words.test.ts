import { describe, expect, it } from '@jest/globals'
import { commentReport } from '../../src/report/comment.ts'
import { htmlReport } from '../../src/report/html/report.ts'
import { besideBaseline, describeLimit } from '../../src/report/limit-words.ts'
import { markdownReport } from '../../src/report/markdown.ts'
import type { BaselineReport } from '../../src/weigh-in/weigh-in.ts'
import { boundOf, subjectOf } from '../support/limits.ts'
import { imageWeight, limitVerdict, weighIn } from './sample.ts'

const baseline: BaselineReport = {
  kind: 'none',
  reference: null,
  digest: null,
  revision: null,
  reason: 'nothing is kept yet',
}

const ofGrowth = {
  limit: null,
  before: null,
  growth: null,
  status: 'within',
  reason: 'there is no baseline',
} as const
const unchecked = [
  limitVerdict({ bound: boundOf('+50 kB'), ...ofGrowth }),
  limitVerdict({ bound: boundOf('+0'), subject: subjectOf('module std'), ...ofGrowth }),
]

describe('a limit of growth without a baseline', () => {
  const words = describeLimit(unchecked[0] ?? limitVerdict(), false)

  it('says why it passes where nothing else does', () => {
    expect(besideBaseline(words, null).note).toBe('passes, there is no baseline')
  })

  it('leaves the reason to a report that shows the baseline', () => {
    expect(besideBaseline(words, baseline)).toEqual({ verdict: 'passes unchecked', note: 'passes unchecked' })
  })

  it('is no different where the limit was checked', () => {
    const checked = describeLimit(limitVerdict(), false)
    expect(besideBaseline(checked, baseline)).toBe(checked)
  })

  const first = weighIn(
    {},
    {
      images: [
        imageWeight({
          baseline,
          budget: { status: 'within', waived: false, limits: unchecked, dropped: [] },
        }),
      ],
    },
  )

  it.each([
    ['the job summary', () => markdownReport(first, { pass: true, sentence: 'Within budget.' })],
    ['the comment', () => commentReport(first, { pass: true, sentence: 'Within budget.' }, 'all')],
    ['the page', () => htmlReport(first).replace(/<script[\s\S]*?<\/script>/g, '')],
  ])('has its reason once in %s, whatever the number of limits', (_, report) => {
    expect(report().match(/no baseline/gi)).toHaveLength(1)
    expect(report().match(/nothing is kept yet/g)).toHaveLength(1)
    expect(report().match(/within budget/gi)).toHaveLength(1)
  })
})
