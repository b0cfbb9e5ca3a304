import { describe, expect, it } from '@jest/globals'
import { sentenceText } from '../../src/clause.ts'
import { failedPublication, otherReasons } from '../../src/report/failed-publication.ts'

const missing = (reference: string, reason = 'denied') => ({ reference, reason })

describe('failedPublication', () => {
  it.each([
    { places: [], not: ['a:v1'], says: 'Nothing was published.' },
    { places: ['./out'], not: [], says: 'The image is at ./out.' },
    { places: ['a:v1'], not: ['a:v2'], says: 'The image is at a:v1, but not at a:v2.' },
    {
      places: ['a:v1', 'a:v3', 'b:v1'],
      not: ['a:v2', 'b:v2'],
      says: 'The image is at a:v1, a:v3 and b:v1, but not at a:v2 and b:v2.',
    },
  ])('says $says', ({ places, not, says }) => {
    const state = failedPublication(
      places,
      not.map(name => missing(name)),
    )
    expect(sentenceText(state, 'action')).toBe(says)
  })

  it('says where the image is without its SBOM', () => {
    const state = failedPublication(['a:v1', 'b:v1'], [missing('c:v1')], ['a', 'b'])
    expect(sentenceText(state, 'action')).toBe(
      'The image is at a:v1 and b:v1, but not at c:v1, and its SBOM is not in a and b.',
    )
  })
})

describe('otherReasons', () => {
  it('is what the sentence leaves out', () => {
    expect(otherReasons([])).toBeUndefined()
    expect(otherReasons([missing('a:v1'), missing('a:v2')])).toBeUndefined()
    expect(otherReasons([missing('a:v1'), missing('b:v1', 'too large'), missing('b:v2', 'too late')])).toBe(
      'b:v1: too large\nb:v2: too late',
    )
  })
})
