import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { weighInJson } from '../../src/report/json.ts'
import {
  grown,
  limitVerdict,
  mainBranch,
  overBudget,
  platformWeight,
  proxyBinary,
  weighIn,
} from './sample.ts'
import { subjectOf } from '../support/limits.ts'

const schema: unknown = JSON.parse(
  readFileSync(new URL('../../schema/weigh-in.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
const validate = ajv.compile(schema as object)

function problemsOf(json: string): readonly string[] {
  validate(JSON.parse(json))
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

const fromFiles = platformWeight({
  settings: { ...platformWeight().settings, go: null, goSource: null, packer: null },
  binaries: [
    {
      ...proxyBinary,
      pack: { status: 'unpacked', packer: null, reason: 'pack is off' },
      proof: { status: 'not run', reason: 'nothing was packed', isolation: null, environments: [] },
      price: null,
      needs: null,
      breakdown: null,
    },
  ],
  smokeTest: { status: 'not asked', seen: [] },
})

describe('the schema of the weigh-in', () => {
  it.each([
    { name: 'a published image', value: weighIn() },
    { name: 'one over its budget', value: weighIn(overBudget) },
    {
      name: 'one that was published in part',
      value: weighIn({ missing: [{ reference: 'ghcr.io/o/proxy:v2', reason: 'denied' }] }),
    },
    { name: 'one that grew', value: weighIn(grown) },
    {
      name: 'one without a baseline',
      value: weighIn({
        baseline: {
          kind: 'none',
          reference: 'ghcr.io/o/proxy:main',
          revision: null,
          digest: null,
          reason: 'a first run',
        },
      }),
    },
    {
      name: 'one with a baseline of another commit',
      value: weighIn({ baseline: { ...mainBranch, startsFrom: 'f'.repeat(40) } }),
    },
    {
      name: 'one with a baseline that could not be read',
      value: weighIn({ baseline: { ...mainBranch, reason: 'the registry answered 503' } }),
    },
    {
      name: 'a binary from files, nothing measured',
      value: weighIn({ platforms: [fromFiles] }, { revision: null }),
    },
    {
      name: 'an unmeasured limit',
      value: weighIn({
        budget: {
          status: 'unmeasured',
          waived: false,
          limits: [
            limitVerdict({
              subject: subjectOf('memory'),
              platform: 'linux/arm/v7',
              actual: null,
              status: 'unmeasured',
            }),
          ],
          dropped: [],
        },
      }),
    },
  ])('takes $name', ({ value }) => {
    expect(problemsOf(weighInJson(value))).toEqual([])
    expect(JSON.parse(weighInJson(value))).toEqual(value)
  })

  it.each([
    { name: 'another version', from: '"schemaVersion": 2', to: '"schemaVersion": 3' },
    { name: 'a status that is not in DESIGN', from: '"status": "within"', to: '"status": "fine"' },
    { name: 'half a byte', from: '2202123', to: '2202123.5' },
    { name: 'a size below nothing', from: '2147000', to: '-1' },
    { name: 'a kind of node that is not in DESIGN', from: '"kind": "module"', to: '"kind": "modul"' },
    { name: 'a version that is no text', from: '"v0.30.0"', to: '30' },
    {
      name: 'a module without its path',
      from: /"kind": "image"(?=\s+\},\s+"bound")/,
      to: '"kind": "module"',
    },
    {
      name: 'a baseline of another kind',
      from: '"kind": "image",\n        "ref',
      to: '"kind": "tag",\n        "ref',
    },
    { name: 'a change that is none', from: '"change": "grown"', to: '"change": "more"' },
    { name: 'a digest that is none', from: 'sha256:9c1f', to: 'md5:9c1f' },
    {
      name: 'a reason for what was packed',
      from: /"reason": null(?=,\s+"kept")/,
      to: '"reason": "x"',
    },
    { name: 'a field that nobody wrote', from: '"bantam":', to: '"extra": 1, "bantam":' },
    { name: 'a missing field', from: '"revision":', to: '"revisions":' },
  ])('refuses $name', ({ from, to }) => {
    const json = weighInJson(weighIn({ ...grown, budget: weighIn().images[0]!.budget }))
    const changed = json.replace(from, to)
    expect(changed).not.toBe(json)
    expect(problemsOf(changed)).not.toEqual([])
  })
})
