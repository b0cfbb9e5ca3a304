import type { Platform } from '../declare/platform.ts'
import type { Blob, Descriptor } from './blob.ts'
import { sortedRecord } from './byte-order.ts'
import { descriptorOf, jsonBlob } from './digest.ts'
import type { Image } from './image.ts'

const INDEX_MEDIA_TYPE = 'application/vnd.oci.image.index.v1+json'

/** One manifest of an index. */
export interface IndexEntry extends Descriptor {
  readonly annotations?: Readonly<Record<string, string>>
  readonly platform: Platform
}

/**
 * Builds an image index with the manifests in the given order.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
export function imageIndex(manifests: readonly IndexEntry[]): Blob {
  return jsonBlob(INDEX_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_MEDIA_TYPE,
    manifests: manifests.map(({ mediaType, digest, size, annotations, platform }) => ({
      mediaType,
      digest,
      size,
      ...(annotations === undefined ? {} : { annotations: sortedRecord(annotations) }),
      platform: {
        architecture: platform.architecture,
        os: platform.os,
        ...(platform.variant === undefined ? {} : { variant: platform.variant }),
      },
    })),
  })
}

export function indexEntry(
  { manifest, platform }: Image,
  annotations?: Readonly<Record<string, string>>,
): IndexEntry {
  return { ...descriptorOf(manifest), platform, ...(annotations === undefined ? {} : { annotations }) }
}
