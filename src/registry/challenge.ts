/** One way to authenticate that a 401 offers. https://www.rfc-editor.org/rfc/rfc9110#field.www-authenticate */
export interface Challenge {
  /** In lower case: `basic`, `bearer`. */
  readonly scheme: string
  /** Values by lower-case name. If a name is given twice, the first value counts. */
  readonly params: ReadonlyMap<string, string>
}

const TOKEN = /[!#$%&'*+.^_`|~0-9A-Za-z-]+/y
const QUOTED = /"((?:[^"\\]|\\[\s\S])*)"?/y
// Registries write URLs without quotes, although the grammar requires them.
const BARE = /[^\s,]*/y
const TOKEN68 = /[A-Za-z0-9._~+/-]+=*(?=\s*(?:,|$))/y
const GAP = /[\s,]*/y
const SPACE = /\s*/y
const EQUALS = /\s*=\s*/y

/**
 * Reads `WWW-Authenticate`: any number of challenges in one value, in which commas separate both challenges and their
 * parameters. It skips what it cannot read, and never throws.
 */
export function parseChallenges(header: string | null): readonly Challenge[] {
  if (header === null) return []
  const challenges: { scheme: string; params: Map<string, string> }[] = []
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(header)
    if (match !== null) at += match[0].length
    return match
  }
  for (take(GAP); at < header.length; take(GAP)) {
    const name = take(TOKEN)?.[0].toLowerCase()
    const current = challenges.at(-1)
    if (name === undefined) at += 1
    else if (current !== undefined && take(EQUALS) !== null) {
      const value = unescape(take(QUOTED)?.[1]) ?? take(BARE)?.[0] ?? ''
      if (!current.params.has(name)) current.params.set(name, value)
    } else {
      challenges.push({ scheme: name, params: new Map() })
      take(SPACE)
      skipToken68(header, at, take)
    }
  }
  return challenges
}

/** `Negotiate YII=` has a single opaque word, which could be mistaken for a scheme or a parameter. */
function skipToken68(header: string, at: number, take: (pattern: RegExp) => unknown): void {
  if (at < header.length && header[at] !== ',') take(TOKEN68)
}

function unescape(quoted: string | undefined): string | undefined {
  return quoted?.replace(/\\([\s\S])/g, '$1')
}
