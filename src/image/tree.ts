import { byBytes } from './byte-order.ts'
import type { DirectoryEntry, Entry, StoredFileEntry } from './entry.ts'

/**
 * Completes a layer's entries for its tar: in byte order, each path once, and with every parent as a directory of root
 * with mode 0755, because a runtime may give an implicit parent any mode.
 *
 * @throws RangeError for a path that a layer must not contain, or that occurs twice. Both were refused when the user's
 *   files were read.
 */
export function completeTree<Own extends Entry | StoredFileEntry>(
  entries: readonly Own[],
): readonly (Own | DirectoryEntry)[] {
  const tree = new Map<string, Own | DirectoryEntry>()
  for (const entry of entries) {
    checkPath(entry.path)
    if (tree.has(entry.path)) throw new RangeError(`${entry.path} is twice in one layer`)
    tree.set(entry.path, entry)
  }
  for (const { path } of entries) {
    for (const parent of parents(path)) {
      const there = tree.get(parent)
      if (there === undefined)
        tree.set(parent, { kind: 'directory', path: parent, mode: 0o755, uid: 0, gid: 0 })
      else if (there.kind !== 'directory')
        throw new RangeError(`${path} lies below ${parent}, a ${there.kind}`)
    }
  }
  return [...tree.values()].sort((a, b) => byBytes(a.path, b.path))
}

/**
 * Returns the parents of a path, outermost first: `/etc` and `/etc/ssl` for `/etc/ssl/certs`. The root directory itself
 * belongs to the runtime.
 */
export function parents(path: string): readonly string[] {
  const names = path.split('/').slice(1, -1)
  return names.map((_, depth) => `/${names.slice(0, depth + 1).join('/')}`)
}

function checkPath(path: string): void {
  const names = path.split('/')
  const sound =
    names.length > 1 &&
    names[0] === '' &&
    names.slice(1).every(name => name !== '' && name !== '.' && name !== '..') &&
    !path.includes('\0') &&
    path.isWellFormed()
  if (!sound) throw new RangeError(`${JSON.stringify(path)} is no absolute, clean path`)
  // https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md#whiteouts
  if (names.some(name => name.startsWith('.wh.')))
    throw new RangeError(`${path} would delete a file of an earlier layer`)
}
