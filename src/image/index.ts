import type { Platform } from '../declare/platform.ts'
import type { Blob, Descriptor } from './blob.ts'
import { sortedRecord } from './byte-order.ts'
import { jsonBlob } from './digest.ts'
import { INDEX_MEDIA_TYPE } from './media-types.ts'

/** One manifest of an index, or one index of a layout. */
export interface IndexEntry extends Descriptor {
  readonly annotations: Readonly<Record<string, string>>
  /** `null` for an index. */
  readonly platform: Platform | null
}

/**
 * Builds an image index with the manifests in the given order.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md
 */
export function imageIndex(
  manifests: readonly IndexEntry[],
  annotations: Readonly<Record<string, string>> = {},
): Blob {
  return jsonBlob(INDEX_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: INDEX_MEDIA_TYPE,
    manifests: manifests.map(entryDocument),
    ...annotationsField(annotations),
  })
}

function entryDocument({ mediaType, digest, size, annotations, platform }: IndexEntry): object {
  return {
    mediaType,
    digest,
    size,
    ...annotationsField(annotations),
    ...(platform === null ? {} : { platform: platformDocument(platform) }),
  }
}

function platformDocument({ architecture, os, variant }: Platform): object {
  return { architecture, os, ...(variant === undefined ? {} : { variant }) }
}

function annotationsField(annotations: Readonly<Record<string, string>>): object {
  return Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) }
}
