/** A Go toolchain that exists and may be run. */
export interface GoToolchain {
  /** The version that `go version` reports: `go1.26.8`. */
  readonly version: string
  /** Absolute path of its `go`. */
  readonly command: string
  readonly goroot: string
  readonly source: 'tool cache' | 'PATH' | 'download' | 'module proxy'
  /** Why this toolchain was chosen, as a clause: `go.mod says 1.26.0 or newer`. */
  readonly why: string
}
