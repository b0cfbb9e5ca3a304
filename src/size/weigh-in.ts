import type { Metric } from '../declare/budget.ts'
import type { Needs } from '../binary/needs.ts'
import type { Digest } from '../image/blob.ts'
import type { PackReport, Price, ProofReport } from '../pack/outcome.ts'

/** The value that reports one run; `schema/weigh-in.json` is its published schema. Sizes are bytes. */
export interface WeighIn {
  readonly schemaVersion: 1
  readonly bantam: string
  readonly revision: string | null
  readonly images: readonly ImageWeight[]
  readonly stages: readonly StageTime[]
}

export interface ImageWeight {
  readonly name: string
  /** What it was published as; empty when nothing was. */
  readonly references: readonly string[]
  /** Of the manifest, or of the index where there are several platforms. */
  readonly digest: Digest
  readonly published: boolean
  readonly budget: Verdict
  readonly platforms: readonly PlatformWeight[]
}

/** What the gate says. `unmeasured` fails: never a silent pass. */
export type BudgetStatus = 'within' | 'over' | 'unmeasured' | 'none'

export interface Verdict {
  readonly status: BudgetStatus
  /** `on-over-budget`, when it let a breach through. */
  readonly allowed: boolean
  readonly limits: readonly LimitVerdict[]
}

export interface LimitVerdict {
  readonly metric: Metric
  readonly platform: string
  readonly limit: number
  /** `null` where it could not be measured. */
  readonly actual: number | null
  readonly status: 'within' | 'over' | 'unmeasured'
}

export interface PlatformWeight {
  readonly platform: string
  readonly digest: Digest
  readonly sizes: Sizes
  readonly settings: Settings
  readonly binaries: readonly BinaryWeight[]
  readonly layers: readonly { readonly digest: Digest; readonly size: number; readonly what: string }[]
  /** The files as shipped; sums to `imageSize`. */
  readonly breakdown: Breakdown
  readonly smokeTest: SmokeTestReport
}

export interface SmokeTestReport {
  readonly status: 'passed' | 'not asked'
  /** What was seen, a clause each: `8080/healthz answered 404`. */
  readonly seen: readonly string[]
}

export interface Sizes {
  /** Sum of the regular files' bytes. */
  readonly imageSize: number
  /** Sum of config, layers and manifest: what a pull transfers. */
  readonly downloadSize: number
}

/** What the digest is a function of, besides the source. */
export interface Settings {
  readonly go: string | null
  readonly goSource: string | null
  readonly packer: string | null
  readonly ldflags: string
  readonly buildTags: readonly string[]
  readonly buildFlags: readonly string[]
  readonly cgo: 'off' | 'static'
  readonly certificates: string
  readonly timezones: string
  readonly layerCompression: 'gzip' | 'zstd'
}

export interface BinaryWeight {
  readonly name: string
  readonly path: string
  readonly linkedSize: number
  readonly shippedSize: number
  readonly pack: PackReport
  readonly proof: ProofReport
  readonly price: Price | null
  readonly needs: Needs | null
}

/** A tree whose every node's `bytes` is the sum of its children's. */
export interface Breakdown {
  readonly name: string
  readonly kind: BreakdownKind
  readonly bytes: number
  readonly children?: readonly Breakdown[]
}

export type BreakdownKind = 'image' | 'file' | 'binary'

/** Times stay in the report, and out of what is attached to an image. */
export interface StageTime {
  readonly stage:
    'resolve' | 'compile' | 'read' | 'pack' | 'prove' | 'assemble' | 'weigh' | 'smoke test' | 'publish'
  readonly image: string
  readonly platform: string
  readonly ms: number
}
