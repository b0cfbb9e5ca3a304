/** A package that loses its cgo files because cgo is off, so that Go compiles its other files instead. */
export interface CgoStandIn {
  readonly importPath: string
  /** Names of the excluded files. */
  readonly leftOut: readonly string[]
  /** A message about cgo in the files that are compiled instead: `go-sqlite3 requires cgo to work. This is a stub`. */
  readonly says: string | null
  /** Whether the package compiles but fails at every use. */
  readonly isStub: boolean
}
