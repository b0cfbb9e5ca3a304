import type { Host } from '../host/host.ts'
import { digestOf } from '../image/digest.ts'
import { readConfig } from '../image/read-config.ts'
import { readDockerManifest, type SavedImage } from '../image/read-docker-manifest.ts'
import type { Allowance } from './allowance.ts'
import { choose, type Wanted } from './choose.ts'
import { digestOfExtent } from './extent.ts'
import { documentOf } from './layout.ts'
import type { LayerPart, Parts } from './parts.ts'
import { readPlatform, type LayersRead } from './read-platform.ts'
import type { Extent } from '../image/source.ts'
import type { Store } from './store.ts'
import type { ImageThing, PlatformImage } from './thing.ts'
import { noSuchTag, quoted, unreadable } from './unreadable.ts'

/**
 * Opens an archive from `docker save` before Docker 25, or from a tool that still writes this format. It contains no
 * manifest, and so no digest of one.
 */
export async function openDockerArchive(
  host: Host,
  store: Store,
  { wanted, tag }: { readonly wanted: Wanted; readonly tag: string | null },
  allowance: Allowance,
): Promise<ImageThing> {
  const { name } = store
  const saved = readDockerManifest(
    await documentOf(name, 'manifest.json', await part(store, 'manifest.json')),
  )
  if (!saved.ok) throw unreadable(name, `its manifest.json ${saved.problem}`)
  const images = new Map(tagged(name, saved.value, tag).map(image => [image.Config, image]))
  const parts: (Parts & { readonly platform: NonNullable<Parts['platform']> })[] = []
  for (const image of images.values()) parts.push(await partsOf(store, image, allowance))
  const { chosen, others } = choose(name, parts, wanted)
  const read: LayersRead = new Map()
  const platforms: PlatformImage[] = []
  for (const image of chosen) platforms.push(await readPlatform(host, name, image, allowance, read))
  return { kind: 'image', name, digest: null, platforms, others }
}

function tagged(name: string, images: readonly SavedImage[], tag: string | null): readonly SavedImage[] {
  if (tag === null) return images
  const called = images.filter(({ RepoTags }) =>
    RepoTags.some(known => known === tag || known.endsWith(`:${tag}`)),
  )
  if (called.length > 0) return called
  throw noSuchTag(
    name,
    tag,
    images.flatMap(({ RepoTags }) => RepoTags),
  )
}

async function partsOf(store: Store, { Config, Layers }: SavedImage, allowance: Allowance) {
  allowance.spend('documents', 1)
  const bytes = await documentOf(store.name, 'the config', await part(store, Config))
  const config = readConfig(bytes)
  if (!config.ok) throw unreadable(store.name, `its config ${config.problem}`)
  const layers: LayerPart[] = []
  for (const layer of Layers) {
    const extent = await part(store, layer)
    allowance.spend('stored', extent.size)
    const digest = await digestOfExtent(extent)
    layers.push({ digest, size: extent.size, open: () => Promise.resolve(extent) })
  }
  return {
    platform: config.value.platform,
    manifestDigest: null,
    annotations: {},
    configDigest: digestOf(bytes),
    config: bytes,
    downloadSize: null,
    layers,
  }
}

async function part(store: Store, name: string): Promise<Extent> {
  const extent = await store.extent(name, Infinity)
  if (extent === null) throw unreadable(store.name, `${quoted(name)} is not in it`)
  return extent
}
