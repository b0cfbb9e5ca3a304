/**
 * Go's zones in one file, where a Go installation has them: below $GOROOT they serve both `time.LoadLocation` and `TZ`, while
 * $ZONEINFO serves only the former. -trimpath leaves a binary's own GOROOT empty. https://go.dev/src/time/zoneinfo_unix.go
 */
export const ZONES_PATH = '/usr/local/go/lib/time/zoneinfo.zip'

export const ZONES_ENV: Readonly<Record<string, string>> = { GOROOT: '/usr/local/go' }

/** Where every C library looks for a zone by its name, and Go before its own zip. */
export const ZONE_FILES_PATH = '/usr/share/zoneinfo'

/** One zone, as a C library reads it: a TZif file. https://www.rfc-editor.org/rfc/rfc9636 */
export interface ZoneFile {
  /** `Europe/Berlin` */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a `TZ` asks the image for. https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_03 */
export type ZoneWish =
  /** UTC, which every program knows. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'zone'; readonly name: string }
  /** `CET-1CEST`: a rule, unless a zone has this name, such as `EST5EDT`. C libraries read rules, Go does not. */
  | { readonly kind: 'zone or rule'; readonly name: string }
  /** An absolute path: that of a zone below `ZONE_FILES_PATH`, or of a file of the user's. */
  | { readonly kind: 'file'; readonly path: string }

export function readZoneWish(tz: string): ZoneWish {
  const name = tz.replace(/^:/, '')
  if (name === '' || name === 'UTC') return { kind: 'nothing' }
  if (name.startsWith(`${ZONE_FILES_PATH}/`))
    return { kind: 'zone', name: name.slice(ZONE_FILES_PATH.length + 1) }
  if (name.startsWith('/')) return { kind: 'file', path: name }
  return { kind: /^(?:[A-Za-z]{3,}|<[\w+-]{3,}>)[+-]?\d/.test(name) ? 'zone or rule' : 'zone', name }
}
