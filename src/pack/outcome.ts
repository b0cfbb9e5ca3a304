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

export type PackReport =
  | { readonly status: 'packed'; readonly packer: string; readonly reason: null; readonly kept: boolean }
  | { readonly status: 'unpacked'; readonly packer: string | null; readonly reason: string }

export interface ProofReport {
  readonly status: 'proven' | 'failed' | 'not run'
  /** A clause; `null` when proven in full. Under an emulator, that the memory was not compared. */
  readonly reason: string | null
  readonly isolation: Isolation | null
  /** How many environment variables the hand-over was seen with. */
  readonly environments: readonly number[]
}

/**
 * `namespaces`: of every kind, with a read-only root that holds the program alone, no network but its own loopback, no
 * capability, uid 65532. `process`: only an empty environment and directory.
 */
export type Isolation = 'namespaces' | 'process'

/**
 * What packing costs where the service runs: processor time until the Go runtime has taken over (user and system, in
 * milliseconds, the least of several runs), which a busy machine does not change; and private bytes there.
 */
export interface Price {
  readonly processorMs: { readonly linked: number; readonly shipped: number }
  readonly memory: { readonly linked: number; readonly shipped: number }
}
