import { describe, expect, it } from '@jest/globals'
import { sentenceText } from '../../src/clause.ts'
import { fileWords, layerWords, reasonWords } from '../../src/report/verify-words.ts'
import type { Reason } from '../../src/verify/reason.ts'

const revision = 'c0ffee00'.repeat(5)
const text = (reason: Reason) => sentenceText(reasonWords(reason), 'terminal')

describe('why an image and its rebuild differ', () => {
  it.each<{ reason: Reason; says: string }>([
    {
      reason: { kind: 'go', path: '/a', image: 'go1.25.1', rebuilt: 'go1.26.8' },
      says: 'Go: /a was built with go1.25.1, and the image says go1.26.8.',
    },
    {
      reason: { kind: 'setting', path: '/a', name: '-tags', image: null, rebuilt: 'x' },
      says: 'Flags: /a was built with no -tags, and the rebuild with -tags=x.',
    },
    {
      reason: { kind: 'ldflags', path: '/a', variables: ['main.v'] },
      says: 'Flags: /a does not have the value that --ldflags in the image gives to main.v.',
    },
    {
      reason: {
        kind: 'modules',
        path: '/a',
        modules: [
          { path: 'a.b/c', image: 'v1', rebuilt: 'v2' },
          { path: 'd.e/f', image: null, rebuilt: 'v3' },
          { path: 'g.h/i', image: 'v4', rebuilt: null },
        ],
      },
      says: 'Modules: /a was built with a.b/c v1 instead of v2, without d.e/f instead of v3, g.h/i v4, which the commit does not use.',
    },
    {
      reason: { kind: 'source', path: '/a', revision, packages: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      says: 'Source: /a was built from other source than commit c0ffee0, from changes that were not committed, or with other values of --ldflags or --build-env; the size of a, b, c, d, e and 2 more differs.',
    },
    {
      reason: { kind: 'packer', path: '/a', packer: 'upx 4.2.4' },
      says: 'Packer: the same linked binary gives another /a with upx 4.2.4, so another one packed it, or it was changed afterwards.',
    },
    {
      reason: { kind: 'packed', path: '/a', where: 'image', why: 'its proof was not run' },
      says: 'Packer: /a is packed, and the rebuild is not (its proof was not run).',
    },
    {
      reason: { kind: 'packed', path: '/a', where: 'rebuild', why: null },
      says: 'Packer: /a is not packed, and the rebuild is.',
    },
    {
      reason: { kind: 'unread', path: '/a', why: 'it was changed' },
      says: '/a could not be compared further: it was changed.',
    },
    {
      reason: { kind: 'contents', of: 'timezones', image: 'all', rebuilt: null },
      says: '--timezones: the image has all, and the rebuild none.',
    },
    {
      reason: { kind: 'files', revision, paths: ['/x\u202Ey'] },
      says: 'Source: --files copies /x y from commit c0ffee0 in another state.',
    },
    {
      reason: { kind: 'bantam', image: '0.1.0', rebuilt: '0.2.0' },
      says: 'Bantam 0.1.0 built the image, and this is 0.2.0.',
    },
  ])('is said of $reason.kind', ({ reason, says }) => {
    expect(text(reason)).toBe(says)
  })

  it('is said of files and layers', () => {
    expect(fileWords({ path: '/a', aspects: ['owner'], bytes: 5, rebuiltBytes: 5 })).toBe(
      'owner; 5 B in both',
    )
    expect(fileWords({ path: '/a', aspects: ['only in the image'], bytes: 5, rebuiltBytes: null })).toBe(
      'only in the image; 5 B',
    )
    expect(fileWords({ path: '/a', aspects: ['kind'], bytes: null, rebuiltBytes: null })).toBe('kind')
    const layer = { what: 'base', digest: 'sha256:a', rebuilt: 'sha256:b', files: [] } as const
    expect(layerWords({ ...layer, how: 'headers' })).toBe(
      'the same files, with other times or headers in the tar',
    )
    expect(layerWords({ ...layer, digest: null, how: 'files' })).toBe('only the rebuild has this layer')
  })
})
