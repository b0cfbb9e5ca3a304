/** A package of the import graph, as `go list -deps` describes it for one platform and its build tags. */
export interface GraphPackage {
  readonly importPath: string
  /** Path of the module; `null`: the standard library, including Go's own copies of golang.org/x. */
  readonly module: string | null
  /** Whether it belongs to the main module, or to one of the workspace. */
  readonly own: boolean
  /** Import paths; each is in the graph. */
  readonly imports: readonly string[]
  /** Absolute. */
  readonly directory: string
  /** Names of the Go files that count. */
  readonly files: readonly string[]
  /** Names of the Go files that constraints leave out, without tests. */
  readonly ignoredFiles: readonly string[]
}

/** The packages that go into the mains, for one platform. */
export interface PackageGraph {
  /** Import paths of the main packages. */
  readonly roots: readonly string[]
  readonly packages: ReadonlyMap<string, GraphPackage>
  /**
   * What build constraints are true for: the platform, the compiler, `go1.1` and all later versions, the user's build
   * tags.
   */
  readonly tags: ReadonlySet<string>
}
