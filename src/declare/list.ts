import { type Parsed, parsed, problem } from './parsed.ts'

/** Items on lines; empty lines and lines that begin with `#` are left out. */
export function splitLines(text: string): readonly string[] {
  return numberedLines(text).map(({ line }) => line)
}

export interface NumberedLine {
  readonly line: string
  /** Counted from 1, as an editor does. */
  readonly number: number
}

/** The same, each with its place in what the user wrote. */
export function numberedLines(text: string): readonly NumberedLine[] {
  return text.split(/\r\n|\r|\n/).flatMap((raw, at) => {
    const line = raw.trim()
    return line === '' || line.startsWith('#') ? [] : [{ line, number: at + 1 }]
  })
}

/** Items on lines or between commas, where no item can hold a comma. */
export function splitList(text: string): readonly string[] {
  return splitLines(text).flatMap(line =>
    line
      .split(',')
      .map(item => item.trim())
      .filter(item => item !== ''),
  )
}

/** Repeats are kept once, at their first place. */
export function unique<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items)]
}

export interface Assignment {
  readonly name: string
  readonly value: string
}

/** Reads one `name=value` line. The value is what stands behind the first `=`, and never appears in a problem: it may be a secret. */
export function parseAssignment(line: string): Parsed<Assignment> {
  const equals = line.indexOf('=')
  if (equals < 0) return problem('has no "="; write name=value')
  return checkAssignment({ name: line.slice(0, equals), value: line.slice(equals + 1) })
}

/** Whether a name can be one, and a value held by an environment or a label. */
export function checkAssignment({ name, value }: Assignment): Parsed<Assignment> {
  if (name === '') return problem('has no name before "="; write name=value')
  if (/\s/.test(name)) return problem('has a space before "="; write name=value')
  if (`${name}${value}`.includes('\0')) return problem('contains a NUL character; remove it')
  return parsed({ name, value })
}
