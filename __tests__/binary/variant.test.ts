import { describe, expect, it } from '@jest/globals'
import { readExecutable } from '../../src/binary/executable.ts'
import { variantOf } from '../../src/binary/variant.ts'
import { PRINTLN, goProgram } from '../support/go-programs.ts'

describe('variantOf', () => {
  it.each([
    { architecture: 'arm', settings: { GOARM: '5' }, is: 'v5' },
    { architecture: 'arm', settings: { GOARM: '6' }, is: 'v6' },
    { architecture: 'arm', settings: { GOARM: '7' }, is: 'v7' },
    { architecture: 'arm', settings: { GOARM: '6,softfloat' }, is: 'v6' },
    { architecture: 'arm', settings: {}, is: null },
    { architecture: 'arm', settings: { GOARM: '' }, is: null },
    { architecture: 'arm', settings: { GOARM: '7\u001b[31m/x' }, is: null },
    { architecture: 'arm64', settings: { GOARM64: 'v8.0' }, is: null },
    { architecture: 'arm64', settings: { GOARM64: 'v8.2,lse' }, is: null },
    { architecture: 'arm64', settings: { GOARM64: 'v9.0,lse,crypto' }, is: 'v9' },
    { architecture: 'arm64', settings: { GOARM: '6' }, is: null },
    { architecture: 'amd64', settings: { GOAMD64: 'v1' }, is: null },
    { architecture: 'amd64', settings: { GOAMD64: 'v3' }, is: 'v3' },
    { architecture: '386', settings: { GO386: 'sse2' }, is: null },
    { architecture: '386', settings: { GO386: 'softfloat' }, is: 'softfloat' },
    { architecture: 'mipsle', settings: { GOMIPS: 'softfloat' }, is: 'softfloat' },
    { architecture: 'mips64', settings: { GOMIPS64: 'hardfloat' }, is: null },
    { architecture: 'ppc64le', settings: { GOPPC64: 'power10' }, is: 'power10' },
    { architecture: 'riscv64', settings: { GORISCV64: 'rva22u64' }, is: 'rva22u64' },
    { architecture: 's390x', settings: { GOARM: '6' }, is: null },
    { architecture: 'constructor', settings: {}, is: null },
    { architecture: null, settings: { GOARM: '6' }, is: null },
  ])('$architecture $settings', ({ architecture, settings, is }) => {
    const info = { goVersion: 'go1.26.8', path: null, main: null, dependencies: [], settings }
    expect(variantOf(architecture, info)).toBe(is)
  })

  it('says nothing without build info', () => {
    expect(variantOf('arm', null)).toBeNull()
  })

  it.each([
    { architecture: 'arm', env: { GOARM: '6' }, is: 'v6' },
    { architecture: 'amd64', env: { GOAMD64: 'v3' }, is: 'v3' },
  ])('is read from what Go linked: $env', async ({ architecture, env, is }) => {
    const { elf, buildInfo } = readExecutable(await goProgram(PRINTLN, { architecture, env }))
    expect(variantOf(elf.architecture, buildInfo)).toBe(is)
  })
})
