import { expect, it } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { TEMPLATE_KEYS } from '../../src/declare/template-keys.ts'

it('stands in docs/reference.md, every key under every name', () => {
  const page = readFileSync(path.join(import.meta.dirname, '..', '..', 'docs', 'reference.md'), 'utf8')
  const names = TEMPLATE_KEYS.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed])
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter(name => !page.includes(`\`{{.${name}}}\``))).toEqual([])
})
