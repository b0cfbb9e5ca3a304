import { describe, expect, it } from '@jest/globals'
import { problems, readChangelog, releaseOf, type Versions } from '../../scripts/release.mjs'

const CHANGELOG = `# Changelog

## [1.2.0] - 2026-12-01

### Added

- A thing.

## [1.1.0] - 2026-11-01

- [A link](x), and more.

[1.2.0]: https://example.com
`

function versions(changed: Partial<Versions> = {}): Versions {
  return {
    manifest: { version: '1.2.0' },
    lock: { version: '1.2.0', packages: { '': { version: '1.2.0' } } },
    source: "export const VERSION = '1.2.0'\n",
    changelog: CHANGELOG,
    ...changed,
  }
}

describe('a changelog', () => {
  it('is read by version, each with its date and its text, without the links at the end', () => {
    expect(readChangelog(CHANGELOG)).toEqual([
      { version: '1.2.0', date: '2026-12-01', notes: '### Added\n\n- A thing.' },
      { version: '1.1.0', date: '2026-11-01', notes: '- [A link](x), and more.' },
    ])
  })

  it('has no date for what is not released', () => {
    expect(readChangelog('## [2.0.0] - Unreleased\n\n- x\n')).toEqual([
      { version: '2.0.0', date: null, notes: '- x' },
    ])
  })
})

describe('the places that name the version', () => {
  it('agree', () => {
    expect(problems(versions())).toEqual([])
    expect(problems(versions(), 'v1.2.0')).toEqual([])
  })

  it.each<[string, Partial<Versions>]>([
    ['package-lock.json', { lock: { version: '1.1.0', packages: { '': { version: '1.1.0' } } } }],
    ['package-lock.json', { lock: { version: '1.2.0', packages: { '': { version: '1.1.0' } } } }],
    ['src/version.ts', { source: "export const VERSION = '1.1.0'" }],
    ['src/version.ts', { source: '' }],
    ['the top of CHANGELOG.md', { changelog: CHANGELOG.replace('1.2.0', '1.3.0') }],
    ['the top of CHANGELOG.md', { changelog: '' }],
  ])('are named where one differs: %s', (place, changed) => {
    expect(problems(versions(changed))).toEqual([expect.stringContaining(place)])
  })
})

describe('a tag', () => {
  it.each([
    ['v1.2.1', {}, 'must be v1.2.0'],
    ['1.2.0', {}, 'must be v1.2.0'],
    ['v1', {}, 'must be v1.2.0'],
    ['v1.2.0', { changelog: CHANGELOG.replace('2026-12-01', 'Unreleased') }, 'gives no date'],
    ['v1.2.0', { changelog: CHANGELOG.replace('2026-12-01', 'soon') }, 'gives no date'],
    ['v1.2.0', { changelog: '## [1.2.0] - 2026-12-01\n' }, 'says nothing'],
  ] as const)('is refused: %s', (tag, changed, why) => {
    expect(problems(versions(changed), tag)).toEqual([expect.stringContaining(why)])
  })

  it('with build metadata is refused, because no image and no package can have it', () => {
    const version = '1.2.0+b1'
    const all = versions({
      manifest: { version },
      lock: { version, packages: { '': { version } } },
      source: `VERSION = '${version}'`,
      changelog: CHANGELOG.replace('1.2.0', version),
    })
    expect(problems(all, `v${version}`)).toEqual([expect.stringContaining('not a version')])
  })

  it.each([
    ['1.2.0', { prerelease: false, major: 'v1' }],
    ['12.0.3', { prerelease: false, major: 'v12' }],
    ['1.2.0-rc.1', { prerelease: true, major: '' }],
    ['0.9.0', { prerelease: false, major: '' }],
  ])(
    '%s is followed by its major tag only where it is no pre-release and not before 1.0.0',
    (version, release) => {
      expect(releaseOf(version)).toEqual({ version, ...release })
    },
  )
})
