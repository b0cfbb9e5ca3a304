import { describe, expect, it } from '@jest/globals'
import { formatTime, sourceValues } from '../../src/declare/source-values.ts'
import type { Repository } from '../../src/declare/surroundings.ts'
import { TEMPLATE_KEYS } from '../../src/declare/template-keys.ts'
import { COMMIT, surroundings } from './surroundings.ts'

const values = (repository: Partial<Repository>, created: number | null = 1_700_000_000) =>
  sourceValues(surroundings({}, repository), created)

/** A value, or why there is none. */
function valueOf(repository: Partial<Repository>, key: string): string {
  const value = values(repository)[key] ?? { missing: 'unknown' }
  return 'value' in value ? value.value : value.missing
}

describe('sourceValues', () => {
  it('has every key of the table, under every name', () => {
    const names = TEMPLATE_KEYS.flatMap(({ name, alsoNamed }) => [name, ...alsoNamed])
    expect(Object.keys(values({}))).toEqual(names)
    expect(new Set(names).size).toBe(names.length)
  })

  it('has a value for each on a tag that is a version', () => {
    const all = values({ tag: 'v1.4.0-rc.1', tagPrefix: 'svc/', ref: 'refs/tags/svc/v1.4.0-rc.1' })
    const found = Object.entries(all).map(([name, value]) => [name, 'value' in value ? value.value : null])
    expect(Object.fromEntries(found)).toEqual({
      Version: '1.4.0-rc.1',
      RawVersion: '1.4.0',
      Major: '1',
      Minor: '4',
      Patch: '0',
      Prerelease: 'rc.1',
      Tag: 'v1.4.0-rc.1',
      PrefixedTag: 'svc/v1.4.0-rc.1',
      Describe: 'v1.4.0-rc.1',
      Summary: 'v1.4.0-rc.1',
      Branch: 'main',
      Commit: COMMIT,
      FullCommit: COMMIT,
      ShortCommit: COMMIT.slice(0, 7),
      Date: '2023-11-14T22:13:20Z',
      Day: '2023-11-14',
      Timestamp: '1700000000',
      CommitDate: '2023-11-14T22:13:20Z',
      CommitTimestamp: '1700000000',
      IsSnapshot: 'false',
      ProjectName: 'service',
      GitURL: 'https://github.com/owner/service',
    })
  })

  it.each<[string, Partial<Repository>, string, string]>([
    ['a release', { tag: 'v1.4.0' }, 'Prerelease', ''],
    ['no tag', {}, 'Version', COMMIT.slice(0, 7)],
    ['no tag', {}, 'IsSnapshot', 'true'],
    ['no tag', {}, 'Describe', COMMIT.slice(0, 7)],
    [
      'a tag some commits ago',
      { described: { status: 'described', text: 'v1-3-gabc' } },
      'Describe',
      'v1-3-gabc',
    ],
    ['a shallow clone', { described: { status: 'cut off' } }, 'Describe', 'fetch-depth: 0'],
    ['a shallow clone', { described: { status: 'cut off' } }, 'Describe', '{{.Describe | default "dev"}}'],
    [
      'a tag that is no version',
      { tag: 'nightly' },
      'Major',
      'the tag nightly is not a version such as v1.2.3; tag a',
    ],
    ['a tag that is no version', { tag: 'nightly' }, 'Version', 'nightly'],
    ['a tag with a prefix', { tag: 'svc/v1.4.0' }, 'Minor', 'write tag-prefix: svc/'],
    ['a tag with one number', { tag: 'v1' }, 'Minor', 'the tag v1 has no such number; tag it as v1.2.3'],
    ['a tag with two numbers', { tag: 'v1.4' }, 'RawVersion', 'has no such number'],
    ['a branch', { ref: 'refs/heads/main' }, 'Major', '{{.Major | default "0"}}'],
    [
      'the tag of another service',
      { ref: 'refs/tags/web/v2', tagPrefix: 'svc/' },
      'Tag',
      'this run is on refs/tags/web/v2, which does not begin with svc/',
    ],
    [
      'a terminal with a prefix',
      { tagPrefix: 'svc/' },
      'PrefixedTag',
      'no tag that begins with svc/ points at',
    ],
    ['no remote', { source: null }, 'ProjectName', 'no remote named origin'],
    ['no commit', { commit: null }, 'Describe', 'there is no git commit'],
  ])('on %s: %j has for %s: %s', (_, repository, key, piece) => {
    expect(valueOf(repository, key)).toContain(piece)
  })

  it('takes the day from SOURCE_DATE_EPOCH and the commit’s date from the commit', () => {
    const all = values({}, 0)
    expect([all['Day'], all['Date'], all['CommitDate']]).toEqual([
      { value: '1970-01-01' },
      { value: '1970-01-01T00:00:00Z' },
      { value: '2023-11-14T22:13:20Z' },
    ])
  })
})

describe('formatTime', () => {
  it('knows no time zone and no fraction', () => {
    expect([0, 1_700_000_000, 253_402_300_799].map(formatTime)).toEqual([
      '1970-01-01T00:00:00Z',
      '2023-11-14T22:13:20Z',
      '9999-12-31T23:59:59Z',
    ])
  })
})
