import { parsed, problem, type Parsed } from '../declare/parsed.ts'
import type { User } from '../declare/spec.ts'
import { type EntryTree, lookUp, ROOT } from './entry-tree.ts'
import { fileSize } from './file-size.ts'

/** A line of `/etc/passwd` or `/etc/group`, split at its colons. */
type Line = readonly string[]

/** Longer files of accounts do not exist. Bytes. */
const LONGEST = 4 * 1024 * 1024

/**
 * Turns the user of a config, `name`, `uid`, `name:group` or `uid:gid`, into numbers by the image's own accounts, as a
 * runtime does. Kubernetes, for one, accepts only numbers where it must be sure that they are not root. The text of a
 * problem continues a sentence that begins with the image.
 */
export function userIn(tree: EntryTree, user: string): Parsed<User> {
  if (user === '') return parsed(ROOT)
  const [name = '', group] = user.split(':')
  const account = linesOf(tree, '/etc/passwd').find(line => (isNumber(name) ? line[2] : line[0]) === name)
  const uid = isNumber(name) ? name : account?.[2]
  if (!isNumber(uid)) return problem(`runs as "${name}", which its /etc/passwd does not list`)
  if (group === undefined || group === '') return idsOf(uid, account?.[3] ?? '0')
  const gid = isNumber(group) ? group : linesOf(tree, '/etc/group').find(line => line[0] === group)?.[2]
  return isNumber(gid)
    ? idsOf(uid, gid)
    : problem(`runs with the group "${group}", which its /etc/group does not list`)
}

/** The home that the image's accounts give a user; `null` where they do not list it. */
export function listedHome(tree: EntryTree, { uid }: User): string | null {
  return linesOf(tree, '/etc/passwd').find(line => line[2] === String(uid))?.[5] ?? null
}

/** What is wrong with a base whose accounts cannot be read, as a clause; `null` if nothing is. */
export function tooLongAccounts(tree: EntryTree): string | null {
  for (const path of ['/etc/passwd', '/etc/group']) {
    const found = lookUp(tree, path, ROOT)
    if (found.kind === 'found' && found.entry.kind === 'file' && fileSize(found.entry) > LONGEST)
      return `its ${path} has more than ${LONGEST} bytes`
  }
  return null
}

function idsOf(uid: string, gid: string): Parsed<User> {
  const user = { uid: Number(uid), gid: Number(gid) }
  return Math.max(user.uid, user.gid) < 2 ** 32 - 1
    ? parsed(user)
    : problem('runs as a user whose number is out of range')
}

function isNumber(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,10}$/.test(text)
}

/** Lines of a file of the base's accounts; none if it has no such file. */
export function linesOf(tree: EntryTree, path: string): readonly Line[] {
  const found = lookUp(tree, path, ROOT)
  if (found.kind !== 'found' || found.entry.kind !== 'file' || fileSize(found.entry) > LONGEST) return []
  const text = Buffer.from(found.entry.bytes).toString('utf8')
  return text.split('\n').map(line => line.split(':'))
}
