import type { PlatformSpec } from '../../declare/spec.ts'
import { assemble } from '../../image/assemble.ts'
import type { Entry } from '../../image/entry.ts'
import type { Image } from '../../image/image.ts'
import { withWeighInAnnotation } from './weigh-in-annotation.ts'
import type { ReadBase } from './base.ts'
import type { ReadBinary } from './read.ts'
import type { ShippedBinary } from './ship.ts'
import type { Tools } from './tools.ts'

/** Everything that goes into an image. */
export interface ImageParts {
  readonly base: ReadBase
  /** From `arrangeFiles`. */
  readonly files: readonly Entry[]
  /** The binaries as they were linked. */
  readonly binaries: readonly ReadBinary[]
  /** The same binaries as they ship. */
  readonly shipped: readonly ShippedBinary[]
}

/** Makes an image in memory. Nothing is written. */
export function assembleImage(
  spec: PlatformSpec,
  tools: Tools,
  { base, files, binaries, shipped }: ImageParts,
): Promise<Image> {
  const config = withWeighInAnnotation(spec, tools, base, binaries)
  return assemble({ ...spec, config, base: base.layer, files, binaries: shipped })
}
