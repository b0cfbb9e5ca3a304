import { expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { modules, packages, required, slowModules, wantedModules } from '../../scripts/test-tools.mjs'
import { repository } from '../support/cli.ts'

it('names a source for every command that a test asks for', () => {
  const asked = globSync('**/*.ts', { cwd: path.join(repository, '__tests__') }).flatMap(file => {
    const text = readFileSync(path.join(repository, '__tests__', file), 'utf8')
    const lists = text.matchAll(/describeWith\(\s*\[([^\]]*)\]/g)
    return [...lists].flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name))
  })
  expect(asked).toContain('docker-registry')
  const known = [...Object.keys(packages), ...Object.keys(modules), ...Object.keys(slowModules), ...required]
  expect([...new Set(asked)].filter(name => !known.includes(name ?? ''))).toEqual([])
})

it('makes the slow tools where they are asked for', () => {
  expect(Object.keys(wantedModules({}))).toEqual(Object.keys(modules))
  expect(Object.keys(wantedModules({ BANTAM_TEST_TOOLS: 'all' }))).toEqual([
    ...Object.keys(modules),
    ...Object.keys(slowModules),
  ])
})
