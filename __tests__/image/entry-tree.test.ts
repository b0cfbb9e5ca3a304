import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { entryTree, lookUp, may } from '../../src/image/entry-tree.ts'
import type { Entry } from '../../src/image/entry.ts'

const NONROOT = { uid: 65532, gid: 65532 }
const ROOT = { uid: 0, gid: 0 }
const owned = { mode: 0o755, uid: 0, gid: 0 }
const file = (path: string, mode = 0o755): Entry => ({
  kind: 'file',
  path,
  ...owned,
  mode,
  bytes: Buffer.from(path),
})
const directory = (path: string, mode: number): Entry => ({ kind: 'directory', path, ...owned, mode })
const link = (path: string, target: string): Entry => ({
  kind: 'symlink',
  path,
  target,
  ...owned,
  mode: 0o777,
})

const tree = entryTree([
  file('/bin/busybox'),
  link('/bin/sh', 'busybox'),
  link('/usr/bin', '../bin'),
  link('/sh', '/usr/bin/sh'),
  link('/up', '../../../../bin/busybox'),
  link('/gone', '/nowhere/x'),
  link('/a', '/b'),
  link('/b', '/a'),
  directory('/secret', 0o700),
  file('/secret/x'),
])

describe('lookUp', () => {
  it.each([
    ['/bin/busybox', '/bin/busybox'],
    ['/bin/sh', '/bin/busybox'],
    ['/sh', '/bin/busybox'],
    ['/usr/bin/sh', '/bin/busybox'],
    ['/up', '/bin/busybox'],
    ['//bin/./../bin//busybox', '/bin/busybox'],
    ['/', '/'],
    ['/..', '/'],
  ])('finds %s at %s', (path, at) => {
    expect(lookUp(tree, path, NONROOT)).toMatchObject({ kind: 'found', path: at })
  })

  it.each([
    ['/bin/bash', { kind: 'missing', path: '/bin/bash' }],
    ['/gone', { kind: 'missing', path: '/nowhere' }],
    ['/bin/busybox/x', { kind: 'not a directory', path: '/bin/busybox' }],
    ['/a', { kind: 'loop', path: '/a' }],
    ['/secret/x', { kind: 'closed', path: '/secret' }],
  ])('does not find %s', (path, found) => {
    expect(lookUp(tree, path, NONROOT)).toMatchObject(found)
  })

  it('lets root in everywhere', () => {
    expect(lookUp(tree, '/secret/x', ROOT)).toMatchObject({ kind: 'found' })
  })

  it('ends, whatever the links say', () => {
    const path = fc
      .array(fc.constantFrom('a', 'b', '..', '.', ''), { maxLength: 5 })
      .map(names => names.join('/'))
    fc.assert(
      fc.property(path, path, path, (a, b, asked) => {
        lookUp(entryTree([link('/a', a), link('/b', `/${b}`)]), `/${asked}`, NONROOT)
      }),
    )
  })
})

describe('may', () => {
  it.each([
    [NONROOT, 0o700, ROOT, false],
    [NONROOT, 0o701, ROOT, true],
    [NONROOT, 0o755, ROOT, true],
    [NONROOT, 0o677, NONROOT, false],
    [{ uid: 1, gid: 0 }, 0o710, ROOT, true],
    [{ uid: 1, gid: 0 }, 0o701, ROOT, false],
    [ROOT, 0o001, NONROOT, true],
    [ROOT, 0o644, NONROOT, false],
  ])('%j executes a file of mode %o of %j: %j', (user, mode, owner, can) => {
    expect(may({ kind: 'file', path: '/x', bytes: Buffer.alloc(0), mode, ...owner }, user, 'execute')).toBe(
      can,
    )
  })
})
