import type { User } from '../declare/spec.ts'
import { UNPRIVILEGED } from '../declare/unprivileged.ts'

interface Account {
  readonly name: string
  readonly id: number
  readonly home: string
}

// Always the same three, with the homes of distroless, so that every image that runs as one of them shares its base layer.
const STANDING: readonly Account[] = [
  { name: 'root', id: 0, home: '/root' },
  { name: 'nonroot', id: UNPRIVILEGED.uid, home: '/home/nonroot' },
  { name: 'nobody', id: 65534, home: '/nonexistent' },
]

const OTHER_HOME = '/home/user'

/** `/etc/passwd`: look-ups of the user by number or name work, in os/user and in the tools that read an image. */
export function passwdFile(user: User): string {
  const lines = STANDING.map(({ name, id, home }) => passwdLine(name, { uid: id, gid: id }, home))
  return [...lines, ...(isStanding(user.uid) ? [] : [passwdLine('user', user, OTHER_HOME)])].join('')
}

export function groupFile({ gid }: User): string {
  const lines = STANDING.map(({ name, id }) => groupLine(name, id))
  return [...lines, ...(isStanding(gid) ? [] : [groupLine('user', gid)])].join('')
}

/** The user's home, and whether the image has it: nobody's is not there, as everywhere. */
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
