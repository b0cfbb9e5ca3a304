import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { assignmentOf, commandsOf, looseWords, substitutionAt, unquoted } from '../../src/init/shell.ts'

describe('commandsOf', () => {
  it.each([
    { script: '', commands: [] },
    { script: 'a b && c; d | e &\nf', commands: [['a', 'b'], ['c'], ['d'], ['e'], ['f']] },
    { script: `a "b c" 'd "e"' f\\ g`, commands: [['a', 'b c', 'd "e"', 'f g']] },
    {
      script: 'a $(b; c) ${d:-e f} `g h` {{ .I }}',
      commands: [['a', '$(b; c)', '${d:-e f}', '`g h`', '{{ .I }}']],
    },
    { script: 'a "$(b "c")" "\\"d\\\n"', commands: [['a', '$(b "c")', '"d']] },
    { script: 'a # b; c\nd#e', commands: [['a'], ['d#e']] },
    { script: '@sudo env time a', commands: [['a']] },
    { script: '-a', commands: [['a']] },
    { script: 'if a; then b; else exec c; fi', commands: [['a'], ['b'], ['c'], ['fi']] },
    { script: 'a \\\n b', commands: [['a', 'b']] },
    { script: 'a $(b', commands: [['a', '$(b']] },
  ])('splits $script', ({ script, commands }) => {
    expect(commandsOf(script).map(({ words }) => words)).toEqual(commands)
  })

  it('knows what is set for one command, and what is set alone', () => {
    expect(commandsOf('A=1 B="2 3" go build; C=$(git x)')).toEqual([
      { env: { A: '1', B: '2 3' }, words: ['go', 'build'] },
      { env: { C: '$(git x)' }, words: [] },
    ])
  })

  it('ends for every text, however deep its brackets are', () => {
    const part = fc.constantFrom(
      '$(',
      '${',
      ')',
      '}',
      '`',
      '{{',
      '}}',
      '"',
      "'",
      '\\',
      ' ',
      ';',
      'a',
      '#',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), parts => {
        const text = parts.join('')
        for (const { words } of commandsOf(text))
          expect(words.join('').length).toBeLessThanOrEqual(text.length)
        expect(looseWords(text).join('').length).toBeLessThanOrEqual(text.length)
      }),
    )
    expect(commandsOf('$('.repeat(50_000))).toHaveLength(1)
    expect(commandsOf('{{'.repeat(50_000))).toHaveLength(1)
  })
})

describe('substitutionAt', () => {
  it.each([
    { text: '$(a (b) c)d', end: 10 },
    { text: '$$(a)', end: 5 },
    { text: '${a}', end: 4 },
    { text: '`a`', end: 3 },
    { text: '{{a}}', end: 5 },
    { text: '$a', end: 0 },
    { text: '$(a', end: 0 },
    { text: '`a', end: 0 },
    { text: '{{a', end: 0 },
    { text: 'a$(b)', end: 0 },
  ])('ends $text at $end', ({ text, end }) => {
    expect(substitutionAt(text, 0)).toBe(end)
  })
})

it.each([
  { word: 'A=1', assigned: ['A', '1'] },
  { word: 'A_2=b=c\nd', assigned: ['A_2', 'b=c\nd'] },
  { word: 'A=', assigned: ['A', ''] },
  { word: 'A', assigned: null },
  { word: '2=1', assigned: null },
  { word: '--a=1', assigned: null },
])('assignmentOf reads $word', ({ word, assigned }) => {
  expect(assignmentOf(word)).toEqual(assigned)
})

it.each([
  { text: ' "a b" ', bare: 'a b' },
  { text: "'a'", bare: 'a' },
  { text: ' a ', bare: 'a' },
  { text: '"a\'', bare: '"a\'' },
  { text: '"', bare: '"' },
])('unquoted reads $text', ({ text, bare }) => {
  expect(unquoted(text)).toBe(bare)
})
