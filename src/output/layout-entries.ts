import type { Digest } from '../weigh-in/digest.ts'
import type { FileEntry } from '../image/entry.ts'
import { blobsOf, type ImageSet } from '../image/image-set.ts'
import { imageIndex } from '../image/index.ts'

/**
 * The files of an OCI layout, with paths from the layout's root. If the image or index has several names, it is listed
 * once for each. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export function layoutEntries(
  set: ImageSet,
  names: readonly Readonly<Record<string, string>>[],
): readonly FileEntry[] {
  const { listed } = set
  const index = imageIndex(
    names.map(name => ({ ...listed, annotations: { ...listed.annotations, ...name } })),
  )
  return [
    file('/oci-layout', new TextEncoder().encode('{"imageLayoutVersion":"1.0.0"}')),
    file('/index.json', index.bytes),
    ...blobsOf(set).map(blob => file(`/${blobPath(blob.digest)}`, blob.bytes)),
  ]
}

export function blobPath(digest: Digest): string {
  return `blobs/${digest.replace(':', '/')}`
}

export function file(path: string, bytes: Uint8Array): FileEntry {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes }
}
