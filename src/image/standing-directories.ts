import type { AccountSpec, User } from '../declare/spec.ts'
import { accountsWithHomes } from './accounts.ts'
import type { DirectoryEntry } from './entry.ts'
import { type EntryTree, lookUp, ROOT } from './entry-tree.ts'
import { TEMPORARY_DIRECTORY } from './temporary-directory.ts'

/**
 * Returns the directories of every image that have their own mode and owner: `/tmp` and the homes of its users. A later
 * layer that has one of them as a parent must repeat its mode and owner, or it would change them.
 *
 * @param base the files of the base image, whose own directories keep their mode and owner; left out on `scratch`
 */
export function standingDirectories(
  user: User,
  accounts: readonly AccountSpec[] = [],
  base?: EntryTree,
): readonly DirectoryEntry[] {
  const directories = new Map<string, DirectoryEntry>()
  for (const directory of [
    TEMPORARY_DIRECTORY,
    HOMES,
    ...accountsWithHomes(user, accounts).map(homeDirectory),
  ])
    // Accounts may share a home, which is then the first one's, and none of them gets /tmp.
    if (!directories.has(directory.path)) directories.set(directory.path, directory)
  return [...directories.values()].filter(({ path }) => isMissing(base, path))
}

function isMissing(base: EntryTree | undefined, path: string): boolean {
  return base === undefined || lookUp(base, path, ROOT).kind === 'missing'
}

const HOMES: DirectoryEntry = { kind: 'directory', path: '/home', mode: 0o755, uid: 0, gid: 0 }

function homeDirectory({ uid, gid, home }: AccountSpec): DirectoryEntry {
  // Every user may enter. `HOME` also applies to a user that the platform chooses, who should find an empty directory
  // and not an error.
  return { kind: 'directory', path: home, mode: uid === 0 ? 0o700 : 0o755, uid, gid }
}
