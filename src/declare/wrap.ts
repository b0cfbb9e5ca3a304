/** Between two words, but not between a figure and its unit. */
const BREAK = /(?<=\S)(?=\s)(?!(?<=\d) (?:[kMG]i?B|B|ms|s|min|%)(?![A-Za-z]))/

/**
 * Breaks text at spaces into lines of at most `width` columns. A word that is longer keeps a line of its own:
 * a path that was broken could not be copied. Several spaces are kept within a line.
 */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.trim().split(BREAK)) {
    if (line !== '' && line.length + word.length > width) {
      lines.push(line)
      line = word.trimStart()
    } else line += word
  }
  return [...lines, line]
}
