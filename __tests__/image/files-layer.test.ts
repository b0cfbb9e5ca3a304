import { describe, expect, it } from '@jest/globals'
import type { ConfigSpec } from '../../src/declare/spec.ts'
import type { DirectoryEntry, Entry, FileEntry } from '../../src/image/entry.ts'
import { filesEntries } from '../../src/image/files-layer.ts'
import { reasonWords } from '../support/sentences.ts'

type Places = Pick<
  ConfigSpec,
  'user' | 'accounts' | 'workdir' | 'volumes' | 'emptyDirectories' | 'directories'
>

const PLAIN: Places = {
  user: { uid: 65532, gid: 65532 },
  accounts: [],
  workdir: null,
  volumes: [],
  emptyDirectories: [],
  directories: [],
}

const file = (path: string): FileEntry => ({
  kind: 'file',
  path,
  mode: 0o644,
  uid: 0,
  gid: 0,
  bytes: Buffer.from(path),
})
const directory = (path: string, owned: Partial<DirectoryEntry> = {}): DirectoryEntry => ({
  kind: 'directory',
  path,
  mode: 0o755,
  uid: 0,
  gid: 0,
  ...owned,
})
const link = (path: string): Entry => ({ kind: 'symlink', path, target: 'x', mode: 0o777, uid: 0, gid: 0 })

const service = { uid: 65532, gid: 65532 }
const TMP = directory('/tmp', { mode: 0o1777 })

describe('filesEntries', () => {
  it.each<{ name: string; files: readonly Entry[]; places?: Partial<Places>; entries: readonly Entry[] }>([
    { name: 'nothing', files: [], entries: [] },
    { name: 'files as they are', files: [file('/b'), file('/a/c')], entries: [file('/b'), file('/a/c')] },
    { name: 'a directory twice', files: [directory('/a'), directory('/a')], entries: [directory('/a')] },
    {
      name: 'workdir and volumes of the user',
      files: [],
      places: { workdir: '/app', volumes: ['/data', '/var/x'] },
      entries: [directory('/app', service), directory('/data', service), directory('/var/x', service)],
    },
    { name: 'the root as workdir', files: [], places: { workdir: '/', volumes: ['/'] }, entries: [] },
    {
      name: 'a workdir that files adds, with its files',
      files: [directory('/app'), file('/app/x')],
      places: { workdir: '/app' },
      entries: [directory('/app', service), file('/app/x')],
    },
    { name: '/tmp as workdir, open to all', files: [], places: { workdir: '/tmp' }, entries: [TMP] },
    {
      name: 'a file in /tmp, which stays open to all',
      files: [file('/tmp/a/b')],
      entries: [file('/tmp/a/b'), TMP],
    },
    {
      name: 'a workdir and a volume with a mode, for a platform that chooses the user',
      files: [],
      places: {
        workdir: '/app',
        volumes: ['/data'],
        directories: [
          { path: '/app', mode: 0o2775, owner: null },
          { path: '/data', mode: 0o775, owner: { uid: 65532, gid: 0 } },
        ],
      },
      entries: [
        directory('/app', { ...service, mode: 0o2775 }),
        directory('/data', { uid: 65532, gid: 0, mode: 0o775 }),
      ],
    },
    {
      name: 'a file in the home, which stays its owner’s',
      files: [file('/home/nonroot/.config/x')],
      entries: [file('/home/nonroot/.config/x'), directory('/home'), directory('/home/nonroot', service)],
    },
    {
      name: 'a home that files adds as a directory',
      files: [directory('/home/nonroot'), directory('/tmp')],
      entries: [directory('/home/nonroot', service), TMP, directory('/home')],
    },
    {
      name: 'the home as workdir of another user',
      files: [],
      places: { workdir: '/home/nonroot', user: { uid: 1000, gid: 1000 } },
      entries: [directory('/home/nonroot', { uid: 1000, gid: 1000 }), directory('/home')],
    },
    { name: 'another /etc/passwd', files: [file('/etc/passwd')], entries: [file('/etc/passwd')] },
  ])('holds $name', ({ files, places, entries }) => {
    expect(filesEntries(files, { ...PLAIN, ...places }, [{ name: 'proxy' }])).toEqual({
      ok: true,
      value: entries,
    })
  })

  it.each<{
    name: string
    files: readonly Entry[]
    places?: Partial<Places>
    binary?: string
    directory?: string
    problem: string
  }>([
    { name: 'a file twice', files: [file('/a'), file('/a')], problem: '"/a" is given twice' },
    {
      name: 'a file and a directory',
      files: [directory('/a'), file('/a')],
      problem: '"/a" is given twice',
    },
    {
      name: 'what lies below a file',
      files: [file('/a'), file('/a/b/c')],
      problem: '"/a/b/c" cannot be put below "/a"',
    },
    {
      name: 'what lies below a link',
      files: [link('/a'), file('/a/b')],
      problem: 'below "/a", which files adds as a symlink',
    },
    {
      name: 'a file as workdir',
      files: [file('/a')],
      places: { workdir: '/a' },
      problem: '"/a" must be a directory',
    },
    {
      name: 'a volume below a file',
      files: [file('/a')],
      places: { volumes: ['/a/b'] },
      problem: '"/a/b" cannot be put below "/a"',
    },
    { name: 'a file in place of /etc', files: [file('/etc')], problem: '"/etc" is a directory of the image' },
    { name: 'a link in place of /tmp', files: [link('/tmp')], problem: 'replaced by a symlink' },
    {
      name: 'a file where the binary goes',
      files: [file('/proxy')],
      problem: '"/proxy" is where a binary goes',
    },
    {
      name: 'a file below the binary',
      files: [file('/proxy/x')],
      problem: '"/proxy" is where a binary goes',
    },
    {
      name: 'a workdir where the binary goes',
      files: [],
      places: { workdir: '/proxy' },
      problem:
        '"/proxy" is where a binary goes and workdir too; give the binary another name, as in main: .=server',
    },
    {
      name: 'a volume below the binary',
      files: [],
      places: { volumes: ['/proxy/data'] },
      problem: '"/proxy" is where a binary goes and volumes too',
    },
    { name: 'a link in place of a home', files: [link('/home/nonroot')], problem: 'replaced by a symlink' },
    {
      name: 'a binary called home',
      files: [],
      binary: 'home',
      problem: '"/home" is where a binary goes and something else too',
    },
    {
      name: 'a binary below a file',
      files: [file('/opt')],
      directory: '/opt',
      problem: '"/opt/proxy" is where a binary goes, and files adds "/opt" as a file',
    },
    {
      name: 'accounts beside a passwd of its own',
      files: [file('/etc/passwd')],
      places: { accounts: [{ name: 'a', uid: 1, gid: 1, home: '/home/a' }] },
      problem: '"/etc/passwd" comes with files, and accounts writes it',
    },
    {
      name: 'a home below a binary',
      files: [],
      places: { accounts: [{ name: 'a', uid: 1, gid: 1, home: '/proxy/a' }] },
      problem: '"/proxy" is where a binary goes and something else too',
    },
    {
      name: 'a home below a file',
      files: [file('/x')],
      places: { accounts: [{ name: 'a', uid: 1, gid: 1, home: '/x/a' }] },
      problem: '"/x" is a directory of the image',
    },
    {
      name: 'a binary called etc',
      files: [],
      binary: 'etc',
      problem: '"/etc" is where a binary goes and something else too',
    },
  ])('refuses $name', ({ files, places, binary = 'proxy', directory, problem }) => {
    const entries = filesEntries(files, { ...PLAIN, ...places }, [{ name: binary, directory }])
    expect(entries.ok ? '' : reasonWords(entries.problem)).toContain(problem)
  })
})
