import { formatPlatform } from '../../declare/platform.ts'
import type { Host } from '../../host/host.ts'
import type { Image } from '../../image/image.ts'
import { imageBreakdown } from '../../size/breakdown.ts'
import { sizesOf } from '../../size/sizes.ts'
import type { PlatformWeight } from '../../weigh-in/weigh-in.ts'
import type { ImageParts } from './assemble.ts'
import type { PlatformOnBase } from './platform-on-base.ts'
import { settingsOf } from './settings.ts'
import type { Tools } from './tools.ts'
import { weighBase } from './weigh-base.ts'
import { weighFilePrograms } from './weigh-file-programs.ts'
import { platformWeight } from './weigh-in.ts'

/** What a finished image weighs, and the settings that it was made with. */
export async function weighImage(
  host: Host,
  spec: PlatformOnBase,
  tools: Tools,
  { base, files, binaries, shipped, programs }: ImageParts,
  image: Image,
): Promise<PlatformWeight> {
  const filePrograms = await weighFilePrograms(host, spec, tools.packer, files, programs)
  const below =
    spec.on === undefined ? null : await weighBase(host, spec, spec.on, tools.packer, image, files)
  const own = image.layers.map(({ digest, bytes, what }) => ({ digest, size: bytes.length, what }))
  return platformWeight({
    platform: formatPlatform(spec.platform),
    digest: image.manifest.digest,
    sizes: sizesOf(image),
    settings: settingsOf(spec, tools, base, binaries),
    binaries: [
      ...shipped.map(({ weight }) => weight),
      ...filePrograms.binaries,
      ...(below?.programs.binaries ?? []),
    ],
    otherPrograms: [...filePrograms.others, ...(below?.programs.others ?? [])],
    files: below?.files ?? image.layers.flatMap(layer => layer.files),
    layers: [...(below?.layers ?? []), ...own],
    breakdown: below?.breakdown ?? imageBreakdown(image.layers),
  })
}
