import type { Clause, Surface } from '../clause.ts'
import type { Given } from './given.ts'
import { INPUTS, type InputName } from './inputs.ts'
import {
  type Assignment,
  checkAssignment,
  numberedLines,
  parseAssignment,
  splitLines,
  splitList,
} from './list.ts'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { type Problem, wrongInput, wrongPlace, wrongValue } from './problem.ts'
import { uniqueProblems, withoutBroken } from './broken-values.ts'
import { parseShellWords } from './shell-words.ts'
import type { Variables } from './template.ts'
import { type ListStyle, readWrittenList, readWrittenMap } from './written-list.ts'

/**
 * Reads the inputs one by one and collects the problems, so that all are reported at once. An invalid input gets its
 * fallback value, which is never used because any problem means that there is no spec.
 */
export interface Reader {
  readonly surface: Surface
  /** As given, else `null`. */
  text(name: InputName): string | null
  /** What the templates of an input may read of the environment. */
  variables(name: InputName, env: Variables): Variables
  /** Whether the user set a value other than the default. The runner passes all defaults, too. */
  asked(name: InputName): boolean
  value<Value, Fallback>(
    name: InputName,
    parse: (text: string) => Parsed<Value, Because>,
    fallback: Fallback,
  ): Value | Fallback
  each<Item, Value>(
    name: InputName,
    items: readonly Item[],
    parse: (item: Item) => Parsed<Value, Because>,
  ): readonly Value[]
  /** Items on lines or between commas, or those of a list as JSON and YAML write it. */
  items(name: InputName): readonly string[]
  /** The same for items that may hold commas: each is on a line of its own. */
  lines(name: InputName): readonly string[]
  /** As given, a list as JSON and YAML write it turned into lines; `null` where nothing was given. */
  listed(name: InputName): string | null
  /**
   * `name=value` lines, or a list or map as JSON and YAML write it. `refine` may look closer at one and change it, or leave
   * it out (`null`).
   *
   */
  map(
    name: InputName,
    refine?: (assignment: Assignment) => Parsed<Assignment | null, Because>,
    style?: MapStyle,
  ): Readonly<Record<string, string>>
  /** Split like a shell does, or the items of a list as JSON and YAML write it; `how` may split them otherwise. */
  words(name: InputName, how?: WordStyle): readonly string[]
  choice<Choice extends string>(name: InputName, choices: readonly Choice[]): Choice
  boolean(name: InputName): boolean
  /** `because` is the end of a sentence that begins with the input and the value. */
  wrong(name: string, value: string, because: Because): void
  /** `because` is the end of a sentence that begins with the input alone. */
  contradiction(name: string, because: Because): void
  problems(): readonly Problem[]
}

/** The end of a sentence; a clause where it names other inputs. */
type Because = string | Clause

export interface MapStyle {
  /** What a name that is there twice means: the last one counts, as with labels, or an error. */
  readonly repeats: 'last wins' | 'refused'
  /** Computes the final value of what the user wrote. Values that a later line replaces are not checked. */
  readonly fill: (value: string) => Parsed<string, Because>
}

const AS_IT_STANDS: MapStyle = { repeats: 'refused', fill: parsed }

export interface WordStyle {
  readonly split: (text: string) => Parsed<readonly string[]>
  /** What one item of a written list becomes. */
  readonly item: (item: string) => Parsed<readonly string[]>
}

const LIST_STYLE: ListStyle = { colons: 'refused' }
/** A limit is `metric: size`. */
const BUDGET_STYLE: ListStyle = { colons: 'text' }

/** Anyone who can read the image can read these, so that a wrong line of them is shown whole. */
const PUBLIC: readonly InputName[] = ['labels', 'annotations']

const SHELL_WORDS: WordStyle = { split: parseShellWords, item: item => parsed([item]) }

export function readerOf(given: Given): Reader {
  const { surface } = given
  const { values, broken } = withoutBroken(given)
  const problems: Problem[] = [...broken]
  /** One value, or each of those of a repeated flag. */
  const partsOf = (name: InputName): readonly string[] => {
    const value = values[name]
    return value === undefined ? [] : (given.repeated?.[name] ?? [value])
  }
  const writtenOr = (
    name: InputName,
    part: string,
    read: (text: string) => readonly string[],
  ): readonly string[] => {
    const written = readWrittenList(part, name === 'budget' ? BUDGET_STYLE : LIST_STYLE)
    if (written.ok) return written.value ?? read(part)
    reader.wrong(name, part, written.problem)
    return []
  }
  const assignmentsOf = (name: InputName) =>
    partsOf(name).flatMap(part => {
      const pairs = readWrittenMap(part)
      if (pairs.ok && pairs.value !== null)
        return pairs.value.map((pair, at) => ({
          written: null,
          place: `item ${at + 1}`,
          assignment: checkAssignment(pair),
        }))
      const items = pairs.ok ? readWrittenList(part, LIST_STYLE) : pairs
      // The values may be secrets, so no part of them is shown: labels and annotations are public.
      if (!items.ok) reader.contradiction(name, items.problem)
      if (!items.ok) return []
      const shownOf = (line: string) => (PUBLIC.includes(name) ? line : null)
      if (items.value !== null)
        return items.value.map((item, at) => ({
          written: shownOf(item),
          place: `item ${at + 1}`,
          assignment: parseAssignment(item),
        }))
      const lines = numberedLines(part)
      return lines.map(({ line, number }, at) => ({
        written: shownOf(line),
        // On a terminal, each line usually comes from a flag of its own.
        place: lines.length === 1 ? null : surface === 'terminal' ? `value ${at + 1}` : `line ${number}`,
        assignment: parseAssignment(line),
      }))
    })
  const reader: Reader = {
    surface,
    text: name => values[name] ?? null,
    variables: (name, env) => (given.ofCheckout?.has(name) === true ? null : env),
    asked: name => values[name] !== undefined && values[name] !== defaultOf(name),
    value(name, parse, fallback) {
      const text = values[name]
      if (text === undefined) return fallback
      const result = parse(text)
      if (result.ok) return result.value
      reader.wrong(name, text, result.problem)
      return fallback
    },
    each(name, items, parse) {
      return items.flatMap(item => {
        const result = parse(item)
        if (result.ok) return [result.value]
        reader.wrong(name, String(item), result.problem)
        return []
      })
    },
    items: name => partsOf(name).flatMap(part => writtenOr(name, part, splitList)),
    lines: name => partsOf(name).flatMap(part => writtenOr(name, part, splitLines)),
    listed(name) {
      if (values[name] === undefined) return null
      const parts = partsOf(name).map(part => writtenOr(name, part, text => [text]).join('\n'))
      return parts.join('\n')
    },
    map(name, refine = parsed, { repeats, fill } = AS_IT_STANDS) {
      const entries = new Map<
        string,
        { readonly value: string; readonly wrong: (because: Because) => void }
      >()
      for (const { written, place, assignment } of assignmentsOf(name)) {
        const refined = assignment.ok ? refine(assignment.value) : assignment
        // A line may be a secret: what is shown of it is its name, or else its place.
        const wrong = (because: Because) => {
          const shown = assignment.ok ? assignment.value.name : written
          if (shown !== null) reader.wrong(name, shown, because)
          else if (place !== null) problems.push(wrongPlace(name, place, because))
          else reader.contradiction(name, because)
        }
        if (!refined.ok) wrong(refined.problem)
        else if (refined.value === null) continue
        else if (repeats === 'refused' && entries.has(refined.value.name))
          wrong('is given twice; write it once')
        else entries.set(refined.value.name, { value: refined.value.value, wrong })
      }
      return Object.fromEntries(
        [...entries].flatMap(([key, { value, wrong }]) => {
          const filled = fill(value)
          if (!filled.ok) wrong(filled.problem)
          return filled.ok ? [[key, filled.value]] : []
        }),
      )
    },
    words: (name, { split, item } = SHELL_WORDS) =>
      partsOf(name).flatMap(part => {
        const written = readWrittenList(part, LIST_STYLE)
        const texts = written.ok ? written.value : null
        const read = texts === null ? [written.ok ? split(part) : written] : texts.map(item)
        return read.flatMap(words => {
          if (!words.ok) reader.wrong(name, part, words.problem)
          return (words.ok ? words.value : null) ?? []
        })
      }),
    choice(name, choices) {
      const fallback = choices.find(choice => choice === defaultOf(name)) ?? choices[0]
      if (fallback === undefined) throw new Error(`${name} has no choices`)
      return reader.value(name, text => parseChoice(text, choices), fallback)
    },
    boolean: name => reader.value(name, parseBoolean, defaultOf(name) === 'true'),
    wrong: (name, value, because) => void problems.push(wrongValue(name, value, because)),
    contradiction: (name, because) => void problems.push(wrongInput(name, because)),
    problems: () => [
      ...given.problems,
      ...uniqueProblems(problems).toSorted((a, b) => placeOf(a.input) - placeOf(b.input)),
    ],
  }
  return reader
}

function defaultOf(name: InputName): string | undefined {
  return INPUTS.find(input => input.name === name)?.default
}

function placeOf(name: string): number {
  const place = INPUTS.findIndex(input => input.name === name)
  return place < 0 ? INPUTS.length : place
}

export function parseChoice<Choice extends string>(text: string, choices: readonly Choice[]): Parsed<Choice> {
  const choice = choices.find(known => known === text)
  if (choice !== undefined) return parsed(choice)
  const list = `${choices.slice(0, -1).join(', ')} or ${choices.at(-1)}`
  return problem(`is unknown${didYouMean(text, choices) || `; write ${list}`}`)
}

export function parseBoolean(text: string): Parsed<boolean> {
  if (/^(?:true|True|TRUE)$/.test(text)) return parsed(true)
  if (/^(?:false|False|FALSE)$/.test(text)) return parsed(false)
  return problem('is neither true nor false; write one of them')
}
