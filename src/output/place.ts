import { clause } from '../clause.ts'
import { mkdtemp, readdir, readFile, realpath, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { whyNotWritten } from '../host/disk.ts'
import { errorCode } from '../host/error-code.ts'

/**
 * Refuses a place where no layout can be written. It can be called long before there is a layout.
 *
 * @throws Failure `write`
 */
export async function checkLayoutPlace(directory: string): Promise<void> {
  try {
    const place = await realpath(directory).catch(() => directory)
    await requireRoom(place)
    await refuseUnlessReplaceable(place)
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(directory, cause)
  }
}

/**
 * Refuses a place where no archive can be written. It can be called long before there is an archive.
 *
 * @throws Failure `write`
 */
export async function checkArchivePlace(archive: string): Promise<void> {
  try {
    await requireRoom(archive)
    await refuseDirectory(archive)
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(archive, cause)
  }
}

/**
 * Layouts, archives and binaries are written next to their place and renamed. Only a trial shows whether that works: for `/proc`,
 * permissions do not show it.
 */
export async function requireRoom(place: string): Promise<void> {
  await rmdir(await mkdtemp(path.join(await nearestAbove(place), '.bantam-')))
}

/** The nearest directory that exists. Missing directories are made only when there is something to write. */
async function nearestAbove(place: string): Promise<string> {
  const above = path.dirname(place)
  try {
    await stat(above)
    return above
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT' || above === place) throw cause
    return nearestAbove(above)
  }
}

/**
 * Accepts a missing place, an empty directory, or a directory with only a layout. Bantam must not remove any other
 * files.
 */
export async function refuseUnlessReplaceable(place: string): Promise<void> {
  const names = await namesIn(place)
  if (names === null || names.length === 0) return
  const strangers = names.filter(name => !LAYOUT_NAMES.includes(name))
  if (strangers.length === 0 && (await saysLayout(place))) return
  const why = names.includes('oci-layout') ? `holds ${strangers[0] ?? 'a broken layout'}` : 'is no OCI layout'
  throw new Failure(
    'write',
    {
      what: clause`the OCI layout cannot be written to ${place}`,
      why: clause`that directory ${why}`,
      fix: clause`name another, or an empty one`,
    },
    { fields: { directory: place } },
  )
}

const LAYOUT_NAMES: readonly string[] = ['oci-layout', 'index.json', 'blobs']

async function namesIn(place: string): Promise<readonly string[] | null> {
  try {
    return await readdir(place)
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return null
    throw cause
  }
}

async function saysLayout(place: string): Promise<boolean> {
  try {
    const layout: unknown = JSON.parse(await readFile(path.join(place, 'oci-layout'), 'utf8'))
    return typeof layout === 'object' && layout !== null && 'imageLayoutVersion' in layout
  } catch {
    return false
  }
}

export async function refuseDirectory(archive: string): Promise<void> {
  const status = await stat(archive).catch(() => null)
  if (status?.isDirectory() === true)
    throw new Failure(
      'write',
      {
        what: clause`the image archive cannot be written to ${archive}`,
        why: clause`it is a directory`,
        fix: clause`name a file that ends in .tar`,
      },
      { fields: { file: archive } },
    )
}
