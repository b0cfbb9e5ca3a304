import { expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { modules, packages, required } from '../../scripts/test-tools.mjs'
import { repository } from '../support/cli.ts'

it('names a source for every command that a test asks for', () => {
  const asked = globSync('**/*.ts', { cwd: path.join(repository, '__tests__') }).flatMap(file => {
    const text = readFileSync(path.join(repository, '__tests__', file), 'utf8')
    const lists = text.matchAll(/describeWith\(\s*\[([^\]]*)\]/g)
    return [...lists].flatMap(([, list = '']) => [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name))
  })
  expect(asked).toContain('docker-registry')
  const known = [...Object.keys(packages), ...Object.keys(modules), ...required]
  expect([...new Set(asked)].filter(name => !known.includes(name ?? ''))).toEqual([])
})
