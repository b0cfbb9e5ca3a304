import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fileSystemOf } from '../../src/image/file-system.ts'
import { imagePath, type LayerEntry } from '../../src/image/layer-entry.ts'

const file = (path: string, bytes = 1): LayerEntry => ({
  kind: 'file',
  path,
  mode: 0o644,
  bytes,
  program: null,
})
const directory = (path: string): LayerEntry => ({ kind: 'directory', path, mode: 0o755 })
const symlink = (path: string, target: string): LayerEntry => ({ kind: 'symlink', path, target })
const hardLink = (path: string, target: string): LayerEntry => ({ kind: 'hard link', path, target })
const whiteout = (path: string): LayerEntry => ({ kind: 'whiteout', path })
const opaque = (path: string): LayerEntry => ({ kind: 'opaque', path })

const seen = (...layers: readonly (readonly LayerEntry[])[]) =>
  Object.fromEntries(fileSystemOf(layers).map(({ path, bytes, layer }) => [path, `${bytes} of ${layer}`]))

describe('layers upon each other', () => {
  it.each<{
    name: string
    layers: readonly (readonly LayerEntry[])[]
    shows: Readonly<Record<string, string>>
  }>([
    { name: 'nothing', layers: [], shows: {} },
    {
      name: 'later files win',
      layers: [[file('/a', 1), file('/b', 2)], [file('/a', 3)]],
      shows: { '/a': '3 of 1', '/b': '2 of 0' },
    },
    {
      name: 'the last of two in one layer wins',
      layers: [[file('/a', 1), file('/a', 2)]],
      shows: { '/a': '2 of 0' },
    },
    {
      name: 'a whiteout deletes a file',
      layers: [[file('/d/a'), file('/d/b')], [whiteout('/d/a')]],
      shows: { '/d/b': '1 of 0' },
    },
    {
      name: 'a whiteout deletes a directory',
      layers: [[file('/d/a'), file('/d/e/b'), file('/c')], [whiteout('/d')]],
      shows: { '/c': '1 of 0' },
    },
    {
      name: 'a whiteout of nothing does nothing',
      layers: [[file('/a')], [whiteout('/x/y'), whiteout('/a/b')]],
      shows: { '/a': '1 of 0' },
    },
    {
      name: 'a whiteout spares its own layer',
      layers: [[file('/d/a', 1)], [file('/d/a', 2), whiteout('/d/a')]],
      shows: { '/d/a': '2 of 1' },
    },
    {
      name: 'an opaque directory shows its own layer alone',
      layers: [
        [file('/d/a'), file('/d/e/b'), file('/c')],
        [file('/d/n', 5), opaque('/d')],
      ],
      shows: { '/c': '1 of 0', '/d/n': '5 of 1' },
    },
    { name: 'an opaque root', layers: [[file('/a')], [opaque('/'), file('/b')]], shows: { '/b': '1 of 1' } },
    {
      name: 'a file replaces a directory',
      layers: [[file('/d/a'), file('/d/b')], [file('/d', 7)]],
      shows: { '/d': '7 of 1' },
    },
    {
      name: 'a directory replaces a file',
      layers: [[file('/d')], [directory('/d'), file('/d/a')]],
      shows: { '/d/a': '1 of 1' },
    },
    {
      name: 'a directory that is there keeps what it has',
      layers: [[file('/d/a')], [directory('/d')]],
      shows: { '/d/a': '1 of 0' },
    },
    {
      name: 'a file below a file makes it a directory',
      layers: [[file('/d')], [file('/d/a')]],
      shows: { '/d/a': '1 of 1' },
    },
    { name: 'a symlink hides a file', layers: [[file('/a')], [symlink('/a', 'b')]], shows: {} },
    { name: 'a device hides a file', layers: [[file('/a')], [{ kind: 'special', path: '/a' }]], shows: {} },
    {
      name: 'a file below a symlink of its own layer goes where that leads',
      layers: [[symlink('/lib', 'usr/lib'), file('/lib/x')]],
      shows: { '/usr/lib/x': '1 of 0' },
    },
    {
      name: 'a symlink that leads up leads no further than the root',
      layers: [[symlink('/a/lib', '../../../b'), file('/a/lib/x')]],
      shows: { '/b/x': '1 of 0' },
    },
    {
      name: 'a symlink with an absolute target',
      layers: [[symlink('/a/lib', '/c'), file('/a/lib/x')]],
      shows: { '/c/x': '1 of 0' },
    },
    {
      name: 'a symlink of an earlier layer gives way to a directory',
      layers: [[symlink('/lib', 'usr/lib'), file('/usr/lib/y')], [file('/lib/x')]],
      shows: { '/lib/x': '1 of 1', '/usr/lib/y': '1 of 0' },
    },
    {
      name: 'symlinks in a circle end',
      layers: [[symlink('/a', 'b'), symlink('/b', 'a'), file('/a/x')]],
      shows: { '/a/x': '1 of 0' },
    },
    {
      name: 'a hard link counts once',
      layers: [[file('/b', 9), hardLink('/a', '/b')]],
      shows: { '/a': '9 of 0', '/b': '0 of 0' },
    },
    {
      name: 'a hard link outlives its first name',
      layers: [[file('/b', 9), hardLink('/c', '/b')], [whiteout('/b')]],
      shows: { '/c': '9 of 0' },
    },
    {
      name: 'a hard link into an earlier layer',
      layers: [[file('/b', 9)], [hardLink('/c', '/b')]],
      shows: { '/b': '9 of 0', '/c': '0 of 0' },
    },
    {
      name: 'a hard link to nothing or to a directory is none',
      layers: [[directory('/d'), hardLink('/c', '/b'), hardLink('/e', '/d')]],
      shows: {},
    },
    {
      name: 'names like those of objects',
      layers: [[file('/__proto__/constructor')]],
      shows: { '/__proto__/constructor': '1 of 0' },
    },
  ])('$name', ({ layers, shows }) => {
    expect(seen(...layers)).toEqual(shows)
  })

  it('names what a hard link is another name of', () => {
    expect(fileSystemOf([[file('/b', 9), hardLink('/a', '/b')]])).toMatchObject([
      { path: '/a', linkTo: null },
      { path: '/b', linkTo: '/a' },
    ])
  })

  const path = fc
    .array(fc.constantFrom('a', 'b', 'c', 'é'), { minLength: 1, maxLength: 3 })
    .map(names => `/${names.join('/')}`)
  const change: fc.Arbitrary<LayerEntry> = fc.oneof(
    fc.tuple(path, fc.nat({ max: 100 })).map(([at, bytes]) => file(at, bytes)),
    path.map(directory),
    fc
      .tuple(path, fc.oneof(path, fc.constantFrom('..', '../b', 'a')))
      .map(([at, target]) => symlink(at, target)),
    fc.tuple(path, path).map(([at, target]) => hardLink(at, target)),
    path.map(whiteout),
    path.map(opaque),
  )
  const layers = fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 4 })

  it('never counts more than is stored, and each path once, in byte order', () => {
    fc.assert(
      fc.property(layers, layers => {
        const files = fileSystemOf(layers)
        const stored = layers
          .flat()
          .reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.bytes : 0), 0)
        expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(stored)
        const paths = files.map(({ path }) => path)
        expect(paths).toEqual(
          [...new Set(paths)].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))),
        )
        expect(files.every(({ linkTo }) => linkTo === null || paths.includes(linkTo))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('shows a last layer over an opaque root as if it were alone', () => {
    fc.assert(
      fc.property(layers, fc.array(change, { maxLength: 12 }), (below, top) => {
        const alone = fileSystemOf([top]).map(({ path, bytes }) => [path, bytes])
        const over = fileSystemOf([...below, [opaque('/'), ...top]]).map(({ path, bytes }) => [path, bytes])
        expect(over).toEqual(alone)
      }),
      { numRuns: 300 },
    )
  })

  it('takes as long as its names, whatever links say', () => {
    const loops = Array.from({ length: 200 }, (_, index) =>
      symlink(`/l${index}`, `${'x/../'.repeat(800)}l${index + 1}`),
    )
    const below = Array.from({ length: 2000 }, (_, index) => file(`/l0/${index}`))
    expect(fileSystemOf([[...loops, ...below]])).toHaveLength(2000)
  })
})

describe('a name of a tar', () => {
  it.each([
    ['a/b', '/a/b'],
    ['./a/b/', '/a/b'],
    ['/a//b', '/a/b'],
    ['../../etc/passwd', '/etc/passwd'],
    ['a/../../b', '/b'],
    ['.', '/'],
    ['', '/'],
  ])('%j is %s', (name, at) => {
    expect(imagePath(name)).toBe(at)
  })
})
