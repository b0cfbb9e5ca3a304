import { expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { ARCHITECTURES, buildLoader, checkLoaders } from '../../scripts/loader.mjs'
import { describeWith } from '../support/tools.ts'

it('has an architecture in less than 60 lines', () => {
  const folder = path.resolve(import.meta.dirname, '..', '..', 'loader')
  const files = globSync('arch/*.h', { cwd: folder })
  expect(files).toHaveLength(Object.keys(ARCHITECTURES).length)
  for (const file of files)
    expect(readFileSync(path.join(folder, file), 'utf8').split('\n').length).toBeLessThanOrEqual(60)
})

for (const name of ['amd64', 'arm64'] as const)
  describeWith(
    name === 'amd64' ? ['x86_64-linux-gnu-gcc'] : ['aarch64-linux-gnu-gcc'],
    `the loader for ${name}`,
    () => {
      it('is the same bytes each time', () => {
        const [one, other] = [buildLoader(name), buildLoader(name)]
        expect(one.code.equals(other.code)).toBe(true)
        expect(one.sizes['start.c']).toBeGreaterThan(0)
      }, 240_000)

      it('is what its compiler gives, where it is the same compiler', () => {
        expect(checkLoaders().wrong).toEqual([])
      }, 240_000)
    },
  )
