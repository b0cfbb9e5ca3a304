import type { User } from '../declare/spec.ts'
import type { Entry } from './entry.ts'
import { parents } from './tree.ts'

/** An image's files by path, including all parents. */
export type EntryTree = ReadonlyMap<string, Entry>

/** Who may look up everything. */
export const ROOT: User = { uid: 0, gid: 0 }

/** The result of looking up a path for one user. */
export type Lookup =
  | { readonly kind: 'found'; readonly path: string; readonly entry: Entry }
  /** `path` is the missing file: the path itself, a directory along it, or the target of a link. */
  | { readonly kind: 'missing'; readonly path: string }
  | { readonly kind: 'not a directory'; readonly path: string }
  /** A directory along the path that the user may not enter. */
  | { readonly kind: 'closed'; readonly path: string; readonly entry: Entry }
  | { readonly kind: 'loop'; readonly path: string }

/** The kernel follows at most this many links. */
const MAX_LINKS = 40

/** Builds the tree. Later entries replace earlier ones, as in layers. */
export function entryTree(entries: readonly Entry[]): EntryTree {
  const tree = new Map<string, Entry>([['/', directory('/')]])
  for (const entry of entries) {
    for (const parent of parents(entry.path)) if (!tree.has(parent)) tree.set(parent, directory(parent))
    tree.set(entry.path, entry)
  }
  return tree
}

function directory(path: string): Entry {
  return { kind: 'directory', path, mode: 0o755, uid: 0, gid: 0 }
}

/** Looks up an absolute path and follows links as the kernel does. No link leads out of the image. */
export function lookUp(tree: EntryTree, path: string, user: User): Lookup {
  let at: readonly string[] = []
  const rest = namesIn(path).toReversed()
  let links = 0
  for (let name = rest.pop(); name !== undefined; name = rest.pop()) {
    const here = tree.get(pathOf(at))
    if (here?.kind !== 'directory') return { kind: 'not a directory', path: pathOf(at) }
    if (!may(here, user, 'execute')) return { kind: 'closed', path: pathOf(at), entry: here }
    if (name === '.') continue
    const next = name === '..' ? at.slice(0, -1) : [...at, name]
    const entry = tree.get(pathOf(next))
    if (entry === undefined) return { kind: 'missing', path: pathOf(next) }
    if (entry.kind !== 'symlink') {
      at = next
      continue
    }
    links += 1
    if (links > MAX_LINKS) return { kind: 'loop', path }
    if (entry.target.startsWith('/')) at = []
    rest.push(...namesIn(entry.target).toReversed())
  }
  const entry = tree.get(pathOf(at))
  return entry === undefined
    ? { kind: 'missing', path: pathOf(at) }
    : { kind: 'found', path: pathOf(at), entry }
}

/**
 * Whether a user may read or execute an entry. Root may do everything, but a file without any execute bit stays
 * unexecutable.
 */
export function may({ kind, mode, uid, gid }: Entry, user: User, what: 'read' | 'execute'): boolean {
  const bit = what === 'read' ? 4 : 1
  if (user.uid === 0) return what === 'read' || kind === 'directory' || (mode & 0o111) !== 0
  const shift = user.uid === uid ? 6 : user.gid === gid ? 3 : 0
  return ((mode >> shift) & bit) !== 0
}

function namesIn(path: string): readonly string[] {
  return path.split('/').filter(name => name !== '')
}

function pathOf(names: readonly string[]): string {
  return `/${names.join('/')}`
}
