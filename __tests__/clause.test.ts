import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { clause, clauseText, joinClauses, messageText, sentenceText, valueClause } from '../src/clause.ts'
import { input } from '../src/declare/input-part.ts'

describe('clause', () => {
  it('keeps words, values, inputs and other clauses apart', () => {
    const inner = clause`with ${input('tags', 'v1')}`
    expect(clause`push ${'a:b'} ${2} times ${inner}`).toEqual([
      { kind: 'words', text: 'push ' },
      { kind: 'value', text: 'a:b' },
      { kind: 'words', text: ' ' },
      { kind: 'value', text: '2' },
      { kind: 'words', text: ' times ' },
      { kind: 'words', text: 'with ' },
      { kind: 'input', name: 'tags', value: 'v1' },
    ])
  })

  it('leaves empty values out', () => {
    expect(clause`a${''}b`).toEqual([
      { kind: 'words', text: 'a' },
      { kind: 'words', text: 'b' },
    ])
  })

  it('loses no character of a value', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(clauseText(clause`${one} and ${other}`, 'action')).toBe(`${one} and ${other}`)
      }),
    )
  })
})

describe('clauseText', () => {
  const said = clause`set ${input('go-version')} or ${input('output', 'FILE.tar')}`

  it('names inputs as a workflow does', () => {
    expect(clauseText(said, 'action')).toBe('set go-version or output: FILE.tar')
  })

  it('names inputs as flags on a terminal', () => {
    expect(clauseText(said, 'terminal')).toBe('set --go-version or --output FILE.tar')
  })

  it('gives a flag that takes true no value, which the command line would refuse', () => {
    const pushed = clause`give ${input('push', 'true')}`
    expect(clauseText(pushed, 'terminal')).toBe('give --push')
    expect(clauseText(pushed, 'action')).toBe('give push: true')
  })
})

describe('sentenceText', () => {
  it.each([
    ['words', clause`the file is gone`, 'The file is gone.'],
    ['a value', clause`${'ghcr.io/o/x'} is gone`, 'ghcr.io/o/x is gone.'],
    ['an input', clause`${input('files')} is empty`, 'files is empty.'],
    ['a question', clause`did you mean it?`, 'Did you mean it?'],
    ['a value with a full stop', clause`it says ${'no.'}`, 'It says no.'],
  ])('begins with a capital unless it begins with what has its own case: %s', (_, parts, sentence) => {
    expect(sentenceText(parts, 'action')).toBe(sentence)
  })
})

it('joins clauses', () => {
  expect(clauseText(joinClauses([clause`a`, valueClause('b'), clause`c`], '; '), 'action')).toBe('a; b; c')
  expect(joinClauses([], '; ')).toEqual([])
})

it('shows a message that is a sentence already as it is', () => {
  expect(messageText('it is so', 'terminal')).toBe('it is so')
  expect(messageText(clause`it is so`, 'terminal')).toBe('It is so.')
})
