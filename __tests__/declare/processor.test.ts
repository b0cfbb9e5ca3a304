import { describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import { parsePlatform } from '../../src/declare/platform.ts'
import {
  ARCHITECTURES,
  PROCESSOR_VARIABLES,
  processorSetting,
  processorVariables,
} from '../../src/declare/processor.ts'
import { goOnPath } from '../support/go-programs.ts'

describe('processorVariables', () => {
  it.each([
    ['linux/386', { GO386: 'sse2' }],
    ['linux/386/softfloat', { GO386: 'softfloat' }],
    ['linux/amd64', { GOAMD64: 'v1' }],
    ['linux/amd64/v3', { GOAMD64: 'v3' }],
    ['linux/arm', { GOARM: '7' }],
    ['linux/arm/v5', { GOARM: '5' }],
    ['linux/arm64', { GOARM64: 'v8.0' }],
    ['linux/arm64/v9', { GOARM64: 'v9.0' }],
    ['linux/mipsle/softfloat', { GOMIPS: 'softfloat' }],
    ['linux/mips64le', { GOMIPS64: 'hardfloat' }],
    ['linux/ppc64le/power10', { GOPPC64: 'power10' }],
    ['linux/riscv64/rva22u64', { GORISCV64: 'rva22u64' }],
    ['linux/s390x', {}],
    ['linux/loong64', {}],
  ])('of %s are %j', (text, variables) => {
    const platform = parsePlatform(text)
    if (!platform.ok) throw new Error(platform.problem)
    expect(processorVariables(platform.value)).toEqual(variables)
  })
})

it('has an example for every variable', () => {
  for (const [variable, text] of PROCESSOR_VARIABLES) {
    const platform = parsePlatform(text)
    if (!platform.ok) throw new Error(`${text} ${platform.problem}`)
    expect(Object.keys(processorVariables(platform.value))).toEqual([variable])
  }
})

it('knows no other architecture', () => {
  expect(processorSetting('sparc')).toBeUndefined()
  expect(processorSetting('__proto__')).toBeUndefined()
})

it('knows every architecture that Go has for Linux', () => {
  const listed = execFileSync(goOnPath().command, ['tool', 'dist', 'list'], { encoding: 'utf8' })
  const linux = listed.split('\n').flatMap(line => (line.startsWith('linux/') ? [line.slice(6)] : []))
  expect(ARCHITECTURES.toSorted()).toEqual(linux.toSorted())
})
