import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Entry } from '../../src/image/entry.ts'
import { entryTree } from '../../src/image/entry-tree.ts'
import { layOver } from '../../src/image/lay-over.ts'
import { parents } from '../../src/image/tree.ts'

const OWNED = { mode: 0o644, uid: 0, gid: 0 }
const file = (path: string): Entry => ({ kind: 'file', path, ...OWNED, bytes: new Uint8Array() })
const link = (path: string, target: string): Entry => ({ kind: 'symlink', path, ...OWNED, target })
const directory = (path: string, mode = 0o755, uid = 0): Entry => ({
  kind: 'directory',
  path,
  mode,
  uid,
  gid: uid,
})

const BASE = entryTree([
  directory('/usr/bin'),
  link('/bin', 'usr/bin'),
  link('/etc/ssl', '/usr/ssl'),
  directory('/data', 0o700, 999),
  directory('/tmp', 0o1777),
  file('/etc/passwd'),
  link('/etc/mtab', '/proc/mounts'),
  link('/round', '/about'),
  link('/about', '/round'),
  link('/up', '../../usr/bin'),
])

function placed(...entries: readonly Entry[]): readonly string[] {
  const result = layOver(BASE, entries)
  if (!result.ok) throw new Error(result.problem)
  return result.value.map(({ path }) => path).toSorted()
}

describe('layOver', () => {
  it.each([
    ['/app', ['/app']],
    ['/bin/api', ['/usr', '/usr/bin', '/usr/bin/api']],
    ['/up/api', ['/usr', '/usr/bin', '/usr/bin/api']],
    ['/etc/ssl/certs/x', ['/usr', '/usr/ssl/certs/x']],
    // A file takes the place of a link, as it does of a file.
    ['/etc/mtab', ['/etc', '/etc/mtab']],
    ['/etc/passwd', ['/etc', '/etc/passwd']],
  ])('puts the file %s where the links of the base lead', (path, paths) => {
    expect(placed(file(path))).toEqual(paths)
  })

  it('repeats a directory of the base as it is, as the parent and as itself', () => {
    const result = layOver(BASE, [file('/data/x'), directory('/tmp'), directory('/bin')])
    expect(result).toMatchObject({
      ok: true,
      value: expect.arrayContaining([BASE.get('/data'), BASE.get('/tmp')]),
    })
    expect(placed(directory('/bin'))).toEqual(['/usr', '/usr/bin'])
  })

  it('gives a directory of the base the mode and owner that were asked for', () => {
    expect(layOver(BASE, [directory('/data', 0o750, 1000)])).toMatchObject({
      value: [{ path: '/data', mode: 0o750, uid: 1000 }],
    })
  })

  it.each([
    ['a file in place of a directory', [file('/data')], 'is a directory of the base'],
    ['a directory in place of a file', [directory('/etc/passwd')], 'is a file of the base'],
    ['a file below a file', [file('/etc/passwd/x')], 'below "/etc/passwd", a file of the base'],
    ['a path through a circle', [file('/round/x')], 'in a circle'],
    ['two files that become one', [file('/bin/x'), file('/usr/bin/x')], 'are one place'],
  ])('refuses %s', (_, entries, because) => {
    expect(layOver(BASE, entries)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('never leaves an entry below a link of the base', () => {
    const names = fc.constantFrom('bin', 'up', 'etc', 'ssl', 'data', 'x', 'usr', 'round')
    const paths = fc.array(names, { minLength: 1, maxLength: 4 }).map(parts => `/${parts.join('/')}`)
    fc.assert(
      fc.property(fc.array(paths, { maxLength: 4 }), all => {
        const result = layOver(BASE, all.map(file))
        if (!result.ok) return
        for (const { path } of result.value)
          for (const parent of parents(path)) expect(BASE.get(parent)?.kind ?? 'directory').toBe('directory')
      }),
    )
  })
})
