import type { Problem } from './problem.ts'

/** What `bantam init` is asked to do. */
export interface InitCommand {
  readonly kind: 'init'
  /** `null`: the current directory. */
  readonly directory: string | null
  /** Whether the files are printed, and nothing is written. */
  readonly stdout: boolean
  /** Whether each image is built once, for its budget. */
  readonly build: boolean
  readonly verbose: boolean
  readonly problems: readonly Problem[]
}
