import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { highestTag } from '../../src/declare/highest-tag.ts'

describe('highestTag', () => {
  it.each([
    [[], null],
    [['v1'], 'v1'],
    [['v1.9.0', 'v1.10.0', 'v1.2.0'], 'v1.10.0'],
    [['1.9.0', '1.10.0'], '1.10.0'],
    [['v2.0.0-rc.2', 'v2.0.0', 'v2.0.0-rc.10'], 'v2.0.0'],
    [['v2.0.0-rc.2', 'v2.0.0-rc.10'], 'v2.0.0-rc.10'],
    [['v1.2.3+b5', 'v1.2.3+b10'], 'v1.2.3+b10'],
    [['v2', 'v2.0', 'v2.0.0', 'latest'], 'v2.0.0'],
    [['v2', 'v2.1'], 'v2.1'],
    [['svc/v1.9.0', 'svc/v1.10.0'], 'svc/v1.10.0'],
    [['release-1.9.0', 'release-1.10.0'], 'release-1.10.0'],
    [['api@1.9.0', 'api@1.10.0'], 'api@1.10.0'],
    [['v1.2.3', 'tools/v9.0.0'], 'v1.2.3'],
    [['2024.09.01', '2024.10.01'], '2024.10.01'],
    [['newest', 'older'], 'newest'],
    [['nightly', 'v0.1.0'], 'v0.1.0'],
  ])('of %j is %j', (tags, highest) => {
    expect(highestTag(tags)).toBe(highest)
    if (tags.some(tag => /\d/.test(tag))) expect(highestTag(tags.toReversed())).toBe(highest)
  })

  it('is one of the tags, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.stringMatching(/^v?\d[\d.+a-z-]*$/)), { minLength: 1 }),
        tags => {
          expect(tags).toContain(highestTag(tags))
        },
      ),
    )
  })
})
