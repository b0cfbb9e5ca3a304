// What lies right beside the edge of a rule.
import { describe, expect, it } from '@jest/globals'
import { describeBreach, excessOf, sizesApart } from '../../src/report/breach-words.ts'
import { formatDelta } from '../../src/report/figures.ts'
import { recordedGate } from '../../src/report/recorded-gate.ts'
import { imageWeight, limitVerdict, overBudget, weighIn } from './sample.ts'

describe('a breach', () => {
  const over = limitVerdict({ status: 'over', actual: 3_207_123 })

  it('is none where the size or the limit is not known', () => {
    for (const unknown of [{ actual: null }, { limit: null }, { status: 'within' as const }])
      expect([excessOf({ ...over, ...unknown }), describeBreach({ ...over, ...unknown })]).toEqual([
        null,
        null,
      ])
  })

  it('tells of the baseline what it knows', () => {
    const breach = (of: Partial<typeof over>) => describeBreach({ ...over, ...of }) ?? ''
    expect(breach({})).not.toContain('baseline')
    expect(breach({ before: 2_000_000, growth: null })).not.toContain('baseline')
    expect(breach({ before: 2_000_000, growth: 0 })).not.toContain('baseline')
    expect(breach({ before: 4_000_000, growth: -5 })).not.toContain('baseline')
    expect(breach({ before: 2_000_000, growth: 1_207_123 })).toContain('+1.21 MB since the baseline')
    expect(breach({ before: null, growth: 5 })).not.toContain('baseline')
  })

  it('writes what grew, shrank and stayed', () => {
    expect([formatDelta(0), formatDelta(-492), formatDelta(61_200)]).toEqual(['±0 B', '−492 B', '+61.2 kB'])
    expect(sizesApart(3_000_000, 3_000_000, 'bytes')).toEqual({ actual: '3.00 MB', limit: '3 MB' })
  })
})

it('names each image that is over, even where that is let through', () => {
  const over = { ...(overBudget.budget ?? imageWeight().budget), waived: true }
  const images = [imageWeight({ name: 'a' }), imageWeight({ name: 'b', budget: over })]
  const { pass, sentence } = recordedGate(weighIn({}, { images }))
  expect(pass).toBe(true)
  expect(sentence).toContain('Image b: ')
  expect(sentence).not.toContain('Image a: ')
})
