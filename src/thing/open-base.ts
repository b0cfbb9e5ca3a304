import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { clause } from '../clause.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import type { RepositoryName } from '../declare/reference.ts'
import { Failure } from '../failure.ts'
import { chunksOf } from '../host/file-part.ts'
import type { Host } from '../host/host.ts'
import { written } from '../host/write-stream.ts'
import type { BaseImage, BaseLayer } from '../image/base-image.ts'
import { baseTree, type BaseChange } from '../image/base-tree.ts'
import { tooLongAccounts } from '../image/base-user.ts'
import { GZIP_MEDIA_TYPE, TAR_MEDIA_TYPE, ZSTD_MEDIA_TYPE } from '../image/compress.ts'
import { compressionOf, decompress } from '../image/decompress.ts'
import { readInheritedConfig } from '../image/inherited-config.ts'
import type { FilePart } from '../image/file-part.ts'
import type { LayerEntry } from '../image/layer-entry.ts'
import { readConfig } from '../image/read-config.ts'
import type { Extent, ImageSource } from '../image/source.ts'
import { storedFiles } from '../image/stored-files.ts'
import { printable, shorten } from '../report/printable.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { allowance as allow, type Allowance, type Bounds } from './allowance.ts'
import { readBaseEntries } from './base-entries.ts'
import { findParts } from './from-source.ts'
import type { LayerPart, Parts } from './parts.ts'
import { EMPTY_LAYER, readTar, type ReadLayer } from './read-layer.ts'
import { firstBytes } from './store.ts'
import { asUnreadable, unreadable } from './unreadable.ts'

/** Which image of a source is wanted as a base, and what is known of it. */
export interface WantedBase {
  readonly kind: BaseImage['kind']
  readonly name: string
  readonly platform: Platform
  /** One of a layout's names; `null` accepts any image. */
  readonly tag: string | null
  /** The repository that its layers are in; `null` for a layout. */
  readonly origin: RepositoryName | null
  /** Paths of the files that the finished image starts. */
  readonly started: ReadonlySet<string>
  readonly bounds?: Bounds
}

/** Docker's limit on the layers of an image, to which its runtimes hold. */
const MOST_LAYERS = 127

/**
 * Opens the image for one platform that another is to be built on, and reads all of it: its layers are stored in the
 * run's temporary directory, as they are and unpacked, and never whole in memory.
 *
 * @throws Failure `bad-input` if it has none for the platform, `unreadable-image` if it is damaged or hostile,
 *   `registry`
 */
export async function openBase(host: Host, source: ImageSource, wanted: WantedBase): Promise<BaseImage> {
  try {
    return await open(host, source, wanted)
  } catch (cause) {
    throw asUnreadable(wanted.name, cause)
  }
}

async function open(host: Host, source: ImageSource, wanted: WantedBase): Promise<BaseImage> {
  const { kind, name, platform, tag, origin, started, bounds } = wanted
  const allowance = allow(bounds)
  const asked = { wanted: { runnableOn: platform }, tag }
  const { parts, digest: rootDigest } = await findParts(source, asked, allowance)
  const [part] = parts
  const digest = part?.manifestDigest ?? null
  if (part === undefined || digest === null) throw unreadable(name, 'it has no manifest')
  const { diffIds, config } = configOf(name, part, platform)
  const layers: BaseLayer[] = []
  const entries: (readonly LayerEntry[])[] = []
  const changes: (readonly BaseChange[])[] = []
  for (const [at, layer] of part.layers.entries()) {
    const extent = await layer.open()
    const compression = await compressionIn(extent)
    const { read, tar } = await readUnpacked(host, extent, compression, { allowance, started })
    if (read.diffId !== diffIds[at])
      throw unreadable(
        name,
        `layer ${layer.digest} unpacks to ${read.diffId}, but its config says ${diffIds[at]}`,
      )
    layers.push({
      mediaType: MEDIA_TYPES[compression],
      digest: layer.digest,
      file: extent.file,
      offset: extent.offset,
      size: extent.size,
      diffId: read.diffId,
      files: storedFiles(read.changes),
      origin,
    })
    entries.push(read.changes)
    changes.push(await readBaseEntries(host, tar, allowance))
  }
  const tree = baseTree(changes)
  const wrong = tooLongAccounts(tree)
  if (wrong !== null) throw unreadable(name, wrong)
  return {
    name,
    kind,
    digest,
    rootDigest: rootDigest ?? digest,
    platform: part.platform ?? platform,
    layers,
    entries,
    tree,
    config,
  }
}

/** @throws Failure if the config cannot be inherited, or is for another platform than the index says */
function configOf(name: string, part: Parts, wanted: Platform) {
  const found = readConfig(part.config)
  if (!found.ok) throw unreadable(name, `its config ${found.problem}`)
  const inherited = readInheritedConfig(part.config)
  if (!inherited.ok) throw unreadable(name, `its config ${inherited.problem}`)
  const { os, architecture } = found.value.platform
  if (os !== wanted.os || architecture !== wanted.architecture)
    throw new Failure(
      'bad-input',
      {
        what: clause`${name} names an image for ${formatPlatform(wanted)}`,
        why: clause`the config of that image says ${shorten(printable(formatPlatform(found.value.platform)), 60)}`,
      },
      { fields: { input: 'base', platform: formatPlatform(wanted) } },
    )
  checkLayers(name, part.layers, found.value.diffIds)
  return { diffIds: found.value.diffIds, config: inherited.value }
}

function checkLayers(name: string, layers: readonly LayerPart[], diffIds: readonly Digest[]): void {
  if (layers.length > MOST_LAYERS)
    throw unreadable(name, `it has ${layers.length} layers, and a runtime accepts ${MOST_LAYERS} at most`)
  if (layers.length !== diffIds.length)
    throw unreadable(name, `its config lists ${diffIds.length} layers, and it has ${layers.length}`)
}

type LayerCompression = ReturnType<typeof compressionOf>

/** Docker's types become those of OCI, as the manifest is one of OCI; the bytes are the same. */
const MEDIA_TYPES: Readonly<Record<LayerCompression, string>> = {
  gzip: GZIP_MEDIA_TYPE,
  zstd: ZSTD_MEDIA_TYPE,
  none: TAR_MEDIA_TYPE,
}

async function compressionIn({ file, offset, size }: Extent): Promise<LayerCompression> {
  return compressionOf(await firstBytes(file, Math.min(4, size), offset))
}

/**
 * Reads a layer, and puts its tar into a file where single files can be read. The layer is unpacked once, so that all
 * that is known of it comes from the same bytes: what is unpacked may itself look like gzip.
 */
async function readUnpacked(
  host: Host,
  layer: Extent,
  compression: LayerCompression,
  { allowance, started }: { readonly allowance: Allowance; readonly started: ReadonlySet<string> },
): Promise<{ readonly read: ReadLayer; readonly tar: FilePart }> {
  if (layer.size === 0) return { read: EMPTY_LAYER, tar: layer }
  if (compression === 'none')
    return { read: await readTar(host, chunksOf(layer), allowance, started), tar: layer }
  const file = path.join(host.temporary, `layer-${randomBytes(8).toString('hex')}`)
  let size = 0
  async function* kept() {
    for await (const chunk of written(decompress(chunksOf(layer)), file)) {
      size += chunk.length
      yield chunk
    }
  }
  const read = await readTar(host, kept(), allowance, started)
  return { read, tar: { file, offset: 0, size } }
}
