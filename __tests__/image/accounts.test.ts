import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { groupFile, homeOf, passwdFile } from '../../src/image/accounts.ts'
import type { AccountSpec, User } from '../../src/declare/spec.ts'

const STANDING_PASSWD = `root:x:0:0:root:/root:/sbin/nologin
nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin
nobody:x:65534:65534:nobody:/nonexistent:/sbin/nologin
`
const STANDING_GROUP = 'root:x:0:\nnonroot:x:65532:\nnobody:x:65534:\n'

describe('passwdFile and groupFile', () => {
  it.each([
    { name: 'the default', uid: 65532, gid: 65532, passwd: '', group: '' },
    { name: 'root', uid: 0, gid: 0, passwd: '', group: '' },
    {
      name: 'another user',
      uid: 1000,
      gid: 1001,
      passwd: 'user:x:1000:1001:user:/home/user:/sbin/nologin\n',
      group: 'user:x:1001:\n',
    },
    {
      name: 'another user in a known group',
      uid: 1000,
      gid: 0,
      passwd: 'user:x:1000:0:user:/home/user:/sbin/nologin\n',
      group: '',
    },
    { name: 'a known user in another group', uid: 65532, gid: 7, passwd: '', group: 'user:x:7:\n' },
  ])('name $name', ({ uid, gid, passwd, group }) => {
    expect(passwdFile({ uid, gid })).toBe(STANDING_PASSWD + passwd)
    expect(groupFile({ uid, gid })).toBe(STANDING_GROUP + group)
  })
})

describe('declared accounts', () => {
  const account = (name: string, uid: number, gid = uid, home = `/home/${name}`): AccountSpec => ({
    name,
    uid,
    gid,
    home,
  })
  const NONROOT: User = { uid: 65532, gid: 65532 }
  const names = (file: string) =>
    file
      .trimEnd()
      .split('\n')
      .map(line =>
        line
          .split(':')
          .filter((_, at) => at !== 1)
          .slice(0, 3)
          .join(':'),
      )

  it.each<{
    readonly name: string
    readonly user?: User
    readonly accounts: readonly AccountSpec[]
    readonly passwd: readonly string[]
    readonly group: readonly string[]
  }>([
    {
      name: 'one more',
      accounts: [account('app', 1000)],
      passwd: ['root:0:0', 'nonroot:65532:65532', 'nobody:65534:65534', 'app:1000:1000'],
      group: ['root:0:', 'nonroot:65532:', 'nobody:65534:', 'app:1000:'],
    },
    {
      name: 'another name for the default user',
      accounts: [account('app', 65532)],
      passwd: ['root:0:0', 'nobody:65534:65534', 'app:65532:65532'],
      group: ['root:0:', 'nobody:65534:', 'app:65532:'],
    },
    {
      name: 'another id for nonroot',
      accounts: [account('nonroot', 1000)],
      passwd: ['root:0:0', 'nobody:65534:65534', 'nonroot:1000:1000', 'user:65532:65532'],
      group: ['root:0:', 'nobody:65534:', 'nonroot:1000:', 'user:65532:'],
    },
    {
      name: 'a user of a known group',
      accounts: [account('app', 1000, 0)],
      passwd: ['root:0:0', 'nonroot:65532:65532', 'nobody:65534:65534', 'app:1000:0'],
      group: ['root:0:', 'nonroot:65532:', 'nobody:65534:'],
    },
    {
      name: 'two users of one group',
      accounts: [account('a', 1, 7), account('b', 2, 7)],
      passwd: ['root:0:0', 'nonroot:65532:65532', 'nobody:65534:65534', 'a:1:7', 'b:2:7'],
      group: ['root:0:', 'nonroot:65532:', 'nobody:65534:', 'a:7:'],
    },
    {
      name: 'a user called user beside one without a name',
      user: { uid: 5, gid: 6 },
      accounts: [account('user', 1000)],
      passwd: ['root:0:0', 'nonroot:65532:65532', 'nobody:65534:65534', 'user:1000:1000', 'user5:5:6'],
      group: ['root:0:', 'nonroot:65532:', 'nobody:65534:', 'user:1000:', 'user6:6:'],
    },
  ])('$name', ({ user = NONROOT, accounts, passwd, group }) => {
    expect(names(passwdFile(user, accounts))).toEqual(passwd)
    expect(names(groupFile(user, accounts))).toEqual(group)
  })

  it('give their user a home', () => {
    const accounts = [account('app', 1000, 1000, '/srv'), account('none', 7, 7, '/nonexistent')]
    expect(homeOf({ uid: 1000, gid: 5 }, accounts)).toEqual({ path: '/srv', isMade: true })
    expect(homeOf({ uid: 7, gid: 7 }, accounts)).toEqual({ path: '/nonexistent', isMade: false })
    expect(homeOf(NONROOT, [account('app', 65532)])).toEqual({ path: '/home/app', isMade: true })
  })

  it('keep names, uids and the gids of groups apart, and give each gid a group', () => {
    const accounts = fc
      .uniqueArray(
        fc.tuple(
          fc.constantFrom('user', 'nonroot', 'nobody', 'a', 'b', 'user5'),
          fc.integer({ min: 1, max: 7 }),
        ),
        {
          selector: ([name]) => name,
        },
      )
      .map(list => [...new Map(list.map(([name, uid]) => [uid, account(name, uid, (uid * 3) % 8)])).values()])
    fc.assert(
      fc.property(
        accounts,
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 0, max: 9 }),
        (list, uid, gid) => {
          const users = names(passwdFile({ uid, gid }, list)).map(line => line.split(':'))
          const groups = names(groupFile({ uid, gid }, list)).map(line => line.split(':'))
          for (const column of [
            users.map(([name]) => name),
            users.map(([, id]) => id),
            groups.map(([, id]) => id),
          ])
            expect(new Set(column).size).toBe(column.length)
          expect(users.map(([, id]) => id)).toContain(String(uid))
          const ids = groups.map(([, id]) => id)
          for (const wanted of [...users.map(([, , id]) => id), String(gid)]) expect(ids).toContain(wanted)
          expect(new Set(groups.map(([name]) => name)).size).toBe(groups.length)
        },
      ),
    )
  })
})
