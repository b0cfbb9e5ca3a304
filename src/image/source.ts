import type { Descriptor } from './blob.ts'
import type { Digest } from '../weigh-in/digest.ts'

/** Where the parts of an image lie: a layout, an archive, a registry. Everything it gives is verified. */
export interface ImageSource {
  /** For sentences: `.bantam/proxy`, `ghcr.io/o/x:v1`. */
  readonly name: string
  /** The manifest or index that it begins with. */
  readonly root: Document
  /** A manifest or index that an index names; `null`: it is not there, as in a sparse copy. */
  manifest(descriptor: Descriptor): Promise<Document | null>
  /** A config or layer. Whoever asks has spent its size on the allowance before. */
  blob(descriptor: Descriptor): Promise<Extent>
}

export interface Document {
  /** `null`: that of a layout's own index, which names others only. */
  readonly digest: Digest | null
  readonly bytes: Uint8Array
}

/** Bytes that lie in a file. */
export interface Extent {
  readonly file: string
  readonly offset: number
  readonly size: number
  /** The file was made for this alone, to be removed once it is read. */
  readonly temporary: boolean
}
