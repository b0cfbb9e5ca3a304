import { describe, expect, it } from '@jest/globals'
import { truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { BaseChange } from '../../src/image/base-tree.ts'
import { allowance, BOUNDS, TooMuch } from '../../src/thing/allowance.ts'
import { readBaseEntries } from '../../src/thing/base-entries.ts'
import { tarOf, type RawEntry } from '../support/archives.ts'
import { testHost } from '../support/host.ts'
import { writeTemporary } from '../support/layouts.ts'
import { tool } from '../support/oci-tools.ts'

const host = testHost()

async function read(tar: Uint8Array, unpacked = BOUNDS.unpacked): Promise<readonly BaseChange[]> {
  // The layer is in the middle of a file, as in an archive.
  const file = writeTemporary('layer', Buffer.concat([Buffer.from('before'), tar, Buffer.from('after')]))
  return readBaseEntries(host, { file, offset: 6, size: tar.length }, allowance({ ...BOUNDS, unpacked }))
}

function bytesOf(change: BaseChange | undefined): string | null {
  const value = change !== undefined && 'value' in change ? change.value : null
  return value?.kind === 'file' ? Buffer.from(value.bytes).toString() : null
}

describe('readBaseEntries', () => {
  it('reads every kind of entry with its owner', async () => {
    const entries: readonly RawEntry[] = [
      { name: './' },
      { name: 'd/', type: '5', mode: 0o1770, owner: 7 },
      { name: 'd/file', content: 'content', mode: 0o4755, owner: 1000 },
      { name: 'd/soft', type: '2', link: '../x', owner: 5 },
      { name: 'd/hard', type: '1', link: 'd/file' },
      { name: 'd/fifo', type: '6' },
      { name: 'd/.wh.gone' },
      { name: 'd/.wh..wh..opq' },
      { name: '../../out' },
    ]
    const changes = await read(tarOf(entries))
    expect(changes).toMatchObject([
      { kind: 'directory', path: '/d', value: { mode: 0o1770, uid: 7, gid: 7 } },
      { kind: 'leaf', path: '/d/file', value: { mode: 0o4755, uid: 1000, gid: 1000 } },
      { kind: 'symlink', path: '/d/soft', target: '../x', value: { uid: 5 } },
      { kind: 'hard link', path: '/d/hard', target: '/d/file' },
      { kind: 'leaf', path: '/d/fifo', value: null },
      { kind: 'whiteout', path: '/d/gone' },
      { kind: 'opaque', path: '/d' },
      { kind: 'leaf', path: '/out' },
    ])
    expect(bytesOf(changes[1])).toBe('content')
  })

  it('reads an empty layer without even a tar', async () => {
    expect(await read(new Uint8Array())).toEqual([])
  })

  it('reads owners beyond what a plain header holds', async () => {
    const { cwd } = testHost()
    writeFileSync(path.join(cwd, 'x'), 'x')
    for (const format of ['pax', 'gnu']) {
      const tar = path.join(cwd, `${format}.tar`)
      tool('tar', [
        '-C',
        cwd,
        `--format=${format}`,
        '--owner=:4000000000',
        '--group=:3000000000',
        '-cf',
        tar,
        'x',
      ])
      const changes = await readBaseEntries(
        host,
        { file: tar, offset: 0, size: Number(tool('stat', ['-c', '%s', tar])) },
        allowance(),
      )
      expect(changes).toMatchObject([{ value: { uid: 4_000_000_000, gid: 3_000_000_000 } }])
    }
  })

  it('writes a sparse file whole, within what is allowed', async () => {
    const { cwd } = testHost()
    writeFileSync(path.join(cwd, 'holes'), 'head')
    truncateSync(path.join(cwd, 'holes'), 5_000_000)
    const tar = path.join(cwd, 'sparse.tar')
    tool('tar', ['-C', cwd, '--format=gnu', '--sparse', '-cf', tar, 'holes'])
    const layer = { file: tar, offset: 0, size: Number(tool('stat', ['-c', '%s', tar])) }
    expect(layer.size).toBeLessThan(1_000_000)
    const [change] = await readBaseEntries(host, layer, allowance())
    expect(bytesOf(change)).toHaveLength(5_000_000)
    const little = allowance({ ...BOUNDS, unpacked: 4_000_000 })
    await expect(readBaseEntries(host, layer, little)).rejects.toBeInstanceOf(TooMuch)
  })
})
