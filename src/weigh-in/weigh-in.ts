import type { Breakdown } from './breakdown.ts'
import type { Needs } from './needs.ts'
import type { Digest } from './digest.ts'
import type { Growth } from './growth.ts'
import type { PackReport } from './pack-report.ts'
import type { Price } from './price.ts'
import type { ProofReport } from './proof-report.ts'
import type { Verdict } from './verdict.ts'

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

/** Times stay in the report, and out of what is attached to an image. */
export interface StageTime {
  readonly stage: 'resolve' | 'compile' | 'read' | 'pack' | 'prove' | 'assemble' | 'smoke test' | 'publish'
  readonly image: string
  readonly platform: string
  readonly ms: number
}
