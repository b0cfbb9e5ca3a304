import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseAccount, parseUserOf } from '../../src/declare/account-spec.ts'

describe('parseAccount', () => {
  it.each([
    ['app:1000', { name: 'app', uid: 1000, gid: 1000, home: '/home/app' }],
    ['app:1000:0', { name: 'app', uid: 1000, gid: 0, home: '/home/app' }],
    ['_x.y-z : 7 : 8 : /var/lib/x/', { name: '_x.y-z', uid: 7, gid: 8, home: '/var/lib/x' }],
    ['root:0:0:/', { name: 'root', uid: 0, gid: 0, home: '/' }],
  ])('%s', (line, value) => {
    expect(parseAccount(line)).toEqual({ ok: true, value })
  })

  it.each([
    ['app', 'write app:1000'],
    [':1000', 'no name'],
    ['1000:1000', 'the name "1000"'],
    ['a b:1000', 'the name "a b"'],
    [`${'a'.repeat(33)}:1`, 'up to 32 letters'],
    ['app:', 'has "" for a uid'],
    ['app:1e3', '"1e3" for a uid'],
    ['app:4294967295', '"4294967295" for a uid'],
    ['app:1:-1', '"-1" for a gid'],
    ['app:1:1:home', 'write /home'],
    ['app:1:1:/a/../b', 'write /b'],
    ['app:1:1:/a:/bin/sh', 'too many parts'],
    ['app:x:1000:1001:App:/home/app:/bin/sh', 'write app:1000:1001:/home/app'],
    ['app:x:1000:', 'write app:1000'],
    ['app:0', 'of root'],
    ['root:1000', 'of root'],
  ])('refuses %s', (line, because) => {
    expect(parseAccount(line)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never throws, and never gives what would be another line of passwd', () => {
    const likely = fc.array(fc.constantFrom('app', ':', '1000', '/', '..', 'x')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), likely), line => {
        const read = parseAccount(line)
        if (!read.ok) return
        const { name, home } = read.value
        expect(name).toMatch(/^[\w.-]{1,32}$/)
        expect(home).toMatch(/^\/[^:\n\r]*$/)
      }),
    )
  })
})

describe('parseUserOf', () => {
  const accounts = [
    { name: 'app', uid: 1000, gid: 0, home: '/' },
    { name: 'db', uid: 5, gid: 6, home: '/' },
  ]

  it.each([
    ['app', { uid: 1000, gid: 0 }],
    [' db ', { uid: 5, gid: 6 }],
    ['7:8', { uid: 7, gid: 8 }],
  ])('%s', (text, value) => {
    expect(parseUserOf(text, accounts)).toEqual({ ok: true, value })
  })

  it.each([
    ['ap', 'did you mean "app"?'],
    ['nobody', 'write app or db'],
    ['app:app', 'write app, or 1000:0'],
    ['4294967295', 'above'],
  ])('refuses %s', (text, because) => {
    expect(parseUserOf(text, accounts)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('says without accounts what it said before there were any', () => {
    expect(parseUserOf('nonroot', [])).toEqual({ ok: false, problem: expect.stringContaining('65532:65532') })
  })
})
