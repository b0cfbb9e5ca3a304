import { posix } from 'node:path'
import { checkoutPath } from './checkout-path.ts'
import { type Dockerfile, execForm, type Instruction, type Stage } from './dockerfile.ts'
import { looseWords } from './shell.ts'

/** One COPY or ADD, its destination absolute. */
export interface Copy {
  readonly line: number
  readonly sources: readonly string[]
  readonly destination: string
  /** Whether the sources go into the destination, and not in its place. */
  readonly into: boolean
  /** A stage or an image; `null`: the checkout. */
  readonly from: string | null
  readonly mode: string | null
  readonly owner: string | null
}

export interface Run {
  readonly line: number
  readonly script: string
  readonly directory: string
}

/** An instruction about the image's configuration, its variables filled in; `null` where one is unknown. */
export interface Setting {
  readonly name: string
  readonly flags: Instruction['flags']
  readonly line: number
  readonly written: string
  readonly text: string | null
}

/** A stage together with the stages that it starts from. */
export interface StageView {
  /** The index of the stage that it starts from; -1 where that is an image. */
  readonly parent: number
  /** The image at its root. */
  readonly base: string
  readonly line: number
  readonly copies: readonly Copy[]
  readonly runs: readonly Run[]
  readonly settings: readonly Setting[]
  readonly variables: ReadonlyMap<string, string>
  readonly directory: string
  /** The place in the checkout of what COPY put at a path. */
  readonly copied: ReadonlyMap<string, string>
}

/**
 * Reads a stage, and before it the earlier ones that it is made from.
 *
 * @param earlier what was read already of the stages before it
 */
export function viewStage(
  dockerfile: Dockerfile,
  index: number,
  earlier: readonly StageView[] = [],
): StageView {
  const { args, stages } = dockerfile
  const stage = stages[index]
  const parent = stage === undefined ? -1 : stageNamed(stages, stage.base, index)
  const before = parent < 0 ? null : (earlier[parent] ?? viewStage(dockerfile, parent, earlier))
  const variables = new Map<string, string>(before?.variables ?? args.flatMap(({ text }) => pairsOf(text)))
  const written = stage?.base ?? ''
  const base = before?.base ?? expand(written, variables) ?? written
  const copies: Copy[] = []
  const runs: Run[] = []
  const settings: Setting[] = []
  let directory = before?.directory ?? '/'
  for (const instruction of stage?.instructions ?? []) {
    const { name, flags, text, line } = instruction
    if (name === 'WORKDIR') directory = posix.resolve(directory, expand(text, variables) ?? '.')
    if (name === 'ENV' || name === 'ARG')
      for (const [variable, value] of pairsOf(text))
        variables.set(variable, expand(value, variables) ?? value.slice(0, LONGEST))
    if (name === 'RUN') runs.push({ line, script: scriptOf(text), directory })
    else if (name === 'COPY' || name === 'ADD') copies.push(copyOf(instruction, directory, variables))
    else if (name !== 'ARG')
      settings.push({ name, flags, line, written: text, text: expand(text, variables) })
  }
  return {
    parent,
    base,
    line: stage?.line ?? 1,
    copies: [...(before?.copies ?? []), ...copies],
    runs: [...(before?.runs ?? []), ...runs],
    settings: [...(before?.settings ?? []), ...settings],
    variables,
    directory,
    copied: copiedFrom(copies, before?.copied ?? new Map()),
  }
}

function copiedFrom(
  copies: readonly Copy[],
  before: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const places = new Map(before)
  for (const { from: stage, sources, destination, into } of copies) {
    if (stage !== null) continue
    for (const source of sources) {
      const from = checkoutPath(source)
      // Of a directory, COPY takes what is in it.
      const isWhole = from === '' || !into || source.endsWith('/')
      const to = isWhole ? destination : posix.join(destination, posix.basename(from))
      if (!places.has(to)) places.set(to, from)
    }
  }
  return places
}

/** The index of a stage that `--from` or FROM names; -1 where it is an image. Only stages before `before` count. */
export function stageNamed(stages: readonly Stage[], name: string, before: number): number {
  const earlier = stages.slice(0, before)
  const named = earlier.findLastIndex(stage => stage.name?.toLowerCase() === name.toLowerCase())
  if (named >= 0) return named
  return /^\d{1,3}$/.test(name) && Number(name) < before ? Number(name) : -1
}

/** `NAME=value …`, or the old `NAME value`. */
export function pairsOf(text: string): readonly (readonly [string, string])[] {
  const old = /^([A-Za-z_][\w.-]*)\s+([^=]*)$/.exec(text)
  if (old !== null) return [[old[1] ?? '', old[2] ?? '']]
  return looseWords(text).flatMap(word => {
    const [, name, value = ''] = /^([^=\s]+)=([^]*)$/.exec(word) ?? []
    return name === undefined ? [] : [[name, value] as const]
  })
}

/** Variables that hold one another could grow without an end. */
const LONGEST = 8192

/** `null` where a variable is unknown, as one that only the build's caller gives. */
export function expand(text: string, variables: ReadonlyMap<string, string>): string | null {
  if (text.length > LONGEST) return null
  let isKnown = true
  let added = 0
  const valueOf = (name: string, usual?: string): string => {
    const value = variables.get(name) ?? usual
    added += value?.length ?? 0
    // Counted here, since a name of a few characters may stand for thousands.
    if (value === undefined || added > LONGEST) isKnown = false
    return isKnown ? (value ?? '') : ''
  }
  // Behind the last one no brace ends. To search there for the end of each of many would take quadratic time.
  const last = text.lastIndexOf('}') + 1
  const expanded = [
    text
      .slice(0, last)
      .replace(
        /\$(?:\{([A-Za-z_]\w*)(?::-([^}]*))?\}|([A-Za-z_]\w*))/g,
        (_, braced?: string, usual?: string, bare?: string) => valueOf(braced ?? bare ?? '', usual),
      ),
    text.slice(last).replace(/\$([A-Za-z_]\w*)/g, (_, bare: string) => valueOf(bare)),
  ].join('')
  return isKnown && expanded.length <= LONGEST ? expanded : null
}

function scriptOf(text: string): string {
  const words = execForm(text)
  if (words === null) return text
  // ["/bin/sh", "-c", "go build …"]
  return words.at(-2) === '-c' ? (words.at(-1) ?? '') : words.map(word => JSON.stringify(word)).join(' ')
}

/** One COPY of a person has fewer. */
const MOST_SOURCES = 100

function copyOf(
  { flags, text, line }: Instruction,
  directory: string,
  variables: ReadonlyMap<string, string>,
): Copy {
  const words = execForm(text) ?? looseWords(text)
  const filled = words.map(word => expand(word, variables) ?? word)
  const sources = filled.slice(0, -1).slice(0, MOST_SOURCES)
  const destination = filled.at(-1) ?? '.'
  const written = flags['from'] ?? null
  return {
    line,
    sources,
    destination: posix.resolve(directory, destination),
    into: sources.length > 1 || /(?:^|\/)\.?$/.test(destination),
    from: written === null ? null : (expand(written, variables) ?? written),
    mode: flags['chmod'] ?? null,
    owner: flags['chown'] ?? null,
  }
}

/** The place in the checkout of what lies in a stage; `null` where no COPY put it there. */
export function contextPath({ copied }: StageView, file: string): string | null {
  // From the nearest directory upward, so that many instructions take no longer.
  for (let place = file; ; place = posix.dirname(place)) {
    const from = copied.get(place)
    if (from !== undefined) return posix.join(from, posix.relative(place, file))
    if (place === posix.dirname(place)) return null
  }
}
