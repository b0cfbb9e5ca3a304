import semver from 'semver'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import { semverOfGo } from './go-version.ts'

/** Which versions of Go are suitable. Versions and ranges are semver. */
export type Wanted =
  | { readonly kind: 'any' }
  /** An exact version is a range that contains one version. */
  | { readonly kind: 'range'; readonly range: string }
  | { readonly kind: 'minimum'; readonly version: string }
  /**
   * The newest release, or the newest one of the previous minor version. Only a list of releases shows which one that
   * is.
   */
  | { readonly kind: 'channel'; readonly channel: 'stable' | 'oldstable' }

export interface GoRequest {
  readonly wanted: Wanted
  /** The source and the content of the request: `go.mod says 1.26.0 or newer`. */
  readonly why: string
  /** The same in parts; `null` where no version is asked for. */
  readonly asked: Asked | null
}

export interface Asked {
  /** `1.26.8`, `1.26.0 or newer` */
  readonly version: string
  /** `go-version`, `go.mod` */
  readonly from: string
}

export interface KnownRelease {
  /** Semver. */
  readonly version: string
  readonly stable: boolean
}

/** Reads a version as users write it: `1.26.8`, `1.26`, `1.26.x`, `1.27rc1`, `>=1.25 <1.27`, `stable`, `oldstable`. */
export function parseWanted(text: string): Parsed<Wanted> {
  const asked = text.trim()
  if (asked === 'stable' || asked === 'oldstable') return parsed({ kind: 'channel', channel: asked })
  const spelt = asked.replace(
    /(?:\bgo)?(\d+\.\d+(?:\.\d+)?(?:alpha|beta|rc)\d+)\b/g,
    whole => semverOfGo(whole) ?? whole,
  )
  const range = /\d/.test(spelt) ? semver.validRange(spelt.replace(/^go(?=\d)/, '')) : null
  if (range === null) return problem('is not a Go version; write 1.26.8, 1.26, >=1.25, stable or oldstable')
  return parsed({ kind: 'range', range })
}

/**
 * Whether an installed Go is suitable. It is never suitable for `stable`, because nothing here knows which version that
 * is now.
 */
export function satisfies(wanted: Wanted, version: string): boolean {
  switch (wanted.kind) {
    case 'any':
      return true
    case 'range':
      return semver.satisfies(version, wanted.range)
    case 'minimum':
      return semver.gte(version, wanted.version)
    case 'channel':
      return false
  }
}

/** The same as a semver range, for a search in a tool cache; `null` if it takes a list of releases to know. */
export function rangeOf(wanted: Wanted): string | null {
  switch (wanted.kind) {
    case 'any':
      return '*'
    case 'range':
      return wanted.range
    case 'minimum':
      return `>=${wanted.version}`
    case 'channel':
      return null
  }
}

/**
 * The release to download: the newest suitable one. For a minimum, it is the newest release of the same minor version,
 * if there is one.
 */
export function choose<Release extends KnownRelease>(
  wanted: Wanted,
  known: readonly Release[],
): Release | null {
  const newestFirst = [...known].sort((a, b) => semver.rcompare(a.version, b.version))
  const stable = newestFirst.filter(release => release.stable)
  const newest = stable[0]
  switch (wanted.kind) {
    case 'any':
      return newest ?? null
    case 'range':
      return newestFirst.find(({ version }) => semver.satisfies(version, wanted.range)) ?? null
    case 'minimum': {
      const enough = (releases: readonly Release[]) =>
        releases.filter(({ version }) => semver.gte(version, wanted.version))
      const sameMinor = ({ version }: Release) => minorOf(version) === minorOf(wanted.version)
      return (
        enough(stable).find(sameMinor) ?? enough(newestFirst).find(sameMinor) ?? enough(stable)[0] ?? null
      )
    }
    case 'channel': {
      if (wanted.channel === 'stable' || newest === undefined) return newest ?? null
      return stable.find(({ version }) => minorOf(version) !== minorOf(newest.version)) ?? null
    }
  }
}

function minorOf(version: string): string {
  return `${semver.major(version)}.${semver.minor(version)}`
}
