import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { excerpt } from '../../src/host/excerpt.ts'

describe('clause', () => {
  it.each([
    ['one\n two\t\u0007three', 'one two three'],
    [' a sentence. ', 'a sentence'],
    ['a clause;', 'a clause'],
    ['two stops..', 'two stops.'],
    ['', ''],
  ])('makes %p %p', (text, made) => {
    expect(excerpt(text)).toBe(made)
  })

  it('has at most 300 characters, and shows where there were more', () => {
    expect(excerpt('a'.repeat(300))).toBe('a'.repeat(300))
    expect(excerpt('a'.repeat(301))).toBe(`${'a'.repeat(300)}…`)
  })

  it('is one short line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), text => {
        const line = excerpt(text)
        expect(line.length).toBeLessThanOrEqual(301)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
    )
  })
})
