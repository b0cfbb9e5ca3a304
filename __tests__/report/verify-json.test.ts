import { expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { readFileSync } from 'node:fs'
import { verifyJson } from '../../src/report/verify-json.ts'
import { VERSION } from '../../src/version.ts'
import { DIFFERENT, platformSample, verificationSample } from './verify-sample.ts'

it('has everything that was found, and each reason as a sentence too', () => {
  const value: unknown = JSON.parse(
    verifyJson(verificationSample([platformSample(), DIFFERENT], ['linux/arm64']), 'terminal'),
  )
  expect(value).toMatchObject({
    schemaVersion: 1,
    bantam: VERSION,
    name: 'ghcr.io/o/api:v1',
    same: false,
    platforms: [
      { platform: 'linux/amd64', same: true, layers: [], reasons: [] },
      {
        same: false,
        layers: DIFFERENT.layers,
        fields: ['config.Shell'],
        reasons: [
          {
            kind: 'go',
            image: 'go1.25.1',
            message: expect.stringMatching(/^Go: \/api was built with go1\.25\.1/),
          },
          { kind: 'foreign' },
        ],
      },
    ],
    notVerified: ['linux/arm64'],
  })
})

it('is the same where every platform is', () => {
  expect(JSON.parse(verifyJson(verificationSample(), 'terminal'))).toMatchObject({
    same: true,
    notVerified: [],
  })
})

it('is as its schema says', () => {
  const schema = JSON.parse(
    readFileSync(new URL('../../schema/verify.json', import.meta.url), 'utf8'),
  ) as object
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema)
  const json = verifyJson(verificationSample([platformSample(), DIFFERENT], ['linux/arm64']), 'terminal')
  expect(validate(JSON.parse(json))).toBe(true)
  expect(validate(JSON.parse(json.replace('"how": "files"', '"how": "x"')))).toBe(false)
  expect(validate(JSON.parse(json.replace('"kind": "go"', '"kind": "x"')))).toBe(false)
})
