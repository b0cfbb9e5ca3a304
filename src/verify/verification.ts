import type { Digest } from '../weigh-in/digest.ts'
import type { Reason } from './reason.ts'

/** What came of building an image again. */
export interface Verification {
  /** As the user named it. */
  readonly name: string
  /** Of the manifest or index that the name refers to. */
  readonly digest: Digest
  readonly platforms: readonly PlatformVerification[]
  /** Platforms of the image that were not asked for. */
  readonly others: readonly string[]
}

export interface PlatformVerification {
  readonly platform: string
  /** The commit that it was built from, and built from again. */
  readonly revision: string
  /** Of its manifest. */
  readonly digest: Digest
  /** Of the manifest of the rebuild. */
  readonly rebuilt: Digest
  /** What Go and what packer the rebuild used, as the image says. */
  readonly go: string | null
  readonly packer: string | null
  /** Layers that differ. */
  readonly layers: readonly LayerDifference[]
  /** Fields that differ in the config and the manifest, such as `config.Env`. */
  readonly fields: readonly string[]
  /** Why, as far as it is known. */
  readonly reasons: readonly Reason[]
}

export interface LayerDifference {
  /** What the layer holds: `binaries`; of one that only the image has, its place: `layer 3`. */
  readonly what: string
  /** `null`: the image has no such layer. */
  readonly digest: Digest | null
  /** `null`: the rebuild has no such layer. */
  readonly rebuilt: Digest | null
  /** Files that differ; empty where the same files are written or compressed in another way. */
  readonly files: readonly FileDifference[]
  readonly how: 'files' | 'headers' | 'compression'
}

/** What of a file differs. */
export type Aspect =
  | 'content'
  | 'kind'
  | 'mode'
  | 'owner'
  | 'target'
  | 'capabilities'
  | 'only in the image'
  | 'only in the rebuild'

export interface FileDifference {
  /** Absolute path in the image. */
  readonly path: string
  readonly aspects: readonly Aspect[]
  /** Bytes in the image; `null` if there is no file at this path. */
  readonly bytes: number | null
  readonly rebuiltBytes: number | null
}

export function isSame({ platforms }: Verification): boolean {
  return platforms.every(({ digest, rebuilt }) => digest === rebuilt)
}
