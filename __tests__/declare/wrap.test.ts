import { describe, expect, it } from '@jest/globals'
import { wrap } from '../../src/declare/wrap.ts'

describe('wrap', () => {
  it('breaks at spaces, not at those before a unit, and leaves long words whole', () => {
    expect(wrap('starts in 125 ms (linked 2 ms)', 13)).toEqual(['starts in', '125 ms', '(linked 2 ms)'])
    expect(wrap('see /a/very/long/path now', 6)).toEqual(['see', '/a/very/long/path', 'now'])
    expect(wrap('2.02 MB   −68.0 %', 30)).toEqual(['2.02 MB   −68.0 %'])
    expect(wrap('', 5)).toEqual([''])
  })
})
