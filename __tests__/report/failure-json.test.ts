import { describe, expect, it } from '@jest/globals'
import { clause } from '../../src/clause.ts'
import { input } from '../../src/declare/input-part.ts'
import { problemsFailure, wrongInput, wrongValue } from '../../src/declare/problem.ts'
import { Failure } from '../../src/failure.ts'
import { failureJson } from '../../src/report/failure-json.ts'

describe('failureJson', () => {
  it('has the clauses apart, and the fields', () => {
    const failure = new Failure(
      'compile',
      {
        what: clause`compiling . failed`,
        why: clause`${'a.go:1'}: no`,
        fix: clause`set ${input('cgo', 'static')}`,
      },
      {
        output: 'a.go:1: no\n',
        locations: [{ file: 'a.go', line: 1, message: 'no' }],
        fields: { main: '.' },
      },
    )
    expect(JSON.parse(failureJson(failure, 'terminal'))).toEqual({
      schemaVersion: 1,
      failure: {
        code: 'compile',
        message: 'Compiling . failed: a.go:1: no; set --cgo static.',
        what: 'compiling . failed',
        why: 'a.go:1: no',
        fix: 'set --cgo static',
        state: null,
        fields: { main: '.' },
        inputs: [],
        locations: [{ file: 'a.go', line: 1, message: 'no' }],
        output: 'a.go:1: no\n',
      },
    })
  })

  it('lists every wrong input', () => {
    const failure = problemsFailure([
      wrongValue('tags', 'a b', 'is no tag'),
      wrongInput('budget', 'is empty'),
    ])
    expect(JSON.parse(failureJson(failure, 'action'))).toMatchObject({
      failure: {
        code: 'bad-input',
        inputs: [
          { input: 'tags', value: 'a b', message: 'tags "a b" is no tag.' },
          { input: 'budget', value: '', message: 'budget is empty.' },
        ],
      },
    })
  })

  it('shows a defect as one', () => {
    expect(JSON.parse(failureJson(new TypeError('x is not a function'), 'terminal'))).toMatchObject({
      failure: {
        code: 'defect',
        message: 'x is not a function',
        stack: expect.stringContaining('failure-json'),
      },
    })
    expect(JSON.parse(failureJson('a string', 'terminal'))).toMatchObject({
      failure: { code: 'defect', message: 'a string', stack: null },
    })
  })
})
