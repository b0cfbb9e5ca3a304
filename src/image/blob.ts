/** `sha256:` and 64 hex digits. https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests */
export type Digest = `sha256:${string}`

/** Content by its descriptor, and the content itself: what a registry or a layout stores. */
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
