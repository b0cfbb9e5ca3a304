import { constants } from 'node:fs'
import { open, readlink, type FileHandle } from 'node:fs/promises'
import { isInside } from './inside.ts'

/** The file lies outside the directories that it must be in, or is no regular file. */
export class NotInside extends Error {}

/**
 * Opens a regular file that lies in one of the roots. The check is of what was opened, so that a file that is exchanged for a
 * link meanwhile is refused too, where the system says what that is.
 *
 * @param file as it really is: its last part must be no link
 */
export async function openInside(roots: readonly string[], file: string): Promise<FileHandle> {
  // Without O_NONBLOCK a FIFO would be waited for.
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
