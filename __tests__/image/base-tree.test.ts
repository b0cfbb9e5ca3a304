import { describe, expect, it } from '@jest/globals'
import { baseTree, type BaseChange } from '../../src/image/base-tree.ts'
import type { FileEntry } from '../../src/image/entry.ts'

const OWNED = { mode: 0o755, uid: 7, gid: 8 }

/** A file that counts how often its bytes are asked for. */
function counting(path: string): { readonly change: BaseChange; readonly asked: () => number } {
  let asked = 0
  const value: FileEntry = {
    kind: 'file',
    path,
    ...OWNED,
    get bytes() {
      asked += 1
      return Buffer.from(path)
    },
  }
  return { change: { kind: 'leaf', path, value }, asked: () => asked }
}

describe('baseTree', () => {
  it('has every file with its mode and owner, and the parents that no layer lists', () => {
    const { change } = counting('/usr/bin/sh')
    const tree = baseTree([[change, { kind: 'leaf', path: '/dev/null', value: null }]])
    expect([...tree.keys()]).toEqual(['/', '/dev', '/usr', '/usr/bin', '/usr/bin/sh'])
    expect(tree.get('/usr')).toEqual({ kind: 'directory', path: '/usr', mode: 0o755, uid: 0, gid: 0 })
    expect(tree.get('/usr/bin/sh')).toMatchObject(OWNED)
  })

  it('reads no file, and says of further names of a file which is the first', () => {
    const { change, asked } = counting('/bin/busybox')
    const tree = baseTree([
      [change, { kind: 'hard link', path: '/bin/sh', target: '/bin/busybox' }],
      [{ kind: 'hard link', path: '/bin/ash', target: '/bin/busybox' }],
    ])
    expect(asked()).toBe(0)
    const links = ['/bin/ash', '/bin/busybox', '/bin/sh'].map(path => tree.get(path))
    expect(links.map(entry => (entry?.kind === 'file' ? entry.linkTo : 'none'))).toEqual([
      undefined,
      '/bin/ash',
      '/bin/ash',
    ])
    expect(links.map(entry => entry?.path)).toEqual(['/bin/ash', '/bin/busybox', '/bin/sh'])
    const sh = tree.get('/bin/sh')
    expect(sh?.kind === 'file' && Buffer.from(sh.bytes).toString()).toBe('/bin/busybox')
    expect(asked()).toBe(1)
  })
})
