/** What `go version -m` prints. https://pkg.go.dev/debug/buildinfo */
export interface BuildInfo {
  /** `go1.26.8` */
  readonly goVersion: string
  /** The main package's import path. */
  readonly path: string | null
  readonly main: Module | null
  readonly dependencies: readonly Module[]
  /** `-buildmode`, `CGO_ENABLED`, `GOARCH`, `vcs.revision` … */
  readonly settings: Readonly<Record<string, string>>
}

export interface Module {
  readonly path: string
  readonly version: string
  readonly sum: string | null
  readonly replacedBy: { readonly path: string; readonly version: string } | null
}
