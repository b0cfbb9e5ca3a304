import { describe, expect, it } from '@jest/globals'
import { recordedGate } from '../../src/report/recorded-gate.ts'
import type { ImageWeight } from '../../src/weigh-in/weigh-in.ts'
import type { Verdict } from '../../src/weigh-in/verdict.ts'
import { grown, imageWeight, limitVerdict, overBudget, weighIn } from './sample.ts'
import { subjectOf } from '../support/limits.ts'

const over = overBudget.budget ?? imageWeight().budget
const none: Verdict = { status: 'none', waived: false, limits: [], dropped: [] }

function said(...images: readonly Partial<ImageWeight>[]) {
  return recordedGate(weighIn({}, { images: images.map(image => imageWeight(image)) }))
}

describe('recordedGate', () => {
  it('says what the run that weighed said', () => {
    expect(said({})).toEqual({ pass: true, sentence: 'Within budget.' })
    expect(said({ budget: over })).toEqual({
      pass: false,
      sentence:
        'Over budget: image of linux/amd64 is 2.20 MB, 202123 B (10.1 %) over its limit of 2 MB. Make it smaller, or raise the limit in budget.',
    })
    expect(said(grown).sentence).toMatch(
      / Raised since the baseline: image of linux\/amd64 from 2\.5 MB to 3 MB\./,
    )
  })

  it('fails what was not measured', () => {
    const limits = [limitVerdict({ subject: subjectOf('memory'), actual: null, status: 'unmeasured' })]
    const unmeasured = said({ budget: { ...over, status: 'unmeasured', limits } })
    expect(unmeasured).toMatchObject({
      pass: false,
      sentence: expect.stringMatching(/memory of linux\/amd64/),
    })
  })

  it('lets pass what that run let pass, without a word on what is not known', () => {
    const waived = said({ budget: { ...over, waived: true } })
    expect(waived.pass).toBe(true)
    expect(waived.sentence).toMatch(/^Over budget, but allowed \(on-over-budget\): image of linux\/amd64 is/)
    expect(said({ budget: none }).pass).toBe(true)
  })

  it('fails as soon as one image does, and names those that there is something to say of', () => {
    const { pass, sentence } = said({ name: 'a' }, { name: 'b', budget: over }, { name: 'c', budget: none })
    expect(pass).toBe(false)
    expect(sentence).toMatch(/^Image b: Over budget: [^:]*$/)
    expect(said({ name: 'a' }, { name: 'c', budget: none })).toEqual({
      pass: true,
      sentence: 'All images with a budget are within it.',
    })
  })
})
