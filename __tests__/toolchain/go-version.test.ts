import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { goOfSemver, minimumOfDirective, semverOfGo } from '../../src/toolchain/go-version.ts'

describe('semverOfGo', () => {
  it.each([
    { go: 'go1.26.8', semver: '1.26.8' },
    { go: '1.26.8', semver: '1.26.8' },
    { go: 'go1.20', semver: '1.20.0' },
    { go: 'go1.21rc2', semver: '1.21.0-rc.2' },
    { go: 'go1.27beta1', semver: '1.27.0-beta.1' },
    { go: 'go1.26.8-vendor', semver: '1.26.8' },
    { go: 'go1.28-abcdef12', semver: '1.28.0' },
    { go: ' go1.26.8\n', semver: '1.26.8' },
    { go: 'go1', semver: null },
    { go: 'stable', semver: null },
    { go: '', semver: null },
    { go: 'go1.26.x', semver: null },
    { go: 'go1.99999999999999999999', semver: null },
  ])('reads $go', ({ go, semver }) => expect(semverOfGo(go)).toBe(semver))

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => void semverOfGo(text)))
  })
})

describe('goOfSemver', () => {
  it.each([
    { semver: '1.26.8', go: 'go1.26.8' },
    { semver: '1.21.0', go: 'go1.21.0' },
    { semver: '1.20.0', go: 'go1.20' },
    { semver: '1.20.3', go: 'go1.20.3' },
    { semver: '1.27.0-rc.1', go: 'go1.27rc1' },
  ])('writes $go', ({ semver, go }) => expect(goOfSemver(semver)).toBe(go))

  it('is what semverOfGo reads', () => {
    const versions = fc
      .record({ minor: fc.nat(60), patch: fc.nat(30), rc: fc.option(fc.nat(5)) })
      .map(({ minor, patch, rc }) => (rc === null ? `1.${minor}.${patch}` : `1.${minor}.0-rc.${rc}`))
    fc.assert(fc.property(versions, version => expect(semverOfGo(goOfSemver(version))).toBe(version)))
  })
})

describe('minimumOfDirective', () => {
  it.each([
    { directive: '1.26', minimum: '1.26.0-0' },
    { directive: '1.26.0', minimum: '1.26.0' },
    { directive: 'go1.26.8', minimum: '1.26.8' },
    { directive: '1.27rc1', minimum: '1.27.0-rc.1' },
    { directive: 'default', minimum: null },
  ])('reads $directive', ({ directive, minimum }) => expect(minimumOfDirective(directive)).toBe(minimum))
})
