import { describe, expect, it } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { LOADER as AMD64 } from '../../src/pack/bantam/loaders/amd64.ts'
import { LOADER as ARM64 } from '../../src/pack/bantam/loaders/arm64.ts'
import { LOADERS } from '../../src/pack/bantam/loaders.ts'
import { ARCHITECTURES, buildLoader, checkLoaders, sourcesDigest } from '../../scripts/loader.mjs'
import { describeWith } from '../support/tools.ts'

const folder = path.resolve(import.meta.dirname, '..', '..', 'loader')
const BUILT = { amd64: AMD64, arm64: ARM64 } as const

describe('the loaders', () => {
  it.each(['amd64', 'arm64'] as const)(
    'are made from loader/ as it is: run "npm run build" otherwise (%s)',
    name => {
      expect(BUILT[name].sources).toBe(sourcesDigest(name))
    },
  )

  it('are small', () => {
    for (const loader of Object.values(LOADERS)) expect(loader.code.length).toBeLessThanOrEqual(24_576)
  })

  it('begin with the place that the packer fills in', () => {
    for (const loader of Object.values(LOADERS)) expect(loader.code.subarray(0, 16)).toEqual(Buffer.alloc(16))
  })

  it('have an architecture in less than 60 lines', () => {
    const files = globSync('arch/*.h', { cwd: folder })
    expect(files).toHaveLength(Object.keys(ARCHITECTURES).length)
    for (const file of files)
      expect(readFileSync(path.join(folder, file), 'utf8').split('\n').length).toBeLessThanOrEqual(60)
  })
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
      })

      it('is what its compiler gives, where it is the same compiler', () => {
        expect(checkLoaders().wrong).toEqual([])
      })
    },
  )
