import { wrap } from './wrap.ts'

/** Longer lines are hard to read, however wide the terminal is. A pipe has no width, and gets this one. */
const WIDEST = 100
/** Narrower text would have a word or two on a line. */
const NARROWEST = 30
/** A narrower window has no room for two columns. */
const TWO_COLUMNS = 64

/** An entry of a list: `head` in the left column, `text` in the right one. */
export interface Entry {
  readonly head: string
  readonly text: string
}

/** The columns that help is wrapped to, in a window that is `width` columns wide. */
export function helpWidth(width: number): number {
  return Math.min(Math.max(width, NARROWEST), WIDEST)
}

export function paragraph(text: string, width: number, indent = 0): string {
  return joined(wrap(text, width - indent).map(line => ' '.repeat(indent) + line))
}

/** A title and its entries. All texts begin in the column `indent`, or below their heads in a narrow window. */
export function section(title: string, entries: readonly Entry[], width: number, indent: number): string {
  const column = width < TWO_COLUMNS && indent > 12 ? 6 : indent
  return `${title}:\n${entries.map(entry => entryText(entry, width, column)).join('')}`
}

function entryText({ head, text }: Entry, width: number, indent: number): string {
  const lines = wrap(text, width - indent).map(line => ' '.repeat(indent) + line)
  const left = `  ${head}`
  // A short head shares its line with the first words.
  if (left.length >= indent - 1) return joined([left, ...lines])
  return joined([left.padEnd(indent) + (lines[0] ?? '').trimStart(), ...lines.slice(1)])
}

function joined(lines: readonly string[]): string {
  return lines.map(line => `${line}\n`).join('')
}
