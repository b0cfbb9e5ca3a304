import { describe, expect, it } from '@jest/globals'
import type { AccountSpec } from '../../src/declare/spec.ts'
import { extendedAccounts, takenAccount } from '../../src/image/base-accounts.ts'
import type { Entry } from '../../src/image/entry.ts'
import { entryTree } from '../../src/image/entry-tree.ts'

const file = (path: string, text: string, mode = 0o644): Entry => ({
  kind: 'file',
  path,
  mode,
  uid: 0,
  gid: 0,
  bytes: Buffer.from(text),
})
const PASSWD = file('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\napp:x:1000:50::/:/bin/sh')
const GROUP = file('/etc/group', 'root:x:0:\nstaff:x:50:app\n', 0o640)
const BASE = entryTree([PASSWD, GROUP])
const account = (name: string, uid: number, gid = uid): AccountSpec => ({
  name,
  uid,
  gid,
  home: `/home/${name}`,
})

const textsOf = (entries: readonly Entry[]) =>
  Object.fromEntries(
    entries.map(entry => [entry.path, entry.kind === 'file' ? Buffer.from(entry.bytes).toString() : null]),
  )

describe('takenAccount', () => {
  it.each([
    ['name', account('app', 2000)],
    ['uid', account('other', 1000)],
  ] as const)('finds an account whose %s the base has', (by, taken) => {
    expect(takenAccount(BASE, [account('new', 2000), taken])).toEqual({ account: taken, by })
  })

  it('finds none among new ones, and none in a base without users', () => {
    expect(takenAccount(BASE, [account('new', 2000)])).toBeNull()
    expect(takenAccount(entryTree([]), [account('root', 0)])).toBeNull()
  })
})

describe('extendedAccounts', () => {
  it('adds lines behind those of the base, also where its last line has no end', () => {
    expect(textsOf(extendedAccounts(BASE, [account('new', 2000), account('clerk', 2001, 50)]))).toEqual({
      '/etc/passwd':
        'root:x:0:0:root:/root:/bin/sh\napp:x:1000:50::/:/bin/sh\nnew:x:2000:2000:new:/home/new:/sbin/nologin\nclerk:x:2001:50:clerk:/home/clerk:/sbin/nologin\n',
      '/etc/group': 'root:x:0:\nstaff:x:50:app\nnew:x:2000:\n',
    })
  })

  it('gives a group another name where the base has it, and keeps the mode', () => {
    expect(extendedAccounts(BASE, [account('staff', 2000)])).toMatchObject([
      { path: '/etc/passwd' },
      {
        path: '/etc/group',
        mode: 0o640,
        bytes: Buffer.from('root:x:0:\nstaff:x:50:app\nstaff2000:x:2000:\n'),
      },
    ])
  })

  it('writes where the links of the base lead', () => {
    const target = '../usr/lib/passwd'
    const link: Entry = { kind: 'symlink', path: '/etc/passwd', mode: 0o777, uid: 0, gid: 0, target }
    const tree = entryTree([link, file('/usr/lib/passwd', '')])
    expect(textsOf(extendedAccounts(tree, [account('new', 2000)]))).toEqual({
      '/usr/lib/passwd': 'new:x:2000:2000:new:/home/new:/sbin/nologin\n',
    })
  })

  it('changes nothing without accounts, and leaves to others what the base lacks', () => {
    expect(extendedAccounts(BASE, [])).toEqual([])
    expect(extendedAccounts(entryTree([]), [account('new', 2000)])).toEqual([])
  })
})
