/** A file of the checkout that says something of how its images are built. */
export interface SourceText {
  /** Relative to the top of the checkout, with `/`. */
  readonly path: string
  readonly text: string
}

/** A main package of the checkout. */
export interface Program {
  /** Relative to the top of the checkout; empty for the top itself. */
  readonly directory: string
  /** The directory of its go.mod, in the same way. */
  readonly module: string
  /** The name that `go build` gives it. */
  readonly name: string
}

export interface GoModule {
  readonly directory: string
  /** The module path that go.mod declares. */
  readonly path: string
}

/** Everything that `bantam init` knows of a checkout. */
export interface Facts {
  readonly programs: readonly Program[]
  readonly modules: readonly GoModule[]
  /** The directories of the modules that a go.work at the top uses; empty where there is none. */
  readonly workspace: readonly string[]
  readonly sources: readonly SourceText[]
  /** The files and directories of the checkout, as far as they were looked at. */
  readonly paths: ReadonlySet<string>
  readonly directories: ReadonlySet<string>
  /** The branch that images are published from. */
  readonly branch: string
  /** `owner/name` at GitHub; `null` where the checkout was not cloned from there. */
  readonly repository: string | null
  /** What could not be read. */
  readonly notes: readonly Note[]
}

/** Something that is not carried over into the files that are written, or not as it was. */
export interface Note {
  /** A file, with its line where that is known. */
  readonly where: string
  readonly what: string
  /** Why, and what to do; without a full stop. */
  readonly why: string
}
