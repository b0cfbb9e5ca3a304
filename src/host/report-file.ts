import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { whyNotWritten } from './disk.ts'
import { makeDirectory } from './make-directory.ts'

/**
 * Writes the weigh-in, making the directories above it.
 *
 * @throws Failure `write`
 */
export async function writeReport(file: string, text: string): Promise<void> {
  try {
    await makeDirectory(path.dirname(file))
    await writeFile(file, text)
  } catch (cause) {
    throw whyNotWritten(file, cause)
  }
}
