import type { User } from '../declare/spec.ts'
import { UNPRIVILEGED } from '../declare/unprivileged.ts'
import { homeOf } from './accounts.ts'
import type { DirectoryEntry } from './entry.ts'
import { TEMPORARY_DIRECTORY } from './temporary-directory.ts'

/**
 * Returns the directories of every image that have their own mode and owner: `/tmp` and the homes of its users. A later
 * layer that has one of them as a parent must repeat its mode and owner, or it would change them.
 */
export function standingDirectories(user: User): readonly DirectoryEntry[] {
  const homes = new Map([
    ['/root', home('/root', { uid: 0, gid: 0 }, 0o700)],
    // Every user may enter. `HOME` also applies to a user that the platform chooses, who should find an empty directory
    // and not an error.
    ['/home/nonroot', home('/home/nonroot', UNPRIVILEGED, 0o755)],
  ])
  const own = homeOf(user)
  if (own.isMade && !homes.has(own.path)) homes.set(own.path, home(own.path, user, 0o755))
  return [
    TEMPORARY_DIRECTORY,
    { kind: 'directory', path: '/home', mode: 0o755, uid: 0, gid: 0 },
    ...homes.values(),
  ]
}

function home(path: string, { uid, gid }: User, mode: number): DirectoryEntry {
  return { kind: 'directory', path, mode, uid, gid }
}
