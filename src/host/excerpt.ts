const LONGEST = 300

/**
 * Prepares text from outside Bantam to stand in one sentence: on one line, not too long, and without its final full
 * stop.
 */
export function excerpt(text: string): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(/[.;]$/, '')
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST)}…`
}
