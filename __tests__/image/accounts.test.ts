import { describe, expect, it } from '@jest/globals'
import { groupFile, passwdFile } from '../../src/image/accounts.ts'

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
