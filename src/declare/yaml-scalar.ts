import { type Parsed, parsed, problem } from './parsed.ts'

/** A scalar of YAML, and where the text goes on behind it. */
export interface Scalar {
  readonly text: string
  readonly end: number
}

/** Where a scalar stands: between the brackets of a list, or behind the dash of a line. */
export type Context = 'flow' | 'block'

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}
/** How many hexadecimal digits follow. */
const CODES: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** What YAML keeps for itself at the start of a scalar. */
const RESERVED = /^[,[\]{}#&*!|>%@`]|^[-?:](?=[\s,[\]{}]|$)/

/**
 * Reads one scalar of YAML 1.2, whose quoted form includes every string of JSON. Nothing is resolved: `1.20`, `true` and
 * `null` are their text. A template, `{{…}}`, may stand in a plain scalar, where YAML would see a map.
 * https://yaml.org/spec/1.2.2/#73-flow-scalar-styles
 *
 * @param colons whether `: ` ends a plain scalar or is part of it
 */
export function readScalar(
  text: string,
  start: number,
  context: Context,
  colons: 'end' | 'text',
): Parsed<Scalar> {
  const first = text.charAt(start)
  if (first === '"') return readDoubleQuoted(text, start)
  if (first === "'") return readSingleQuoted(text, start)
  const isTemplate = text.startsWith('{{', start)
  const reserved = isTemplate ? null : RESERVED.exec(text.slice(start, start + 2))
  if (first === '[' || first === '{' || reserved?.[0] === '-') {
    if (!isTemplate)
      return problem(`has ${first === '{' ? 'a map' : 'a list'} within its list; write one list of words`)
  }
  if (reserved !== null)
    return problem(`has an item that begins with ${reserved[0]}, which means something in YAML; quote it`)
  return readPlain(text, start, context, colons)
}

function readPlain(text: string, start: number, context: Context, colons: 'end' | 'text'): Parsed<Scalar> {
  let end = start
  while (end < text.length && !endsPlain(text, end, context, colons)) {
    const close = text.startsWith('{{', end) ? text.indexOf('}}', end) : -1
    if (close < 0 && context === 'flow' && /[[{}]/.test(text.charAt(end)))
      return problem(`has an item with ${text.charAt(end)} in it, which means something in YAML; quote it`)
    end = close < 0 ? end + 1 : close + 2
  }
  return parsed({ text: folded(text.slice(start, end).trim()), end })
}

function endsPlain(text: string, at: number, context: Context, colons: 'end' | 'text'): boolean {
  const character = text.charAt(at)
  if (character === '#') return /\s/.test(text.charAt(at - 1))
  if (character === ':' && colons === 'end') return isColon(text, at, context)
  return context === 'flow' && (character === ',' || character === ']')
}

function isColon(text: string, at: number, context: Context): boolean {
  const next = text.charAt(at + 1)
  return next === '' || /\s/.test(next) || (context === 'flow' && /[,[\]{}]/.test(next))
}

function readSingleQuoted(text: string, start: number): Parsed<Scalar> {
  let end = start + 1
  while (text.charAt(end) !== "'" || text.charAt(end + 1) === "'") {
    if (end >= text.length) return problem("has a quote (') that is never closed; close it")
    end += text.charAt(end) === "'" ? 2 : 1
  }
  return parsed({ text: folded(text.slice(start + 1, end)).replaceAll("''", "'"), end: end + 1 })
}

function readDoubleQuoted(text: string, start: number): Parsed<Scalar> {
  let value = ''
  let plain = start + 1
  let at = plain
  // What an escape wrote is not folded: only the text between escapes is.
  while (text.charAt(at) !== '"') {
    if (at >= text.length) return problem('has a quote (") that is never closed; close it')
    if (text.charAt(at) !== '\\') {
      at += 1
      continue
    }
    const escaped = readEscape(text, at)
    if (!escaped.ok) return escaped
    value += folded(text.slice(plain, at)) + escaped.value.text
    at = escaped.value.end
    plain = at
  }
  return parsed({ text: value + folded(text.slice(plain, at)), end: at + 1 })
}

function readEscape(text: string, at: number): Parsed<Scalar> {
  const name = text.charAt(at + 1)
  const lineBreak = /^\\(?:\r\n|\r|\n)[ \t]*/.exec(text.slice(at))
  if (lineBreak !== null) return parsed({ text: '', end: at + lineBreak[0].length })
  const digits = CODES[name]
  if (digits !== undefined) {
    const code = text.slice(at + 2, at + 2 + digits)
    const point = /^[0-9a-fA-F]+$/.test(code) && code.length === digits ? Number.parseInt(code, 16) : Infinity
    return point <= 0x10ffff
      ? parsed({ text: String.fromCodePoint(point), end: at + 2 + digits })
      : problem(`has \\${name} without its ${digits} hexadecimal digits; write two backslashes for one`)
  }
  const value = Object.hasOwn(ESCAPES, name) ? ESCAPES[name] : undefined
  return value === undefined
    ? problem(`has \\${name}, which a string in double quotes cannot have; write two backslashes for one`)
    : parsed({ text: value, end: at + 2 })
}

/** A line break within a scalar is a space, and every empty line behind it a line break. */
function folded(text: string): string {
  return text.replace(/[ \t]*(?:\r\n|\r|\n)((?:[ \t]*(?:\r\n|\r|\n))*)[ \t]*/g, (_, empty: string) => {
    const breaks = empty.match(/\r\n|\r|\n/g)?.length ?? 0
    return breaks === 0 ? ' ' : '\n'.repeat(breaks)
  })
}
