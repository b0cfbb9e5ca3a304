import type { Digest } from '../weigh-in/digest.ts'
import type { FilePart } from './file-part.ts'

/** A descriptor together with its content: what a registry or a layout stores. */
export interface Blob {
  readonly mediaType: string
  readonly digest: Digest
  readonly bytes: Uint8Array
}

/** https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor {
  readonly mediaType: string
  readonly digest: Digest
  /** Bytes. */
  readonly size: number
}

/** The same with its content in a file: a layer of a base may be larger than memory. */
export interface FileBlob extends Descriptor, FilePart {}

/** What is published, wherever its content lies. */
export type StoredBlob = Blob | FileBlob
