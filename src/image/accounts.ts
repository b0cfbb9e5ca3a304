import type { AccountSpec, User } from '../declare/spec.ts'
import { UNPRIVILEGED } from '../declare/unprivileged.ts'

// The same three accounts with the homes of distroless in every image, so that images for any of these users share a
// base layer.
const STANDING: readonly AccountSpec[] = [
  { name: 'root', uid: 0, gid: 0, home: '/root' },
  { name: 'nonroot', ...UNPRIVILEGED, home: '/home/nonroot' },
  { name: 'nobody', uid: 65534, gid: 65534, home: '/nonexistent' },
]

const OTHER_NAME = 'user'
const OTHER_HOME = '/home/user'

/** Homes that no image contains: that of "nobody", as on every system, and the root directory, which is there anyway. */
const NOT_MADE = ['/nonexistent', '/']

/**
 * Returns the image's accounts: those that every image has, unless another takes their name or uid, those that the user
 * declared, and one for the image's user if it would have none.
 */
export function accountsOf(user: User, declared: readonly AccountSpec[]): readonly AccountSpec[] {
  const isTaken = ({ name, uid }: AccountSpec) =>
    declared.some(account => account.name === name || account.uid === uid)
  const accounts = [...STANDING.filter(account => !isTaken(account)), ...declared]
  if (accounts.some(({ uid }) => uid === user.uid)) return accounts
  const names = accounts.map(account => account.name)
  return [...accounts, { name: freeName(names, user.uid), ...user, home: OTHER_HOME }]
}

/**
 * Writes `/etc/passwd`, so that the user can be looked up by number or name, in os/user and in tools that read the
 * image.
 */
export function passwdFile(user: User, declared: readonly AccountSpec[] = []): string {
  return accountsOf(user, declared).map(passwdLine).join('')
}

export function passwdLine({ name, uid, gid, home }: AccountSpec): string {
  return `${name}:x:${uid}:${gid}:${name}:${home}:/sbin/nologin\n`
}

export interface Group {
  readonly name: string
  readonly gid: number
}

/** Writes `/etc/group`: each gid of an account has one group. */
export function groupFile(user: User, declared: readonly AccountSpec[] = []): string {
  const own = declared.filter(({ uid, gid }) => gid === uid)
  const isTaken = ({ name, gid }: Group) => own.some(group => group.name === name || group.gid === gid)
  const groups = withGroups([...STANDING.filter(group => !isTaken(group)), ...own], declared)
  if (groups.every(group => group.gid !== user.gid))
    groups.push({
      name: freeName(
        groups.map(group => group.name),
        user.gid,
      ),
      gid: user.gid,
    })
  return groups.map(groupLine).join('')
}

export function groupLine({ name, gid }: Group): string {
  return `${name}:x:${gid}:\n`
}

/** Adds a group for each gid that has none yet, named like its account where that name is free. */
export function withGroups(groups: readonly Group[], accounts: readonly AccountSpec[]): Group[] {
  const all = [...groups]
  for (const { name, gid } of accounts) {
    if (all.some(group => group.gid === gid)) continue
    const names = all.map(group => group.name)
    all.push({ name: freeName(names, gid, name), gid })
  }
  return all
}

function freeName(taken: readonly string[], id: number, name = OTHER_NAME): string {
  return taken.includes(name) ? freeName(taken, id, `${name}${id}`) : name
}

/** Returns the user's home and whether the image contains it. */
export function homeOf(
  user: User,
  declared: readonly AccountSpec[] = [],
): { readonly path: string; readonly isMade: boolean } {
  const account = accountsOf(user, declared).find(({ uid }) => uid === user.uid)
  const path = account?.home ?? OTHER_HOME
  return { path, isMade: !NOT_MADE.includes(path) }
}

/** Returns the accounts whose homes the image contains. */
export function accountsWithHomes(user: User, declared: readonly AccountSpec[]): readonly AccountSpec[] {
  return accountsOf(user, declared).filter(({ home }) => !NOT_MADE.includes(home))
}
