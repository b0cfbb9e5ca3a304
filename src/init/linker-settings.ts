import { joinLinkerFlags } from '../declare/linker-flags.ts'
import type { Note } from './facts.ts'
import { endsOf, looseWords, substitutionAt, unquoted } from './shell.ts'
import { type Meaning, templateOf } from './template-of.ts'

/** The `-X` of linker flags, in the order in which they were written. */
export interface LinkerSettings {
  /** By the variable that is set: `main.version` → `-X main.version={{.Version}}`. */
  readonly lines: ReadonlyMap<string, string>
  readonly notes: readonly Note[]
}

/** Flags that hold one another could grow without an end. */
const LONGEST = 32 * 1024

/** Variables that name one another further than this were not written by a person, and would fill the stack. */
const DEEPEST = 50

/** The workflow has fewer lines of one input, and each may ask for many variables. */
const MOST = 200

/** What Bantam does anyway, or what a static binary makes needless. */
const NEEDLESS = /^-(?:s|w|buildid=.*|extldflags?=?.*|linkmode=internal|d|static)$/

/** A value that stands in one line of `ldflags` as it is. */
const PLAIN = /^(?:[\p{L}\p{N}_./@:+=, ~-]|\{\{\.[A-Za-z]+\}\})*$/u

/** Turns what was written behind `-ldflags` into Bantam's `ldflags`, and says which parts were left out. */
export function linkerSettings(texts: readonly string[], meaning: Meaning, where: string): LinkerSettings {
  const lines = new Map<string, string>()
  const notes: Note[] = []
  const words = texts.flatMap(text => looseWords(expandFlags(text, meaning)))
  for (let at = 0; at < words.length && lines.size + notes.length < MOST; at += 1) {
    const word = words[at] ?? ''
    const joined = /^--?X=?([^]+)$/.exec(word)?.[1]
    if (joined === undefined && !/^--?X$/.test(word)) {
      if (/^-(?:extldflags?|buildid)$/.test(word)) at += 1
      else if (word.startsWith('-') && !NEEDLESS.test(word))
        notes.push({
          where,
          what: `linker flag ${word}`,
          why: 'write it into ldflags if the service needs it',
        })
      continue
    }
    if (joined === undefined) at += 1
    const given = joined ?? words[at] ?? ''
    const setting = settingOf(given, meaning)
    if ('why' in setting) notes.push({ where, what: `-X ${given}`, why: setting.why })
    else if (!lines.has(setting.variable)) lines.set(setting.variable, setting.line)
  }
  return { lines, notes }
}

function settingOf(
  given: string,
  meaning: Meaning,
): { readonly variable: string; readonly line: string } | { readonly why: string } {
  const equals = equalsOf(given)
  const variable = equals < 1 ? null : templateOf(given.slice(0, equals), meaning)
  if (variable === null || !/^[\p{L}\p{N}_./~-]+\.[\p{L}_][\p{L}\p{N}_]*$/u.test(variable))
    return { why: 'the variable that it sets is not known before the build; write its name' }
  const value = templateOf(given.slice(equals + 1), meaning)
  if (value === null)
    return { why: 'its value is not known before the build; write a template such as {{.Version}}' }
  if (value === '') return { why: 'its value is empty' }
  if (!PLAIN.test(value))
    return { why: 'its value has characters that are not carried over; write it yourself' }
  const joined = joinLinkerFlags(['-X', `${variable}=${value}`])
  return joined.ok ? { variable, line: joined.value } : { why: `it ${joined.problem}` }
}

/** Where the first `=` stands that is not in a command of the name, such as `$(shell go list -f=…)`; -1 where none does. */
function equalsOf(given: string): number {
  const ends = endsOf(given)
  for (let at = 0; at < given.length; at = Math.max(at + 1, substitutionAt(given, at, ends)))
    if (given.charAt(at) === '=') return at
  return -1
}

/**
 * Replaces variables that hold flags by their text: `$(LDFLAGS)`, and `$(VERSION_FLAGS)` in it.
 *
 * @param known what was found out of each variable; empty while it is looked at, so that a circle ends
 */
function expandFlags(
  text: string,
  meaning: Meaning,
  known = new Map<string, string | null>(),
  depth = 0,
): string {
  let added = 0
  const expanded = text
    .slice(0, LONGEST)
    .replace(/\$\$?(?:\((\w+)\)|\{(\w+)\}|([A-Za-z_]\w*))/g, (written: string, ...names: string[]) => {
      // Counted here, since a name of a few characters may stand for thousands.
      if (added > LONGEST) return ''
      const name = names.slice(0, 3).find(one => one !== undefined) ?? ''
      const flags = flagsIn(name, meaning, known, depth) ?? written
      added += flags.length
      return flags
    })
  return added > LONGEST || expanded.length > LONGEST ? '' : expanded
}

/** `null` where a variable holds no flags. */
function flagsIn(
  name: string,
  meaning: Meaning,
  known: Map<string, string | null>,
  depth: number,
): string | null {
  const before = known.get(name)
  if (before !== undefined) return before
  if (depth > DEEPEST) return null
  const definition = meaning.definitions.get(name)
  const isNamed = /flags/i.test(name)
  if (definition === undefined) return isNamed ? '' : null
  if (!isNamed && !/(?:^|\s)["']?-[Xsw]\b/.test(definition)) return null
  known.set(name, '')
  const flags = expandFlags(
    unquoted(definition).replace(/^\s*["']?-ldflags[= ]["']?/, ''),
    meaning,
    known,
    depth + 1,
  )
  known.set(name, flags)
  return flags
}
