/** A Go toolchain that is there and may be run. */
export interface GoToolchain {
  /** As `go version` says it: `go1.26.8`. */
  readonly version: string
  /** Absolute path of its `go`. */
  readonly command: string
  readonly goroot: string
  readonly source: 'tool cache' | 'PATH' | 'download' | 'module proxy'
  /** Why this one, as a clause: `go.mod says 1.26.0 or newer`. */
  readonly why: string
}
