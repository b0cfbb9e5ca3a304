import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { prefixIn, readVersion, versionOf } from '../../src/declare/git-version.ts'

describe('readVersion', () => {
  it.each([
    ['v1.4.0', { major: '1', minor: '4', patch: '0', prerelease: '' }],
    ['1.4', { major: '1', minor: '4', patch: null, prerelease: '' }],
    ['v2', { major: '2', minor: null, patch: null, prerelease: '' }],
    ['v1.0.0-rc.1+b5', { major: '1', minor: '0', patch: '0', prerelease: 'rc.1' }],
    ['2026.01.15', { major: '2026', minor: '01', patch: '15', prerelease: '' }],
  ])('reads %s', (tag, version) => {
    expect(readVersion(tag)).toEqual(version)
  })

  it.each(['nightly', 'vanilla', 'svc/v1.4.0', 'v1.2.3.4', 'v1.2.3rc1', 'v', '', 'v1.2.3\n'])(
    'does not take %j for one',
    tag => {
      expect(readVersion(tag)).toBeNull()
    },
  )

  it('has the numbers as they were written', () => {
    const number = fc.stringMatching(/^\d{1,6}$/)
    fc.assert(
      fc.property(number, number, number, (major, minor, patch) => {
        expect(readVersion(`v${major}.${minor}.${patch}`)).toEqual({ major, minor, patch, prerelease: '' })
      }),
    )
  })
})

describe('versionOf', () => {
  it.each([
    ['v1.2.3', '1.2.3'],
    ['1.2.3', '1.2.3'],
    ['vanilla', 'vanilla'],
  ])('of %s is %s', (tag, version) => {
    expect(versionOf(tag)).toBe(version)
  })
})

describe('prefixIn', () => {
  it.each([
    ['svc/v1.4.0', 'svc/'],
    ['a/b/v1', 'a/b/'],
    ['release-1.2.3-rc.1', 'release-'],
    ['name@2.0.0', 'name@'],
    ['v1.4.0', null],
    ['nightly', null],
  ])('of %s is %j', (tag, prefix) => {
    expect(prefixIn(tag)).toBe(prefix)
  })
})
