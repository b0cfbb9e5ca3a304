/** Characters of a key that count. */
const LONGEST = 200

/** What a comment begins with, so that it is found again: nobody sees it. Nothing in a key can end it. */
export function markerOf(key: string): string {
  return `<!-- bantam:${encodeURIComponent(key.toWellFormed()).slice(0, LONGEST)} -->`
}
