/**
 * The path of Go's zones, one file at the place of a Go installation. Below $GOROOT it serves both `time.LoadLocation`
 * and `TZ`; $ZONEINFO would serve only the former. A binary built with -trimpath has no GOROOT of its own.
 * https://go.dev/src/time/zoneinfo_unix.go
 */
export const ZONES_PATH = '/usr/local/go/lib/time/zoneinfo.zip'

export const ZONES_ENV: Readonly<Record<string, string>> = { GOROOT: '/usr/local/go' }

/** The directory where every C library looks for zones by name, and Go before it tries its own zip. */
export const ZONE_FILES_PATH = '/usr/share/zoneinfo'

/** One zone as a TZif file, the format that C libraries read. https://www.rfc-editor.org/rfc/rfc9636 */
export interface ZoneFile {
  /** `Europe/Berlin` */
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * What the image must contain for a value of `TZ`.
 * https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/V1_chap08.html#tag_08_03
 */
export type ZoneWish =
  /** UTC, which every program knows without files. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'zone'; readonly name: string }
  /**
   * `CET-1CEST`: a rule, unless there is a zone with this name, such as `EST5EDT`. C libraries read rules; Go does not.
   */
  | { readonly kind: 'zone or rule'; readonly name: string }
  /** An absolute path: a zone below `ZONE_FILES_PATH`, or a file that the user provides. */
  | { readonly kind: 'file'; readonly path: string }

export function readZoneWish(tz: string): ZoneWish {
  const name = tz.replace(/^:/, '')
  if (name === '' || name === 'UTC') return { kind: 'nothing' }
  if (name.startsWith(`${ZONE_FILES_PATH}/`))
    return { kind: 'zone', name: name.slice(ZONE_FILES_PATH.length + 1) }
  if (name.startsWith('/')) return { kind: 'file', path: name }
  return { kind: /^(?:[A-Za-z]{3,}|<[\w+-]{3,}>)[+-]?\d/.test(name) ? 'zone or rule' : 'zone', name }
}
