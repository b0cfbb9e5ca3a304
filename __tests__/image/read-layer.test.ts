import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { execFileSync } from 'node:child_process'
import { gzipSync, gunzipSync } from 'node:zlib'
import type { Blob } from '../../src/image/blob.ts'
import type { Compression } from '../../src/image/compress.ts'
import type { Entry } from '../../src/image/entry.ts'
import { makeLayer } from '../../src/image/layer.ts'
import { readLayer } from '../../src/image/read-layer.ts'
import { tarOf } from '../support/archives.ts'

const ENTRIES: readonly Entry[] = [
  { kind: 'directory', path: '/a', mode: 0o750, uid: 1, gid: 2 },
  { kind: 'file', path: '/a/empty', mode: 0o4755, uid: 0, gid: 0, bytes: Buffer.alloc(0) },
  {
    kind: 'file',
    path: '/a/file',
    mode: 0o644,
    uid: 65532,
    gid: 3_000_000,
    bytes: Buffer.from('x'.repeat(513)),
  },
  { kind: 'symlink', path: '/a/link', mode: 0o777, uid: 0, gid: 0, target: 'é/'.repeat(60) },
  { kind: 'directory', path: `/${'n'.repeat(200)}`, mode: 0o1777, uid: 0, gid: 0 },
]

const COMPRESSIONS: readonly Compression[] = [
  { kind: 'stored' },
  { kind: 'gzip', level: 9 },
  { kind: 'zstd' },
]

describe('readLayer', () => {
  it.each(COMPRESSIONS)('gives back what makeLayer was given: $kind', async compression => {
    expect(await readLayer(await makeLayer('files', ENTRIES, compression))).toEqual(ENTRIES)
  })

  it('gives back any entry', async () => {
    const name = fc
      .string({ minLength: 1, maxLength: 150, unit: 'grapheme' })
      .filter(text => !/[/\0]|^\.|^ +$/.test(text))
    const owner = fc.nat({ max: 2 ** 31 })
    const entry = fc.record({
      kind: fc.constant('file' as const),
      path: fc.array(name, { minLength: 1, maxLength: 1 }).map(names => `/${names.join('/')}`),
      mode: fc.nat({ max: 0o7777 }),
      uid: owner,
      gid: owner,
      bytes: fc.uint8Array({ maxLength: 1100 }).map(bytes => Buffer.from(bytes)),
    })
    await fc.assert(
      fc.asyncProperty(entry, async entry => {
        expect(await readLayer(await makeLayer('files', [entry], { kind: 'stored' }))).toEqual([entry])
      }),
      { numRuns: 200 },
    )
  })

  it('sees what tar sees', async () => {
    const layer = await makeLayer('files', ENTRIES, { kind: 'stored' })
    const listed = execFileSync('tar', ['-tz', '--quoting-style=literal'], {
      input: layer.bytes,
      encoding: 'utf8',
    })
    const paths = (await readLayer(layer)).map(
      ({ kind, path }) => `${path.slice(1)}${kind === 'directory' ? '/' : ''}`,
    )
    expect(paths).toEqual(listed.trimEnd().split('\n'))
  })

  describe('refuses', () => {
    it.each<{ name: string; alter: (tar: Buffer) => Buffer; says: RegExp }>([
      { name: 'no end', alter: tar => tar.subarray(0, -1024), says: /zero blocks/ },
      { name: 'a file cut short', alter: tar => tar.subarray(0, 5 * 512 + 10), says: /./ },
      {
        name: 'a flipped bit in a header',
        alter: tar => (tar.writeUInt8(tar.readUInt8(0) ^ 1, 0), tar),
        says: /checksum/,
      },
      { name: 'a device', alter: tar => (tar.write('3', 156), checksummed(tar)), says: /type "3"/ },
      {
        name: 'a size beyond the end',
        alter: tar => (tar.write('77777777777', 124), checksummed(tar)),
        says: /inside a file/,
      },
      {
        name: 'a size that is not a number',
        alter: tar => (tar.write('zzzzzzzzzzz', 124), checksummed(tar)),
        says: /octal/,
      },
      ...['-1536', '1e3', ''].map(size => ({
        name: `a size of "${size}" in a record`,
        alter: () => {
          const record = ` size=${size}\n`
          const content = `${record.length + (record.length < 9 ? 1 : 2)}${record}`
          return tarOf([{ name: 'pax', type: 'x', content }, { name: 'file' }])
        },
        says: /a size that is not a number/,
      })),
    ])('$name', async ({ alter, says }) => {
      await expect(readLayer(await altered(alter))).rejects.toThrow(says)
    })

    it('any bytes, without hanging', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2000 }), async bytes => {
          const blob: Blob = {
            mediaType: 'application/vnd.oci.image.layer.v1.tar+gzip',
            digest: 'sha256:0',
            bytes: gzipSync(bytes),
          }
          await expect(readLayer(blob)).rejects.toThrow(RangeError)
        }),
        { numRuns: 200 },
      )
    })
  })
})

async function altered(alter: (tar: Buffer) => Buffer): Promise<Blob> {
  const layer = await makeLayer('files', ENTRIES, { kind: 'stored' })
  return { ...layer, bytes: gzipSync(alter(gunzipSync(layer.bytes))) }
}
function checksummed(header: Buffer): Buffer {
  header.fill(' ', 148, 156)
  const sum = header.subarray(0, 512).reduce((sum, byte) => sum + byte, 0)
  header.write(`${sum.toString(8).padStart(6, '0')}\0`, 148, 'latin1')
  return header
}
