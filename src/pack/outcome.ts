import type { PackReport } from '../weigh-in/pack-report.ts'
import type { Price } from '../weigh-in/price.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'

/** A binary on its way into the image. Both promises settle by themselves. */
export interface BegunPacking {
  /** What the packer gave, or why it gave nothing. The proof may still refuse it. */
  readonly packed: Promise<Packed>
  /** What ships, once that is proven. */
  readonly outcome: Promise<PackOutcome>
}

/** What packing came to before anything is proven. */
export interface Packed {
  readonly pack: PackReport
  /** Bytes of the file. */
  readonly size: number
  readonly packMs: number
}

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
