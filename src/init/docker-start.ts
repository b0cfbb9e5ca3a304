import { posix } from 'node:path'
import { formatShellWords } from '../declare/shell-words.ts'
import { execForm } from './dockerfile.ts'
import type { Setting, StageView } from './docker-stage.ts'
import { type Inputs, inputOf, type Placed } from './draft.ts'
import type { Note } from './facts.ts'
import { looseWords } from './shell.ts'

/** What an image starts. */
export interface Start {
  /** The program and its fixed arguments; empty where nothing says it. */
  readonly entrypoint: readonly string[]
  readonly args: readonly string[]
  readonly notes: readonly Note[]
}

/** Programs that start another and pass signals on. */
const INIT = ['tini', 'dumb-init', 'catatonit']

/** As for Docker, the last of each counts, and CMD holds arguments only where there is an ENTRYPOINT. */
export function startOf({ settings }: StageView, file: string): Start {
  const notes: Note[] = []
  const entry = settings.findLast(({ name }) => name === 'ENTRYPOINT')
  const cmd = settings.findLast(({ name }) => name === 'CMD')
  const read = (setting: Setting | undefined): readonly string[] => {
    if (setting === undefined) return []
    const words = wordsOf(setting)
    if (words !== null) return words
    const why = 'a shell expands it, and the image has none; write entrypoint and args as plain words'
    notes.push({ where: `${file}:${setting.line}`, what: `${setting.name} ${setting.written}`, why })
    return []
  }
  const [first, rest] = [read(entry), read(cmd)]
  const isInit = INIT.includes(posix.basename(first[0] ?? ''))
  const direct = withoutInit(first)
  if (isInit) notes.push(initNote(first[0] ?? '', file, entry))
  if (direct.length > 0) return { entrypoint: direct, args: rest, notes }
  // Without an entrypoint, or with one that only starts others, CMD names the program.
  if (entry !== undefined && !isInit) return { entrypoint: [], args: [], notes }
  const named = withoutInit(rest)
  if (named.length < rest.length) notes.push(initNote(rest[0] ?? '', file, cmd))
  return { entrypoint: named.slice(0, 1), args: named.slice(1), notes }
}

function wordsOf({ written, text }: Setting): readonly string[] | null {
  const exec = execForm(written)
  if (exec !== null) return exec
  // What begins like the exec form and is none, Docker hands to a shell, which fails.
  if (text === null || /^\[|[$`|&;<>(){}*?~]/.test(text)) return null
  return looseWords(text.replace(/^exec\s+/, ''))
}

function withoutInit(words: readonly string[]): readonly string[] {
  if (!INIT.includes(posix.basename(words[0] ?? ''))) return words
  const from = words.findIndex((word, at) => at > 0 && !word.startsWith('-'))
  return from < 0 ? [] : words.slice(from)
}

function initNote(what: string, file: string, setting: Setting | undefined): Note {
  const why = 'the image has no such program; the service is started directly and gets the signals itself'
  return { where: `${file}:${setting?.line ?? 1}`, what, why }
}

/** The programs with the one that is started first, and the inputs that say how. */
export function startInputs(
  { entrypoint, args }: Start,
  programs: readonly Placed[],
  { directory }: StageView,
): { readonly programs: readonly Placed[]; readonly inputs: Inputs; readonly unknown: string | null } {
  const [word, ...fixed] = entrypoint
  if (word === undefined) return { programs, inputs: argsInput(args), unknown: null }
  const path = word.includes('/') ? posix.resolve(directory, word) : word
  const started = programs.find(
    ({ program, place }) => place === path || posix.basename(place ?? program.name) === path,
  )
  if (started === undefined) return { programs, inputs: {}, unknown: word }
  const place = started.place ?? `/${started.program.name}`
  return {
    programs: [started, ...programs.filter(other => other !== started)],
    inputs: {
      ...(fixed.length === 0 ? {} : inputOf('entrypoint', [formatShellWords([place, ...fixed])])),
      ...argsInput(args),
    },
    unknown: null,
  }
}

function argsInput(args: readonly string[]): Inputs {
  return args.length === 0 ? {} : inputOf('args', [formatShellWords(args)])
}
