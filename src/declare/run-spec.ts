import type { Clause } from '../clause.ts'

/** How the run itself behaves, whatever image it makes. */
export interface RunSpec {
  /** Absolute path of the weigh-in to write; `null` writes none. */
  readonly report: string | null
  /** Absolute path of the SBOM of each platform, in the order of the platforms; empty: none is written. */
  readonly sboms: readonly string[]
  /** Whether the workflow's cache is used. */
  readonly cache: boolean
  /**
   * The branch that was pushed to, whose weigh-in later runs can be compared with; `null` if the run is not for a
   * branch.
   */
  readonly branch: string | null
  readonly summary: boolean
  /** Why the image is pushed or not, as the log says it; `null` where it need not be said. */
  readonly pushReason: Clause | null
  /** `null` if there is no pull request, or the user does not want a comment. */
  readonly comment: PullRequestComment | null
}

/** How comments are written, and when. */
export interface CommentSpec {
  /** Empty where there is none. */
  readonly token: string
  /** `owner/name` */
  readonly repository: string
  /** `https://api.github.com`, or `https://<server>/api/v3` */
  readonly apiUrl: string
  /** If nothing changed beyond noise, an existing comment is updated and no new one is created. */
  readonly silentWhenUnchanged: boolean
}

export interface PullRequestComment extends CommentSpec {
  readonly pullRequest: number
}
