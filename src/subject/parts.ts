import type { Platform } from '../declare/platform.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Extent } from '../image/source.ts'

/** One platform's image before its layers are read. */
export interface Parts {
  /** As an index names it; `null`: it is for the config to say. */
  readonly platform: Platform | null
  readonly manifestDigest: Digest | null
  readonly annotations: Readonly<Record<string, string>>
  readonly configDigest: Digest
  readonly config: Uint8Array
  readonly downloadSize: number | null
  readonly layers: readonly LayerPart[]
}

export interface LayerPart {
  readonly digest: Digest
  /** Bytes as stored. */
  readonly size: number
  /** Its size is spent on the allowance by then. */
  readonly open: () => Promise<Extent>
}
