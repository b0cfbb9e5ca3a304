import { type Parsed, parsed, problem } from './parsed.ts'

/** What stands for a value in a template: the name of a key, such as `.Tag`, or text that was written out. */
export type Operand =
  { readonly kind: 'key'; readonly name: string } | { readonly kind: 'text'; readonly text: string }

/** `{{.Tag | default .Branch | default "dev"}}`: the first operand that has a value counts. */
export interface Action {
  readonly operands: readonly [Operand, ...Operand[]]
}

export type TemplatePiece =
  | { readonly kind: 'text'; readonly text: string }
  /** `whole` is the action as it was written, with its braces. */
  | { readonly kind: 'action'; readonly whole: string; readonly action: Action }

const TEXT = /"(?:[^"\\\n]|\\.)*"|`[^`]*`/y
const OPEN = '{{'
const CLOSE = '}}'

export const OWN_BRACES = 'for braces that are no template write {{"{{"}}, or pass the text as {{.Env.NAME}}'

/** Splits a template into text and actions. It does not know which keys there are. */
export function parseTemplate(text: string): Parsed<readonly TemplatePiece[]> {
  const pieces: TemplatePiece[] = []
  let at = 0
  for (let open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
    const end = endOfAction(text, open)
    if (end === null) return problem(`has "{{" without "}}"; write {{.Version}}, or ${OWN_BRACES}`)
    const whole = text.slice(open, end)
    const action = parseAction(whole.slice(OPEN.length, -CLOSE.length).trim())
    if (!action.ok) return problem(`has ${whole}, ${action.problem}`)
    if (open > at) pieces.push({ kind: 'text', text: text.slice(at, open) })
    pieces.push({ kind: 'action', whole, action: action.value })
    at = end
  }
  if (at < text.length) pieces.push({ kind: 'text', text: text.slice(at) })
  return parsed(pieces)
}

/** Where the action that begins at `open` ends; `null` where it never does. Braces in quotes belong to the quoted text; a quote that never ends is no quote. */
export function endOfAction(text: string, open: number): number | null {
  let at = open + OPEN.length
  while (at < text.length) {
    if (text.startsWith(CLOSE, at)) return at + CLOSE.length
    at += textAt(text, at)?.length ?? 1
  }
  const end = text.indexOf(CLOSE, open)
  return end < 0 ? null : end + CLOSE.length
}

function textAt(text: string, at: number): string | null {
  TEXT.lastIndex = at
  return TEXT.exec(text)?.[0] ?? null
}

/** @param text between the braces, without spaces around it */
function parseAction(text: string): Parsed<Action> {
  const [first = '', ...others] = splitAtBars(text)
  const operand = parseOperand(first) ?? bareWord(text)
  if (operand === null) return problem(adviceOn(text) ?? `which is unknown; ${OWN_BRACES}`)
  const defaults: Operand[] = []
  for (const other of others) {
    const [, name = '', value = ''] = /^(\S*)\s*(.*)$/s.exec(other) ?? []
    const usual = name === 'default' ? parseOperand(value) : null
    if (usual === null) return problem(adviceOn(text) ?? `where a default is written ${EXAMPLE}`)
    defaults.push(usual)
  }
  return parsed({ operands: [operand, ...defaults] })
}

/** A word without a dot is the name of a key that was mistyped, or of something that other tools have. */
function bareWord(text: string): Operand | null {
  return adviceOn(text) === null && /^[^\s"'`|(){}]*$/.test(text) ? { kind: 'key', name: text } : null
}

function splitAtBars(text: string): readonly string[] {
  const stages: string[] = ['']
  for (let at = 0; at < text.length;) {
    const piece = textAt(text, at) ?? text.slice(at, at + 1)
    if (piece === '|') stages.push('')
    else stages.push(`${stages.pop()}${piece}`)
    at += piece.length
  }
  return stages.map(stage => stage.trim())
}

function parseOperand(text: string): Operand | null {
  if (/^\.[^\s"'`|(){}]+$/.test(text)) return { kind: 'key', name: text }
  if (textAt(text, 0) !== text) return null
  const inner = text.slice(1, -1)
  return { kind: 'text', text: text.startsWith('`') ? inner : inner.replace(/\\(.)/gs, '$1') }
}

const EXAMPLE = '{{.Tag | default "dev"}}'

const KEY = String.raw`\.[\w.]+`

/** How the same is written here, for what other tools' users write. `$1` and `$2` are the groups of the pattern. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/^-\s|\s-$/, 'and spaces around it are kept; write it without "-"'],
  [/^envOrDefault\s+"(\w+)"\s+("[^"]*")$/, 'where envOrDefault is unknown; write {{.Env.$1 | default $2}}'],
  [/^(?:index\s+\.Env|envOrDefault|isEnvSet|env)\s+"(\w+)".*$/s, 'which is unknown; write {{.Env.$1}}'],
  [
    new RegExp(`^(?:default|coalesce)\\s+("[^"]*")\\s+(${KEY})$`),
    'whose default comes last here; write {{$2 | default $1}}',
  ],
  [
    new RegExp(`^(?:or|coalesce|default)\\s+(${KEY})\\s+("[^"]*"|${KEY})$`),
    'where the default stands behind a bar; write {{$1 | default $2}}',
  ],
  [
    /^(?:if|else|end|with|range|define|template|block)\b.*$/s,
    `and conditions are unknown; write a default such as ${EXAMPLE}, or let the workflow choose the text`,
  ],
  [/^(?:time|now|\.Now)\b.*$/s, 'and the time of the run is unknown; write {{.Date}} or {{.Day}}'],
  [
    new RegExp(`^(${KEY})\\s*\\|\\s*(?!default\\b)(\\w+).*$`, 's'),
    'where $2 is unknown; the only function is default: {{$1 | default "dev"}}',
  ],
  [/^(\w+)\s+.*\.[A-Z].*$/s, `where $1 is unknown; the only function is default: ${EXAMPLE}`],
  [new RegExp(`^(${KEY})\\s*\\|\\s*default$`), 'where default has no value; write {{$1 | default "dev"}}'],
  [
    new RegExp(`^(${KEY})\\s*\\|\\s*default\\s+([^\\s"\`|]+)$`),
    'whose default has no quotes; write {{$1 | default "$2"}}',
  ],
]

function adviceOn(text: string): string | null {
  for (const [pattern, advice] of ADVICE) {
    const match = pattern.exec(text)
    if (match !== null) return advice.replaceAll(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '')
  }
  return null
}
