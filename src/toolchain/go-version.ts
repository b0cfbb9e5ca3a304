import semver from 'semver'

const GO_VERSION = /^(?:go)?(\d+)\.(\d+)(?:\.(\d+))?(?:(alpha|beta|rc)(\d+))?(?:[-+].*)?$/

/**
 * Converts Go's own spelling to semver: `go1.26.8` is 1.26.8, `1.21rc2` is 1.21.0-rc.2, `go1.20` is 1.20.0, a vendor's
 * `go1.26.8-suffix` is 1.26.8; `null` for anything else. https://go.dev/doc/toolchain#version
 */
export function semverOfGo(version: string): string | null {
  const match = GO_VERSION.exec(version.trim())
  if (match === null) return null
  const [, major, minor, patch = '0', kind, count] = match
  return semver.valid(`${major}.${minor}.${patch}${kind === undefined ? '' : `-${kind}.${count}`}`)
}

/**
 * Converts semver to Go's spelling: 1.26.8 is `go1.26.8`, 1.21.0-rc.2 is `go1.21rc2`, 1.20.0 is `go1.20` (Go writes the
 * `.0` since 1.21).
 */
export function goOfSemver(version: string): string {
  const { major, minor, patch, prerelease } = new semver.SemVer(version)
  const short = patch === 0 && (prerelease.length > 0 || semver.lt(`${major}.${minor}.0`, '1.21.0'))
  return `go${major}.${minor}${short ? '' : `.${patch}`}${prerelease.join('')}`
}

/**
 * The minimum that `go 1.26` in a go.mod requires, as semver. A version without a patch is the version of the language,
 * which the release candidates of that minor version support too. https://go.dev/ref/mod#go-mod-file-go
 */
export function minimumOfDirective(version: string): string | null {
  const parsed = semverOfGo(version)
  return parsed !== null && /^(?:go)?\d+\.\d+$/.test(version.trim()) ? `${parsed}-0` : parsed
}
