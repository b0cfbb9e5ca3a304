import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import * as v from 'valibot'
import { clause } from '../../src/clause.ts'
import { problemsFailure, wrongInput, wrongValue } from '../../src/declare/problem.ts'
import { Failure } from '../../src/failure.ts'
import { failureJson } from '../../src/report/failure-json.ts'
import { FAILURE_REPORT } from '../../src/report/failure-shape.ts'

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/failure.json', import.meta.url), 'utf8'),
)
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  schema as object,
)

it.each<[string, unknown]>([
  ['a defect', new TypeError('x is not a function')],
  ['what is no error', 'a string'],
  [
    'several wrong inputs',
    problemsFailure([wrongValue('tags', 'a b', 'is no tag'), wrongInput('budget', 'is empty')]),
  ],
  [
    'a failure with all its parts',
    new Failure(
      'registry',
      { what: clause`a`, why: clause`b`, fix: clause`c`, state: clause`d` },
      {
        output: 'x',
        locations: [{ file: 'a.go', line: 1, column: 2, message: 'no' }],
        fields: { registry: 'ghcr.io', status: 403, url: undefined },
      },
    ),
  ],
])('%s has the shape that schema/failure.json says', (_, thrown) => {
  for (const surface of ['action', 'terminal'] as const) {
    const report: unknown = JSON.parse(failureJson(thrown, surface))
    validate(report)
    expect(validate.errors).toBeNull()
    expect(v.parse(FAILURE_REPORT, report)).toEqual(report)
  }
})

it.each([
  {},
  { schemaVersion: 1, failure: { code: 'bad-luck' } },
  { schemaVersion: 1, failure: { code: 'bad-input', message: 'X.' } },
])('%j has another shape', report => {
  expect(validate(report)).toBe(false)
  expect(v.is(FAILURE_REPORT, report)).toBe(false)
})
