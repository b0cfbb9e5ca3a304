import { describe, expect, it } from '@jest/globals'
import type { CompileSpec } from '../../src/declare/spec.ts'
import { cacheEntries, type GoKeyParts } from '../../src/github/cache-entries.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM_V6 = { os: 'linux', architecture: 'arm', variant: 'v6' }

const COMPILE: CompileSpec = {
  ldflags: '',
  buildTags: [],
  buildFlags: [],
  buildEnv: {},
  buildVcs: false,
  cgo: 'off',
}

const GO: GoKeyParts = {
  version: 'go1.26.8',
  buildCache: '/build',
  moduleCache: '/modules',
  sums: 'a go.sum',
  platforms: [AMD64],
  compile: COMPILE,
}

function entries(go: Partial<GoKeyParts> | null = {}) {
  const parts = { kept: '/packed', unique: 'run', machine: 'linux-x64' }
  return cacheEntries({ ...parts, go: go === null ? null : { ...GO, ...go } })
}

const buildKey = (go: Partial<GoKeyParts>) => entries(go).find(({ name }) => name === 'build')?.key ?? ''

describe('cacheEntries', () => {
  it('keeps modules, the build cache and packed binaries', () => {
    expect(entries().map(({ name, path }) => [name, path])).toEqual([
      ['modules', '/modules'],
      ['build', '/build'],
      ['packed', '/packed'],
    ])
  })

  it('keeps what is packed alone where Go compiles nothing, and no modules where none are required', () => {
    expect(entries(null).map(({ name }) => name)).toEqual(['packed'])
    expect(entries({ sums: '' }).map(({ name }) => name)).toEqual(['build', 'packed'])
  })

  it('names the platforms of the build cache, and of nothing else', () => {
    expect(buildKey({ platforms: [AMD64] })).toMatch(
      /^bantam-build-linux-x64-go1\.26\.8-linux-amd64-\w+-run$/,
    )
    expect(buildKey({ platforms: [AMD64, ARM_V6] })).toMatch(/-go1\.26\.8-linux-amd64_linux-arm-v6-\w+-run$/)
    const others = (platforms: GoKeyParts['platforms']) =>
      entries({ platforms }).filter(({ name }) => name !== 'build')
    expect(others([AMD64, ARM_V6])).toEqual(others([AMD64]))
  })

  it('restores the build cache of the same platforms alone', () => {
    const sets = [[AMD64], [ARM_V6], [AMD64, ARM_V6]]
    for (const one of sets)
      for (const other of sets) {
        const [prefix = ''] =
          entries({ platforms: one }).find(({ name }) => name === 'build')?.restoreKeys ?? []
        expect(buildKey({ platforms: other }).startsWith(prefix)).toBe(one === other)
      }
  })

  it.each<[string, Partial<GoKeyParts>]>([
    ['another Go', { version: 'go1.26.9' }],
    ['other tags', { compile: { ...COMPILE, buildTags: ['a'] } }],
  ])('has another build cache for %s', (_, go) => {
    expect(buildKey(go)).not.toBe(buildKey({}))
  })

  it('has another entry of modules for another go.sum, and takes it for whole', () => {
    const [modules] = entries()
    expect(modules).toMatchObject({ immutable: true, restoreKeys: [] })
    expect(entries({ sums: 'another' })[0]?.key).not.toBe(modules?.key)
  })
})
