import type { Descriptor } from './blob.ts'
import type { FilePart } from './file-part.ts'
import type { Digest } from '../weigh-in/digest.ts'

/** A place that holds an image: a layout, an archive or a registry. Everything that it returns was verified. */
export interface ImageSource {
  /** Used in messages: `.bantam/proxy`, `ghcr.io/o/x:v1`. */
  readonly name: string
  /** The top manifest or index. */
  readonly root: Document
  /** Reads a manifest or index that an index lists; `null` if it is missing, as in a sparse copy. */
  manifest(descriptor: Descriptor): Promise<Document | null>
  /** Reads a config or layer. The caller must first subtract its size from the allowance. */
  blob(descriptor: Descriptor): Promise<Extent>
}

export interface Document {
  /** `null` for a layout's own index, which only lists others. */
  readonly digest: Digest | null
  readonly bytes: Uint8Array
}

/** A range of bytes in a file. */
export interface Extent extends FilePart {
  /** Whether the file was made only for this read and must be removed afterwards. */
  readonly temporary: boolean
}
