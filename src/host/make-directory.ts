import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { errorCode } from './error-code.ts'

/** `mkdir -p`, one level at a time: Node's own says ENOENT where the file system is read-only. */
export async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory)
  } catch (cause) {
    const code = errorCode(cause)
    if (code === 'ENOENT' && path.dirname(directory) !== directory) {
      await makeDirectory(path.dirname(directory))
      return makeDirectory(directory)
    }
    const there = await stat(directory).catch(() => null)
    if (there?.isDirectory() !== true) throw cause
  }
}
