// What lies right beside the edge of a rule: one more, one less, and the same thing not at the beginning or the end.
import { describe, expect, it } from '@jest/globals'
import { groupFile, homeOf, passwdFile } from '../../src/image/accounts.ts'
import { compressionOf } from '../../src/image/decompress.ts'
import { entryTree, lookUp, may } from '../../src/image/entry-tree.ts'
import { fileSystemOf } from '../../src/image/file-system.ts'
import { paxRecords } from '../../src/image/pax.ts'
import { readJson } from '../../src/image/read-json.ts'
import { readTar } from '../../src/image/read-layer.ts'
import { isAttestation, isImage, isIndexType } from '../../src/image/read-manifest.ts'
import { standingDirectories } from '../../src/image/standing-directories.ts'
import { MAX_ID, MAX_SIZE, splitName, tarHeader, type TarHeader } from '../../src/image/tar-header.ts'
import { parents } from '../../src/image/tree.ts'

const HEADER: TarHeader = { name: 'a', type: '0', mode: 0o644, uid: 0, gid: 0, size: 0, target: '' }

function records(header: Partial<TarHeader>): string | null {
  const bytes = paxRecords({ ...HEADER, ...header })
  return bytes === null ? null : Buffer.from(bytes).toString()
}

describe('PAX records', () => {
  it.each<[string, Partial<TarHeader>]>([
    ['the largest size', { size: MAX_SIZE }],
    ['the largest ids', { uid: MAX_ID, gid: MAX_ID }],
    ['the longest target', { target: 'x'.repeat(100) }],
    ['the longest name', { name: 'x'.repeat(100) }],
    ['a name that can be cut', { name: `${'x'.repeat(90)}/${'y'.repeat(90)}` }],
  ])('are not needed for %s', (_, header) => {
    expect(records(header)).toBeNull()
  })

  it.each<[string, Partial<TarHeader>, string]>([
    ['a size', { size: MAX_SIZE + 1 }, `size=${MAX_SIZE + 1}\n`],
    ['a user', { uid: MAX_ID + 1 }, `uid=${MAX_ID + 1}\n`],
    ['a group', { gid: MAX_ID + 1 }, `gid=${MAX_ID + 1}\n`],
    ['a target', { target: 'x'.repeat(101) }, `linkpath=${'x'.repeat(101)}\n`],
    ['a target that is no ASCII', { target: 'é' }, 'linkpath=é\n'],
    ['a name', { name: 'x'.repeat(101) }, `path=${'x'.repeat(101)}\n`],
    ['a name that is no ASCII', { name: 'é' }, 'path=é\n'],
  ])('carry %s that does not fit', (_, header, record) => {
    const written = records(header)
    expect(written).toContain(` ${record}`)
    expect(Buffer.byteLength(written ?? '')).toBe(Number.parseInt(written ?? '', 10))
  })

  it('count their own digits', () => {
    for (let length = 1; length < 200; length += 1) {
      const written = records({ target: `é${'x'.repeat(length)}` }) ?? ''
      expect(Buffer.byteLength(written)).toBe(Number.parseInt(written, 10))
    }
  })
})

describe('a name cut in two', () => {
  it.each([
    ['a/b', { prefix: '', name: 'a/b' }],
    [`${'x'.repeat(155)}/${'y'.repeat(100)}`, { prefix: 'x'.repeat(155), name: 'y'.repeat(100) }],
    [`${'x'.repeat(156)}/${'y'.repeat(100)}`, null],
    [`${'x'.repeat(155)}/${'y'.repeat(101)}`, null],
    [`/${'y'.repeat(100)}`, null],
    [`${'x'.repeat(100)}/`, null],
    [`a/b/${'y'.repeat(98)}`, { prefix: 'a', name: `b/${'y'.repeat(98)}` }],
  ])('%s', (name, cut) => {
    expect(splitName(name)).toEqual(cut)
  })

  it('writes zero for a field that does not fit', () => {
    const field = (header: Partial<TarHeader>, at: number, length: number) =>
      Buffer.from(tarHeader({ ...HEADER, ...header })).toString('latin1', at, at + length)
    expect(field({ size: MAX_SIZE }, 124, 11)).toBe('77777777777')
    expect(field({ size: MAX_SIZE + 1 }, 124, 11)).toBe('00000000000')
    expect(field({ uid: MAX_ID }, 108, 7)).toBe('7777777')
    expect(field({ uid: MAX_ID + 1 }, 108, 7)).toBe('0000000')
    expect(field({ gid: MAX_ID }, 116, 7)).toBe('7777777')
    expect(field({ gid: MAX_ID + 1 }, 116, 7)).toBe('0000000')
  })
})

describe('a tar that no layer of ours is', () => {
  const block = (text: string) =>
    Buffer.concat([Buffer.from(text), Buffer.alloc(512 - Buffer.byteLength(text))])
  const withRecords = (text: string) =>
    Buffer.concat([
      tarHeader({ ...HEADER, type: 'x', size: Buffer.byteLength(text) }),
      block(text),
      tarHeader(HEADER),
      Buffer.alloc(1024),
    ])
  const read = (tar: Buffer) => [...readTar(tar)]

  it.each(['8 uid=5\n', '08 uid=5\n'.slice(1)])('may have the record %j', text => {
    expect(read(withRecords(text))).toMatchObject([{ uid: 5 }])
  })

  it.each(['x', '9 uid=5\n', 'x uid=5\n', '2 uid=5\n', '1.5 uid=5\n', '-8 uid=5\n', 'uid=5', '8 uid=x\n'])(
    'may not have the record %j',
    text => {
      expect(() => read(withRecords(text))).toThrow(RangeError)
    },
  )

  it('has all that it says, two zero blocks at its end, and sound headers', () => {
    const whole = Buffer.concat([tarHeader({ ...HEADER, size: 512 }), block('x'), Buffer.alloc(1024)])
    expect(read(whole)).toHaveLength(1)
    expect(() => read(whole.subarray(0, 1023))).toThrow(RangeError)
    expect(() => read(whole.subarray(0, 1024))).toThrow(RangeError)
    expect(() => read(Buffer.concat([whole.subarray(0, 1000), Buffer.alloc(5)]))).toThrow(RangeError)
    const damaged = Buffer.from(whole)
    damaged[0] = 0x62
    expect(() => read(damaged)).toThrow(RangeError)
  })
})

describe('JSON of somebody else’s making', () => {
  const read = (text: string) => readJson(Buffer.from(text)).ok

  it('may be 64 deep, and in its strings whatever it likes', () => {
    const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect([read(deep(64)), read(deep(65))]).toEqual([true, false])
    expect([
      read('{"a":'.repeat(64) + '1' + '}'.repeat(64)),
      read('{"a":'.repeat(65) + '1' + '}'.repeat(65)),
    ]).toEqual([true, false])
    expect(read(JSON.stringify('['.repeat(100)))).toBe(true)
    expect(read(JSON.stringify([`"${'['.repeat(100)}`]))).toBe(true)
    expect(read(`["a",${deep(64)}]`)).toBe(false)
    expect(read(`[${'[],'.repeat(100)}1]`)).toBe(true)
    expect(read(`[${'{},'.repeat(100)}1]`)).toBe(true)
  })

  it('is as large as it may be and no larger', () => {
    expect(readJson(Buffer.from('"ab"'), 4).ok).toBe(true)
    expect(readJson(Buffer.from('"ab"'), 3).ok).toBe(false)
  })

  it('is UTF-8', () => {
    expect(readJson(Buffer.from([0x22, 0xff, 0x22])).ok).toBe(false)
  })
})

describe('what a manifest is of', () => {
  const OCI = 'application/vnd.oci.image.config.v1+json'
  const of = (mediaType: string) =>
    isImage({
      kind: 'manifest',
      config: { mediaType, digest: 'sha256:0', size: 1 },
      layers: [],
      annotations: {},
    })

  it('is an image by the type of its config', () => {
    expect([of(OCI), of('application/vnd.docker.container.image.v1+json')]).toEqual([true, true])
    for (const other of [`x${OCI}`, `${OCI}x`, 'application/vnd.cncf.helm.config.v1+json', ''])
      expect(of(other)).toBe(false)
  })

  it('is an attestation by its platform, or by what it says', () => {
    const listed = { mediaType: 'm', digest: 'sha256:0', size: 1, platform: null, annotations: {} } as const
    const reference = { 'vnd.docker.reference.type': 'attestation-manifest' }
    expect(isAttestation(listed)).toBe(false)
    expect(isAttestation({ ...listed, annotations: reference })).toBe(true)
    expect(isAttestation({ ...listed, platform: { os: 'unknown', architecture: 'unknown' } })).toBe(true)
    expect(isAttestation({ ...listed, platform: { os: 'linux', architecture: 'unknown' } })).toBe(false)
  })

  it.each([
    ['application/vnd.oci.image.index.v1+json', true],
    ['application/vnd.docker.distribution.manifest.list.v2+json', true],
    ['application/vnd.oci.image.manifest.v1+json', false],
    ['index', false],
    ['', false],
  ])('is an index by its type: %s', (type, is) => {
    expect(isIndexType(type)).toBe(is)
  })
})

describe('what packed bytes begin with', () => {
  it.each([
    ['1f8b', 'gzip'],
    ['1f8c', 'none'],
    ['1e8b', 'none'],
    ['28b52ffd', 'zstd'],
    ['29b52ffd', 'none'],
    ['28b42ffd', 'none'],
    ['28b52efd', 'none'],
    ['28b52ffc', 'none'],
    ['502a4d18', 'zstd'],
    ['5f2a4d18', 'zstd'],
    ['602a4d18', 'none'],
    ['502b4d18', 'none'],
    ['502a4c18', 'none'],
    ['502a4d19', 'none'],
    ['', 'none'],
  ])('%s is %s', (hex, compression) => {
    expect(compressionOf(Buffer.from(hex, 'hex'))).toBe(compression)
  })
})

describe('files of an image', () => {
  const file = (path: string) => ({ kind: 'file', path, mode: 0o644, bytes: 1, program: null }) as const
  const symlink = (path: string, target: string) => ({ kind: 'symlink', path, target }) as const
  const paths = (...layers: Parameters<typeof fileSystemOf>[0]) =>
    fileSystemOf(layers).map(({ path }) => path)

  it('stay where a directory is named again', () => {
    expect(paths([file('/d/a')], [{ kind: 'directory', path: '/d', mode: 0o755 }])).toEqual(['/d/a'])
    expect(paths([file('/d')], [{ kind: 'directory', path: '/d', mode: 0o755 }, file('/d/a')])).toEqual([
      '/d/a',
    ])
  })

  it('go where a link of their own layer leads', () => {
    expect(paths([symlink('/l', './d/./e'), file('/l/a')])).toEqual(['/d/e/a'])
    expect(paths([symlink('/x/l', '../d'), file('/x/l/a')])).toEqual(['/d/a'])
    expect(paths([symlink('/x/l', '/d'), file('/x/l/a')])).toEqual(['/d/a'])
    expect(paths([symlink('/l', '/d')], [file('/l/a')])).toEqual(['/l/a'])
  })

  it('are no directories, links or devices', () => {
    expect(paths([{ kind: 'special', path: '/dev' }, symlink('/l', '/a'), file('/a')])).toEqual(['/a'])
    expect(paths([file('/a')], [{ kind: 'special', path: '/a' }])).toEqual([])
    expect(paths([{ kind: 'hard link', path: '/b', target: '/nothing' }])).toEqual([])
    expect(paths([file('/d/a'), { kind: 'hard link', path: '/b', target: '/d' }])).toEqual(['/d/a'])
  })
})

describe('rights', () => {
  const entry = (mode: number, kind: 'file' | 'directory' = 'file') =>
    kind === 'file'
      ? ({ kind, path: '/x', mode, uid: 1, gid: 2, bytes: new Uint8Array() } as const)
      : ({ kind, path: '/x', mode, uid: 1, gid: 2 } as const)
  const rights = (of: ReturnType<typeof entry>, uid: number, gid: number) =>
    (['read', 'execute'] as const).filter(what => may(of, { uid, gid }, what)).join(' ')

  it.each([
    [0o400, 1, 2, 'read'],
    [0o100, 1, 2, 'execute'],
    [0o040, 3, 2, 'read'],
    [0o010, 3, 2, 'execute'],
    [0o004, 3, 3, 'read'],
    [0o001, 3, 3, 'execute'],
    [0o077, 1, 2, ''],
    [0o707, 3, 2, ''],
    [0o770, 3, 3, ''],
    [0o000, 0, 0, 'read'],
    [0o001, 0, 0, 'read execute'],
    [0o010, 0, 0, 'read execute'],
    [0o100, 0, 0, 'read execute'],
  ])('mode %o for %d:%d', (mode, uid, gid, what) => {
    expect(rights(entry(mode), uid, gid)).toBe(what)
  })

  it('of root hold for any directory', () => {
    expect(rights(entry(0, 'directory'), 0, 0)).toBe('read execute')
  })

  it('end in a directory that may not be entered, and a circle of links', () => {
    const tree = entryTree([
      { kind: 'directory', path: '/closed', mode: 0o700, uid: 0, gid: 0 },
      { kind: 'file', path: '/closed/a', mode: 0o644, uid: 0, gid: 0, bytes: new Uint8Array() },
      { kind: 'symlink', path: '/loop', target: 'loop', mode: 0o777, uid: 0, gid: 0 },
      { kind: 'symlink', path: '/up', target: '../../closed/./a', mode: 0o777, uid: 0, gid: 0 },
    ])
    const user = { uid: 5, gid: 5 }
    const root = { uid: 0, gid: 0 }
    expect(lookUp(tree, '/closed/a', user)).toMatchObject({ kind: 'closed', path: '/closed' })
    expect(lookUp(tree, '/closed/a', root)).toMatchObject({ kind: 'found', path: '/closed/a' })
    expect(lookUp(tree, '/up', root)).toMatchObject({ kind: 'found', path: '/closed/a' })
    expect(lookUp(tree, '/loop', user)).toEqual({ kind: 'loop', path: '/loop' })
    expect(lookUp(tree, '/closed/a/b', root)).toMatchObject({ kind: 'not a directory', path: '/closed/a' })
    expect(lookUp(tree, '/x/y', root)).toEqual({ kind: 'missing', path: '/x' })
    expect(lookUp(tree, '/', root)).toMatchObject({ kind: 'found', path: '/' })
  })
})

describe('accounts', () => {
  it.each([
    [0, '/root', true],
    [65532, '/home/nonroot', true],
    [65534, '/nonexistent', false],
    [1000, '/home/user', true],
  ])('the home of %d is %s', (uid, path, isMade) => {
    expect(homeOf({ uid, gid: uid })).toEqual({ path, isMade })
  })

  it('have a line for a user and a group that are not among the standing ones', () => {
    const lines = (text: string) => text.split('\n').length - 1
    expect([lines(passwdFile({ uid: 0, gid: 7 })), lines(groupFile({ uid: 0, gid: 7 }))]).toEqual([3, 4])
    expect([lines(passwdFile({ uid: 7, gid: 0 })), lines(groupFile({ uid: 7, gid: 0 }))]).toEqual([4, 3])
    expect(passwdFile({ uid: 7, gid: 8 })).toContain('user:x:7:8:user:/home/user:/sbin/nologin\n')
  })

  it.each([
    [
      { uid: 1000, gid: 1001 },
      { path: '/home/user', mode: 0o755, uid: 1000, gid: 1001 },
    ],
    [{ uid: 65534, gid: 65534 }, null],
    [{ uid: 0, gid: 0 }, null],
  ])('%j has a directory of its own: %j', (user, own) => {
    const standing = standingDirectories(user)
    expect(standing.slice(4)).toEqual(own === null ? [] : [{ kind: 'directory', ...own }])
    expect(standing.slice(0, 4).map(({ path, mode }) => [path, mode])).toEqual([
      ['/tmp', 0o1777],
      ['/home', 0o755],
      ['/root', 0o700],
      ['/home/nonroot', 0o755],
    ])
  })
})

it('names parents from the outside in', () => {
  expect(parents('/a/b/c')).toEqual(['/a', '/a/b'])
  expect(parents('/a')).toEqual([])
})
