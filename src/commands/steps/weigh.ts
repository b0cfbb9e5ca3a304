import { formatPlatform } from '../../declare/platform.ts'
import type { PlatformSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import type { Image } from '../../image/image.ts'
import { imageBreakdown } from '../../size/breakdown.ts'
import { sizesOf } from '../../size/sizes.ts'
import type { PlatformWeight } from '../../weigh-in/weigh-in.ts'
import type { ImageParts } from './assemble.ts'
import { settingsOf } from './settings.ts'
import type { Tools } from './tools.ts'
import { weighFilePrograms } from './weigh-file-programs.ts'
import { platformWeight } from './weigh-in.ts'

/** What a finished image weighs, and the settings that it was made with. */
export async function weighImage(
  host: Host,
  spec: PlatformSpec,
  tools: Tools,
  { base, files, binaries, shipped }: ImageParts,
  image: Image,
): Promise<PlatformWeight> {
  const filePrograms = await weighFilePrograms(host, spec, tools.packer, files)
  return platformWeight({
    platform: formatPlatform(spec.platform),
    digest: image.manifest.digest,
    sizes: sizesOf(image),
    settings: settingsOf(spec, tools, base, binaries),
    binaries: [...shipped.map(({ weight }) => weight), ...filePrograms.binaries],
    otherPrograms: filePrograms.others,
    files: image.layers.flatMap(layer => layer.files),
    layers: image.layers.map(({ digest, bytes, what }) => ({ digest, size: bytes.length, what })),
    breakdown: imageBreakdown(image.layers),
  })
}
