import type { Platform } from '../declare/platform.ts'
import type { Blob } from './blob.ts'
import type { Layer } from './layer.ts'

/** The complete image for one platform: everything that is published for it. */
export interface Image {
  readonly platform: Platform
  readonly layers: readonly Layer[]
  readonly config: Blob
  readonly manifest: Blob
}
