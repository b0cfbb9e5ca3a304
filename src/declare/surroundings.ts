/** Where the inputs were given: what a default may depend on. Gathered by `host/`, read by `declare/`. */
export interface Surroundings {
  readonly surface: 'action' | 'terminal'
  /** Absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** GITHUB_EVENT_NAME in a workflow, else `null`. */
  readonly event: string | null
  /** The pull request's number, where the event is about one. */
  readonly pullRequest: number | null
  readonly repository: Repository
}

/** What git says of the checkout; every field is `null` where git does not know. */
export interface Repository {
  readonly commit: string | null
  /** The commit's time, seconds since 1970. */
  readonly committedAt: number | null
  /** The tag that points at the commit (the one that triggered the workflow, if one did). */
  readonly tag: string | null
  readonly branch: string | null
  /** `https://github.com/o/r`, for `org.opencontainers.image.source`. */
  readonly source: string | null
}
