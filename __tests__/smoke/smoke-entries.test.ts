import { describe, expect, it } from '@jest/globals'
import type { Entry, StoredFileEntry } from '../../src/image/entry.ts'
import { ownersMode, smokeEntries } from '../../src/smoke/smoke-entries.ts'
import { NONROOT } from '../support/images.ts'
import { unreadFile } from '../support/unread-file.ts'

const ROOTS = { uid: 0, gid: 0 }

function file(path: string, text: string, mode = 0o644): Entry {
  return { kind: 'file', path, mode, ...ROOTS, bytes: Buffer.from(text) }
}

describe('ownersMode', () => {
  it.each([
    { name: "another's file, which all may read", mode: 0o644, uid: 0, gid: 0, user: NONROOT, is: 0o444 },
    { name: "another's secret", mode: 0o600, uid: 0, gid: 0, user: NONROOT, is: 0o000 },
    { name: "one's own", mode: 0o600, uid: 65532, gid: 0, user: NONROOT, is: 0o600 },
    {
      name: "one's own, that only others may read",
      mode: 0o004,
      uid: 65532,
      gid: 0,
      user: NONROOT,
      is: 0o004,
    },
    { name: "one's group's", mode: 0o640, uid: 0, gid: 65532, user: NONROOT, is: 0o440 },
    {
      name: "one's group's, that all others may write",
      mode: 0o606,
      uid: 0,
      gid: 65532,
      user: NONROOT,
      is: 0o006,
    },
    { name: 'a directory for everybody', mode: 0o1777, uid: 0, gid: 0, user: NONROOT, is: 0o1777 },
    { name: 'anything, for root', mode: 0o000, uid: 7, gid: 7, user: ROOTS, is: 0o000 },
  ])('$name', ({ mode, uid, gid, user, is }) => {
    expect(ownersMode({ mode, uid, gid }, user).toString(8)).toBe(is.toString(8))
  })
})

describe('smokeEntries', () => {
  const layers: readonly Entry[] = [
    file('/a', 'first'),
    { kind: 'symlink', path: '/b', mode: 0o777, ...ROOTS, target: 'a' },
    file('/etc/hosts', 'of the image', 0o600),
    { kind: 'directory', path: '/data', mode: 0o700, ...NONROOT },
    file('/a', 'second', 0o755),
    file('/b', 'third'),
  ]
  const at = (entries: readonly (Entry | StoredFileEntry)[], path: string) =>
    entries.find(entry => entry.path === path)
  const text = (entry: Entry | StoredFileEntry | undefined) =>
    entry?.kind === 'file' ? Buffer.from(entry.bytes).toString('utf8') : null

  it("lets the later layer count, and the container's own files most", () => {
    const entries = smokeEntries(layers, 'root', NONROOT, '/')
    expect(text(at(entries, '/a'))).toBe('second')
    expect(text(at(entries, '/b'))).toBe('third')
    expect(text(at(entries, '/etc/hosts'))).toMatch(/^127\.0\.0\.1\tlocalhost$/m)
    expect(text(at(entries, '/etc/hostname'))).toBe('smoke-test\n')
    expect(text(at(entries, '/etc/resolv.conf'))).toMatch(/^nameserver /)
    expect(at(entries, '/etc/mtab')).toMatchObject({ kind: 'symlink', target: '/proc/mounts' })
    expect(at(entries, '/data')).toMatchObject({ mode: 0o700, ...NONROOT })
  })

  it('has what is mounted on and the working directory as directories, parents first', () => {
    const paths = smokeEntries([], 'root', NONROOT, '/srv/app').map(entry => entry.path)
    expect(paths).toEqual(expect.arrayContaining(['/dev', '/etc', '/proc', '/srv', '/srv/app', '/sys']))
    expect(paths.indexOf('/srv')).toBeLessThan(paths.indexOf('/srv/app'))
  })

  it("folds the user's permissions into the owner's where nothing can be given away", () => {
    const mode = (path: string) => at(smokeEntries(layers, 'user', NONROOT, '/'), path)?.mode.toString(8)
    expect(['/a', '/b', '/data', '/etc'].map(mode)).toEqual(['555', '444', '700', '555'])
  })

  it.each(['/proc', '/sys', '/dev', '/etc'])(
    'refuses a link in the place of %s: mounts would follow it',
    path => {
      const link: Entry = { kind: 'symlink', path, mode: 0o777, ...ROOTS, target: '/home' }
      expect(() => smokeEntries([link], 'user', NONROOT, '/')).toThrow(`${path} is a symlink`)
    },
  )

  it.each(['root', 'user'] as const)('leaves the files of a base where they are, for %s', owner => {
    const base = unreadFile('/usr/bin/tool', 7, 0o700)
    expect(at(smokeEntries([base], owner, NONROOT, '/'), '/usr/bin/tool')).toEqual({
      kind: 'stored file',
      path: '/usr/bin/tool',
      mode: owner === 'root' ? 0o700 : 0o000,
      ...ROOTS,
      content: base.content,
    })
  })

  it('refuses a file below a link', () => {
    const link: Entry = { kind: 'symlink', path: '/out', mode: 0o777, ...ROOTS, target: '/home' }
    expect(() => smokeEntries([link, file('/out/kept', 'x')], 'root', NONROOT, '/')).toThrow(
      '/out/kept lies below /out, a symlink',
    )
  })
})
