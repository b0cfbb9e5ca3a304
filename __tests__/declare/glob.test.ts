import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fitsName, hasWildcard, parsePattern } from '../../src/declare/glob.ts'

describe('parsePattern', () => {
  it.each([
    ['web/*.html', { start: 'web', names: ['*.html'] }],
    ['/abs/web/**/*.css', { start: '/abs/web', names: ['**', '*.css'] }],
    ['*', { start: '', names: ['*'] }],
    ['/*', { start: '/', names: ['*'] }],
    ['a/**/**/x?', { start: 'a', names: ['**', 'x?'] }],
    ['a//*//./b', { start: 'a/', names: ['*', 'b'] }],
    ['../x/*/y', { start: '../x', names: ['*', 'y'] }],
  ])('%s', (text, pattern) => {
    expect(parsePattern(text)).toEqual({ ok: true, value: pattern })
  })

  it.each(['web', '', '/a/b', 'pages/[id].html', '{a,b}.txt'])('%j is one path', text => {
    expect(parsePattern(text)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['web/*/', 'write web/*'],
    ['web/*/../x', '".."'],
    ['web/**.html', '**/*.html'],
    ['a**b/x', '**/a*b'],
  ])('refuses %s', (text, because) => {
    expect(parsePattern(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and gives names that are names', () => {
    const likely = fc.array(fc.constantFrom('a', '*', '?', '/', '.', '..', '**')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), text => {
        const read = parsePattern(text)
        if (!read.ok || read.value === null) return
        const { start, names } = read.value
        expect(start.split('/').some(hasWildcard)).toBe(false)
        expect(hasWildcard(names[0] ?? '')).toBe(true)
        for (const name of names) expect(name).toMatch(/^(?!\.{0,2}$)[^/]+$/)
      }),
    )
  })
})

describe('fitsName', () => {
  it.each([
    ['*', 'a', true],
    ['*', '.a', false],
    ['.*', '.a', true],
    ['?a', '.a', false],
    ['*.html', 'x.html', true],
    ['*.html', '.html', false],
    ['*.html', 'x.htm', false],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'aXc', false],
    ['??', 'ä€', true],
    ['?', '𝒳', true],
    ['a', 'a', true],
    ['a', 'ab', false],
    ['[id]', 'i', false],
  ])('%s, %s: %s', (pattern, name, fits) => {
    expect(fitsName(pattern, name)).toBe(fits)
  })

  it('says what a regular expression says', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 8 }).map(parts => parts.join(''))
    const patterns = fc
      .array(fc.constantFrom('a', 'b', '.', '*', '?'), { maxLength: 8 })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(patterns, letters, (pattern, name) => {
        const hides = pattern.startsWith('.') ? '' : String.raw`(?!\.)`
        const source = pattern
          .replaceAll('.', String.raw`\.`)
          .replaceAll('?', '.')
          .replaceAll('*', '.*')
        expect(fitsName(pattern, name)).toBe(new RegExp(`^${hides}${source}$`, 's').test(name))
      }),
    )
  })

  it('takes no exponential time', () => {
    expect(fitsName(`${'*a'.repeat(2000)}b`, 'a'.repeat(4000))).toBe(false)
  })
})
