/** The number of characters of a key that count. */
const LONGEST = 200

/** The invisible first line of a comment, by which it is found again. No key can close it early. */
export function markerOf(key: string): string {
  return `<!-- bantam:${encodeURIComponent(key.toWellFormed()).slice(0, LONGEST)} -->`
}
