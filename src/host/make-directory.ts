import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'

/**
 * Like `mkdir -p`, one level at a time. Node's own function reports ENOENT on a read-only file system, and never ends
 * below /proc, where a directory neither exists nor can be made.
 */
export async function makeDirectory(directory: string): Promise<void> {
  const cause = await whyNotMade(directory)
  if (cause === null) return
  const parent = path.dirname(directory)
  if (errorCode(cause) !== 'ENOENT' || parent === directory) throw cause
  await makeDirectory(parent)
  const again = await whyNotMade(directory)
  if (again !== null) throw again
}

/** Why it was not made; `null` if the directory exists now. */
async function whyNotMade(directory: string): Promise<unknown> {
  try {
    await mkdir(directory)
    return null
  } catch (cause) {
    const there = await stat(directory).catch(() => null)
    return there?.isDirectory() === true ? null : cause
  }
}
