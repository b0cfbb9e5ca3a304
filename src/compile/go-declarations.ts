import { goTokens, type Token } from './go-tokens.ts'

/** What a package declares under a name, outside of functions. */
export interface Declaration {
  readonly kind: 'var' | 'const' | 'func' | 'type'
  /** Of a variable: the type as it is written, without spaces. `null` if the type follows from the value. */
  readonly type: string | null
  readonly value: Value
}

/**
 * The value that a variable starts with. `computed`: code runs for it when the program starts and replaces what the
 * linker wrote. `unknown`: another name, which may be a constant.
 */
export type Value = 'none' | 'string' | 'number' | 'computed' | 'unknown'

/**
 * Returns the declarations of one Go source file by name, without methods and `_`.
 * https://go.dev/ref/spec#Declarations_and_scope
 */
export function goDeclarations(source: string): ReadonlyMap<string, Declaration> {
  const found = new Map<string, Declaration>()
  for (const [keyword, ...statement] of statements(source)) {
    switch (keyword?.text) {
      case 'var':
      case 'const':
      case 'type': {
        for (const specification of specifications(statement))
          for (const [name, declaration] of declared(keyword.text, specification))
            found.set(name, declaration)
        break
      }
      case 'func': {
        const [name] = statement
        if (name?.kind === 'word') found.set(name.text, { kind: 'func', type: null, value: 'none' })
        break
      }
      // The package clause, the imports, and text that is not Go.
      case undefined:
      default:
    }
  }
  found.delete('_')
  return found
}

const OPENS = new Set(['(', '[', '{'])
const CLOSES = new Set([')', ']', '}'])

/** Splits at the signs that are outside of all brackets. */
function* split(tokens: Iterable<Token>, sign: string): Generator<readonly Token[]> {
  let part: Token[] = []
  let depth = 0
  for (const token of tokens) {
    if (token.kind === 'sign' && depth === 0 && token.text === sign) {
      if (part.length > 0) yield part
      part = []
      continue
    }
    if (token.kind === 'sign' && OPENS.has(token.text)) depth += 1
    if (token.kind === 'sign' && CLOSES.has(token.text)) depth = Math.max(0, depth - 1)
    part.push(token)
  }
  if (part.length > 0) yield part
}

function statements(source: string): Generator<readonly Token[]> {
  return split(goTokens(source), ';')
}

/** Returns one declaration, or those of a group in parentheses. */
function specifications(statement: readonly Token[]): readonly (readonly Token[])[] {
  const [first] = statement
  if (first?.text !== '(' || statement.at(-1)?.text !== ')') return [statement]
  return [...split(statement.slice(1, -1), ';')]
}

function* declared(
  kind: 'var' | 'const' | 'type',
  tokens: readonly Token[],
): Generator<[string, Declaration]> {
  if (kind === 'type') {
    const [name] = tokens
    if (name?.kind === 'word') yield [name.text, { kind, type: null, value: 'none' }]
    return
  }
  const equals = tokens.findIndex((token, index) => token.text === '=' && depthAt(tokens, index) === 0)
  const left = equals < 0 ? tokens : tokens.slice(0, equals)
  const values = equals < 0 ? [] : [...split(tokens.slice(equals + 1), ',')]
  const { names, type } = namesAndType(left)
  for (const [index, name] of names.entries()) {
    // One call can return several values.
    const value =
      values.length === 0 ? 'none' : valueOf(values.length < names.length ? values[0] : values[index])
    yield [name, { kind, type, value }]
  }
}

function depthAt(tokens: readonly Token[], end: number): number {
  return tokens
    .slice(0, end)
    .filter(({ kind }) => kind === 'sign')
    .reduce((depth, { text }) => depth + (OPENS.has(text) ? 1 : CLOSES.has(text) ? -1 : 0), 0)
}

/** `a, b string`: names separated by commas, then the type. */
function namesAndType(left: readonly Token[]): { names: readonly string[]; type: string | null } {
  const names: string[] = []
  let at = 0
  while (left[at]?.kind === 'word') {
    names.push(left[at]?.text ?? '')
    at += 1
    if (left[at]?.text !== ',') break
    at += 1
  }
  const type = left
    .slice(at)
    .map(({ text }) => text)
    .join('')
  return { names, type: type === '' ? null : type }
}

function valueOf(tokens: readonly Token[] = []): Value {
  if (tokens.some(({ text }, index) => runsCode(text, tokens[index - 1]))) return 'computed'
  if (tokens.some(({ kind }) => kind === 'word')) return 'unknown'
  if (tokens.some(({ kind }) => kind === 'string')) return 'string'
  return 'number'
}

/** A call, an element, or a literal of a composite type or a function. `string("x")` is still a constant. */
function runsCode(text: string, before: Token | undefined): boolean {
  if (text === '{' || text === '[' || text === 'func') return true
  return text === '(' && (before?.kind === 'word' || before?.text === ')') && before.text !== 'string'
}
