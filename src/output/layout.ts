import { realpath, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import { errorCode } from '../host/error-code.ts'
import { makeDirectory } from '../host/make-directory.ts'
import type { ImageSet } from '../image/image-set.ts'
import { beside } from './beside.ts'
import { layoutEntries } from './layout-entries.ts'
import { refuseUnlessReplaceable } from './place.ts'

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
  for (const { path: name, bytes } of layoutEntries(set, [{ 'org.opencontainers.image.ref.name': 'latest' }]))
    await writeFile(path.join(root, name), bytes)
}

/** How often another run may put its own layout there between the two steps of this one. */
const TRIES = 20

/**
 * Puts the layout into its place. A directory cannot be renamed over one that is not empty, so the old one is moved
 * aside first. It is moved back if the new one cannot take its place.
 */
async function putInPlace(written: string, place: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    const old = await moveAside(place)
    try {
      await rename(written, place)
    } catch (cause) {
      const taken = errorCode(cause) === 'ENOTEMPTY' || errorCode(cause) === 'EEXIST'
      if (old !== null && !taken) await rename(old, place)
      if (!taken || tries === TRIES) throw cause
      continue
    } finally {
      if (old !== null) await rm(old, { recursive: true, force: true })
    }
    return
  }
}

async function moveAside(place: string): Promise<string | null> {
  const old = beside(place)
  try {
    await rename(place, old)
    return old
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null
    throw cause
  }
}
