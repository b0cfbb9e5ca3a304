import { HIGHEST_ID, parseImagePath, parseUser } from './config-values.ts'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import type { Reader } from './reader.ts'
import type { AccountSpec, User } from './spec.ts'

const LONGEST_NAME = 32

/** Reads `name:uid[:gid[:home]]`; a uid alone is its own gid. */
export function parseAccount(line: string): Parsed<AccountSpec> {
  const [name = '', uid, gid = uid, home = `/home/${name}`, ...rest] = line
    .split(':')
    .map(part => part.trim())
  if (name === '') return problem('has no name before the colon; write name:uid, such as app:1000')
  if (!/^[A-Za-z_][A-Za-z0-9_.-]*$/.test(name) || name.length > LONGEST_NAME)
    return problem(
      `has the name "${name}"; write up to ${LONGEST_NAME} letters, digits, "_", "." and "-", and begin with a letter`,
    )
  if (uid === undefined) return problem(`has no uid; write ${name}:1000`)
  if (uid === 'x' || uid === '*' || rest.length > 2)
    return problem(`is a line of /etc/passwd or /etc/group; write ${shortened(line)}`)
  if (rest.length > 0) return problem('has too many parts; write name:uid[:gid[:home]]')
  const [user, group] = [parseId(uid), parseId(gid ?? uid)]
  if (user === null)
    return problem(`has "${uid}" for a uid; write a number up to ${HIGHEST_ID}, such as ${name}:1000`)
  if (group === null)
    return problem(
      `has "${gid}" for a gid; write a number up to ${HIGHEST_ID}, such as ${name}:${uid}:${uid}`,
    )
  if ((name === 'root') !== (user === 0)) return problem('has the name or the uid of root; write another one')
  const place = parseImagePath(home)
  if (!place.ok) return problem(`has a home that ${place.problem}`)
  // What passwd has no way to quote.
  if (/[\r\n]/.test(place.value)) return problem('has a home with a line break; write another one')
  return parsed({ name, uid: user, gid: group, home: place.value })
}

function parseId(text: string): number | null {
  return /^\d{1,10}$/.test(text) && Number(text) <= HIGHEST_ID ? Number(text) : null
}

/** What of a line of /etc/passwd is written here; of /etc/group, its id. */
function shortened(line: string): string {
  const [name = '', , uid = '1000', gid, , home] = line.split(':')
  return [name, uid, ...(home === undefined ? [] : [gid, home])].join(':')
}

export function declareAccounts(reader: Reader): readonly AccountSpec[] {
  const accounts = reader.each('accounts', reader.items('accounts'), parseAccount)
  for (const [at, account] of accounts.entries()) {
    const earlier = accounts.slice(0, at)
    const shown = `${account.name}:${account.uid}`
    if (earlier.some(({ name }) => name === account.name))
      reader.wrong('accounts', shown, 'has the name of an earlier one; write another name')
    else if (earlier.some(({ uid }) => uid === account.uid))
      reader.wrong('accounts', shown, 'has the uid of an earlier one; write another uid')
  }
  return accounts
}

/** Reads `uid[:gid]`, or the name of an account. */
export function parseUserOf(text: string, accounts: readonly AccountSpec[]): Parsed<User> {
  const given = text.trim()
  const account = accounts.find(({ name }) => name === given)
  if (account !== undefined) return parsed({ uid: account.uid, gid: account.gid })
  const user = parseUser(text)
  if (user.ok || accounts.length === 0) return user
  const [first = '', group] = given.split(':')
  const named = accounts.find(({ name }) => name === first)
  if (named !== undefined)
    return problem(`has a group "${group}" behind a name; write ${first}, or ${named.uid}:${named.gid}`)
  const names = accounts.map(({ name }) => name)
  return /^\d/.test(given)
    ? user
    : problem(`names no user of accounts${didYouMean(first, names) || `; write ${names.join(' or ')}`}`)
}
