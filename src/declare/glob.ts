import { type Parsed, parsed, problem } from './parsed.ts'

/** A path with wildcards, split where the first of them is. */
export interface Pattern {
  /** The path before the first name with a wildcard; empty if that is the first name. */
  readonly start: string
  /** The names from there on, such as `*.html`; a doubled star stands for any number of directories. */
  readonly names: readonly string[]
}

export const ANY_DEPTH = '**'

/** Reads a path with `*`, `?` or `**`. `null` if it has none of them. Brackets are ordinary characters of a name. */
export function parsePattern(text: string): Parsed<Pattern | null> {
  const given = text.split('/')
  const first = given.findIndex(hasWildcard)
  if (first < 0) return parsed(null)
  const names = given.slice(first).filter(name => name !== '' && name !== '.')
  if (text.endsWith('/')) return problem(`ends in a slash; write ${text.replace(/\/+$/, '')}`)
  if (names.includes('..')) return problem('has ".." behind a wildcard; write the path without it')
  const odd = names.find(name => name.includes(ANY_DEPTH) && name !== ANY_DEPTH)
  if (odd !== undefined)
    return problem(`has "${odd}"; ** is a whole name of a path, as in **/${odd.replaceAll(/\*+/g, '*')}`)
  return parsed({
    start: first === 1 && given[0] === '' ? '/' : given.slice(0, first).join('/'),
    // A second ** right behind another adds nothing.
    names: names.filter((name, at) => name !== ANY_DEPTH || names[at - 1] !== ANY_DEPTH),
  })
}

export function hasWildcard(name: string): boolean {
  return /[*?]/.test(name)
}

/** Whether a name fits one name of a pattern. As in a shell, a wildcard at its start fits no leading dot. */
export function fitsName(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false
  // Without a regular expression, because several stars in one would take exponential time.
  const [wanted, given] = [Array.from(pattern), Array.from(name)]
  let [at, from] = [0, 0]
  let retry: { readonly at: number; from: number } | null = null
  while (from < given.length) {
    if (wanted[at] === '*') {
      retry = { at: (at += 1), from }
    } else if (wanted[at] === '?' || (at < wanted.length && wanted[at] === given[from])) {
      at += 1
      from += 1
    } else if (retry !== null) {
      at = retry.at
      from = retry.from += 1
    } else return false
  }
  return wanted.slice(at).every(character => character === '*')
}
