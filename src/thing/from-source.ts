import { formatPlatform, type Platform } from '../declare/platform.ts'
import { Absent } from '../failure.ts'
import type { Host } from '../host/host.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { readConfig } from '../image/read-config.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import type { FoundManifest } from '../image/read-manifest.ts'
import { downloadSizeOf } from '../size/sizes.ts'
import type { Allowance } from './allowance.ts'
import { choose, type Chosen, type Wanted } from './choose.ts'
import { bytesOf, release } from './extent.ts'
import { listImages, type ListedImage, type LoadedManifest } from './list-images.ts'
import type { Parts } from './parts.ts'
import { readPlatform, type LayersRead } from './read-platform.ts'
import type { ImageSource } from '../image/source.ts'
import type { ImageThing, PlatformImage } from './thing.ts'
import { damaged, quoted, unreadable } from './unreadable.ts'

/** Opens an image in a layout or a registry. `tag` is one of a layout's names; `null` accepts any image. */
export async function openSource(
  host: Host,
  source: ImageSource,
  asked: Asked,
  allowance: Allowance,
): Promise<ImageThing> {
  const { name } = source
  const { parts, digest, others } = await findParts(source, asked, allowance)
  const read: LayersRead = new Map()
  const platforms: PlatformImage[] = []
  for (const part of parts) platforms.push(await readPlatform(host, name, part, allowance, read))
  return { kind: 'image', name, digest, platforms, others }
}

export interface Asked {
  readonly wanted: Wanted
  readonly tag: string | null
}

/** The images that were asked for, before their layers are read. */
export interface FoundParts {
  readonly parts: readonly Parts[]
  readonly digest: Digest | null
  /** Other platforms that exist and were not asked for. */
  readonly others: readonly Platform[]
}

/** Finds the images in a layout or a registry that were asked for. */
export async function findParts(
  source: ImageSource,
  { wanted, tag }: Asked,
  allowance: Allowance,
): Promise<FoundParts> {
  const { name } = source
  const { images, digest, lost } = await listImages(source, tag, allowance)
  const named: Named[] = []
  for (const image of images) {
    const whole = await withPlatform(source, image, allowance)
    if (whole !== null) named.push(whole)
  }
  const { chosen, others } = await chooseLoaded(name, named, wanted).catch((cause: unknown) => {
    // One of the lost images may be the one that was asked for.
    if (cause instanceof Absent && lost[0] !== undefined)
      throw damaged(name, `it names ${lost[0]}, which is not there`, cause)
    throw cause
  })
  const parts: Parts[] = []
  for (const image of chosen) parts.push(await partsOf(source, image, allowance))
  return { parts, digest, others }
}

interface Named extends ListedImage {
  readonly platform: Platform
  /** The config, if it was needed to find out the platform. */
  readonly config: Uint8Array | null
}

async function withPlatform(
  source: ImageSource,
  image: ListedImage,
  allowance: Allowance,
): Promise<Named | null> {
  if (image.platform !== null) return { ...image, platform: image.platform, config: null }
  const loaded = await image.load()
  if (loaded === null) return null
  const config = await configOf(source, loaded.manifest, allowance)
  const found = readConfig(config)
  if (!found.ok) throw unreadable(source.name, `its config ${found.problem}`)
  return { ...image, platform: found.value.platform, config }
}

type Loaded = Named & LoadedManifest

/** Chooses among the images that exist: a copy of one platform may still have the index of all platforms. */
async function chooseLoaded(name: string, named: readonly Named[], wanted: Wanted): Promise<Chosen<Loaded>> {
  if (named.length === 0)
    throw unreadable(name, 'it names no image that is there, only other artifacts or nothing')
  const { chosen, others } = choose(name, named, wanted)
  const loaded: Loaded[] = []
  const gone: Named[] = []
  for (const image of chosen) {
    const manifest = await image.load()
    if (manifest === null) gone.push(image)
    else loaded.push({ ...image, ...manifest })
  }
  if (gone.length === 0) return { chosen: loaded, others }
  const there = named.filter(image => !gone.includes(image))
  // A layout or registry that names an image and does not have it is damaged. That is different from not naming it.
  const lost = gone.find(({ platform }) => isAskedFor(wanted, platform) && !isAmong(there, platform))
  if (lost !== undefined)
    throw damaged(name, `its index names an image for ${formatPlatform(lost.platform)} that is not there`)
  return chooseLoaded(name, there, wanted)
}

function isAskedFor(wanted: Wanted, platform: Platform): boolean {
  return Array.isArray(wanted) && wanted.some(one => formatPlatform(one) === formatPlatform(platform))
}

function isAmong(named: readonly Named[], platform: Platform): boolean {
  return named.some(one => formatPlatform(one.platform) === formatPlatform(platform))
}

const LAYER =
  /^application\/vnd\.(?:oci\.image\.layer\.v1\.tar(?:\+(?:gzip|zstd))?|docker\.image\.rootfs\.diff\.tar(?:\.(?:gzip|zstd))?)$/

async function partsOf(source: ImageSource, image: Loaded, allowance: Allowance): Promise<Parts> {
  const { manifest, document, platform } = image
  const strange = manifest.layers.find(({ mediaType }) => !LAYER.test(mediaType))
  if (strange !== undefined)
    throw unreadable(source.name, `it has a layer of type ${quoted(strange.mediaType)}, which is not a tar`)
  return {
    platform,
    manifestDigest: document.digest,
    annotations: manifest.annotations,
    configDigest: manifest.config.digest,
    config: image.config ?? (await configOf(source, manifest, allowance)),
    downloadSize: document.bytes.length + downloadSizeOf([manifest.config, ...manifest.layers]),
    layers: manifest.layers.map(layer => ({
      digest: layer.digest,
      size: layer.size,
      mediaType: layer.mediaType,
      open: () => {
        allowance.spend('stored', layer.size)
        return source.blob(layer)
      },
    })),
  }
}

async function configOf(
  source: ImageSource,
  { config }: FoundManifest,
  allowance: Allowance,
): Promise<Uint8Array> {
  if (config.size > MAX_DOCUMENT)
    throw unreadable(source.name, `its config is larger than ${MAX_DOCUMENT} bytes`)
  allowance.spend('stored', config.size)
  const extent = await source.blob(config)
  try {
    return await bytesOf(extent)
  } finally {
    await release(extent)
  }
}
