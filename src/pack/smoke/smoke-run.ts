import type { User } from '../../declare/spec.ts'

/** One run of the assembled file system, as the supervisor inside the namespaces is asked for it. */
export interface SmokeRun {
  /** Whether the supervisor's root is the machine's, or that of a user namespace, which holds one user only. */
  readonly way: 'root' | 'user'
  /** Holds the file system. */
  readonly files: string
  /** An empty directory to mount it at. */
  readonly root: string
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly user: User
  readonly workdir: string
  /** What must answer; `null`: the program must end. */
  readonly http: { readonly port: number; readonly path: string } | null
  readonly limitMs: number
}

/** What the supervisor saw. `output` is the end of what the program printed on both streams, as it came. */
export type SmokeOutcome =
  | {
      readonly kind: 'ended'
      readonly exitCode: number | null
      readonly signal: string | null
      readonly output: string
    }
  | { readonly kind: 'answered'; readonly status: number; readonly output: string }
  /** `last`: how the last probe went, as a clause; `null` where nothing was probed. */
  | { readonly kind: 'time limit'; readonly last: string | null; readonly output: string }
  | { readonly kind: 'not set up'; readonly reason: string }
