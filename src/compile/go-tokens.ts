export interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'sign'
  /** The token as it is written. A sign has one character. */
  readonly text: string
}

const SPACE = /[ \t\r\n]/
const WORD_START = /[\p{L}_]/u
const WORD_PART = /[\p{L}\p{Nd}_]/u
const NUMBER_PART = /[\p{L}\p{Nd}_.]/u
/** A line that ends with one of these ends a statement. https://go.dev/ref/spec#Semicolons */
const ENDS_STATEMENT = new Set([')', ']', '}'])

/**
 * Returns the tokens of a Go source file, including the semicolons that ends of lines stand for. It accepts any text:
 * what is not Go gives tokens without a meaning. https://go.dev/ref/spec#Lexical_elements
 */
export function* goTokens(source: string): Generator<Token> {
  let ends = false
  for (let at = 0; at < source.length;) {
    const character = source.charAt(at)
    if (character === '\n' && ends) {
      yield { kind: 'sign', text: ';' }
      ends = false
    }
    if (SPACE.test(character)) {
      at += 1
      continue
    }
    const after = afterComment(source, at)
    if (after !== null) {
      if (ends && source.slice(at, after).includes('\n')) {
        yield { kind: 'sign', text: ';' }
        ends = false
      }
      at = after
      continue
    }
    const token = tokenAt(source, at)
    yield token
    ends = token.kind !== 'sign' || ENDS_STATEMENT.has(token.text)
    at += token.text.length
  }
  if (ends) yield { kind: 'sign', text: ';' }
}

/** Where a comment that begins here ends. The end of its line is not part of it. */
function afterComment(source: string, at: number): number | null {
  const opens = source.slice(at, at + 2)
  if (opens !== '//' && opens !== '/*') return null
  const end = source.indexOf(opens === '//' ? '\n' : '*/', at + 2)
  if (end < 0) return source.length
  return opens === '//' ? end : end + 2
}

function tokenAt(source: string, at: number): Token {
  const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
  if (character === '"' || character === "'" || character === '`')
    return { kind: character === "'" ? 'number' : 'string', text: quoted(source, at, character) }
  if (WORD_START.test(character)) return { kind: 'word', text: run(source, at, WORD_PART) }
  if (/\p{Nd}/u.test(character)) return { kind: 'number', text: run(source, at, NUMBER_PART) }
  return { kind: 'sign', text: character }
}

function run(source: string, start: number, part: RegExp): string {
  let at = start
  while (at < source.length) {
    const character = String.fromCodePoint(source.codePointAt(at) ?? 0)
    if (!part.test(character)) break
    at += character.length
  }
  return source.slice(start, at)
}

/** A quote that is still open at the end of a line is not Go. It ends there. */
function quoted(source: string, start: number, quote: string): string {
  for (let at = start + 1; at < source.length; at += 1) {
    const character = source.charAt(at)
    if (character === quote) return source.slice(start, at + 1)
    if (quote === '`') continue
    if (character === '\\') at += 1
    else if (character === '\n') return source.slice(start, at)
  }
  return source.slice(start)
}
