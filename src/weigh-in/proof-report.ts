import type { Isolation } from './isolation.ts'

/** What the proof of one packed binary showed. */
export interface ProofReport {
  readonly status: 'proven' | 'failed' | 'not run'
  /** A clause; `null` when proven in full. Under an emulator, that the memory was not compared. */
  readonly reason: string | null
  readonly isolation: Isolation | null
  /** How many environment variables the hand-over was seen with. */
  readonly environments: readonly number[]
}
