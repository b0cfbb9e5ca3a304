/** The environment of the inputs, which defaults can depend on. `host/` collects it and `declare/` reads it. */
export interface Surroundings {
  readonly surface: 'action' | 'terminal'
  /** Absolute. */
  readonly cwd: string
  /** Where the working directory is, from the top of its checkout; left out at the top, and without a checkout. */
  readonly within?: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** GITHUB_EVENT_NAME in a workflow, else `null`. */
  readonly event: string | null
  /** The pull request's number, where the event is about one. */
  readonly pullRequest: number | null
  readonly repository: Repository
  readonly base: ChangeStart
}

/** The point where this change starts. */
export interface ChangeStart {
  readonly commit: BaseCommit
  /**
   * The target branch of a pull request, or the branch that is pushed to; `null` for events without a branch, and on a
   * terminal.
   */
  readonly branch: string | null
}

/** The clone may not contain the commit, because checkouts are shallow. */
export type BaseCommit =
  | { readonly status: 'known'; readonly commit: string }
  /**
   * `none` means that there certainly is none: the first push of a branch, or an event without a change. `why` is a
   * clause.
   */
  | { readonly status: 'none' | 'unknown'; readonly why: string }

/** The nearest tag before a commit. */
export type Described =
  /** `v1.4.0-3-g0123456`, without the prefix. It has the number and the commit also for the tag's own commit. */
  | { readonly status: 'described'; readonly text: string }
  | { readonly status: 'no tag' }
  /** The clone is shallow, so that a tag may lie beyond what it has. */
  | { readonly status: 'cut off' }

/** What git reports about the checkout. A field is `null` if git does not know it. */
export interface Repository {
  readonly commit: string | null
  /** The commit's time, seconds since 1970. */
  readonly committedAt: number | null
  /**
   * In a workflow the tag that it runs on; on a terminal the highest version among the tags of the commit. Only tags with
   * `tagPrefix` count, and it is left out here.
   */
  readonly tag: string | null
  /** What every tag that counts begins with; empty where all count. */
  readonly tagPrefix: string
  /** What `git describe` says, where a template asks for it. */
  readonly described: Described
  /** GITHUB_REF: what a workflow runs on, `refs/heads/main`. `null` on a terminal. */
  readonly ref: string | null
  /**
   * Why git refuses to read the checkout and what to do, as a clause; `null` if it reads it, or there is no checkout.
   */
  readonly refused: string | null
  readonly branch: string | null
  /** `https://github.com/o/r`, for `org.opencontainers.image.source`. */
  readonly source: string | null
}
