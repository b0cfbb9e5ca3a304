import { constants } from 'node:fs'
import { open, readlink, type FileHandle } from 'node:fs/promises'
import { isInside } from './inside.ts'

/** The file is outside the directories that it must be in, or is not a regular file. */
export class NotInside extends Error {}

/**
 * Opens a regular file that is in one of the roots. It checks the file that was opened, if the system can tell which
 * one that is. So a file that is replaced by a link in the meantime is refused too.
 *
 * @param file the real path: its last part must not be a link
 */
export async function openInside(roots: readonly string[], file: string): Promise<FileHandle> {
  // Without O_NONBLOCK, opening a FIFO would wait for a writer.
  const handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const opened = await readlink(`/proc/self/fd/${handle.fd}`).catch(() => file)
    if (!(await handle.stat()).isFile() || !roots.some(root => isInside(root, opened)))
      throw new NotInside(opened)
    return handle
  } catch (cause) {
    await handle.close()
    throw cause
  }
}
