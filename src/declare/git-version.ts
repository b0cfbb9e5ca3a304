/** The parts of a version as a tag writes them; `null` for a part that is not written. */
export interface GitVersion {
  readonly major: string
  readonly minor: string | null
  readonly patch: string | null
  /** Empty for a release. */
  readonly prerelease: string
}

const VERSION = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/

/** Reads `v1.4.0`, `1.4`, `v2.0.0-rc.1+build`; `null` for a tag that is not a version. */
export function readVersion(tag: string): GitVersion | null {
  const match = VERSION.exec(tag)
  if (match === null) return null
  const [, major = '', minor = null, patch = null, prerelease = ''] = match
  return { major, minor, patch, prerelease }
}

/** `v1.2.3` is version 1.2.3; a tag that is no version stays as it is. */
export function versionOf(tag: string): string {
  return /^v\d/.test(tag) ? tag.slice(1) : tag
}

/** What stands before the version in `svc/v1.4.0`; `null` where there is no version, or nothing before it. */
export function prefixIn(tag: string): string | null {
  const prefix = /^(.*[-_/@])v?\d+(?:\.\d+)*(?:[-+][0-9A-Za-z.+-]+)?$/.exec(tag)?.[1]
  return prefix ?? null
}
