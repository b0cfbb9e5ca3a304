import { expect, it } from '@jest/globals'
import { createHash } from 'node:crypto'
import { gzipSync, zstdCompressSync } from 'node:zlib'
import { listLayer } from '../../src/thing/list-layer.ts'
import { tarOf } from '../support/archives.ts'

const TAR = tarOf([
  { name: './a/', type: '5', mode: 0o755 },
  { name: 'a/../b', content: 'text', mode: 0o4755 },
  { name: 'link', type: '2', link: '/b' },
])

async function* pieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 100) yield bytes.subarray(at, at + 100)
}

it.each([
  { name: 'gzip', stored: gzipSync(TAR) },
  { name: 'zstd', stored: zstdCompressSync(TAR) },
  { name: 'no compression', stored: TAR },
])('lists every entry of a layer with $name', async ({ stored }) => {
  const plain = { uid: 0, gid: 0, bytes: 0, sha256: '', target: '', capabilities: '' }
  expect(await listLayer(pieces(stored))).toEqual([
    { ...plain, path: '/a', kind: 'directory', mode: 0o755 },
    {
      ...plain,
      path: '/b',
      kind: 'file',
      mode: 0o4755,
      bytes: 4,
      sha256: createHash('sha256').update('text').digest('hex'),
    },
    { ...plain, path: '/link', kind: 'symlink', mode: expect.any(Number), target: '/b' },
  ])
})
