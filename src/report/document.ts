/** A piece of a Markdown document whose rows may be left out from the end, but not cut through. */
export interface Section {
  readonly head: readonly string[]
  readonly rows: readonly string[]
  /** Closes what `head` opened. */
  readonly foot: readonly string[]
}

/** A section of one line. */
export function paragraph(text: string): Section {
  return { head: [text], rows: [], foot: [] }
}

/** GitHub takes 1 MiB of summary for a step, and nothing at all of a longer one. */
export const SUMMARY_LIMIT = 1_000_000

/** GitHub refuses a comment of more than 65,536 characters. */
export const COMMENT_LIMIT = 60_000

/** Joins sections, each a paragraph of its own, into at most `limit` bytes: whole rows and whole sections, and a word about what is missing. */
export function document(
  sections: readonly Section[],
  limit: number,
  missing = 'The rest was left out: a summary has room for 1 MiB.',
): string {
  const pieces: string[] = []
  let room = limit - bytesOf(missing)
  for (const { head, rows, foot } of sections) {
    room -= bytesOf([...head, ...foot, ''].join('\n'))
    const fitting = rows.filter(row => (room -= bytesOf(row)) >= 0)
    if (room < 0 && fitting.length === 0) return [...pieces, missing, ''].join('\n')
    pieces.push(...head, ...fitting, ...foot, '')
    if (room < 0) return [...pieces, missing, ''].join('\n')
  }
  return pieces.join('\n')
}

/** With its line end. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text) + 1
}
