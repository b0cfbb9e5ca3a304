import { describe, expect, it } from '@jest/globals'
import { gunzipSync } from 'node:zlib'
import { digestOf } from '../../src/image/digest.ts'
import type { Entry } from '../../src/image/entry.ts'
import { makeLayer } from '../../src/image/layer.ts'
import { writeTar } from '../support/write-tar.ts'

const ENTRIES: readonly Entry[] = [
  { kind: 'file', path: '/big', mode: 0o755, uid: 0, gid: 0, bytes: Buffer.alloc(2_500_001, 'go ') },
  { kind: 'symlink', path: '/link', mode: 0o777, uid: 0, gid: 0, target: 'big' },
  { kind: 'file', path: '/a/empty', mode: 0o644, uid: 0, gid: 0, bytes: new Uint8Array() },
  { kind: 'directory', path: '/tmp', mode: 0o1777, uid: 0, gid: 0 },
]

describe('makeLayer', () => {
  it.each([{ kind: 'stored' }, { kind: 'gzip', level: 9 }] as const)(
    'hashes tar and bytes: %j',
    async compression => {
      const layer = await makeLayer('files', ENTRIES, compression)
      const tar = gunzipSync(layer.bytes)
      expect(tar.equals(writeTar(ENTRIES))).toBe(true)
      expect(layer.diffId).toBe(digestOf(tar))
      expect(layer.digest).toBe(digestOf(layer.bytes))
      expect(layer.what).toBe('files')
    },
  )

  it('has one diff ID, however it is compressed', async () => {
    const layers = await Promise.all([
      makeLayer('files', ENTRIES, { kind: 'stored' }),
      makeLayer('files', [...ENTRIES].reverse(), { kind: 'gzip', level: 6 }),
      makeLayer('files', ENTRIES, { kind: 'zstd' }),
    ])
    expect(new Set(layers.map(({ diffId }) => diffId)).size).toBe(1)
    expect(new Set(layers.map(({ digest }) => digest)).size).toBe(3)
  })

  it('lists its regular files, in byte order', async () => {
    const { files } = await makeLayer('files', ENTRIES, { kind: 'stored' })
    expect(files).toEqual([
      { path: '/a/empty', bytes: 0 },
      { path: '/big', bytes: 2_500_001 },
    ])
  })
})
