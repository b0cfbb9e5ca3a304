import type { Blob, StoredBlob } from './blob.ts'
import { sortedRecord } from './byte-order.ts'
import { descriptorOf, jsonBlob } from './digest.ts'
import { MANIFEST_MEDIA_TYPE } from './media-types.ts'

/** Writes the manifest of one image. https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md */
export function imageManifest(
  config: Blob,
  layers: readonly StoredBlob[],
  annotations: Readonly<Record<string, string>>,
): Blob {
  return jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    config: descriptorOf(config),
    layers: layers.map(descriptorOf),
    ...(Object.keys(annotations).length === 0 ? {} : { annotations: sortedRecord(annotations) }),
  })
}
