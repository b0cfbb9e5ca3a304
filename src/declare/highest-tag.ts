import semver from 'semver'

/**
 * Which of the tags of one commit names it: the highest version, a release above its pre-releases, whole versions above the
 * likes of `v1`, and plain ones above those with a prefix (`svc/v1.4.0`). Without a version it is the newest tag.
 *
 * @param tags the newest first
 */
export function highestTag(tags: readonly string[]): string | null {
  const [best] = tags
    .map((tag, age) => ({ tag, age, version: versionIn(tag) }))
    .toSorted((a, b) => compare(b.version, a.version) || a.age - b.age)
  return best?.tag ?? null
}

interface TaggedVersion {
  readonly version: semver.SemVer
  readonly isWhole: boolean
  readonly hasPrefix: boolean
}

function versionIn(tag: string): TaggedVersion | null {
  const match = /^(.*[-_/@]|[a-z]+)??v?(\d+)(\.\d+)?(\.\d+)?([-+].*)?$/i.exec(tag)
  if (match === null) return null
  const [, prefix, major = '', minor = '.0', patch = '.0', rest = ''] = match
  const version = semver.parse(`${major}${minor}${patch}${rest}`, { loose: true })
  if (version === null) return null
  return { version, isWhole: match[4] !== undefined, hasPrefix: prefix !== undefined && prefix !== '' }
}

function compare(a: TaggedVersion | null, b: TaggedVersion | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  return (
    Number(a.isWhole) - Number(b.isWhole) ||
    Number(b.hasPrefix) - Number(a.hasPrefix) ||
    semver.compare(a.version, b.version) ||
    // semver does not order build numbers, but people expect b10 to be above b5.
    a.version.build.join('.').localeCompare(b.version.build.join('.'), 'en', { numeric: true })
  )
}
