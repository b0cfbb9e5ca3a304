const LONGEST = 64

/** Text of the file for a message: in quotes, its line breaks and control characters as JSON writes them, cut where it is long. */
export function shown(text: string): string {
  return JSON.stringify(text.length <= LONGEST ? text : `${text.slice(0, LONGEST).toWellFormed()}…`)
}
