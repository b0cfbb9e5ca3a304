import type { Blob } from '../../../image/blob.ts'
import type { Image } from '../../../image/image.ts'
import type { PlatformWeight } from '../../../weigh-in/weigh-in.ts'
import type { Clock } from '../../clock.ts'
import type { FoundBaseline } from '../baseline/found.ts'
import type { LinkedService } from '../link.ts'
import type { PlatformOnBase } from '../platform-on-base.ts'
import type { ReadBinary } from '../read.ts'
import type { ShippedBinary } from '../ship.ts'

/** The image for one platform, made and weighed; nothing was written. */
export interface MadeImage {
  readonly spec: PlatformOnBase
  /** The image's name, the first binary's where the user gave none. */
  readonly name: string
  readonly image: Image
  /** `null` if none is asked for. */
  readonly sbom: Blob | null
  readonly weight: PlatformWeight
  readonly binaries: readonly ReadBinary[]
  readonly shipped: readonly ShippedBinary[]
  readonly service: Pick<LinkedService, 'dependencies'>
  readonly baseline: Promise<FoundBaseline>
  /** Packages that are compiled in, even if no byte of them is left; known here for a single platform. */
  readonly packages: readonly string[]
  readonly clock: Clock
}
