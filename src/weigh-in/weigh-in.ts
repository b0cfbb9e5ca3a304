import type { Needs } from '../binary/needs.ts'
import type { Digest } from '../image/blob.ts'
import type { Growth } from '../size/growth.ts'
import type { PackReport } from './pack-report.ts'
import type { Price } from './price.ts'
import type { ProofReport } from './proof-report.ts'

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
  /** What it was published as, with its digest where a repository has it without a tag; empty when nothing was. */
  readonly references: readonly string[]
  /** What it should have been published as too; left out where nothing is missing. */
  readonly missing?: readonly NotPublished[]
  /**
   * Of the manifest, or of the index where there are several platforms. Of what `weigh` found without one: of the config
   * (Docker's image ID) of an archive, of the file of a binary.
   */
  readonly digest: Digest
  readonly published: boolean
  readonly budget: Verdict
  /** What it is compared with; `null` where nobody asked for one. */
  readonly baseline: BaselineReport | null
  readonly platforms: readonly PlatformWeight[]
}

/** A reference that does not stand for the image, and why: a clause. */
export interface NotPublished {
  readonly reference: string
  readonly reason: string
}

/** What the gate says. `unmeasured` fails: never a silent pass. */
export type BudgetStatus = 'within' | 'over' | 'unmeasured' | 'none'

export interface Verdict {
  readonly status: BudgetStatus
  /** `on-over-budget`, when it let a breach through. */
  readonly allowed: boolean
  readonly limits: readonly LimitVerdict[]
  /** Limits that the baseline was held against and this one is not, as a budget has them: `image: 3MB`. */
  readonly dropped: readonly string[]
}

export interface LimitVerdict {
  /** What is limited, as a budget has it: `image`, `module golang.org/x/net`. */
  readonly metric: string
  /** By what, as a budget has it: `3 MB`, `+50 kB`, `+2 %`, `+0`. */
  readonly bound: string
  readonly platform: string
  /** Bytes that follow from the bound; `null` for growth where nothing says what it grows from. */
  readonly limit: number | null
  /** `null` where it could not be measured. */
  readonly actual: number | null
  /** Of the baseline; `null` without one. */
  readonly before: number | null
  /** Actual minus before, without padding between segments: what a signed bound is held against. `null` where it cannot be told. */
  readonly growth: number | null
  readonly status: 'within' | 'over' | 'unmeasured'
  /** Over its limit in the baseline already, and not grown since. */
  readonly inherited: boolean
  /** The lower bound that the baseline was held against: `2 MB`. `null` where it was not raised. */
  readonly raisedFrom: string | null
  /** Why it could not be checked, or was not held against anything: a clause. */
  readonly reason: string | null
}

/**
 * What was compared with. `none` is positively none (a first run, a 404): a signed limit passes. A `reason` beside another
 * kind says why that one could not be read: a signed limit is unmeasured.
 */
export interface BaselineReport {
  readonly kind: 'image' | 'cache' | 'file' | 'build' | 'none'
  readonly reference: string | null
  readonly revision: string | null
  readonly digest: Digest | null
  /** The commit that the change starts from, where what was found is of another, or of none that is known. */
  readonly startsFrom?: string
  /** A clause. */
  readonly reason: string | null
}

export interface PlatformWeight {
  readonly platform: string
  readonly digest: Digest
  readonly sizes: Sizes
  readonly settings: Settings
  readonly binaries: readonly BinaryWeight[]
  /** Executables besides these that Go did not build or that could not be read, so that every program is in the report. */
  readonly otherPrograms?: readonly OtherProgram[]
  readonly layers: readonly { readonly digest: Digest; readonly size: number; readonly what: string }[]
  /** The files as shipped; sums to `imageSize`. */
  readonly breakdown: Breakdown
  /** Over the baseline; `null` where there is none. */
  readonly growth: Growth | null
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
  /** Sum of config, layers and manifest: what a pull transfers. `null` where there is no manifest: a binary alone, Docker's archives. */
  readonly downloadSize: number | null
}

/** What the digest is a function of, besides the source. `null`: nobody knows, which is possible of what `weigh` finds. */
export interface Settings {
  readonly go: string | null
  readonly goSource: string | null
  readonly packer: string | null
  readonly ldflags: string | null
  readonly buildTags: readonly string[] | null
  readonly buildFlags: readonly string[] | null
  readonly cgo: 'off' | 'static' | null
  readonly certificates: string | null
  readonly timezones: string | null
  readonly layerCompression: 'gzip' | 'zstd' | null
}

export interface BinaryWeight {
  readonly name: string
  /** In the image. */
  readonly path: string
  /** The main package's import path, where Go built it and it is known. */
  readonly main?: string
  readonly linkedSize: number
  readonly shippedSize: number
  readonly pack: PackReport
  readonly proof: ProofReport
  readonly price: Price | null
  readonly needs: Needs | null
  /** It came with `files`: it is neither packed nor started. */
  readonly brought?: boolean
  /** Why its modules and packages are not known, a clause: a limit on any of them is unmeasured. */
  readonly unread?: string
  /** Paths of the modules it was built from, where its build info says: one of which no byte is left is known by it. */
  readonly modules?: readonly string[]
  /** The linked binary down to its packages; `null` where it could not be read, so that its linked size is not known. */
  readonly breakdown: Breakdown | null
}

export interface OtherProgram {
  /** In the image. */
  readonly path: string
  readonly bytes: number
  /** Why it was not read, a clause: what it has in it is not known. `null`: it is no program of Go. */
  readonly unread: string | null
}

/** A tree whose every node's `bytes` is the sum of its children's. */
export interface Breakdown {
  readonly name: string
  readonly kind: BreakdownKind
  readonly bytes: number
  /** Of a module. */
  readonly version?: string
  readonly children?: readonly Breakdown[]
}

export type BreakdownKind = (typeof BREAKDOWN_KINDS)[number]

/** In the order of the indices that the HTML report's data has. */
export const BREAKDOWN_KINDS = [
  'image',
  'file',
  'binary',
  'main',
  'std',
  'module',
  'package',
  'function',
  'pclntab',
  'types',
  'data',
  'embed',
  'header',
  'unknown',
  'debug',
  'symbols',
] as const

/** Times stay in the report, and out of what is attached to an image. */
export interface StageTime {
  readonly stage: 'resolve' | 'compile' | 'read' | 'pack' | 'prove' | 'assemble' | 'smoke test' | 'publish'
  readonly image: string
  readonly platform: string
  readonly ms: number
}
