import type { DirectoryEntry } from './entry.ts'

/** As on every Unix: anyone may write, nobody may remove another's. */
export const TEMPORARY_DIRECTORY: DirectoryEntry = {
  kind: 'directory',
  path: '/tmp',
  mode: 0o1777,
  uid: 0,
  gid: 0,
}
