import { code } from './escape.ts'
import { shorten } from './printable.ts'

/** A piece of a Markdown document. Rows can be left out from the end, but are never cut. */
export interface Section {
  readonly head: readonly string[]
  readonly rows: readonly string[]
  /** Closes the elements that `head` opened. */
  readonly foot: readonly string[]
  /** The image that it is about, where a report is about several. */
  readonly of?: string
}

/** A section of one line. */
export function paragraph(text: string): Section {
  return { head: [text], rows: [], foot: [] }
}

/** GitHub accepts 1 MiB of summary per step and drops a longer one completely. */
export const SUMMARY_LIMIT = 1_000_000

/** GitHub refuses a comment of more than 65,536 characters. */
export const COMMENT_LIMIT = 60_000

/**
 * Joins sections into at most `limit` bytes, as separate paragraphs. It drops whole rows and sections, and adds a note
 * if something is missing. The note names the images that the missing sections are about.
 */
export function document(
  sections: readonly Section[],
  limit: number,
  missing = 'The rest was left out. A summary can have 1 MiB.',
): string {
  const pieces: string[] = []
  const note = (from: number) => `${missing}${leftOut(sections.slice(from))}`
  let room = limit - Math.max(0, ...sections.map((_, at) => bytesOf(note(at))))
  for (const [at, { head, rows, foot }] of sections.entries()) {
    room -= bytesOf([...head, ...foot, ''].join('\n'))
    const fitting = rows.filter(row => (room -= bytesOf(row)) >= 0)
    if (room < 0 && fitting.length === 0) return [...pieces, note(at), ''].join('\n')
    pieces.push(...head, ...fitting, ...foot, '')
    if (room < 0) return [...pieces, note(at), ''].join('\n')
  }
  return pieces.join('\n')
}

const MOST_NAMED = 10
const LONGEST_NAME = 64

/** ` It was about api, web and 40 more images.`; empty if the sections are not about one of several images. */
function leftOut(sections: readonly Section[]): string {
  const names = [...new Set(sections.flatMap(({ of }) => of ?? []))]
  if (names.length === 0) return ''
  const named = names.slice(0, MOST_NAMED).map(name => code(shorten(name, LONGEST_NAME)))
  const more = names.length - named.length
  return ` It was about ${[...named, ...(more === 0 ? [] : [`${more} more`])].join(', ')}.`
}

/** Counts the line end too. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text) + 1
}
