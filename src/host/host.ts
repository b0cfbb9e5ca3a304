import type { Log } from './log.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The environment of a run: a runner's job step, or a terminal. An entry point makes it once and passes it down; it
 * never changes. A part of a run may get one with another directory or with `stop`.
 */
export interface Host {
  readonly surface: 'action' | 'terminal'
  /** Absolute path. */
  readonly cwd: string
  readonly env: Environment
  readonly log: Log
  /** A directory that belongs to this run. It is removed when the run ends, even after an error or a signal. */
  readonly temporary: string
  /** Absolute path where packed binaries and proofs are kept between runs. It may not exist yet. */
  readonly kept: string
  /** Aborts when the work of this part of the run is of no use any more (`withSideWork`). */
  readonly stop?: AbortSignal | undefined
  /** How many processes may run at the same time. */
  readonly cores: number
}
