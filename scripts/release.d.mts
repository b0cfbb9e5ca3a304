/** One version of CHANGELOG.md. */
export interface ChangelogVersion {
  readonly version: string
  /** `null`: it is not released yet. */
  readonly date: string | null
  readonly notes: string
}
/** What names the version, as it is read. */
export interface Versions {
  readonly manifest: { readonly version: string }
  readonly lock: {
    readonly version?: string
    readonly packages?: Readonly<Record<string, { readonly version?: string }>>
  }
  readonly source: string
  readonly changelog: string
}
export function readChangelog(text: string): readonly ChangelogVersion[]
export function problems(versions: Versions, tag?: string | null): readonly string[]
export function releaseOf(version: string): {
  readonly version: string
  readonly prerelease: boolean
  readonly major: string
}
export function readVersions(): Versions
