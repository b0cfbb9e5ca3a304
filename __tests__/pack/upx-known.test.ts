import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parsePlatform, type Platform } from '../../src/declare/platform.ts'
import { knownFault } from '../../src/pack/upx-known.ts'

function platform(text: string): Platform {
  const read = parsePlatform(text)
  if (!read.ok) throw new Error(text)
  return read.value
}

describe('knownFault', () => {
  it.each([
    ['4.2.4', 'linux/amd64'],
    ['4.2.2', 'linux/amd64/v3'],
    ['4.2.2', 'linux/386'],
    ['4.2.4', 'linux/arm/v7'],
    ['4.2.4', 'linux/ppc64le'],
    ['5.1.0', 'linux/ppc64le'],
    ['4.1.0', 'linux/386'],
  ])('has nothing against UPX %s for %s', (version, where) => {
    expect(knownFault(version, platform(where))).toBeNull()
  })

  it.each([
    ['5.0.0', 'linux/amd64', /UPX 5 .* 500 variables .*upx\/upx#18902/],
    ['5.2.0', 'linux/amd64', /upx\/upx#18902/],
    ['5.2.1', 'linux/amd64', /upx\/upx#18902/],
    ['5.0.2', 'linux/ppc64le', /SIGTRAP \(upx\/upx#925\)/],
    ['5.2.0', 'linux/arm/v6', /upx\/upx#18898/],
    ['4.2.4', 'linux/arm64', /any UPX release crash on this platform.*upx\/upx#743/],
    ['5.2.1', 'linux/arm64', /any UPX release crash on this platform/],
    ['3.96.0', 'linux/arm64', /any UPX release crash on this platform/],
    ['4.0.2', 'linux/amd64', /exit with 127 .*\(upx\/upx#717\)/],
    ['4.1.0', 'linux/amd64', /upx\/upx#717/],
    ['3.96', 'linux/amd64', /UPX 3 or older/],
    ['3.95.0', 'linux/386', /upx\/upx#480/],
    ['4.2.4', 'linux/riscv64', /cannot pack for this platform/],
    ['4.2.4', 'linux/s390x', /cannot pack for this platform/],
    ['5.2.1', 'linux/loong64', /cannot pack for this platform/],
    ['4.2.4', 'linux/mips64', /cannot pack for this platform/],
    ['4.2.4', 'linux/mips64le', /cannot pack for this platform/],
  ])('refuses UPX %s for %s', (version, where, reason) => {
    expect(knownFault(version, platform(where))).toMatch(reason)
  })

  it('refuses what is not for Linux', () => {
    expect(knownFault('4.2.4', { os: 'darwin', architecture: 'amd64' })).toMatch(/Linux only/)
  })

  it('lets no version pass for arm64', () => {
    const number = fc.nat({ max: 99 })
    fc.assert(
      fc.property(number, number, number, (major, minor, patch) => {
        expect(knownFault(`${major}.${minor}.${patch}`, platform('linux/arm64'))).not.toBeNull()
      }),
    )
  })
})
