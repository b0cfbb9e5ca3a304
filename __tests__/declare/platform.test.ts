import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { formatPlatform, parsePlatform } from '../../src/declare/platform.ts'

describe('parsePlatform', () => {
  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['linux/amd64/v1', 'linux/amd64'],
    ['linux/amd64/v3', 'linux/amd64/v3'],
    ['linux/arm64', 'linux/arm64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm', 'linux/arm/v7'],
    ['linux/arm/v6', 'linux/arm/v6'],
    ['linux/riscv64', 'linux/riscv64'],
  ])('reads %s as %s', (text, platform) => {
    const result = parsePlatform(text)
    expect(result.ok && formatPlatform(result.value)).toBe(platform)
  })

  it.each([
    ['', 'is empty'],
    ['arm64', 'write linux/arm64'],
    ['aarch64', 'write linux/arm64'],
    ['armv7', 'write linux/arm/v7'],
    ['something', 'write linux/amd64 or linux/arm64'],
    ['linux/aarch64', 'write linux/arm64'],
    ['linux/armhf', 'write linux/arm/v7'],
    ['linux/amd46', 'did you mean "amd64"'],
    ['linux/sparc', 'Go knows 386, amd64'],
    ['linux/__proto__', 'unknown architecture'],
    ['lniux/amd64', 'did you mean "linux"'],
    ['darwin/arm64', 'is not Linux'],
    ['linux/386/v1', '386 has softfloat, sse2'],
    ['linux/s390x/v1', 's390x has none'],
    ['linux/amd64/v9', 'amd64 has v1, v2, v3, v4'],
    ['linux/arm/v7/x', 'too many parts'],
  ])('refuses %j', (text, because) => {
    expect(parsePlatform(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and what it reads is read back the same', () => {
    const likely = fc
      .tuple(
        fc.constantFrom('linux', 'windows'),
        fc.constantFrom('amd64', 'arm', 'arm64', 'x'),
        fc.constantFrom('', '/v1', '/v7', '/v8'),
      )
      .map(([os, architecture, variant]) => `${os}/${architecture}${variant}`)
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), text => {
        const platform = parsePlatform(text)
        if (platform.ok) expect(parsePlatform(formatPlatform(platform.value))).toEqual(platform)
      }),
    )
  })
})
