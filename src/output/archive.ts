import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { formatReference, parseReference } from '../declare/reference.ts'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import type { Entry } from '../image/entry.ts'
import { makeDirectory } from '../host/make-directory.ts'
import { machine } from '../host/machine.ts'
import type { Image } from '../image/image.ts'
import type { ImageSet } from '../image/image-set.ts'
import { tarChunks } from '../image/tar.ts'
import { beside } from './beside.ts'
import { blobPath, file, layoutEntries } from './layout-entries.ts'
import { refuseDirectory } from './place.ts'

/**
 * Writes one tar that `docker load`, `podman load` and skopeo (`oci-archive:`, `docker-archive:`) can read: an OCI
 * layout that also contains Docker's `manifest.json`, which can name one platform only: the image for this machine, or
 * else the first. `references` are the names of the image once it is loaded:
 * `proxy:latest`, `ghcr.io/o/proxy:v1`.
 *
 * @throws Failure `write` naming the file.
 */
export async function writeArchive(
  archive: string,
  set: ImageSet,
  references: readonly string[],
): Promise<void> {
  try {
    await makeDirectory(path.dirname(archive))
    await refuseDirectory(archive)
    const written = beside(archive)
    try {
      await writeChunks(written, tarChunks(archiveEntries(set, references)))
      await rename(written, archive)
    } finally {
      await rm(written, { force: true })
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause)
  }
}

async function writeChunks(file: string, chunks: Iterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    for (const chunk of chunks) await handle.writeFile(chunk)
  } finally {
    await handle.close()
  }
}

function archiveEntries(set: ImageSet, references: readonly string[]): readonly Entry[] {
  const names = references.map(reference => ({
    // containerd's store uses the first annotation, and needs the whole reference; podman and skopeo use the second.
    'io.containerd.image.name': wholeReference(reference),
    'org.opencontainers.image.ref.name': reference,
  }))
  return [
    ...layoutEntries(set, names.length === 0 ? [{}] : names),
    file(
      '/manifest.json',
      new TextEncoder().encode(JSON.stringify([dockerManifest(hostImage(set), references)])),
    ),
  ]
}

/** Returns `docker.io/library/proxy:latest` for `proxy:latest`. */
function wholeReference(reference: string): string {
  const whole = parseReference(reference)
  return whole.ok ? formatReference(whole.value) : reference
}

/** The image that a Docker daemon on this machine can run, or else the first. */
export function hostImage({ images: [first, ...others] }: ImageSet): Image {
  const ours = [first, ...others].find(({ platform }) => platform.architecture === machine())
  return ours ?? first
}

/** The manifest that `docker save` writes. https://github.com/moby/moby/blob/v28.5.2/image/tarexport/tarexport.go */
function dockerManifest({ config, layers }: Image, references: readonly string[]): object {
  return {
    Config: blobPath(config.digest),
    RepoTags: references,
    Layers: layers.map(layer => blobPath(layer.digest)),
  }
}
