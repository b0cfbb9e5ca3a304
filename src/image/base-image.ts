import type { Platform } from '../declare/platform.ts'
import type { RepositoryName } from '../declare/reference.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { FileBlob } from './blob.ts'
import type { EntryTree } from './entry-tree.ts'
import type { InheritedConfig } from './inherited-config.ts'
import type { Layer } from './layer.ts'
import type { LayerEntry } from './layer-entry.ts'

/** A layer of a base image, byte for byte as the base has it. */
export interface BaseLayer extends FileBlob, Pick<Layer, 'diffId' | 'files'> {
  /** The repository that has it, for a registry that can take it from there; `null` for a layout. */
  readonly origin: RepositoryName | null
}

/** The image for one platform that another is built on, opened and verified. */
export interface BaseImage {
  /** As the user named it: `docker.io/library/alpine:3.22`, `./base`. */
  readonly name: string
  readonly kind: 'image' | 'layout'
  /** Of the platform's manifest. */
  readonly digest: Digest
  /** Of what the name refers to: the index, if it is one. */
  readonly rootDigest: Digest
  readonly platform: Platform
  readonly layers: readonly BaseLayer[]
  /** What each layer changes. */
  readonly entries: readonly (readonly LayerEntry[])[]
  /** Its files, all layers combined. The bytes of a file are read when they are asked for. */
  readonly tree: EntryTree
  readonly config: InheritedConfig
}
