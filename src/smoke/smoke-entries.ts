import type { User } from '../declare/spec.ts'
import type { Entry, FileEntry, StoredFileEntry } from '../image/entry.ts'
import { completeTree } from '../image/tree.ts'
import type { Owner } from '../isolation/confinement.ts'

export const HOSTNAME = 'smoke-test'

/**
 * The files of a container before its program starts: the layers' entries, of which the later replace the earlier, the
 * working directory, and the files that Docker and Podman write into every container.
 */
export function smokeEntries(
  layers: readonly Entry[],
  owner: Owner,
  user: User,
  workdir: string,
): readonly (Entry | StoredFileEntry)[] {
  const byPath = new Map(layers.map(entry => [entry.path, entry]))
  byPath.delete('/')
  for (const directory of ['/proc', '/sys', '/dev', '/etc'])
    byPath.set(directory, directoryAt(byPath, directory))
  if (workdir !== '/' && !byPath.has(workdir)) byPath.set(workdir, directoryAt(byPath, workdir))
  for (const [path, text] of Object.entries(CONTAINER_FILES)) byPath.set(path, fileAt(path, text))
  if (!byPath.has('/etc/mtab'))
    byPath.set('/etc/mtab', {
      kind: 'symlink',
      path: '/etc/mtab',
      mode: 0o777,
      uid: 0,
      gid: 0,
      target: '/proc/mounts',
    })
  const entries = completeTree([...byPath.values()])
  return entries.map(entry => inContainer(entry, owner === 'root' ? entry.mode : ownersMode(entry, user)))
}

/** A file of a base is not read here: together they may be too much. */
function inContainer(entry: Entry, mode: number): Entry | StoredFileEntry {
  if (entry.kind !== 'file' || entry.content === undefined) return { ...entry, mode }
  const { path, uid, gid, content } = entry
  return { kind: 'stored file', path, mode, uid, gid, content }
}

const CONTAINER_FILES = {
  '/etc/hostname': `${HOSTNAME}\n`,
  '/etc/hosts': `127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost ip6-loopback\n127.0.0.1\t${HOSTNAME}\n`,
  // The only network is loopback, so a resolver refuses at once.
  '/etc/resolv.conf': 'nameserver 127.0.0.1\n',
}

function fileAt(path: string, text: string): FileEntry {
  return { kind: 'file', path, mode: 0o644, uid: 0, gid: 0, bytes: Buffer.from(text) }
}

/**
 * The image's own directory, or one like a container runtime makes. A file or a link of that name would misdirect the
 * mounts.
 */
function directoryAt(byPath: ReadonlyMap<string, Entry>, path: string): Entry {
  const there = byPath.get(path)
  if (there !== undefined && there.kind !== 'directory') throw new RangeError(`${path} is a ${there.kind}`)
  return there ?? { kind: 'directory', path, mode: 0o755, uid: 0, gid: 0 }
}

/**
 * The mode that gives the owner the access that `user` has to the entry in the image: an ordinary user cannot give
 * files to another user.
 */
export function ownersMode(
  owned: { readonly mode: number; readonly uid: number; readonly gid: number },
  user: User,
): number {
  const { mode, uid, gid } = owned
  if (user.uid === 0 || user.uid === uid) return mode
  const allowed = (user.gid === gid ? mode >> 3 : mode) & 0o7
  return (mode & ~0o700) | (allowed << 6)
}
