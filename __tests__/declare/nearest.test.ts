import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { didYouMean, editDistance, nearest } from '../../src/declare/nearest.ts'

describe('editDistance', () => {
  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['budgte', 'budget', 1],
    ['ab', 'ba', 1],
    ['abcd', 'abd', 1],
  ])('of %j and %j is %d', (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance)
  })

  it('is symmetric, and zero for equals alone', () => {
    const word = fc.string({ maxLength: 12 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a))
        expect(editDistance(a, b) === 0).toBe(a === b)
        expect(editDistance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
      }),
    )
  })
})

describe('nearest', () => {
  it.each([
    ['budgte', 'budget'],
    ['BUDGET', 'budget'],
    ['imagee', 'image'],
    ['dockerfile', null],
    ['x', null],
  ])('to %s is %s', (word, meant) => {
    expect(nearest(word, ['budget', 'image', 'images'])).toBe(meant)
  })

  it('bounds its work on endless words', () => {
    expect(nearest('a'.repeat(1_000_000), ['budget'])).toBeNull()
  })
})

describe('didYouMean', () => {
  it('is nothing where nothing is near', () => {
    expect(didYouMean('dockerfile', ['budget'])).toBe('')
    expect(didYouMean('budge', ['budget'])).toBe('; did you mean "budget"?')
  })
})
