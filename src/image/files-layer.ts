import { clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import type { ConfigSpec, DirectorySpec, User } from '../declare/spec.ts'
import type { Clauses } from '../failure.ts'
import type { DirectoryEntry, Entry } from './entry.ts'
import { type EntryTree, lookUp, ROOT } from './entry-tree.ts'
import { binaryPath, type BinaryPlace } from '../declare/binary-place.ts'
import { CERTIFICATES_PATH } from './certificates.ts'
import { standingDirectories } from './standing-directories.ts'
import { TEMPORARY_DIRECTORY } from './temporary-directory.ts'
import { parents } from './tree.ts'
import { ZONE_FILES_PATH, ZONES_PATH } from './zones.ts'

/** Directories of the base layer besides those of `standingDirectories`. No other file may take their place. */
const BASE_DIRECTORIES: readonly string[] = [
  ...[CERTIFICATES_PATH, ZONES_PATH].flatMap(file => parents(file)),
  ...parents(`${ZONE_FILES_PATH}/UTC`),
]

const ACCOUNT_FILES = ['/etc/passwd', '/etc/group']

type ServiceDirectories = Pick<
  ConfigSpec,
  'user' | 'accounts' | 'workdir' | 'volumes' | 'emptyDirectories' | 'directories'
>

/**
 * Returns the user's files and the directories that the service needs: `workdir`, the volumes and the empty ones, which
 * belong to `user` unless `directories` says otherwise. Refuses two files at one path, a file in place of a directory, and a
 * binary at the path of either.
 *
 * @param base the files of the base image; left out on `scratch`
 */
export function filesEntries(
  files: readonly Entry[],
  { user, accounts, workdir, volumes, emptyDirectories, directories }: ServiceDirectories,
  binaries: readonly BinaryPlace[],
  base?: EntryTree,
): Parsed<readonly Entry[], Pick<Clauses, 'why' | 'fix'>> {
  const own = standingDirectories(user, accounts, base)
  const standing = new Map(own.map(directory => [directory.path, directory]))
  const homes = [...standing.keys()].flatMap(path => [...parents(path), path])
  const taken = [...homes, ...BASE_DIRECTORIES]
  const tree = new Map<string, Entry>()
  for (const entry of files) {
    const there = tree.get(entry.path)
    if (there !== undefined && !(there.kind === 'directory' && entry.kind === 'directory'))
      return problem({
        why: clause`"${entry.path}" is given twice`,
        fix: clause`give one of the two another destination`,
      })
    tree.set(entry.path, isPlainDirectory(entry) ? (standing.get(entry.path) ?? entry) : entry)
  }
  const written = ACCOUNT_FILES.find(path => tree.has(path))
  if (written !== undefined && accounts.length > 0)
    return problem({
      why: clause`"${written}" comes with ${input('files')}, and ${input('accounts')} writes it`,
      fix: clause`leave one of the two out`,
    })
  for (const path of [workdir, ...volumes, ...emptyDirectories]) {
    if (path === null || path === '/') continue
    // A directory of the base stays as it is, unless a mode or an owner is written.
    if (isDirectoryOf(base, path) && !directories.some(directory => directory.path === path)) continue
    const there = tree.get(path)
    if (there !== undefined && there.kind !== 'directory')
      return problem({
        why: clause`"${path}" must be a directory for the service, but ${input('files')} adds it as a ${there.kind}`,
      })
    tree.set(path, serviceDirectory(path, user, directories, standing.get(path)))
  }
  for (const path of Array.from(tree.keys())) {
    for (const parent of parents(path)) {
      const there = tree.get(parent)
      if (there !== undefined && there.kind !== 'directory')
        return problem({
          why: clause`"${path}" cannot be put below "${parent}", which ${input('files')} adds as a ${there.kind}`,
        })
      // A parent that is repeated without its own mode and owner would override those of /tmp or of a home.
      const directory = standing.get(parent)
      if (directory !== undefined && there === undefined) tree.set(parent, directory)
    }
  }
  for (const path of taken) {
    const there = tree.get(path)
    if (there !== undefined && there.kind !== 'directory')
      return problem({
        why: clause`"${path}" is a directory of the image, and cannot be replaced by a ${there.kind}`,
      })
  }
  for (const path of binaries.map(binaryPath)) {
    const above = parents(path).find(parent => (tree.get(parent)?.kind ?? 'directory') !== 'directory')
    if (above !== undefined)
      return problem({
        why: clause`"${path}" is where a binary goes, and ${input('files')} adds "${above}" as a ${tree.get(above)?.kind ?? 'file'}`,
      })
    const isIn = (other: string | null) => other !== null && `${other}/`.startsWith(`${path}/`)
    if (![...taken, ...tree.keys()].some(isIn)) continue
    const other = isIn(workdir) ? input('workdir') : volumes.some(isIn) ? input('volumes') : 'something else'
    return problem({
      why: clause`"${path}" is where a binary goes and ${other} too`,
      fix: clause`give the binary another name, as in ${input('main', '.=server')}`,
    })
  }
  return parsed([...tree.values()])
}

function isDirectoryOf(base: EntryTree | undefined, path: string): boolean {
  if (base === undefined) return false
  const found = lookUp(base, path, ROOT)
  return found.kind === 'found' && found.entry.kind === 'directory'
}

/** Whether a directory of the user's files has no owner of its own, so that an existing directory keeps its owner. */
function isPlainDirectory({ kind, uid, gid }: Entry): boolean {
  return kind === 'directory' && uid === 0 && gid === 0
}

function serviceDirectory(
  path: string,
  user: User,
  directories: readonly DirectorySpec[],
  standing: DirectoryEntry | undefined,
): DirectoryEntry {
  const asked = directories.find(directory => directory.path === path)
  if (asked === undefined && path === TEMPORARY_DIRECTORY.path) return TEMPORARY_DIRECTORY
  const { uid, gid } = asked?.owner ?? user
  return { kind: 'directory', path, mode: asked?.mode ?? standing?.mode ?? 0o755, uid, gid }
}
