import { expect, it } from '@jest/globals'
import { describeBaseline } from '../../src/report/baseline-words.ts'
import type { BaselineReport } from '../../src/weigh-in/weigh-in.ts'

const revision = '0123456789'.repeat(4)
const startsFrom = 'f'.repeat(40)
const cache: BaselineReport = { kind: 'cache', reference: null, revision, digest: null, reason: null }
const image: BaselineReport = { ...cache, kind: 'image', reference: 'ghcr.io/o/x:main' }

it.each<{ baseline: BaselineReport; words: string }>([
  { baseline: cache, words: 'the weigh-in kept in the cache, commit 0123456' },
  { baseline: { ...cache, kind: 'build' }, words: 'a build of the base, commit 0123456' },
  {
    baseline: { ...image, startsFrom },
    words: 'the image ghcr.io/o/x:main, commit 0123456 (this change starts from fffffff)',
  },
  {
    baseline: { ...image, revision: null, startsFrom },
    words: 'the image ghcr.io/o/x:main, of an unknown commit (this change starts from fffffff)',
  },
  { baseline: { ...image, revision: null }, words: 'the image ghcr.io/o/x:main' },
  {
    baseline: { ...image, revision: null, reason: 'ghcr.io answers 401' },
    words: 'the baseline (the image ghcr.io/o/x:main) could not be read: ghcr.io answers 401',
  },
  {
    baseline: { ...cache, kind: 'none', revision: null, reason: 'nothing was there before this push' },
    words: 'no baseline: nothing was there before this push',
  },
])('$words', ({ baseline, words }) => {
  expect(describeBaseline(baseline)).toBe(words)
})
