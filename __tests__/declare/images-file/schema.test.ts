import { describe, expect, it } from '@jest/globals'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { imagesOf } from '../../../src/declare/images-file/images-of.ts'
import { readYaml } from '../../../src/declare/images-file/read-yaml.ts'
import { imagesSchema } from '../../../src/declare/images-file/schema.ts'

const root = path.resolve(import.meta.dirname, '..', '..', '..')
const published: unknown = JSON.parse(readFileSync(path.join(root, 'schema/bantam.schema.json'), 'utf8'))
const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(published as object)

function faultsOf(text: string): readonly string[] {
  const { tree, faults } = readYaml(text)
  return [...faults, ...(tree === null ? [] : imagesOf(tree).faults)].map(({ because }) => because)
}

/** The files that the pages show. */
const SHOWN = globSync('docs/**/*.md', { cwd: root }).flatMap(page =>
  [
    ...readFileSync(path.join(root, page), 'utf8').matchAll(
      /^```yaml\n(# (?:\S+\/)?bantam\.yaml\n[\s\S]*?)^```$/gm,
    ),
  ].map(([, text = '']) => text),
)

const RIGHT = [
  'images: {api: }',
  'defaults: {budget: 5MB}\nimages: {api: {main: ./cmd/api}, web: {go-version: 1.20, build-vcs: true}}',
  'images: {api: {budget: {image: 5MB, binary: [12MB, +50kB]}, labels: {a: 1}, env: "A=1", tags: [v1, latest]}}',
  'images: {api: {budget: [image: 5MB, "binary: 12MB"], platforms: [linux/amd64], entrypoint: [/api, serve]}}',
  ...SHOWN,
]

const WRONG = [
  '[]',
  'images: {}',
  'images: {api: {budgte: 3MB}}',
  'images: {api: {push: true}}',
  'images: {api: {pack: maybe}}',
  'images: {api: {user: [1, 2]}}',
  'images: {../api: {}}',
  'image: {api: {}}',
]

describe('the schema of bantam.yaml', () => {
  it('is the one that is published', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(imagesSchema())))
  })

  it.each(RIGHT)('takes what Bantam takes: %s', text => {
    expect({ valid: validate(parse(text)), errors: validate.errors }).toEqual({ valid: true, errors: null })
    expect(faultsOf(text)).toEqual([])
  })

  it.each(WRONG)('refuses: %s', text => {
    expect(validate(parse(text))).toBe(false)
  })
})
