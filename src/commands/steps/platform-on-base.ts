import type { ImageSpec, PlatformSpec } from '../../declare/spec.ts'
import type { BaseImage } from '../../image/base-image.ts'

/**
 * What the user asks for of one platform's image, with what its base brings to it: `config` is already the inherited
 * one.
 */
export interface PlatformOnBase extends PlatformSpec {
  /** Left out on `scratch`. */
  readonly on?: BaseImage
}

export interface ImageOnBase extends ImageSpec {
  readonly platforms: readonly [PlatformOnBase, ...PlatformOnBase[]]
}
