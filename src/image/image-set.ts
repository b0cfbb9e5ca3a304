import type { Digest } from '../weigh-in/digest.ts'
import type { Blob, Descriptor, StoredBlob } from './blob.ts'
import { descriptorOf } from './digest.ts'
import { allLayers, type Image } from './image.ts'
import { imageIndex } from './index.ts'

/** What a tag refers to with all that belongs to it: the image for one platform, or an index of those for several. */
export interface ImageSet {
  /** At least one, each for a platform of its own. */
  readonly images: readonly [Image, ...Image[]]
  /** The manifest of the only image, or the index. */
  readonly root: Blob
  /** The root as an OCI layout lists it. */
  readonly listed: ListedRoot
}

export interface ListedRoot extends Descriptor {
  /** `null` for an index. */
  readonly platform: Image['platform'] | null
  readonly annotations: Readonly<Record<string, string>>
}

/** The annotations of an index, of its own descriptor, and of those of the images in the same order. */
export interface IndexAnnotations {
  readonly index: Readonly<Record<string, string>>
  readonly descriptor: Readonly<Record<string, string>>
  readonly images: readonly Readonly<Record<string, string>>[]
}

const NO_ANNOTATIONS: IndexAnnotations = { index: {}, descriptor: {}, images: [] }

/** What names an image set, without its bytes. */
export interface ImageRoot extends Descriptor {
  /** The digest of the config; `null` for an index, which has none of its own. */
  readonly config: Digest | null
}

export function rootOf({ images: [first, ...others], root }: ImageSet): ImageRoot {
  return { ...descriptorOf(root), config: others.length > 0 ? null : first.config.digest }
}

/** One image stays a plain manifest, with the same digest as ever. */
export function imageSet(
  images: ImageSet['images'],
  annotations: IndexAnnotations = NO_ANNOTATIONS,
): ImageSet {
  const [first, ...others] = images
  if (others.length === 0) {
    const { manifest, platform } = first
    return { images, root: manifest, listed: { ...descriptorOf(manifest), platform, annotations: {} } }
  }
  const entries = images.map(({ manifest, platform }, at) => ({
    ...descriptorOf(manifest),
    platform,
    annotations: annotations.images[at] ?? {},
  }))
  const root = imageIndex(entries, annotations.index)
  const listed = { ...descriptorOf(root), platform: null, annotations: annotations.descriptor }
  return { images, root, listed }
}

/** All blobs, each once and the root last: images for several platforms share layers. */
export function blobsOf({ images, root }: ImageSet): readonly StoredBlob[] {
  const blobs = [...images.flatMap(image => [...allLayers(image), image.config, image.manifest]), root]
  return [...new Map(blobs.map(blob => [blob.digest, blob])).values()]
}
