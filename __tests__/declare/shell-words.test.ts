import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { formatShellWords, parseShellWords } from '../../src/declare/shell-words.ts'

/** What a real shell makes of it; nothing in these texts expands. */
function shell(text: string): readonly string[] {
  return execFileSync('sh', ['-c', `printf '%s\\0' ${text}`], { encoding: 'utf8' })
    .split('\0')
    .slice(0, -1)
}

describe('parseShellWords', () => {
  it.each([
    'a b  c',
    `'a b' c`,
    `"a b"'c d'e`,
    `--flag="x y" ''`,
    `a\\ b \\"c`,
    `"a \\"b\\" \\c \\\\ '"`,
    `it\\'s`,
    `"a\\\nb" c\\\nd`,
    `'x\\y'`,
  ])('splits %j as sh does', text => {
    expect(parseShellWords(text)).toEqual({ ok: true, value: shell(text) })
  })

  it('goes over lines, and leaves comments and empty lines out', () => {
    const text = '# how it starts\n--port 80\n\n  # where\n--dir "/my data"\n'
    expect(parseShellWords(text)).toEqual({ ok: true, value: ['--port', '80', '--dir', '/my data'] })
  })

  it('expands nothing', () => {
    expect(parseShellWords('$HOME `id` *.go ~ a;b')).toEqual({
      ok: true,
      value: ['$HOME', '`id`', '*.go', '~', 'a;b'],
    })
  })

  it.each([
    [`'a`, "has a quote (') that is never closed"],
    [`a "b`, 'has a quote (") that is never closed'],
    ['a \\', 'ends in a backslash'],
    ['a\0b', 'NUL'],
  ])('refuses %j', (text, because) => {
    expect(parseShellWords(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof parseShellWords(text).ok === 'boolean'))
  })

  it('reads back any words without newlines', () => {
    const word = fc.string().map(text => text.replace(/[\n\r\0]/g, ''))
    fc.assert(
      fc.property(fc.array(word), words => {
        expect(parseShellWords(formatShellWords(words))).toEqual({ ok: true, value: words })
      }),
    )
  })
})
