import type { Platform } from '../declare/platform.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { Extent } from '../image/source.ts'

/** One platform's image before its layers are read. */
export interface Parts {
  /** The platform that an index names; `null` if only the config gives it. */
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
  /** As a manifest names it; left out without a manifest. */
  readonly mediaType?: string
  /** Opens the bytes. Their size has been spent from the allowance by then. */
  readonly open: () => Promise<Extent>
}
