import { binaryPath } from '../../declare/binary-place.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import type { Blob } from '../../image/blob.ts'
import { spdxDocument } from '../../sbom/document.ts'
import type { ReadBinary } from './read.ts'
import type { ShippedBinary } from './ship.ts'

/** The SBOM of the image for one platform; `null` if none is asked for. */
export function sbomOf(
  spec: PlatformSpec,
  binaries: readonly ReadBinary[],
  shipped: readonly ShippedBinary[],
): Blob | null {
  if (spec.sbom.length === 0) return null
  return spdxDocument({
    ...spec,
    name: spec.name ?? shipped[0]?.name ?? '',
    binaries: shipped.map((binary, at) => ({
      path: binaryPath(binary),
      bytes: binary.bytes,
      buildInfo: binaries[at]?.executable.buildInfo ?? null,
    })),
  })
}
