import { printable, shorten } from '../report/printable.ts'
import type { Note } from './facts.ts'

/** More would hide what the file says. */
const MOST_NOTES = 50

/** Longer lines of a comment are shortened in their middle. */
const LONGEST_NOTE = 300

/** A build that fails may quote what the compiler says. */
const LONGEST_REASON = 1000

/** What was not carried over, as comments of a file that is written. */
export function noteLines(notes: readonly Note[]): readonly string[] {
  if (notes.length === 0) return []
  const more = notes.length - MOST_NOTES
  return [
    '#',
    '# Not carried over:',
    ...notes.slice(0, MOST_NOTES).map(note => `# - ${noteText(note)}`),
    ...(more > 0 ? [`# - and ${more} more, which bantam init prints`] : []),
  ]
}

/** A note on one line, with nothing in it that could end it. */
export function noteText({ where, what, why }: Note): string {
  const place = where === '' ? '' : `${shorten(printable(where), 120)}: `
  return `${place}${shorten(printable(what).trim(), LONGEST_NOTE)}: ${shorten(printable(why), LONGEST_REASON)}`
}
