import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { listedHome, tooLongAccounts, userIn } from '../../src/image/base-user.ts'
import type { Entry } from '../../src/image/entry.ts'
import { entryTree } from '../../src/image/entry-tree.ts'
import { unreadFile } from '../support/unread-file.ts'

const file = (path: string, text: string): Entry => ({
  kind: 'file',
  path,
  mode: 0o644,
  uid: 0,
  gid: 0,
  bytes: Buffer.from(text),
})

const LINK = { kind: 'symlink', path: '/etc/group', mode: 0o777, uid: 0, gid: 0 } as const

const TREE = entryTree([
  file(
    '/etc/passwd',
    'root:x:0:0:root:/root:/bin/sh\nbroken\napp:x:1000:1001::/home/app:/bin/sh\nbad:x:y:z::/:/\n',
  ),
  file('/etc/group', 'root:x:0:\nwww:x:33:app\n'),
])

describe('userIn', () => {
  it.each([
    ['', 0, 0],
    ['root', 0, 0],
    ['app', 1000, 1001],
    ['1000', 1000, 1001],
    ['app:www', 1000, 33],
    ['app:7', 1000, 7],
    ['5:www', 5, 33],
    // As Docker does it: the group of an account that is not listed is root's.
    ['5', 5, 0],
    ['5:6', 5, 6],
    ['5:', 5, 0],
  ])('turns %j into %i:%i', (text, uid, gid) => {
    expect(userIn(TREE, text)).toEqual({ ok: true, value: { uid, gid } })
  })

  it.each([
    ['nobody', '"nobody", which its /etc/passwd does not list'],
    ['app:audio', 'the group "audio"'],
    ['bad', '"bad"'],
    ['4294967295', 'out of range'],
    [':5', '""'],
  ])('refuses %j', (text, because) => {
    expect(userIn(TREE, text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('knows numbers without any accounts, and no names', () => {
    expect(userIn(entryTree([]), '65532:65532')).toEqual({ ok: true, value: { uid: 65532, gid: 65532 } })
    expect(userIn(entryTree([]), 'app').ok).toBe(false)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), text => typeof userIn(TREE, text).ok === 'boolean'))
  })
})

it('finds accounts that are longer than any are, and reads none of those', () => {
  expect(tooLongAccounts(TREE)).toBeNull()
  const tree = entryTree([unreadFile('/etc/all', 5_000_000), { ...LINK, target: 'all' }])
  expect(tooLongAccounts(tree)).toBe('its /etc/group has more than 4194304 bytes')
  expect(userIn(tree, '0:www').ok).toBe(false)
})

it('gives the home that the accounts list', () => {
  expect(listedHome(TREE, { uid: 1000, gid: 5 })).toBe('/home/app')
  expect(listedHome(TREE, { uid: 65532, gid: 65532 })).toBeNull()
})
