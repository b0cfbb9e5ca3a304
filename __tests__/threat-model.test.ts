import { expect, it } from '@jest/globals'
import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const TESTS = import.meta.dirname
const TEXT = readFileSync(path.join(TESTS, '..', 'docs', 'threat-model.md'), 'utf8')

/** `host/git`, `host/git.test.ts`, `declare/{a,b}` of the last column of a table of attacks. */
function namedTests(): readonly string[] {
  const rows = TEXT.split('\n').filter(line => line.startsWith('|') && line.split('|').length >= 5)
  return rows.flatMap(row => {
    const last = row.split(/(?<!\\)\|/).at(-2) ?? ''
    return [...last.matchAll(/`([a-z0-9-]+(?:\/[a-z0-9{},-]+)*)(?:\.test\.ts)?`/g)].flatMap(([, name = '']) =>
      expanded(name),
    )
  })
}

function expanded(name: string): readonly string[] {
  const braces = /^(.*)\{(.*)\}(.*)$/.exec(name)
  if (braces === null) return [name]
  const [, before = '', all = '', after = ''] = braces
  return all.split(',').map(one => `${before}${one}${after}`)
}

it('names tests that are there', () => {
  const named = namedTests()
  expect(named.length).toBeGreaterThan(60)
  // One that is named without its folder stands beside the one before it.
  const all = globSync('**/*.test.ts', { cwd: TESTS })
  const missing = named.filter(
    name =>
      !existsSync(path.join(TESTS, `${name}.test.ts`)) &&
      !(!name.includes('/') && all.some(file => path.basename(file) === `${name}.test.ts`)),
  )
  expect(missing).toEqual([])
})
