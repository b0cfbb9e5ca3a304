/** A piece of a Markdown document. Rows can be left out from the end, but are never cut. */
export interface Section {
  readonly head: readonly string[]
  readonly rows: readonly string[]
  /** Closes the elements that `head` opened. */
  readonly foot: readonly string[]
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
 * if something is missing.
 */
export function document(
  sections: readonly Section[],
  limit: number,
  missing = 'The rest was left out. A summary can have 1 MiB.',
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

/** Counts the line end too. */
function bytesOf(text: string): number {
  return Buffer.byteLength(text) + 1
}
