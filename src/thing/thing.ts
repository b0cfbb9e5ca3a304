import type { Platform } from '../declare/platform.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { ImageFile } from '../image/file-system.ts'
import type { LayerEntry } from '../image/layer-entry.ts'
import type { FoundConfig } from '../image/read-config.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import type { Parts } from './parts.ts'

/** Something that can be weighed. */
export type WeighedThing = BinaryThing | ImageThing | WeighInThing

export interface BinaryThing {
  readonly kind: 'binary'
  /** The file's own name. */
  readonly name: string
  /** Absolute path. Its first bytes show that it is an ELF file; nothing else of it has been read. */
  readonly file: string
  readonly bytes: number
}

export interface WeighInThing {
  readonly kind: 'weigh-in'
  readonly name: string
  readonly weighIn: WeighIn
}

export interface ImageThing {
  readonly kind: 'image'
  /** The name that the user gave: `ghcr.io/o/x:v1`, `.bantam/proxy`. */
  readonly name: string
  /** The digest of the manifest or index that was read first; `null` if none was kept, as in Docker's archives. */
  readonly digest: Digest | null
  readonly platforms: readonly PlatformImage[]
  /** Other platforms that exist and were not asked for. */
  readonly others: readonly Platform[]
}

/** One platform's image, in which everything was verified against its digest. */
export interface PlatformImage {
  readonly platform: Platform
  /** `null` if no manifest was kept. */
  readonly manifestDigest: Digest | null
  readonly configDigest: Digest
  /** The annotations of the manifest. */
  readonly annotations: Readonly<Record<string, string>>
  readonly config: FoundConfig
  /** Bytes that a pull transfers: manifest, config and each layer once; `null` if no manifest was kept. */
  readonly downloadSize: number | null
  /** Bytes of the regular files in all layers: what a node stores. */
  readonly imageSize: number
  /** The part of `imageSize` that later layers replace or delete. `files` sum to the rest. */
  readonly hiddenSize: number
  readonly layers: readonly ThingLayer[]
  /** The regular files of the final file system, in byte order of their paths. */
  readonly files: readonly ImageFile[]
  /** The files among `files` that are executable ELF programs, each once. */
  readonly programs: readonly Program[]
  /** The image as it is stored, to look at its bytes once more. */
  readonly parts: Parts
}

export interface ThingLayer {
  /** The digest of the layer as it is stored, which in Docker's archives is mostly the tar itself. */
  readonly digest: Digest
  readonly diffId: Digest
  /** Bytes as stored. */
  readonly size: number
  /** In the order of the tar. */
  readonly entries: readonly LayerEntry[]
}

export interface Program {
  /** The path in the image. */
  readonly path: string
  readonly bytes: number
  readonly mode: number
  /** Index into `layers`. */
  readonly layer: number
  /** A copy in the run's temporary directory; `null` if the program is larger than the limit. */
  readonly file: string | null
}
