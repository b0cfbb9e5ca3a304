import { describe, expect, it } from '@jest/globals'
import { isForUsers } from '../../src/diet/tags-for-users.ts'

describe('isForUsers', () => {
  it.each([
    'nethttpomithttp2',
    'grpcnotrace',
    'nomsgpack',
    'go_json',
    'go1x',
    'armless',
    'windowsish',
    'nolinux',
  ])('offers %s', tag => expect(isForUsers(tag)).toBe(true))

  it.each([
    'linux',
    'windows',
    'arm64',
    'amd64.v3',
    'arm.7',
    'unix',
    'gc',
    'gccgo',
    'cgo',
    'race',
    'go1',
    'go1.30',
    'goexperiment.jsonv2',
    'boringcrypto',
    'fips140v1.0',
    'purego',
    'appengine',
    'ignore',
    'tools',
  ])('does not offer %s', tag => expect(isForUsers(tag)).toBe(false))
})
