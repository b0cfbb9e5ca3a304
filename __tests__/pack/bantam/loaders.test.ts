import { describe, expect, it } from '@jest/globals'
import { sourcesDigest } from '../../../scripts/loader.mjs'
import { LOADER as AMD64 } from '../../../src/pack/bantam/loaders/amd64.ts'
import { LOADER as ARM64 } from '../../../src/pack/bantam/loaders/arm64.ts'
import { LOADERS } from '../../../src/pack/bantam/loaders.ts'

const BUILT = { amd64: AMD64, arm64: ARM64 } as const

describe.each(['amd64', 'arm64'] as const)('the loader for %s', name => {
  const code = LOADERS[name]?.code ?? new Uint8Array()

  it('is made from loader/ as it is: otherwise, run "npm run build"', () => {
    expect(BUILT[name].sources).toBe(sourcesDigest(name))
  })

  it('begins with what the packer fills in', () => {
    expect(Buffer.from(code.subarray(0, 16))).toEqual(Buffer.alloc(16))
  })

  it('is small', () => {
    expect(code.length).toBeGreaterThan(4096)
    expect(code.length).toBeLessThanOrEqual(24 * 1024)
  })
})
