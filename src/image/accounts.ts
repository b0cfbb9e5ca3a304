import type { User } from '../declare/spec.ts'
import { UNPRIVILEGED } from '../declare/unprivileged.ts'

interface Account {
  readonly name: string
  readonly id: number
  readonly home: string
}

// The same three accounts with the homes of distroless in every image, so that images for any of these users share a
// base layer.
const STANDING: readonly Account[] = [
  { name: 'root', id: 0, home: '/root' },
  { name: 'nonroot', id: UNPRIVILEGED.uid, home: '/home/nonroot' },
  { name: 'nobody', id: 65534, home: '/nonexistent' },
]

const OTHER_HOME = '/home/user'

/**
 * Writes `/etc/passwd`, so that the user can be looked up by number or name, in os/user and in tools that read the
 * image.
 */
export function passwdFile(user: User): string {
  const lines = STANDING.map(({ name, id, home }) => passwdLine(name, { uid: id, gid: id }, home))
  return [...lines, ...(isStanding(user.uid) ? [] : [passwdLine('user', user, OTHER_HOME)])].join('')
}

export function groupFile({ gid }: User): string {
  const lines = STANDING.map(({ name, id }) => groupLine(name, id))
  return [...lines, ...(isStanding(gid) ? [] : [groupLine('user', gid)])].join('')
}

/**
 * Returns the user's home and whether the image contains it. As on every system, the home of the user "nobody" does not
 * exist.
 */
export function homeOf({ uid }: User): { readonly path: string; readonly isMade: boolean } {
  const path = STANDING.find(account => account.id === uid)?.home ?? OTHER_HOME
  return { path, isMade: path !== '/nonexistent' }
}

function isStanding(id: number): boolean {
  return STANDING.some(account => account.id === id)
}

function passwdLine(name: string, { uid, gid }: User, home: string): string {
  return `${name}:x:${uid}:${gid}:${name}:${home}:/sbin/nologin\n`
}

function groupLine(name: string, gid: number): string {
  return `${name}:x:${gid}:\n`
}
