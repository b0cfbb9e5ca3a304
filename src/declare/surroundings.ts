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
  readonly base: Base
}

/** Where this change starts. */
export interface Base {
  readonly commit: BaseCommit
  /** The branch that a pull request goes into, or that is pushed to; `null` where the event is about none, and on a terminal. */
  readonly branch: string | null
}

/** The clone may lack the commit: checkouts are shallow. */
export type BaseCommit =
  | { readonly status: 'known'; readonly commit: string }
  /** `none` is positively so: the first push of a branch, an event about no change. `why` is a clause. */
  | { readonly status: 'none' | 'unknown'; readonly why: string }

/** What git says of the checkout; every field is `null` where git does not know. */
export interface Repository {
  readonly commit: string | null
  /** The commit's time, seconds since 1970. */
  readonly committedAt: number | null
  /** In a workflow the tag that it runs on; on a terminal the highest version among the tags of the commit. */
  readonly tag: string | null
  /** GITHUB_REF: what a workflow runs on, `refs/heads/main`. `null` on a terminal. */
  readonly ref: string | null
  /** Why git does not read the checkout, and what to do, as a clause; `null` where it does, or where there is none. */
  readonly refused: string | null
  readonly branch: string | null
  /** `https://github.com/o/r`, for `org.opencontainers.image.source`. */
  readonly source: string | null
}
