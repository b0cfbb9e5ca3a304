/** A package whose cgo files are left out because cgo is off, while its other files are compiled instead. */
export interface CgoStandIn {
  readonly importPath: string
  /** Names of the files that are left out. */
  readonly leftOut: readonly string[]
  /** What the files that stand in say of cgo, in a string of theirs: `go-sqlite3 requires cgo to work. This is a stub`. */
  readonly says: string | null
  /** It compiles, and every use of it fails. */
  readonly isStub: boolean
}
