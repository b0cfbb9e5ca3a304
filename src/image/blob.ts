import type { Digest } from '../weigh-in/digest.ts'

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
