import { clause } from '../clause.ts'
import { stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Failure } from '../failure.ts'
import { whyNotWritten } from './disk.ts'
import { makeDirectory } from './make-directory.ts'

/**
 * Writes the weigh-in, and makes the directories above it.
 *
 * @throws Failure `write`
 */
export async function writeReport(file: string, text: string): Promise<void> {
  try {
    await makeDirectory(path.dirname(file))
    const there = await stat(file).catch(() => null)
    // Opening a FIFO waits for a reader, and a program that waits like this cannot end itself.
    if (there?.isFIFO() === true || there?.isSocket() === true)
      throw new Failure(
        'write',
        {
          what: clause`${file} was not written`,
          why: clause`it is a pipe or a socket`,
          fix: clause`name a file`,
        },
        { fields: { file } },
      )
    await writeFile(file, text)
  } catch (cause) {
    throw cause instanceof Failure ? cause : whyNotWritten(file, cause)
  }
}
