import { describe, expect, it } from '@jest/globals'
import { fileDifferences, type ListedFile } from '../../src/verify/listing.ts'

const file = (path: string, changes: Partial<ListedFile> = {}): ListedFile => ({
  path,
  kind: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  bytes: 1,
  sha256: 'a',
  target: '',
  capabilities: '',
  ...changes,
})

describe('fileDifferences', () => {
  it.each<{ changes: Partial<ListedFile>; aspects: readonly string[] }>([
    { changes: {}, aspects: [] },
    { changes: { sha256: 'b' }, aspects: ['content'] },
    { changes: { mode: 0o600 }, aspects: ['mode'] },
    { changes: { uid: 5 }, aspects: ['owner'] },
    { changes: { gid: 5, mode: 0o600 }, aspects: ['mode', 'owner'] },
    { changes: { target: '/y' }, aspects: ['target'] },
    { changes: { capabilities: '01' }, aspects: ['capabilities'] },
    { changes: { kind: 'directory', sha256: '' }, aspects: ['kind'] },
  ])('of $changes are $aspects', ({ changes, aspects }) => {
    const found = fileDifferences([file('/a')], [file('/a', changes)])
    expect(found.map(one => one.aspects)).toEqual(aspects.length === 0 ? [] : [aspects])
  })

  it('name what only one of them has, in the order of the paths, with its bytes', () => {
    const image = [file('/z', { bytes: 7 }), file('/same')]
    const rebuilt = [file('/same'), file('/d', { kind: 'directory' })]
    expect(fileDifferences(image, rebuilt)).toEqual([
      { path: '/d', aspects: ['only in the rebuild'], bytes: null, rebuiltBytes: null },
      { path: '/z', aspects: ['only in the image'], bytes: 7, rebuiltBytes: null },
    ])
  })

  it('take the last of two entries with one path', () => {
    expect(fileDifferences([file('/a', { sha256: 'x' }), file('/a')], [file('/a')])).toEqual([])
  })
})
