import type { Blob } from '../image/blob.ts'
import type { Digest } from '../weigh-in/digest.ts'
import type { FileEntry } from '../image/entry.ts'
import type { Image } from '../image/image.ts'
import { imageIndex, indexEntry } from '../image/index.ts'

/**
 * The files of an OCI layout, with paths from the layout's root. If the image has several names, it is listed once for
 * each. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
export function layoutEntries(
  image: Image,
  names: readonly Readonly<Record<string, string>>[],
): readonly FileEntry[] {
  const index = imageIndex(names.map(annotations => indexEntry(image, annotations)))
  // Two layers may consist of the same bytes, for example if they hold files with the same content.
  const blobs = new Map<Digest, Blob>(
    [...image.layers, image.config, image.manifest].map(blob => [blob.digest, blob]),
  )
  return [
    file('/oci-layout', new TextEncoder().encode('{"imageLayoutVersion":"1.0.0"}')),
    file('/index.json', index.bytes),
    ...[...blobs.values()].map(blob => file(`/${blobPath(blob.digest)}`, blob.bytes)),
  ]
}

export function blobPath(digest: Digest): string {
  return `blobs/${digest.replace(':', '/')}`
}

export function file(path: string, bytes: Uint8Array): FileEntry {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes }
}
