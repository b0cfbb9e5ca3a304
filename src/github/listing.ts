import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * The names of all files below a directory as one hash; `null` if there is no directory. Files in Go's build cache and
 * packed binaries are named after their content, so equal names mean equal content.
 */
export async function listingOf(directory: string): Promise<string | null> {
  const names = await filesBelow(directory)
  if (names.length === 0) return null
  return createHash('sha256').update(names.sort().join('\0')).digest('hex')
}

async function filesBelow(directory: string): Promise<string[]> {
  try {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true })
    return entries
      .filter(entry => entry.isFile())
      .map(entry => path.relative(directory, path.join(entry.parentPath, entry.name)))
  } catch {
    return []
  }
}
