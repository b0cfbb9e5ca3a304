import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import { assemble } from '../../image/assemble.ts'
import { makeBaseLayer } from '../../image/base-layer.ts'
import type { Entry } from '../../image/entry.ts'
import type { Image } from '../../image/image.ts'
import type { PlatformWeight } from '../../weigh-in/weigh-in.ts'
import type { Clock } from '../clock.ts'
import { annotate } from './annotate.ts'
import { type ReadBase, readBase } from './base.ts'
import type { ReadBinary } from './read.ts'
import { shipBinaries, type ShippedBinary } from './ship.ts'
import type { Tools } from './tools.ts'
import { weighBrought } from './weigh-brought.ts'
import { weighPlatform } from './weigh.ts'

/** An image that lies in memory alone, and what it weighs. */
export interface MadeImage {
  readonly base: ReadBase
  readonly shipped: readonly ShippedBinary[]
  readonly image: Image
  readonly weight: Omit<PlatformWeight, 'smokeTest'>
}

/** What goes into an image besides what it stands on. */
export interface Contents {
  /** From `arrangeFiles`. */
  readonly files: readonly Entry[]
  readonly binaries: readonly ReadBinary[]
}

/** From linked binaries to a weighed image: packed, proven, assembled. */
export async function makeImage(
  host: Host,
  spec: ImageSpec,
  tools: Tools,
  { files, binaries }: Contents,
  clock: Clock,
): Promise<MadeImage> {
  // Packing is nearly all of the time: what else the image stands on is compressed beside it.
  const base = await readBase(host, spec, tools.go, binaries, files)
  const baseLayer = makeBaseLayer(base.contents, spec.layerCompression)
  const shipped = await shipBinaries(host, spec, tools.packer, binaries)
  for (const { packMs, proveMs } of shipped) {
    clock.add('pack', packMs)
    clock.add('prove', proveMs)
  }
  const config = annotate(spec, tools, base, binaries)
  const image = await clock.time(
    'assemble',
    assemble({ ...spec, config, base: baseLayer, files, binaries: shipped }),
  )
  const brought = await weighBrought(host, spec, tools.packer, files)
  return {
    base,
    shipped,
    image,
    weight: weighPlatform(spec, tools, base, { binaries, shipped, brought }, image),
  }
}
