import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import type { ConfigSpec } from '../declare/spec.ts'
import type { DirectoryEntry, Entry } from './entry.ts'
import { binaryPath } from './assemble.ts'
import { CERTIFICATES_PATH } from './certificates.ts'
import { TEMPORARY_DIRECTORY } from './temporary-directory.ts'
import { parents } from './tree.ts'
import { ZONES_PATH } from './zones.ts'

/** Directories of the base layer: nothing else may stand in their place. */
const BASE_DIRECTORIES: readonly string[] = [
  TEMPORARY_DIRECTORY.path,
  ...[CERTIFICATES_PATH, ZONES_PATH].flatMap(file => parents(file)),
]

/**
 * The user's files, and the directories that the service needs to be there: `workdir` and the volumes, which belong to `user`.
 * Refuses two files at one path, a file where a directory must be, and a binary in the way of either.
 */
export function filesEntries(
  files: readonly Entry[],
  { user, workdir, volumes }: Pick<ConfigSpec, 'user' | 'workdir' | 'volumes'>,
  binaries: readonly { readonly name: string }[],
): Parsed<readonly Entry[]> {
  const tree = new Map<string, Entry>()
  for (const entry of files) {
    const there = tree.get(entry.path)
    if (there !== undefined && !(there.kind === 'directory' && entry.kind === 'directory'))
      return problem(`"${entry.path}" is brought twice; give one of the two another destination.`)
    tree.set(entry.path, entry)
  }
  for (const path of [workdir, ...volumes]) {
    if (path === null || path === '/') continue
    const there = tree.get(path)
    if (there !== undefined && there.kind !== 'directory')
      return problem(`"${path}" must be a directory for the service, but is brought as a ${there.kind}.`)
    tree.set(path, serviceDirectory(path, user.uid, user.gid))
  }
  for (const path of Array.from(tree.keys())) {
    for (const parent of parents(path)) {
      const there = tree.get(parent)
      if (there !== undefined && there.kind !== 'directory')
        return problem(`"${path}" cannot be put below "${parent}", which is brought as a ${there.kind}.`)
      // Named here again as a parent, /tmp would lose its mode to the layer above.
      if (parent === TEMPORARY_DIRECTORY.path && there === undefined) tree.set(parent, TEMPORARY_DIRECTORY)
    }
  }
  for (const path of BASE_DIRECTORIES) {
    const there = tree.get(path)
    if (there !== undefined && there.kind !== 'directory')
      return problem(`"${path}" is a directory of the image, and cannot be replaced by a ${there.kind}.`)
  }
  for (const path of binaries.map(binaryPath)) {
    const taken =
      BASE_DIRECTORIES.includes(path) ||
      [...tree.keys()].some(other => other === path || other.startsWith(`${path}/`))
    if (taken)
      return problem(`"${path}" is where a binary goes and something else too; rename the binary: PATH=NAME.`)
  }
  return parsed([...tree.values()])
}

function serviceDirectory(path: string, uid: number, gid: number): DirectoryEntry {
  if (path === TEMPORARY_DIRECTORY.path) return TEMPORARY_DIRECTORY
  return { kind: 'directory', path, mode: 0o755, uid, gid }
}
