import { describe, expect, it } from '@jest/globals'
import { existsSync, lstatSync, mkdtempSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Entry } from '../../../src/image/entry.ts'
import { ownersMode, writeSmokeRoot } from '../../../src/pack/smoke/smoke-root.ts'
import { NONROOT } from '../../support/images.ts'

const ROOTS = { uid: 0, gid: 0 }

function file(path: string, text: string, mode = 0o644): Entry {
  return { kind: 'file', path, mode, ...ROOTS, bytes: Buffer.from(text) }
}

function directoryToBe(): string {
  return path.join(mkdtempSync(path.join(tmpdir(), 'bantam-root-')), 'files')
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

describe('writeSmokeRoot', () => {
  it('writes files, links and all parents with the modes that count for the user, and removes them', async () => {
    const directory = directoryToBe()
    {
      await using root = await writeSmokeRoot(
        directory,
        [
          file('/etc/ssl/roots.pem', 'roots'),
          { kind: 'symlink', path: '/etc/link', mode: 0o777, ...ROOTS, target: 'ssl/roots.pem' },
          { kind: 'directory', path: '/data', mode: 0o700, ...NONROOT },
          file('/app', 'program', 0o755),
        ],
        NONROOT,
      )
      const at = (name: string) => path.join(root.directory, name)
      const mode = (name: string) => (lstatSync(at(name)).mode & 0o7777).toString(8)
      expect(readFileSync(at('etc/link'), 'utf8')).toBe('roots')
      expect(['', 'etc', 'etc/ssl', 'etc/ssl/roots.pem', 'data', 'app'].map(mode)).toEqual([
        '555',
        '555',
        '555',
        '444',
        '700',
        '555',
      ])
    }
    expect(existsSync(directory)).toBe(false)
  })

  it('lets the later layer count', async () => {
    await using root = await writeSmokeRoot(
      directoryToBe(),
      [
        file('/a', 'first'),
        { kind: 'symlink', path: '/b', mode: 0o777, ...ROOTS, target: 'a' },
        file('/a', 'second'),
        file('/b', 'third'),
      ],
      NONROOT,
    )
    expect(readFileSync(path.join(root.directory, 'a'), 'utf8')).toBe('second')
    expect(readFileSync(path.join(root.directory, 'b'), 'utf8')).toBe('third')
  })

  it('never writes through a link of the image into this machine', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'bantam-outside-'))
    writeFileSync(path.join(outside, 'kept'), 'as it was')
    const link: Entry = { kind: 'symlink', path: '/out', mode: 0o777, ...ROOTS, target: outside }
    const written = writeSmokeRoot(directoryToBe(), [link, file('/out/kept', 'overwritten')], NONROOT)
    await expect(written).rejects.toThrow('EEXIST')
    expect(readFileSync(path.join(outside, 'kept'), 'utf8')).toBe('as it was')
  })

  it('leaves links as they are, dangling or not', async () => {
    const link: Entry = { kind: 'symlink', path: '/link', mode: 0o777, ...ROOTS, target: '/nowhere' }
    await using root = await writeSmokeRoot(directoryToBe(), [link], NONROOT)
    expect(readlinkSync(path.join(root.directory, 'link'))).toBe('/nowhere')
  })
})
