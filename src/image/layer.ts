import type { Blob, Digest } from './blob.ts'

/** A layer: a compressed tar. Its `digest` is of the compressed bytes, its diff ID of the tar. */
export interface Layer extends Blob {
  readonly diffId: Digest
  readonly what: LayerKind
  /** The regular files in it: path in the image and bytes before compression. */
  readonly files: readonly LayerFile[]
}

/** `base`: certificates, zones, accounts, `/tmp`. */
export type LayerKind = 'base' | 'files' | 'binaries'

export interface LayerFile {
  /** Absolute: `/etc/ssl/certs/ca-certificates.crt`. */
  readonly path: string
  readonly bytes: number
}
