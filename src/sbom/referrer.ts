import type { Blob } from '../image/blob.ts'
import { descriptorOf, digestOf, jsonBlob } from '../image/digest.ts'
import { MANIFEST_MEDIA_TYPE } from '../image/media-types.ts'

/** Content that a registry keeps beside a manifest and lists for it: a manifest of its own with its blobs. */
export interface Referrer {
  /** The manifest that it is about. */
  readonly subject: Blob
  readonly artifactType: string
  readonly blobs: readonly Blob[]
  readonly manifest: Blob
}

/** The content of a config that says nothing. https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md#guidance-for-an-empty-descriptor */
const EMPTY = new TextEncoder().encode('{}')
const EMPTY_CONFIG: Blob = {
  mediaType: 'application/vnd.oci.empty.v1+json',
  digest: digestOf(EMPTY),
  bytes: EMPTY,
}

/** An SBOM as a referrer of the image that it describes. */
export function sbomReferrer(subject: Blob, document: Blob): Referrer {
  const artifactType = document.mediaType
  const manifest = jsonBlob(MANIFEST_MEDIA_TYPE, {
    schemaVersion: 2,
    mediaType: MANIFEST_MEDIA_TYPE,
    artifactType,
    config: descriptorOf(EMPTY_CONFIG),
    layers: [
      {
        ...descriptorOf(document),
        annotations: { 'org.opencontainers.image.title': 'sbom.spdx.json' },
      },
    ],
    subject: descriptorOf(subject),
  })
  return { subject, artifactType, blobs: [EMPTY_CONFIG, document], manifest }
}
