import { randomBytes } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { NotInside, openInside } from '../host/open-inside.ts'
import { isInWorkspace, leadsIntoGit } from '../host/workspace.ts'
import { written } from '../host/write-stream.ts'
import { imagePath } from '../image/layer-entry.ts'
import type { Extent } from '../image/source.ts'
import type { Store } from './store.ts'
import { unreadable } from './unreadable.ts'

/** For a directory that someone else may write, such as one in a checkout. */
export interface Guard {
  /** Real paths of the directories that links may lead to. */
  readonly roots: readonly string[]
  /** Where each file is copied before it is verified, so that what was verified cannot change afterwards. */
  readonly temporary: string
}

/** The guard for a directory of the workspace. Another one is what the user wants, with its links. */
export async function guardIn(
  { temporary }: Pick<Host, 'temporary'>,
  workspace: readonly string[] | undefined,
  directory: string,
): Promise<Guard | null> {
  if (workspace === undefined || !(await isInWorkspace(workspace, directory))) return null
  return { roots: workspace, temporary }
}

/** @throws Failure `unreadable-image` for a file that is outside of what the guard allows */
export function directoryStore(name: string, directory: string, guard: Guard | null = null): Store {
  return {
    name,
    async extent(inside, most) {
      const file = path.join(directory, imagePath(inside))
      const status = await stat(file).catch(cause => {
        if (['ENOENT', 'ENOTDIR'].includes(errorCode(cause))) return null
        throw cause
      })
      // Other things that can be opened, such as a device, might never end.
      if (status?.isFile() !== true) return null
      if (guard === null) return { file, offset: 0, size: status.size, temporary: false }
      const end = await realpath(file)
      const copy = leadsIntoGit(file, end) ? null : await copied(file, end, guard, most)
      if (copy !== null) return copy
      throw unreadable(name, `${inside} in it leads out of the workspace through a link, to ${end}`)
    },
  }
}

/** Bytes to read at a time. */
const CHUNK = 1024 * 1024

/** `null`: it is not in the guard's roots. */
async function copied(file: string, end: string, guard: Guard, most: number): Promise<Extent | null> {
  const handle = await openInside(guard.roots, end).catch(cause => {
    if (cause instanceof NotInside) return null
    throw cause
  })
  if (handle === null) return null
  try {
    const { size } = await handle.stat()
    if (size > most) return { file, offset: 0, size, temporary: false }
    const copy = path.join(guard.temporary, `blob-${randomBytes(8).toString('hex')}`)
    // A file that grows in the meantime is not read without end, and one that shrinks is a shorter one.
    let length = 0
    const whole = handle.createReadStream({ end: size, highWaterMark: CHUNK, autoClose: false })
    for await (const chunk of written(whole, copy)) length += chunk.length
    return { file: copy, offset: 0, size: length, temporary: true }
  } finally {
    await handle.close()
  }
}
