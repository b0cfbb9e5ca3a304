const LONGEST = 300

/** Text from outside Bantam, made fit to stand in one sentence: on one line, not too long, without its own full stop. */
export function clause(text: string): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(/[.;]$/, '')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`
}
