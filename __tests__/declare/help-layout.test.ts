import { describe, expect, it } from '@jest/globals'
import { helpWidth, paragraph, section } from '../../src/declare/help-layout.ts'

describe('the layout of help', () => {
  it.each([
    [Number.POSITIVE_INFINITY, 100],
    [200, 100],
    [80, 80],
    [10, 30],
  ])('in a window of %d columns uses %d', (columns, width) => {
    expect(helpWidth(columns)).toBe(width)
  })

  it('indents every line of a paragraph', () => {
    expect(paragraph('one two three', 10, 2)).toBe('  one two\n  three\n')
  })

  const entries = [
    { head: '--a', text: 'the first letter' },
    { head: '--a-long-head-that-fills-it', text: 'text' },
  ]

  it('puts texts beside their heads, and below a head that is too long', () => {
    expect(section('Flags', entries, 64, 16)).toBe(
      'Flags:\n  --a           the first letter\n  --a-long-head-that-fills-it\n                text\n',
    )
  })

  it('puts texts below their heads in a narrow window', () => {
    expect(section('Flags', entries, 40, 16)).toBe(
      'Flags:\n  --a\n      the first letter\n  --a-long-head-that-fills-it\n      text\n',
    )
  })
})
