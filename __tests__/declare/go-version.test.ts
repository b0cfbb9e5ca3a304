import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseGoVersion } from '../../src/declare/go-version.ts'

describe('parseGoVersion', () => {
  it.each([
    '1.26.8',
    '1.26',
    '1.26.x',
    '1.26.*',
    '1',
    '1.x',
    '^1.25',
    '~1.25.3',
    '>=1.25 <1.27',
    '>= 1.25',
    '1.24 || 1.26',
    '1.27rc1',
    'stable',
    'oldstable',
  ])('takes %s', text => {
    expect(parseGoVersion(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    ['go1.26.8', 'write 1.26.8'],
    ['v1.26', 'write 1.26'],
    ['latest', 'write stable'],
    ['oldstabel', 'did you mean "oldstable"'],
    ['1.2', 'write "1.20" in quotes'],
    ['1.26.8.1', 'is not a Go version; write 1.26.8'],
    ['one', 'is not a Go version'],
    ['', 'is not a Go version'],
  ])('refuses %j', (text, because) => {
    expect(parseGoVersion(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parseGoVersion(text).ok === 'boolean'))
  })
})
