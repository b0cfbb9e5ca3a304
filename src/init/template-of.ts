import type { GoModule } from './facts.ts'
import { endsOf, substitutionAt, unquoted } from './shell.ts'

/** What a Makefile, a script or a Dockerfile sets, as it is written there. */
export type Definitions = ReadonlyMap<string, string>

export interface Meaning {
  readonly definitions: Definitions
  readonly module: GoModule | null
  /** What goreleaser calls the project. */
  readonly project?: string
}

/** Variables that hold one another could grow without an end. */
const LONGEST = 4096

/** Variables that name one another further than this were not written by a person, and would fill the stack. */
const DEEPEST = 50

/** The patterns of commands take more than linear time. */
const LONGEST_COMMAND = 500

/** What was found out of each variable; `null` also while it is looked at, so that a circle has no meaning. */
type Known = Map<string, string | null>

/** The templates that mean what a variable usually holds, by the end of its name. */
const BY_NAME: readonly (readonly [name: RegExp, template: string])[] = [
  [/short_?(?:commit|sha|rev|hash)$|(?:commit|sha|rev|hash)_?short$/i, '{{.ShortCommit}}'],
  [/(?:commit|sha1?|revision|(?:^|_)rev|hash|vcs_?ref|commit_?id)$/i, '{{.Commit}}'],
  [/(?:date|time|timestamp)$/i, '{{.Date}}'],
  [/branch$/i, '{{.Branch}}'],
  [/(?:version|tag|release|(?:^|_)ver)$/i, '{{.Version}}'],
]

/** The same by the command whose output it holds. */
const BY_COMMAND: readonly (readonly [command: RegExp, template: string])[] = [
  [/\bgit\b.*\b(?:describe|tag)\b/, '{{.Version}}'],
  [/\bgit\b.*(?:--abbrev-ref|symbolic-ref|--show-current)\b/, '{{.Branch}}'],
  [/\bgit\b.*\brev-parse\b.*--short|\bgit\b.*%h/, '{{.ShortCommit}}'],
  [/\bgit\b.*(?:%c[ItIDdr]|%a[ItIDdr]|--date)|\bdate\b/, '{{.Date}}'],
  [/\bgit\b.*\brev-parse\b|\bgit\b.*%H|\brev-list\b/, '{{.Commit}}'],
]

/** goreleaser's names. The tag is missing on a pull request, so `.Version` stands for it. */
const BY_KEY: Readonly<Record<string, string>> = {
  Version: '{{.Version}}',
  RawVersion: '{{.Version}}',
  Tag: '{{.Version}}',
  Summary: '{{.Version}}',
  Commit: '{{.Commit}}',
  FullCommit: '{{.Commit}}',
  ShortCommit: '{{.ShortCommit}}',
  Date: '{{.Date}}',
  CommitDate: '{{.Date}}',
  Branch: '{{.Branch}}',
  'Git.Tag': '{{.Version}}',
  'Git.FullCommit': '{{.Commit}}',
  'Git.ShortCommit': '{{.ShortCommit}}',
}

/**
 * Writes a text with variables, commands and templates of other tools in Bantam's templates; `null` where the meaning of one
 * of them is unknown.
 */
export function templateOf(text: string, meaning: Meaning): string | null {
  return filled(text, meaning, new Map(), 0)
}

function filled(text: string, meaning: Meaning, known: Known, depth: number): string | null {
  if (text.length > LONGEST || depth > DEEPEST) return null
  const ends = endsOf(text)
  let result = ''
  for (let at = 0; at < text.length;) {
    const end = Math.max(substitutionAt(text, at, ends), plainVariableAt(text, at))
    if (end === at) {
      result += text.charAt(at)
      at += 1
      continue
    }
    const part = partOf(text.slice(at, end), meaning, known, depth)
    if (part === null || result.length > LONGEST) return null
    result += part
    at = end
  }
  return result
}

/** Where a `$NAME` that begins here ends. */
function plainVariableAt(text: string, at: number): number {
  if (text.charAt(at) !== '$') return at
  return at + (/^\$\$?[A-Za-z_]\w*/.exec(text.slice(at, at + 200))?.[0].length ?? 0)
}

function partOf(written: string, meaning: Meaning, known: Known, depth: number): string | null {
  if (written.startsWith('{{')) return keyOf(written.slice(2, -2).trim(), meaning)
  if (written.startsWith('`')) return commandOf(written.slice(1, -1), meaning)
  const bare = written.replace(/^\$\$?/, '')
  const inner = /^[({]/.test(bare) ? bare.slice(1, -1).trim() : bare
  const [, name, usual] = /^([A-Za-z_]\w*)(?::?[-=]([^]*))?$/.exec(inner) ?? []
  if (name !== undefined) return variableOf(name, usual, meaning, known, depth)
  return bare.startsWith('(') ? commandOf(inner.replace(/^shell\s+/, ''), meaning) : null
}

function variableOf(
  name: string,
  usual: string | undefined,
  meaning: Meaning,
  known: Known,
  depth: number,
): string | null {
  const before = known.get(name)
  if (before !== undefined) return before
  known.set(name, null)
  const defined = meaning.definitions.get(name) ?? usual
  const text = defined === undefined ? undefined : unquoted(defined)
  const isCommand = text !== undefined && /^(?:\$\$?\(|`)/.test(text)
  const expanded = text === undefined ? null : filled(text, meaning, known, depth + 1)
  const isMeant = expanded !== null && (isCommand || expanded.includes('{{') || expanded.includes('/'))
  const result = isMeant ? expanded : (byName(name) ?? expanded)
  known.set(name, result)
  return result
}

function byName(name: string): string | null {
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

function commandOf(command: string, { module }: Meaning): string | null {
  if (command.length > LONGEST_COMMAND) return null
  if (/^go\s+list\s+-m\b/.test(command)) return module?.path ?? null
  return BY_COMMAND.find(([pattern]) => pattern.test(command))?.[1] ?? null
}

function keyOf(action: string, { project }: Meaning): string | null {
  const [, key = ''] = /^\.([\w.]+)$/.exec(action) ?? []
  if (Object.hasOwn(BY_KEY, key)) return BY_KEY[key] ?? null
  if (key === 'ProjectName') return project ?? null
  return key.startsWith('Env.') ? byName(key.slice('Env.'.length)) : null
}
