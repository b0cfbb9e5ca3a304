import type { Platform } from '../declare/platform.ts'
import type { Digest } from '../weigh-in/digest.ts'
import { MAX_DOCUMENT } from '../image/read-json.ts'
import {
  isAttestation,
  isImage,
  isIndexType,
  readManifest,
  type FoundIndex,
  type FoundManifest,
  type ListedManifest,
} from '../image/read-manifest.ts'
import type { Allowance } from './allowance.ts'
import type { Document, ImageSource } from '../image/source.ts'
import { noSuchTag, quoted, unreadable } from './unreadable.ts'

/** An image that a source names. */
export interface ListedImage {
  /** `null` if only its config gives the platform. */
  readonly platform: Platform | null
  /**
   * `null` if it does not exist, or is another kind of artifact. It is called at most once, and only if the image is
   * needed, because registries count requests.
   */
  readonly load: () => Promise<LoadedManifest | null>
}

export interface LoadedManifest {
  readonly document: Document
  readonly manifest: FoundManifest
}

export interface Listed {
  readonly images: readonly ListedImage[]
  /** The digest that the tag or reference refers to. */
  readonly digest: Digest | null
  /** Indexes and manifests without a platform that are named but do not exist. */
  readonly lost: readonly Digest[]
}

/** A deeper nesting of indexes can only be an attack. */
const MAX_DEPTH = 4

/** Lists every image below the root, each once. If `tag` is given, only the images of a layout with that tag count. */
export async function listImages(
  source: ImageSource,
  tag: string | null,
  allowance: Allowance,
): Promise<Listed> {
  const { name, root } = source
  const found = parse(name, root)
  if (found.kind === 'manifest') {
    if (!isImage(found))
      throw unreadable(name, `it is an artifact of type ${quoted(found.config.mediaType)} and not an image`)
    const loaded = { document: root, manifest: found }
    return {
      images: [{ platform: null, load: () => Promise.resolve(loaded) }],
      digest: root.digest,
      lost: [],
    }
  }
  const tops = topsOf(name, found, root.digest === null ? tag : null)
  const images = new Map<Digest, ListedImage>()
  const lost: Digest[] = []
  for (const top of tops) await walk({ source, allowance, images, lost }, top, 1)
  const only = new Set(tops.map(({ digest }) => digest)).size === 1 ? tops[0]?.digest : undefined
  return { images: [...images.values()], digest: root.digest ?? only ?? null, lost }
}

const REF_NAMES = ['org.opencontainers.image.ref.name', 'io.containerd.image.name'] as const

function topsOf(name: string, { manifests }: FoundIndex, tag: string | null): readonly ListedManifest[] {
  if (tag === null) return manifests
  const tagged = manifests.filter(({ annotations }) => REF_NAMES.some(key => annotations[key] === tag))
  if (tagged.length > 0) return tagged
  throw noSuchTag(
    name,
    tag,
    manifests.flatMap(({ annotations }) => annotations[REF_NAMES[0]] ?? []),
  )
}

interface Walk {
  readonly source: ImageSource
  readonly allowance: Allowance
  readonly images: Map<Digest, ListedImage>
  readonly lost: Digest[]
}

async function walk(walking: Walk, listed: ListedManifest, depth: number): Promise<void> {
  const { source, allowance, images } = walking
  if (images.has(listed.digest) || isAttestation(listed)) return
  if (depth > MAX_DEPTH) throw unreadable(source.name, `its indexes are nested more than ${MAX_DEPTH} deep`)
  if (listed.platform !== null && !isIndexType(listed.mediaType)) {
    images.set(listed.digest, {
      platform: listed.platform,
      load: once(async () => loadedImage(await load(source, listed, allowance))),
    })
    return
  }
  const loaded = await load(source, listed, allowance)
  if (loaded === null) {
    walking.lost.push(listed.digest)
    return
  }
  if (loaded.found.kind === 'index') {
    for (const inner of loaded.found.manifests) await walk(walking, inner, depth + 1)
    return
  }
  const image = loadedImage(loaded)
  if (image !== null)
    images.set(listed.digest, { platform: listed.platform, load: () => Promise.resolve(image) })
}

interface Loaded {
  readonly document: Document
  readonly found: FoundManifest | FoundIndex
}

async function load(
  source: ImageSource,
  listed: ListedManifest,
  allowance: Allowance,
): Promise<Loaded | null> {
  allowance.spend('documents', 1)
  if (listed.size > MAX_DOCUMENT)
    throw unreadable(source.name, `${listed.digest} in it is larger than ${MAX_DOCUMENT} bytes`)
  const document = await source.manifest(listed)
  return document === null ? null : { document, found: parse(source.name, document) }
}

function loadedImage(loaded: Loaded | null): LoadedManifest | null {
  if (loaded === null || loaded.found.kind === 'index' || !isImage(loaded.found)) return null
  return { document: loaded.document, manifest: loaded.found }
}

function parse(name: string, { digest, bytes }: Document): FoundManifest | FoundIndex {
  const found = readManifest(bytes)
  if (!found.ok) throw unreadable(name, `its ${digest === null ? 'index' : 'manifest'} ${found.problem}`)
  return found.value
}

function once<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let begun: Promise<Value> | null = null
  return () => (begun ??= work())
}
