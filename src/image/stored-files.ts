import type { LayerEntry } from './layer-entry.ts'

interface StoredFile {
  /** May be listed twice: a file that was replaced may still have another name. */
  readonly path: string
  readonly bytes: number
}

/**
 * The files that a runtime stores for one layer, with their bytes. A tar may contain a path twice; then the last one is
 * stored. Behind a link, the first one may be stored too: a hard link is another name of it, and a symlink along the
 * path may have led to another place. There, both count, because a budget must not pass what is too large.
 */
export function storedFiles(entries: readonly LayerEntry[]): readonly StoredFile[] {
  const pinned: StoredFile[] = []
  const stored = new Map<string, number>()
  let hasLinks = false
  for (const entry of entries) {
    if (entry.kind === 'whiteout' || entry.kind === 'opaque') continue
    const before = stored.get(entry.path)
    if (before !== undefined && (hasLinks || entry.kind === 'hard link'))
      pinned.push({ path: entry.path, bytes: before })
    stored.delete(entry.path)
    if (entry.kind === 'file') stored.set(entry.path, entry.bytes)
    hasLinks ||= entry.kind === 'hard link' || entry.kind === 'symlink'
  }
  return [...pinned, ...Array.from(stored, ([path, bytes]) => ({ path, bytes }))]
}
