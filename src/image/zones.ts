/**
 * Go's zones in one file, where a Go installation has them: below $GOROOT they serve both `time.LoadLocation` and `TZ`, while
 * $ZONEINFO serves only the former. -trimpath leaves a binary's own GOROOT empty. https://go.dev/src/time/zoneinfo_unix.go
 */
export const ZONES_PATH = '/usr/local/go/lib/time/zoneinfo.zip'

export const ZONES_ENV: Readonly<Record<string, string>> = { GOROOT: '/usr/local/go' }
