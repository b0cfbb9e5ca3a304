import type { DirectoryEntry } from './entry.ts'

/** `/tmp` as on every Unix: every user may write, and only the owner of a file may remove it. */
export const TEMPORARY_DIRECTORY: DirectoryEntry = {
  kind: 'directory',
  path: '/tmp',
  mode: 0o1777,
  uid: 0,
  gid: 0,
}
