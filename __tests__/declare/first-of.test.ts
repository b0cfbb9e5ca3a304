import { describe, expect, it } from '@jest/globals'
import { firstOf } from '../../src/declare/first-of.ts'

describe('firstOf', () => {
  it.each([
    [['a'], 2, 'a'],
    [['a', 'b'], 2, 'a, b'],
    [['a', 'b', 'c', 'd'], 2, 'a, b and 2 more'],
    [['a', 'b'], 1, 'a and 1 more'],
    [[], 3, ''],
  ])('names of %j at most %i', (names, most, text) => {
    expect(firstOf(names, most)).toBe(text)
  })
})
