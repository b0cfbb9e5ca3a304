import type { Log } from './log.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** What a run stands on: a runner's job step, or a terminal. Made once by an entry point, handed down, never changed. */
export interface Host {
  readonly surface: 'action' | 'terminal'
  /** Absolute. */
  readonly cwd: string
  readonly env: Environment
  readonly log: Log
  /** A directory of this run's own, removed when it ends, however it ends. */
  readonly temporary: string
  /** Where things are kept between runs: packed binaries, proofs. Absolute; may not exist yet. */
  readonly kept: string
  /** How many processes may run side by side. */
  readonly cores: number
}
