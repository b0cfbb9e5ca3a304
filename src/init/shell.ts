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

/** `NAME=value`, as a word. */
export function assignmentOf(word: string): readonly [name: string, value: string] | null {
  const [, name, value = ''] = /^([A-Za-z_]\w*)=([^]*)$/.exec(word) ?? []
  return name === undefined ? null : [name, value]
}

/** A text without the quotes around all of it. */
export function unquoted(text: string): string {
  const bare = text.trim()
  return /^(["'])([^]*)\1$/.exec(bare)?.[2] ?? bare
}

/** What may stand before a command and is not its name. */
const BEFORE = ['env', 'exec', 'time', 'sudo', 'then', 'else', 'do', 'if', '{', '(', '!', 'set']

function commandOf(words: readonly string[]): Command {
  const env: Record<string, string> = {}
  let at = 0
  for (; at < words.length; at += 1) {
    const word = at === 0 ? (words[at] ?? '').replace(/^[@+-]+(?=\w|\$)/, '') : (words[at] ?? '')
    const assigned = assignmentOf(word)
    if (assigned !== null) env[assigned[0]] = assigned[1]
    else if (!BEFORE.includes(word)) return { env, words: [word, ...words.slice(at + 1)] }
  }
  return { env, words: [] }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  const ends = endsOf(text)
  let word: string | null = null
  const finish = () => {
    if (word !== null) tokens.push({ word })
    word = null
  }
  for (let at = 0; at < text.length;) {
    const character = text.charAt(at)
    const substituted = substitutionAt(text, at, ends)
    if (substituted > at) {
      word = (word ?? '') + text.slice(at, substituted)
      at = substituted
    } else if (character === "'" || character === '"') {
      const [quoted, end] = readQuoted(text, at, ends)
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

function readQuoted(text: string, start: number, ends: Ends): readonly [text: string, end: number] {
  const quote = text.charAt(start)
  let read = ''
  let at = start + 1
  while (at < text.length && text.charAt(at) !== quote) {
    const substituted = quote === '"' ? substitutionAt(text, at, ends) : at
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

/** Where the brackets of a text end. Found out once, so that many open ones take no quadratic time. */
export interface Ends {
  /** The place of the closing bracket by that of the opening one. */
  readonly brackets: ReadonlyMap<number, number>
  readonly lastTick: number
  readonly lastBraces: number
}

export function endsOf(text: string): Ends {
  const brackets = new Map<number, number>()
  const round: number[] = []
  const curly: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '(') round.push(at)
    if (character === '{') curly.push(at)
    const open = character === ')' ? round.pop() : character === '}' ? curly.pop() : undefined
    if (open !== undefined) brackets.set(open, at)
  }
  return { brackets, lastTick: text.lastIndexOf('`'), lastBraces: text.lastIndexOf('}}') }
}

/** Where `$(…)`, `${…}`, a backquoted command or `{{…}}` that begins here ends; `at` itself where none does. */
export function substitutionAt(text: string, at: number, ends = endsOf(text)): number {
  if (text.startsWith('{{', at)) return ends.lastBraces < at + 2 ? at : text.indexOf('}}', at + 2) + 2
  if (text.charAt(at) === '`') return ends.lastTick === at ? at : text.indexOf('`', at + 1) + 1
  const open = /^\$\$?[({]/.exec(text.slice(at, at + 3))
  const close = open === null ? undefined : ends.brackets.get(at + open[0].length - 1)
  return close === undefined ? at : close + 1
}
