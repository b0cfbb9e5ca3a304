import { realpath, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import { chunksOf } from '../host/file-part.ts'
import { makeDirectory } from '../host/make-directory.ts'
import type { ImageSet } from '../image/image-set.ts'
import { beside } from './beside.ts'
import { layoutEntries } from './layout-entries.ts'
import { refuseUnlessReplaceable } from './place.ts'
import { putInPlace } from './put-in-place.ts'

/**
 * Writes an OCI layout directory, in which the image or index has the tag `latest`. The layout is written next to its place and
 * renamed, so that `directory` is complete at any time. An existing layout is replaced; anything else is left alone.
 *
 * @throws Failure `write` naming the directory.
 */
export async function writeLayout(directory: string, set: ImageSet): Promise<void> {
  try {
    await makeDirectory(path.dirname(directory))
    const place = await realpath(directory).catch(() => directory)
    await refuseUnlessReplaceable(place)
    const written = beside(place)
    try {
      await writeFiles(written, set)
      await putInPlace(written, place)
    } finally {
      await rm(written, { recursive: true, force: true })
    }
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause)
  }
}

async function writeFiles(root: string, set: ImageSet): Promise<void> {
  await makeDirectory(path.join(root, 'blobs', 'sha256'))
  for (const entry of layoutEntries(set, [{ 'org.opencontainers.image.ref.name': 'latest' }])) {
    const content = entry.kind === 'file' ? entry.bytes : chunksOf(entry.content)
    await writeFile(path.join(root, entry.path), content)
  }
}
