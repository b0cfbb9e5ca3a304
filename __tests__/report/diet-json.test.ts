import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import type { Diet } from '../../src/diet/diet.ts'
import { findingsOf } from '../../src/diet/findings.ts'
import { dietJson } from '../../src/report/diet-json.ts'
import { PROXY } from '../diet/sample.ts'
import { dietOf } from './diet-sample.ts'

const schema: unknown = JSON.parse(readFileSync(new URL('../../schema/diet.json', import.meta.url), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  schema as object,
)

function problemsOf(json: string): readonly string[] {
  validate(JSON.parse(json))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const NOTHING: Partial<Diet> = {
  asItIs: { ...PROXY, packed: false, price: null },
  findings: findingsOf(PROXY, []),
  untried: [],
  newerGo: { status: 'newest' },
  imports: [],
  deadCode: null,
}

describe('the schema of a diet', () => {
  it.each([
    { name: 'something of everything', diet: dietOf() },
    { name: 'nothing found', diet: dietOf(NOTHING) },
    { name: 'no newer Go known', diet: dietOf({ newerGo: { status: 'unknown', reason: 'no network' } }) },
  ])('takes $name', ({ diet }) => {
    expect(problemsOf(dietJson(diet))).toEqual([])
  })

  it.each([
    { name: 'another version', from: '"schemaVersion": 1', to: '"schemaVersion": 2' },
    { name: 'a setting that is no input', from: '"build-tags":', to: '"build-tag":' },
    { name: 'a change that is none', from: '"no inlining"\n', to: '"inlining"\n' },
    { name: 'half a byte', from: '2200000', to: '2200000.5' },
    { name: 'a missing field', from: '"deadCode":', to: '"dead":' },
    { name: 'an image that is neither', from: '"image": "larger"', to: '"image": "large"' },
  ])('refuses $name', ({ from, to }) => {
    const json = dietJson(dietOf())
    const changed = json.replace(from, to)
    expect(changed).not.toBe(json)
    expect(problemsOf(changed)).not.toEqual([])
  })
})

describe('dietJson', () => {
  it('has the settings of a finding as inputs with values', () => {
    const { findings } = JSON.parse(dietJson(dietOf())) as { findings: readonly { settings: unknown }[] }
    expect(findings[0]?.settings).toEqual({ 'build-tags': 'nomsgpack', 'build-flags': '-gcflags=all=-l' })
  })
})
