import type { Platform } from '../declare/platform.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { ImageFile } from '../image/file-system.ts'
import type { LayerChange } from '../image/layer-change.ts'
import type { FoundConfig } from '../image/read-config.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'

/** Something that can be weighed. */
export type Subject = BinarySubject | ImageSubject | WeighInSubject

export interface BinarySubject {
  readonly kind: 'binary'
  /** The file's own name. */
  readonly name: string
  /** Absolute. Its first bytes are ELF's; nothing else of it was read. */
  readonly file: string
  readonly bytes: number
}

export interface WeighInSubject {
  readonly kind: 'weigh-in'
  readonly name: string
  readonly weighIn: WeighIn
}

export interface ImageSubject {
  readonly kind: 'image'
  /** As it was asked for: `ghcr.io/o/x:v1`, `.bantam/proxy`. */
  readonly name: string
  /** Of the manifest or index it begins with; `null` where none was kept, as in Docker's archives. */
  readonly digest: Digest | null
  readonly platforms: readonly PlatformImage[]
  /** Platforms that are there too and were not asked for. */
  readonly others: readonly Platform[]
}

/** One platform's image, everything in it verified against its digests. */
export interface PlatformImage {
  readonly platform: Platform
  /** `null` where no manifest was kept. */
  readonly manifestDigest: Digest | null
  readonly configDigest: Digest
  /** Of the manifest. */
  readonly annotations: Readonly<Record<string, string>>
  readonly config: FoundConfig
  /** What a pull transfers: manifest, config and each layer once; `null` where no manifest was kept. Bytes. */
  readonly downloadSize: number | null
  /** Sum of the regular files' bytes in all layers: what a node stores. */
  readonly imageSize: number
  /** Of `imageSize`, what later layers replace or delete: `files` sum to the rest. */
  readonly hiddenSize: number
  readonly layers: readonly SubjectLayer[]
  /** The final file system's regular files, in byte order of their paths. */
  readonly files: readonly ImageFile[]
  /** Those of `files` that are executable ELF programs, each once. */
  readonly programs: readonly Program[]
}

export interface SubjectLayer {
  /** Of the layer as it is stored; in Docker's archives that is mostly the tar itself. */
  readonly digest: Digest
  readonly diffId: Digest
  /** Bytes as stored. */
  readonly size: number
  /** In the order of the tar. */
  readonly entries: readonly LayerChange[]
}

export interface Program {
  /** In the image. */
  readonly path: string
  readonly bytes: number
  readonly mode: number
  /** Index into `layers`. */
  readonly layer: number
  /** A copy in the run's temporary directory; `null`: it is larger than what is kept. */
  readonly file: string | null
}
