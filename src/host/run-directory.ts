import { clause } from '../clause.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from './error-code.ts'
import { scratchDirectory } from './scratch-directory.ts'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  ENOENT: 'it is not there',
  ENOSPC: 'there is no space left on its disk',
  ENOTDIR: 'it is no directory',
  EROFS: 'its file system is read-only',
}

/**
 * Makes a directory for this run below `parent`.
 *
 * @param variable the environment variable that names the parent
 * @throws Failure `write`
 */
export function runDirectory(variable: 'RUNNER_TEMP' | 'TMPDIR', parent: string): string {
  try {
    return scratchDirectory(path.resolve(parent))
  } catch (cause) {
    const code = errorCode(cause)
    // /proc exists, and still causes this error.
    const isThere = code === 'ENOENT' && existsSync(parent)
    const why = isThere ? 'nothing can be made in it' : (REASONS[code] ?? errorMessage(cause))
    throw new Failure(
      'write',
      {
        what: clause`the temporary directory ${parent} cannot be used`,
        why: clause`${why}`,
        fix: clause`set ${variable} to a directory that can be written`,
      },
      { cause, fields: { directory: parent } },
    )
  }
}
