/** One command of a shell script. */
export interface Command {
  /** `CGO_ENABLED=0` before its name. */
  readonly env: Readonly<Record<string, string>>
  /** Its name and arguments, with `$NAME`, `$(command)` and `{{.Key}}` left in them. */
  readonly words: readonly string[]
}

type Token = { readonly word: string } | { readonly end: true }

/** The commands of a script in their order, whatever runs them: `a && b`, `a; b`, `a | b`. Never fails. */
export function commandsOf(script: string): readonly Command[] {
  const commands: Command[] = []
  let words: string[] = []
  const finish = () => {
    if (words.length > 0) commands.push(commandOf(words))
    words = []
  }
  for (const token of tokensOf(script)) {
    if ('end' in token) finish()
    else words.push(token.word)
  }
  finish()
  return commands
}

/** The words of a text, as a shell would split them, except that nothing is expanded and nothing ends it. Never fails. */
export function looseWords(text: string): readonly string[] {
  return tokensOf(text).flatMap(token => ('word' in token ? [token.word] : []))
}

/** What may stand before a command and is not its name. */
const BEFORE = ['env', 'exec', 'time', 'sudo', 'then', 'else', 'do', 'if', '{', '(', '!', 'set']

function commandOf(words: readonly string[]): Command {
  const env: Record<string, string> = {}
  let at = 0
  for (; at < words.length; at += 1) {
    const word = at === 0 ? (words[at] ?? '').replace(/^[@+-]+(?=\w|\$)/, '') : (words[at] ?? '')
    const [, name, value = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(word) ?? []
    if (name !== undefined) env[name] = value
    else if (!BEFORE.includes(word)) return { env, words: [word, ...words.slice(at + 1)] }
  }
  return { env, words: [] }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  let word: string | null = null
  const finish = () => {
    if (word !== null) tokens.push({ word })
    word = null
  }
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at)
    const substituted = substitutionAt(text, at)
    if (substituted > at) {
      word = (word ?? '') + text.slice(at, substituted)
      at = substituted
    } else if (character === "'" || character === '"') {
      const [quoted, end] = readQuoted(text, at)
      word = (word ?? '') + quoted
      at = end
    } else if (character === '\\') {
      if (text.charAt(at + 1) !== '\n') word = (word ?? '') + text.charAt(at + 1)
      at += 2
    } else if (character === '#' && word === null) {
      const end = text.indexOf('\n', at)
      at = end < 0 ? text.length : end
    } else if (/[;&|\n]/.test(character)) {
      finish()
      tokens.push({ end: true })
      at += 1
    } else if (/\s/.test(character)) {
      finish()
      at += 1
    } else {
      word = (word ?? '') + character
      at += 1
    }
  }
  finish()
  return tokens
}

function readQuoted(text: string, start: number): readonly [text: string, end: number] {
  const quote = text.charAt(start)
  let read = ''
  let at = start + 1
  while (at < text.length && text.charAt(at) !== quote) {
    const substituted = quote === '"' ? substitutionAt(text, at) : at
    const isEscape = quote === '"' && text.charAt(at) === '\\' && /["\\$`\n]/.test(text.charAt(at + 1))
    if (isEscape) {
      if (text.charAt(at + 1) !== '\n') read += text.charAt(at + 1)
      at += 2
    } else {
      const end = Math.max(substituted, at + 1)
      read += text.slice(at, end)
      at = end
    }
  }
  return [read, at + 1]
}

/** Longer than any substitution that a person writes; without a limit, many open brackets would take quadratic time. */
const LONGEST = 4096

/** Where `$(…)`, `${…}`, a backquoted command or `{{…}}` that begins here ends; `at` itself where none does. */
export function substitutionAt(text: string, at: number): number {
  if (text.startsWith('{{', at)) return at + lengthUntil(text.slice(at, at + LONGEST), '}}', 2)
  if (text.charAt(at) === '`') return at + lengthUntil(text.slice(at, at + LONGEST), '`', 1)
  const open = /^\$\$?([({])/.exec(text.slice(at, at + 3))
  if (open === null) return at
  const [mark, bracket = '('] = open
  const close = bracket === '(' ? ')' : '}'
  let depth = 1
  for (let end = at + mark.length; end < Math.min(text.length, at + LONGEST); end += 1) {
    if (text.charAt(end) === bracket) depth += 1
    if (text.charAt(end) === close) depth -= 1
    if (depth === 0) return end + 1
  }
  return at
}

/** 0 where the mark does not follow. */
function lengthUntil(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found < 0 ? 0 : found + mark.length
}
