import { describe, expect, it } from '@jest/globals'
import { clause, clauseText } from '../src/clause.ts'
import { input } from '../src/declare/input-part.ts'
import { problemsFailure, wrongInput, wrongValue } from '../src/declare/problem.ts'
import { Absent, Failure, clauseOf, failureSentence, reasonOf, reasonText } from '../src/failure.ts'

const what = clause`the image cannot be written to ${'out'}`
const why = clause`it is full`
const fix = clause`set ${input('output')}`
const state = clause`nothing was published`

describe('failureSentence', () => {
  it.each([
    ['what', { what }, 'The image cannot be written to out.'],
    ['what and why', { what, why }, 'The image cannot be written to out: it is full.'],
    ['what and what to do', { what, fix }, 'The image cannot be written to out; set --output.'],
    [
      'all of it',
      { what, why, fix, state },
      'The image cannot be written to out: it is full; set --output. Nothing was published.',
    ],
  ])('says %s', (_, clauses, sentence) => {
    expect(failureSentence(new Failure('write', clauses), 'terminal')).toBe(sentence)
  })

  it('is the message of the error, as a workflow names inputs', () => {
    expect(new Failure('write', { what, fix }).message).toBe(
      'The image cannot be written to out; set output.',
    )
  })

  it('gives each of several wrong inputs a line', () => {
    const failure = problemsFailure([
      wrongValue('tags', 'a b', 'is no tag'),
      wrongInput('budget', 'is empty'),
    ])
    expect(failureSentence(failure, 'terminal')).toBe(
      '2 inputs are wrong:\n  --tags "a b" is no tag.\n  --budget is empty.',
    )
  })

  it('says one wrong input in one sentence, and names it for scripts', () => {
    const failure = problemsFailure([wrongValue('tags', 'a b', 'is no tag')])
    expect(failureSentence(failure, 'action')).toBe('tags "a b" is no tag.')
    expect(failure).toMatchObject({ code: 'bad-input', fields: { input: 'tags', value: 'a b' } })
  })
})

describe('a failure in another sentence', () => {
  const failure = new Absent('registry', { what, why, fix }, { fields: { status: 404 } })

  it('leaves what to do out of the reason', () => {
    expect(reasonText(failure)).toBe('the image cannot be written to out: it is full')
    expect(clauseText(reasonOf(failure), 'terminal')).toBe(reasonText(failure))
  })

  it('keeps it where the reader can do it', () => {
    expect(clauseText(clauseOf(failure), 'terminal')).toBe(
      'the image cannot be written to out: it is full; set --output',
    )
  })

  it('names every wrong input', () => {
    const several = problemsFailure([wrongInput('tags', 'is empty'), wrongInput('budget', 'is empty')])
    expect(reasonText(several)).toBe('tags is empty; budget is empty')
  })
})
