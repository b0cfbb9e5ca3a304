import { type Parsed, parsed, problem } from './parsed.ts'
import { splitLines } from './list.ts'

/**
 * Splits words as a POSIX shell does, over any number of lines, and expands nothing: '…' is literal, in "…" and outside
 * of quotes a backslash takes the next character as it is. Lines that begin with `#` are comments.
 * https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02
 */
export function parseShellWords(text: string): Parsed<readonly string[]> {
  const words: string[] = []
  let word: string | null = null
  const source = splitLines(text).join('\n')
  if (source.includes('\0')) return problem('contains a NUL character; remove it')
  for (let at = 0; at < source.length; at++) {
    const character = source.charAt(at)
    if (/\s/.test(character)) {
      if (word !== null) words.push(word)
      word = null
    } else if (character === "'" || character === '"') {
      const quoted = readQuoted(source, at)
      if (quoted === null) return problem(`has a quote (${character}) that is never closed; close it`)
      word = (word ?? '') + quoted.text
      at = quoted.end
    } else if (character === '\\') {
      at += 1
      const escaped = source.charAt(at)
      if (escaped === '') return problem('ends in a backslash; write two for a backslash itself')
      if (escaped !== '\n') word = (word ?? '') + escaped
    } else {
      word = (word ?? '') + character
    }
  }
  if (word !== null) words.push(word)
  return parsed(words)
}

function readQuoted(source: string, start: number): { readonly text: string; readonly end: number } | null {
  const quote = source.charAt(start)
  let text = ''
  for (let at = start + 1; at < source.length; at++) {
    const character = source.charAt(at)
    if (character === quote) return { text, end: at }
    if (quote === '"' && character === '\\' && /["\\$`\n]/.test(source.charAt(at + 1))) {
      at += 1
      text += source.charAt(at) === '\n' ? '' : source.charAt(at)
    } else {
      text += character
    }
  }
  return null
}

/** The words as one line that `parseShellWords` splits into the same words again. */
export function formatShellWords(words: readonly string[]): string {
  return words
    .map(word => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`))
    .join(' ')
}
