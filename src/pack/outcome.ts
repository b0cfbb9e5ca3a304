import type { PackReport } from '../weigh-in/pack-report.ts'
import type { Price } from '../weigh-in/price.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'

/** A binary that is being packed and proven. Both promises settle whether or not they are awaited. */
export interface BegunPacking {
  /** What the packer made, or why it made nothing. The proof may still refuse it. */
  readonly packed: Promise<Packed>
  /** What ships, once it is proven. */
  readonly outcome: Promise<PackOutcome>
}

/** The result of packing, before anything is proven. */
export interface Packed {
  readonly pack: PackReport
  /** Bytes of the file. */
  readonly size: number
  readonly packMs: number
}

/** The result of packing and proving one binary. */
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
