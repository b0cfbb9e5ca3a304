import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { lstatSync, mkdtempSync, readFileSync, readlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { tarEntries } from '../../src/host/tar-entries.ts'
import { byBytes } from '../../src/image/byte-order.ts'
import type { Entry, FileEntry } from '../../src/image/entry.ts'
import { readCapabilities } from '../../src/image/file-capabilities.ts'
import { readTar } from '../../src/image/read-layer.ts'
import { tarChunks } from '../../src/image/tar.ts'
import { completeTree } from '../../src/image/tree.ts'
import { describeWith } from '../support/tools.ts'
import { writeTar } from '../support/write-tar.ts'

const BLOCK = 512

function file(name: string, text = '', owned: Partial<FileEntry> = {}): FileEntry {
  return { kind: 'file', path: name, mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from(text), ...owned }
}

/** What GNU tar makes of it: numeric owners, times in UTC. */
function listed(tar: Uint8Array): readonly string[] {
  const options = ['--list', '--verbose', '--numeric-owner', '--utc', '--quoting-style=literal', '--file=-']
  return execFileSync('tar', options, {
    input: tar,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/ +/g, ' '))
}

function extracted(tar: Uint8Array): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'bantam-tar-'))
  execFileSync('tar', ['--extract', '--file=-', '--directory', directory], { input: tar })
  return directory
}

describe('tarChunks', () => {
  it('writes what GNU tar reads, sorted, with every parent', () => {
    const tar = writeTar([
      file('/usr/share/zoneinfo.zip', 'zones', { mode: 0o400, uid: 7, gid: 8 }),
      { kind: 'directory', path: '/tmp', mode: 0o1777, uid: 0, gid: 0 },
      file('/app', 'binary', { mode: 0o755 }),
      { kind: 'symlink', path: '/usr/link', target: 'share/zoneinfo.zip', mode: 0o777, uid: 0, gid: 0 },
    ])
    expect(listed(tar)).toEqual([
      '-rwxr-xr-x 0/0 6 1970-01-01 00:00 app',
      'drwxrwxrwt 0/0 0 1970-01-01 00:00 tmp/',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00 usr/',
      'lrwxrwxrwx 0/0 0 1970-01-01 00:00 usr/link -> share/zoneinfo.zip',
      'drwxr-xr-x 0/0 0 1970-01-01 00:00 usr/share/',
      '-r-------- 7/8 5 1970-01-01 00:00 usr/share/zoneinfo.zip',
    ])
    const directory = extracted(tar)
    expect(readFileSync(path.join(directory, 'usr/link'), 'utf8')).toBe('zones')
    expect(readlinkSync(path.join(directory, 'usr/link'))).toBe('share/zoneinfo.zip')
    expect(lstatSync(path.join(directory, 'app')).mode & 0o7777).toBe(0o755)
  })

  it('writes capabilities that GNU tar unpacks and Bantam reads', () => {
    const capabilities = { permitted: [10], inheritable: [], effective: true }
    const long = `/${'ä'.repeat(80)}`
    const entries = [file('/app', 'x', { capabilities }), file('/plain'), file(long, 'y', { capabilities })]
    const tar = writeTar(entries)
    const record = `SCHILY.xattr.security.capability=\u0001\0\0\u0002\0\u0004${'\0'.repeat(14)}\n`
    expect(Buffer.from(tar).toString('latin1', 512, 569)).toBe(`57 ${record}`)
    expect(Array.from(readTar(Buffer.from(tar)))).toEqual(entries.toSorted((a, b) => byBytes(a.path, b.path)))
    expect(listed(tar).map(line => line.split(' ').at(-1))).toEqual(['app', 'plain', long.slice(1)])
  })

  it('keeps a directory that was given as it was given', () => {
    const tar = writeTar([file('/data/x'), { kind: 'directory', path: '/data', mode: 0o700, uid: 5, gid: 6 }])
    expect(listed(tar)[0]).toBe('drwx------ 5/6 0 1970-01-01 00:00 data/')
  })

  const long = 'd'.repeat(60)
  it.each([
    { name: 'exactly 100 bytes', path: `/${'n'.repeat(100)}`, headers: 1 },
    { name: 'a prefix', path: `/${long}/${long}/${'n'.repeat(100)}`, headers: 1 },
    {
      name: 'the longest prefix',
      path: `/${'p'.repeat(77)}/${'q'.repeat(77)}/${'n'.repeat(100)}`,
      headers: 1,
    },
    { name: 'a directory name of 100 bytes', path: `/${'p'.repeat(99)}/n`, headers: 1 },
    { name: 'a last name of 101 bytes', path: `/${'n'.repeat(101)}`, headers: 2 },
    { name: 'a path beyond 256 bytes', path: `/${`${long}/`.repeat(9)}x`, headers: 2 },
    { name: 'other letters', path: '/Grüße/日本', headers: 2 },
    { name: 'spaces, quotes and a line break', path: `/a "b' \\c\nd`, headers: 2 },
  ])('holds $name', ({ path: name, headers }) => {
    const tar = writeTar([file(name, 'content')])
    expect(readFileSync(path.join(extracted(tar), name), 'utf8')).toBe('content')
    const parents = completeTree([file(name)]).length - 1
    if (parents === 0) expect(tar.length).toBe((headers === 1 ? 1 : 3) * BLOCK + BLOCK + 2 * BLOCK)
    expect(Buffer.from(tar).includes('PaxHeaders')).toBe(headers === 2)
  })

  it('says what ustar cannot in PAX records: large ids and long link targets', () => {
    const target = `${'t/'.repeat(60)}x`
    const tar = writeTar([
      file('/big', '', { uid: 2_097_152, gid: 4_294_967_294 }),
      file('/fits', '', { uid: 2_097_151, gid: 2_097_151 }),
      { kind: 'symlink', path: '/link', target, mode: 0o777, uid: 0, gid: 0 },
    ])
    expect(listed(tar)).toEqual([
      '-rw-r--r-- 2097152/4294967294 0 1970-01-01 00:00 big',
      '-rw-r--r-- 2097151/2097151 0 1970-01-01 00:00 fits',
      `lrwxrwxrwx 0/0 0 1970-01-01 00:00 link -> ${target}`,
    ])
  })

  it.each(['a', '', '/', '/a/', '//a', '/a//b', '/./a', '/a/..', '/../a', '/a\0b', '/\ud800', '/x/.wh.y'])(
    'refuses the path %j',
    name => {
      expect(() => writeTar([file(name)])).toThrow(RangeError)
    },
  )

  it('refuses a path that is there twice, or below a file', () => {
    expect(() => writeTar([file('/a'), file('/a')])).toThrow('/a is twice')
    expect(() => writeTar([file('/a'), file('/a/b')])).toThrow('/a/b lies below /a, a file')
  })

  const name = fc.string({
    unit: fc.constantFrom('a', 'B', '.', '-', ' ', 'é', '日'),
    minLength: 1,
    maxLength: 40,
  })
  const paths = fc
    .uniqueArray(fc.array(name, { minLength: 1, maxLength: 6 }), {
      selector: names => names[0],
      maxLength: 8,
    })
    .map(all =>
      all
        .filter(names => names.every(part => part !== '.' && part !== '..'))
        .map(names => `/${names.join('/')}`),
    )

  it('gives the same bytes for the same entries in any order', () => {
    fc.assert(
      fc.property(paths, fc.infiniteStream(fc.nat()), (names, keys) => {
        const entries = names.map(path => file(path, path))
        const shuffled = entries
          .map(entry => ({ entry, key: keys.next().value ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ entry }) => entry)
        expect(Buffer.from(writeTar(shuffled)).equals(writeTar(entries))).toBe(true)
      }),
    )
  })

  it('is read back by GNU tar whatever the names', () => {
    fc.assert(
      fc.property(paths, names => {
        const directory = extracted(writeTar(names.map(path => file(path, path))))
        for (const path of names) expect(readFileSync(`${directory}${path}`, 'utf8')).toBe(path)
      }),
      { numRuns: 25 },
    )
  })

  it('comes in pieces that are whole blocks together, and copies no file', () => {
    const big = file('/big', 'x'.repeat(1000))
    const chunks = [...tarChunks([big])]
    expect(chunks).toContain(big.bytes)
    expect(chunks.reduce((sum, chunk) => sum + chunk.length, 0) % BLOCK).toBe(0)
  })
})

describe('completeTree', () => {
  it('puts a parent before its children, by bytes', () => {
    const entries: readonly Entry[] = [file('/a/b'), file('/a.b'), file('/a-b'), file('/A'), file('/ä')]
    expect(completeTree(entries).map(entry => entry.path)).toEqual(['/A', '/a', '/a-b', '/a.b', '/a/b', '/ä'])
  })
})

describeWith(['getcap', 'bsdtar'], 'capabilities', () => {
  const capabilities = { permitted: [10], inheritable: [], effective: true }
  const tar = writeTar([file('/app', 'x', { capabilities }), file('/plain', 'x')])

  it.each([
    ['tar', ['--extract', '--xattrs', '--xattrs-include=*', '--file=-']],
    ['bsdtar', ['-x', '-p', '--xattrs', '-f', '-']],
  ])('are there once %s has unpacked them', (command, options) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'bantam-tar-'))
    execFileSync(command, options, { cwd, input: tar })
    expect(readFileSync(path.join(cwd, 'app'), 'utf8')).toBe('x')
    const shown = execFileSync('getcap', ['-r', cwd], { encoding: 'utf8' })
    expect(shown).toBe(`${cwd}/app cap_net_bind_service=ep\n`)
  })

  it.each([
    ['tar', ['--create', '--format=pax', '--xattrs', '--xattrs-include=*', '--file=-', 'app', 'plain']],
    ['bsdtar', ['-c', '--format=pax', '--xattrs', '-f', '-', 'app', 'plain']],
  ])('are read where %s packed them', async (command, options) => {
    const cwd = mkdtempSync(path.join(tmpdir(), 'bantam-tar-'))
    execFileSync('tar', ['--extract', '--xattrs', '--xattrs-include=*', '--file=-'], { cwd, input: tar })
    const packed = execFileSync(command, options, { cwd })
    const found: (readonly [string, unknown])[] = []
    for await (const entry of tarEntries(chunks(packed), { maxEntries: 10, maxBytes: 1e6 }))
      found.push([entry.name, entry.capabilities === null ? null : readCapabilities(entry.capabilities)])
    expect(found).toEqual([
      ['app', capabilities],
      ['plain', null],
    ])
  })
})

it('asks for the bytes of a file once', () => {
  let reads = 0
  const counting: FileEntry = {
    ...file('/a'),
    get bytes() {
      reads += 1
      return Buffer.from('content')
    },
  }
  expect([...readTar(Buffer.concat([...tarChunks([counting])]))]).toMatchObject([{ path: '/a' }])
  expect(reads).toBe(1)
})

async function* chunks(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield* [bytes.subarray(0, 700), bytes.subarray(700)]
}
