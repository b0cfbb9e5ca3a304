import type { Breakdown } from './breakdown.ts'
import type { Needs } from './needs.ts'
import type { Digest } from './digest.ts'
import type { Growth } from './growth.ts'
import type { PackReport } from './pack-report.ts'
import type { Price } from './price.ts'
import type { ProofReport } from './proof-report.ts'
import type { Verdict } from './verdict.ts'

/** The report of one run. `schema/weigh-in.json` is its published schema. Sizes are bytes. */
export interface WeighIn {
  readonly schemaVersion: 2
  readonly bantam: string
  readonly revision: string | null
  /** What the run was asked for; absent without a file of images. */
  readonly asked?: AskedImages
  readonly images: readonly ImageWeight[]
  /** Of several images, those that failed; absent if none did. One that failed while it was published is in `images` too. */
  readonly failed?: readonly FailedImage[]
  readonly stages: readonly StageTime[]
}

/** The images of a bantam.yaml that a run was asked for, whether or not it could build them. */
export interface AskedImages {
  /** The file's path. */
  readonly file: string
  /** Keys in the file. */
  readonly images: readonly string[]
}

/** An image of a run for several that could not be made or not be published. */
export interface FailedImage {
  readonly name: string
  /** The code of the failure, or `defect`. */
  readonly code: string
  /** A sentence. */
  readonly message: string
}

export interface ImageWeight {
  readonly name: string
  /**
   * The references it was published as; with a digest where a repository has no tag for it. Empty if nothing was
   * published.
   */
  readonly references: readonly string[]
  /** The references it could not be published as; absent if there are none. */
  readonly missing?: readonly NotPublished[]
  /**
   * The digest of the manifest, or of the index if there are several platforms. For subjects of `weigh` without a
   * manifest: of the config of an archive (Docker's image ID), or of the file of a binary.
   */
  readonly digest: Digest
  readonly published: boolean
  readonly budget: Verdict
  /** The baseline that it is compared with; `null` if none was requested. */
  readonly baseline: BaselineReport | null
  readonly platforms: readonly PlatformWeight[]
}

/** A reference that was not published for the image, and the reason: a clause. */
export interface NotPublished {
  readonly reference: string
  readonly reason: string
}

/**
 * The baseline that was compared with. `none` means that there certainly is none (a first run, a 404), so limits on
 * growth pass. A `reason` with another kind says why that baseline could not be read; limits on growth are then
 * unmeasured.
 */
export interface BaselineReport {
  readonly kind: 'image' | 'cache' | 'file' | 'build' | 'none'
  readonly reference: string | null
  readonly revision: string | null
  readonly digest: Digest | null
  /** The commit that the change starts from, if the baseline is of another or an unknown commit. */
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
  /** Other executables, which Go did not build or which could not be read, so that the report covers every program. */
  readonly otherPrograms?: readonly OtherProgram[]
  /** Files that give capabilities to whoever starts them; absent if there are none. */
  readonly capabilities?: readonly FileCapabilities[]
  readonly layers: readonly { readonly digest: Digest; readonly size: number; readonly what: string }[]
  /** The files as shipped; adds up to `imageSize`. */
  readonly breakdown: Breakdown
  /** Growth over the baseline; `null` without one. */
  readonly growth: Growth | null
  readonly smokeTest: SmokeTestReport
}

export interface FileCapabilities {
  /** The path in the image. */
  readonly path: string
  /** As getcap shows them: `cap_net_bind_service=ep`. */
  readonly capabilities: string
}

export interface SmokeTestReport {
  /** `not run`: of an image for several platforms, this machine cannot run this one. */
  readonly status: 'passed' | 'not asked' | 'not run'
  /** The observations, a clause each: `8080/healthz answered 404`; why it was not run. */
  readonly seen: readonly string[]
}

export interface Sizes {
  /** Sum of the regular files' bytes. */
  readonly imageSize: number
  /**
   * Sum of config, layers and manifest, which a pull transfers. `null` without a manifest: for a single binary and for
   * Docker's archives.
   */
  readonly downloadSize: number | null
}

/**
 * The inputs that determine the digest, besides the source. `null` means unknown, which happens for subjects of
 * `weigh`.
 */
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
  /** The base image; absent on `scratch`, and where nothing says. */
  readonly base?: BaseSetting
}

export interface BaseSetting {
  /** `docker.io/library/alpine:3.22`, `./base`; `null` if only its digest is known. */
  readonly name: string | null
  /** Of its manifest for the platform. */
  readonly digest: Digest
}

export interface BinaryWeight {
  readonly name: string
  /** The path in the image. */
  readonly path: string
  /** The main package's import path, if Go built the binary and the path is known. */
  readonly main?: string
  readonly linkedSize: number
  readonly shippedSize: number
  readonly pack: PackReport
  readonly proof: ProofReport
  readonly price: Price | null
  readonly needs: Needs | null
  /** Whether it came with `files` or with the base, so that it is neither packed nor proven. */
  readonly fromFiles?: boolean
  /** Why its modules and packages are unknown, a clause. Limits on modules and packages are then unmeasured. */
  readonly unread?: string
  /**
   * Paths of the modules it was built from, according to its build info. They include modules without a byte in the
   * binary.
   */
  readonly modules?: readonly string[]
  /** The linked binary down to its packages; `null` if it could not be read, so that its linked size is unknown. */
  readonly breakdown: Breakdown | null
}

export interface OtherProgram {
  /** The path in the image. */
  readonly path: string
  readonly bytes: number
  /** Why it was not read, a clause; its content is unknown. `null`: the program was not built by Go. */
  readonly unread: string | null
}

/** The time of one stage. Times stay in the report and are not attached to an image. */
export interface StageTime {
  readonly stage: 'resolve' | 'compile' | 'read' | 'pack' | 'prove' | 'assemble' | 'smoke test' | 'publish'
  readonly image: string
  readonly platform: string
  readonly ms: number
}
