import { describe, expect, it } from '@jest/globals'
import { readProgram } from '../../../src/commands/steps/read-program.ts'
import { formatPlatform } from '../../../src/declare/platform.ts'
import { buildGoPrograms, PRINTLN, type GoOptions } from '../../support/go-programs.ts'

const unpack = async () => null

describe('readProgram', () => {
  it.each<{ readonly options: GoOptions; readonly is: string }>([
    { options: {}, is: 'linux/amd64' },
    { options: { env: { GOAMD64: 'v3' } }, is: 'linux/amd64/v3' },
    { options: { architecture: 'arm', env: { GOARM: '6' } }, is: 'linux/arm/v6' },
    { options: { architecture: 'arm', env: { GOARM: '5' } }, is: 'linux/arm/v5' },
    { options: { architecture: 'arm', env: { GOARM: '7' } }, is: 'linux/arm/v7' },
    { options: { architecture: 'arm64', env: { GOARM64: 'v9.0' } }, is: 'linux/arm64/v9' },
    { options: { architecture: 'mipsle', env: { GOMIPS: 'softfloat' } }, is: 'linux/mipsle/softfloat' },
    { options: { env: { GOOS: 'freebsd' } }, is: 'freebsd/amd64' },
  ])('knows what a program runs on: $is', async ({ options, is }) => {
    const { program } = await buildGoPrograms({ program: PRINTLN }, options)
    const { platform } = await readProgram(program, '/program', 'package', unpack)
    expect(formatPlatform(platform)).toBe(is)
  })
})
