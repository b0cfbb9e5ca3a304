import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fileSystemOf } from '../../src/image/file-system.ts'
import type { LayerEntry } from '../../src/image/layer-entry.ts'
import { storedFiles } from '../../src/image/stored-files.ts'

const file = (path: string, bytes: number): LayerEntry => ({
  kind: 'file',
  path,
  mode: 0o644,
  bytes,
  program: null,
})
const hardLink = (path: string, target: string): LayerEntry => ({ kind: 'hard link', path, target })
const symlink = (path: string, target: string): LayerEntry => ({ kind: 'symlink', path, target })

const bytesOf = (files: readonly { readonly bytes: number }[]) =>
  files.reduce((sum, { bytes }) => sum + bytes, 0)

describe('storedFiles', () => {
  it('counts a path that stands twice once, by its last content', () => {
    expect(storedFiles([file('/x', 1000), file('/y', 10), file('/x', 1)])).toEqual([
      { path: '/y', bytes: 10 },
      { path: '/x', bytes: 1 },
    ])
    expect(storedFiles([file('/x', 1000), symlink('/x', '/y')])).toEqual([])
  })

  it('ignores whiteouts, which remove only what earlier layers have', () => {
    const gone: LayerEntry[] = [
      { kind: 'whiteout', path: '/x' },
      { kind: 'opaque', path: '/' },
    ]
    expect(storedFiles([file('/x', 1000), ...gone])).toEqual([{ path: '/x', bytes: 1000 }])
  })

  it('counts a replaced file that a hard link still names', () => {
    const stored = storedFiles([file('/x', 1000), hardLink('/y', '/x'), file('/x', 1)])
    expect(bytesOf(stored)).toBe(1001)
    expect(bytesOf(storedFiles([file('/x', 1000), hardLink('/y', '/x'), symlink('/x', '/y')]))).toBe(1000)
  })

  it('counts both files where a link leads one path to two places', () => {
    const stored = storedFiles([
      symlink('/a', '/b'),
      file('/a/x', 1000),
      symlink('/a', '/c'),
      file('/a/x', 1),
    ])
    expect(bytesOf(stored)).toBe(1001)
  })

  it('never counts less than a container sees', () => {
    const path = fc.constantFrom('/a', '/b', '/a/x', '/b/x', '/a/x/y', '/c')
    const entry = fc.oneof<fc.Arbitrary<LayerEntry>[]>(
      fc.tuple(path, fc.integer({ min: 1, max: 1000 })).map(([at, bytes]) => file(at, bytes)),
      fc.tuple(path, path).map(([at, target]) => hardLink(at, target)),
      fc.tuple(path, path).map(([at, target]) => symlink(at, target)),
      path.map(at => ({ kind: 'directory', path: at, mode: 0o755 })),
      path.map(at => ({ kind: 'special', path: at })),
      path.map(at => ({ kind: 'whiteout', path: at })),
      path.map(at => ({ kind: 'opaque', path: at })),
    )
    const layers = fc.array(fc.array(entry, { maxLength: 8 }), { maxLength: 3 })
    fc.assert(
      fc.property(layers, image => {
        expect(bytesOf(image.flatMap(storedFiles))).toBeGreaterThanOrEqual(bytesOf(fileSystemOf(image)))
      }),
      { numRuns: 2000 },
    )
  })
})
