import type { AccountSpec } from '../declare/spec.ts'
import { type Group, groupLine, passwdLine, withGroups } from './accounts.ts'
import { linesOf } from './base-user.ts'
import type { FileEntry } from './entry.ts'
import { type EntryTree, lookUp, ROOT } from './entry-tree.ts'

const PASSWD = '/etc/passwd'
const GROUP = '/etc/group'

export interface TakenAccount {
  readonly account: AccountSpec
  readonly by: 'name' | 'uid'
}

/** Returns the first account whose name or uid a base gives to a user of its own. */
export function takenAccount(tree: EntryTree, accounts: readonly AccountSpec[]): TakenAccount | null {
  const lines = linesOf(tree, PASSWD)
  for (const account of accounts) {
    if (lines.some(([name]) => name === account.name)) return { account, by: 'name' }
    if (lines.some(([, , uid]) => uid === String(account.uid))) return { account, by: 'uid' }
  }
  return null
}

/** Returns `/etc/passwd` and `/etc/group` of a base with the lines for accounts behind its own. */
export function extendedAccounts(tree: EntryTree, accounts: readonly AccountSpec[]): readonly FileEntry[] {
  const groups = linesOf(tree, GROUP).flatMap(asGroup)
  const added = withGroups(groups, accounts).slice(groups.length)
  return [...extended(tree, PASSWD, accounts.map(passwdLine)), ...extended(tree, GROUP, added.map(groupLine))]
}

function asGroup([name, , gid]: readonly string[]): readonly Group[] {
  return name === undefined || gid === undefined ? [] : [{ name, gid: Number(gid) }]
}

/** The file with its mode and owner, where its links lead; none where the base has no such file. */
function extended(tree: EntryTree, path: string, lines: readonly string[]): readonly FileEntry[] {
  const found = lookUp(tree, path, ROOT)
  if (lines.length === 0 || found.kind !== 'found' || found.entry.kind !== 'file') return []
  const { mode, uid, gid, bytes } = found.entry
  const separator = bytes.length === 0 || bytes.at(-1) === 0x0a ? '' : '\n'
  const text = Buffer.concat([bytes, Buffer.from(`${separator}${lines.join('')}`)])
  return [{ kind: 'file', path: found.path, mode, uid, gid, bytes: text }]
}
