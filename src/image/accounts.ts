import type { User } from '../declare/spec.ts'

interface Account {
  readonly name: string
  readonly id: number
}

// Always the same three, so that every image that runs as one of them shares its base layer.
const STANDING: readonly Account[] = [
  { name: 'root', id: 0 },
  { name: 'nonroot', id: 65532 },
  { name: 'nobody', id: 65534 },
]

/** `/etc/passwd`: look-ups of the user by number or name work, in os/user and in the tools that read an image. */
export function passwdFile({ uid, gid }: User): string {
  const lines = STANDING.map(({ name, id }) => passwdLine(name, id, id))
  return [...lines, ...(isStanding(uid) ? [] : [passwdLine('user', uid, gid)])].join('')
}

export function groupFile({ gid }: User): string {
  const lines = STANDING.map(({ name, id }) => groupLine(name, id))
  return [...lines, ...(isStanding(gid) ? [] : [groupLine('user', gid)])].join('')
}

function isStanding(id: number): boolean {
  return STANDING.some(account => account.id === id)
}

// Home is /, as it is without this file: no directory that is not there, and no shell.
function passwdLine(name: string, uid: number, gid: number): string {
  return `${name}:x:${uid}:${gid}:${name}:/:/sbin/nologin\n`
}

function groupLine(name: string, gid: number): string {
  return `${name}:x:${gid}:\n`
}
