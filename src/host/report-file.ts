import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { whyNotWritten } from './disk.ts'

/**
 * Writes the weigh-in, making the directories above it.
 *
 * @throws Failure `write`
 */
export async function writeReport(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, text)
  } catch (cause) {
    throw whyNotWritten(file, cause)
  }
}
