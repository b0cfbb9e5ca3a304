import { createHash, randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { makeDirectory } from './make-directory.ts'

/** The name of something that is kept for later runs. It depends only on these parts. */
export function keptName(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex')
}

/** Writes the whole file or nothing, even if another process writes the same file. */
export async function writeWhole(file: string, content: Uint8Array | string): Promise<void> {
  await makeDirectory(path.dirname(file))
  const partial = `${file}.${randomUUID()}`
  try {
    await writeFile(partial, content, { mode: 0o644 })
    await rename(partial, file)
  } catch (cause) {
    await rm(partial, { force: true })
    throw cause
  }
}
