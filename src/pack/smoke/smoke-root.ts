import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { User } from '../../declare/spec.ts'
import type { Entry } from '../../image/entry.ts'

/** A directory that holds an image's file system, as one user may use it. */
export interface SmokeRoot extends AsyncDisposable {
  readonly directory: string
}

/**
 * Writes the image's entries below `directory`, which does not exist. Where two entries have one path, the later counts,
 * as with layers. Ordinary users cannot give files away, so whoever runs the service will own everything: permissions are
 * folded into the owner's, and what the image's user may not read or write stays so on every machine.
 */
export async function writeSmokeRoot(
  directory: string,
  entries: readonly Entry[],
  user: User,
): Promise<SmokeRoot> {
  const byPath = new Map(entries.map(entry => [path.posix.normalize(entry.path), entry]))
  const modes = directoryModes(byPath, user)
  const place = (inImage: string) => path.join(directory, inImage)
  for (const inImage of modes.keys()) await mkdir(place(inImage), { mode: 0o700 })
  for (const [inImage, entry] of byPath) {
    if (entry.kind !== 'file') continue
    await writeFile(place(inImage), entry.bytes, { flag: 'wx' })
    await chmod(place(inImage), ownersMode(entry, user))
  }
  // After all files: nothing is ever written through a link, which may point out of the directory.
  for (const [inImage, entry] of byPath) {
    if (entry.kind === 'symlink') await symlink(entry.target, place(inImage))
  }
  for (const [inImage, mode] of [...modes].reverse()) await chmod(place(inImage), mode)
  const remove = async () => {
    for (const inImage of modes.keys()) await chmod(place(inImage), 0o700)
    await rm(directory, { recursive: true, force: true })
  }
  return { directory, [Symbol.asyncDispose]: remove }
}

/** Every directory, parents first, those that no entry names included. */
function directoryModes(byPath: ReadonlyMap<string, Entry>, user: User): ReadonlyMap<string, number> {
  const directories = new Map<string, number>()
  const add = (inImage: string) => {
    if (directories.has(inImage)) return
    if (inImage !== '/') add(path.posix.dirname(inImage))
    const entry = byPath.get(inImage)
    const owned = entry?.kind === 'directory' ? entry : { mode: 0o755, uid: 0, gid: 0 }
    directories.set(inImage, ownersMode(owned, user))
  }
  add('/')
  for (const [inImage, entry] of byPath)
    add(entry.kind === 'directory' ? inImage : path.posix.dirname(inImage))
  return directories
}

/** The mode with which its owner may do what `user` may do with the entry in the image. */
export function ownersMode(
  owned: { readonly mode: number; readonly uid: number; readonly gid: number },
  user: User,
): number {
  const { mode, uid, gid } = owned
  if (user.uid === 0 || user.uid === uid) return mode
  const allowed = (user.gid === gid ? mode >> 3 : mode) & 0o7
  return (mode & ~0o700) | (allowed << 6)
}
