import type { PackReport } from '../weigh-in/pack-report.ts'
import type { Price } from '../weigh-in/price.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'

/** What packing came to, for one binary. */
export interface PackOutcome {
  /** The shipped binary: absolute path. */
  readonly shipped: string
  readonly pack: PackReport
  readonly proof: ProofReport
  readonly price: Price | null
  /** Milliseconds that packing and proving took; 0 where there was nothing to do. */
  readonly packMs: number
  readonly proveMs: number
}
