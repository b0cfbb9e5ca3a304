import { assemble } from '../../image/assemble.ts'
import type { Blob } from '../../image/blob.ts'
import type { Entry } from '../../image/entry.ts'
import type { Image } from '../../image/image.ts'
import { sbomEntries } from '../../sbom/embedded.ts'
import { withWeighInAnnotation } from './weigh-in-annotation.ts'
import type { ReadBase } from './base.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import type { ReadBinary } from './read.ts'
import type { ShippedBinary } from './ship.ts'
import type { Tools } from './tools.ts'

/** Everything that goes into an image. */
export interface ImageParts {
  readonly base: ReadBase
  /** From `arrangeFiles`, with the programs among them as they ship. */
  readonly files: readonly Entry[]
  /** The binaries as they were linked. */
  readonly binaries: readonly ReadBinary[]
  /** The same binaries as they ship. */
  readonly shipped: readonly ShippedBinary[]
  /** The programs of `files` that were packed or are known not to be packable. */
  readonly programs: readonly ShippedBinary[]
  /** `null` if none is asked for. */
  readonly sbom: Blob | null
}

/** Makes an image in memory. Nothing is written. */
export function assembleImage(
  spec: PlatformOnBase,
  tools: Tools,
  { base, files, binaries, shipped, sbom }: ImageParts,
): Promise<Image> {
  const config = withWeighInAnnotation(spec, tools, base, binaries)
  const embedded =
    sbom !== null && spec.sbom.includes('embedded') ? sbomEntries(sbom, files, config, spec.on?.tree) : []
  return assemble({ ...spec, config, base: base.layer, files, binaries: shipped, sbom: embedded })
}
