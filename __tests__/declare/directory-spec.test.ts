import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseDirectorySpec } from '../../src/declare/directory-spec.ts'

describe('parseDirectorySpec', () => {
  it.each([
    ['/data', { path: '/data', mode: null, owner: null }],
    ['/data/', { path: '/data', mode: null, owner: null }],
    ['/data:0775', { path: '/data', mode: 0o775, owner: null }],
    ['/data:775', { path: '/data', mode: 0o775, owner: null }],
    ['/data:2770:65532:0', { path: '/data', mode: 0o2770, owner: { uid: 65532, gid: 0 } }],
  ])('reads %s', (text, value) => {
    expect(parseDirectorySpec(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['data', 'is not absolute'],
    ['/data:rwx', 'octal digits'],
    ['/data:0899', 'octal digits'],
    ['/data:0775:65532', 'write /data:0775:65532:65532'],
    ['/data:0775:me:0', 'has an owner that is not numeric'],
    ['/data:0775:1:2:3', 'too many parts'],
    ['/host:/data', 'write /data, the directory in the image'],
    ['./host:/data:rw', 'write /data, the directory in the image'],
    ['/data /cache', 'several paths'],
    ['/a/../b', 'has ".." in it'],
  ])('refuses %s', (text, because) => {
    expect(parseDirectorySpec(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^[/a0-9:.]*$/)),
        text => void parseDirectorySpec(text),
      ),
    )
  })
})
