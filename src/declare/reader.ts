import type { Given } from './given.ts'
import { INPUTS, type InputName, type Surface } from './inputs.ts'
import { type Assignment, parseAssignment, splitLines } from './list.ts'
import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { type Problem, wrongInput, wrongValue } from './problem.ts'
import { parseShellWords } from './shell-words.ts'

/**
 * Reads one input after the other and keeps what is wrong, so that all of it is reported at once. What cannot be read
 * is taken as its fallback, and never used: a single problem and there is no spec.
 */
export interface Reader {
  readonly surface: Surface
  /** As given, else `null`. */
  text(name: InputName): string | null
  /** Whether it was given something else than its default: the runner gives every default. */
  asked(name: InputName): boolean
  value<Value, Fallback>(
    name: InputName,
    parse: (text: string) => Parsed<Value>,
    fallback: Fallback,
  ): Value | Fallback
  each<Item, Value>(
    name: InputName,
    items: readonly Item[],
    parse: (item: Item) => Parsed<Value>,
  ): readonly Value[]
  /** `name=value` lines; `refine` may look closer at one, and change it. */
  map(
    name: InputName,
    refine?: (assignment: Assignment) => Parsed<Assignment>,
  ): Readonly<Record<string, string>>
  words(name: InputName): readonly string[]
  choice<Choice extends string>(name: InputName, choices: readonly Choice[]): Choice
  boolean(name: InputName): boolean
  /** `because` is the end of a sentence that begins with the input and the value. */
  wrong(name: string, value: string, because: string): void
  /** `because` is the end of a sentence that begins with the input alone. */
  contradiction(name: string, because: string): void
  problems(): readonly Problem[]
}

export function readerOf(given: Given): Reader {
  const { surface } = given
  const { values, broken } = withoutBroken(given)
  const problems: Problem[] = [...broken]
  const reader: Reader = {
    surface,
    text: name => values[name] ?? null,
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
    map(name, refine = parsed) {
      const entries = new Map<string, string>()
      for (const [at, line] of splitLines(values[name] ?? '').entries()) {
        const assignment = parseAssignment(line)
        const refined = assignment.ok ? refine(assignment.value) : assignment
        // A line may be a secret: what is shown of it is its name, or else its place.
        const shown = assignment.ok ? assignment.value.name : `line ${at + 1}`
        if (!refined.ok) reader.wrong(name, shown, refined.problem)
        else if (entries.has(refined.value.name)) reader.wrong(name, shown, 'is given twice; write it once')
        else entries.set(refined.value.name, refined.value.value)
      }
      return Object.fromEntries(entries)
    },
    words: name => reader.value(name, parseShellWords, []),
    choice(name, choices) {
      const fallback = choices.find(choice => choice === defaultOf(name)) ?? choices[0]
      if (fallback === undefined) throw new Error(`${name} has no choices`)
      return reader.value(name, text => parseChoice(text, choices), fallback)
    },
    boolean: name => reader.value(name, parseBoolean, defaultOf(name) === 'true'),
    wrong: (name, value, because) => void problems.push(wrongValue(surface, name, value, because)),
    contradiction: (name, because) => void problems.push(wrongInput(surface, name, because)),
    problems: () => [...given.problems, ...problems.toSorted((a, b) => placeOf(a.input) - placeOf(b.input))],
  }
  return reader
}

/** One line where one value is asked for, and no NUL anywhere: no path, variable or argument can hold it. */
function withoutBroken({ surface, values }: Given): {
  readonly values: Given['values']
  readonly broken: readonly Problem[]
} {
  const broken = INPUTS.flatMap(({ name, kind }) => {
    const value = values[name] ?? ''
    const single = kind === 'text' || kind === 'choice' || kind === 'boolean'
    if (value.includes('\0')) return [wrongInput(surface, name, 'holds a NUL character; leave it out')]
    return single && /[\r\n]/.test(value) ? [wrongInput(surface, name, 'has several lines; write one')] : []
  })
  const kept = Object.entries(values).filter(([name]) => !broken.some(({ input }) => input === name))
  return { values: Object.fromEntries(kept), broken }
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
