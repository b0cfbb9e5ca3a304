import type { Isolation } from './isolation.ts'

/** The result of proving one packed binary. */
export interface ProofReport {
  readonly status: 'proven' | 'failed' | 'not run'
  /** A clause; `null` if it was proven in full. Under an emulator, it says that the memory was not compared. */
  readonly reason: string | null
  readonly isolation: Isolation | null
  /** The numbers of environment variables with which the hand-over was observed. */
  readonly environments: readonly number[]
}
