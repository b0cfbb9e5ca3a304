/** The constraint after `//go:build`. https://pkg.go.dev/go/build/constraint */
export type BuildConstraint =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'not'; readonly operand: BuildConstraint }
  | { readonly kind: 'and' | 'or'; readonly left: BuildConstraint; readonly right: BuildConstraint }

/** Go has the same limit. It limits the depth too. */
const MAX_TERMS = 1000

/** Like `text.trim()`, but with Go's rules: Go counts U+0085 as a space, and not U+FEFF. */
const SPACES = '[\\t-\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const GO_BUILD = new RegExp(`^//go:build(?:${SPACES}+(?<expression>.*?))?${SPACES}*$`, 'su')
const TOKEN = /[ \t]*(?<token>[()!]|&&|\|\||(?<tag>[\p{L}\p{Nd}_.]+)|$)/uy

/**
 * Parses the constraint of a line from which leading spaces were removed; `null` where the line has none, or one that
 * Go refuses.
 */
export function parseBuildConstraint(line: string): BuildConstraint | null {
  const match = line.includes('\n') ? null : GO_BUILD.exec(line)
  if (match === null) return null
  const words = readTokens(match.groups?.['expression'] ?? '')
  if (words === null) return null
  const parser = { words, at: 0, terms: 0 }
  const constraint = parseAny(parser)
  return parser.at === words.length ? constraint : null
}

/** Whether a file with this constraint counts when these tags are set. */
export function holds(constraint: BuildConstraint, isSet: (tag: string) => boolean): boolean {
  switch (constraint.kind) {
    case 'tag':
      return isSet(constraint.tag)
    case 'not':
      return !holds(constraint.operand, isSet)
    case 'and':
      return holds(constraint.left, isSet) && holds(constraint.right, isSet)
    case 'or':
      return holds(constraint.left, isSet) || holds(constraint.right, isSet)
  }
}

/** Returns every tag that a constraint names. */
export function tagsOf(constraint: BuildConstraint): readonly string[] {
  switch (constraint.kind) {
    case 'tag':
      return [constraint.tag]
    case 'not':
      return tagsOf(constraint.operand)
    case 'and':
    case 'or':
      return [...tagsOf(constraint.left), ...tagsOf(constraint.right)]
  }
}

interface Parser {
  readonly words: readonly string[]
  at: number
  terms: number
}

function readTokens(expression: string): readonly string[] | null {
  const tokens: string[] = []
  for (let at = 0; at < expression.length;) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(expression)?.groups?.['token']
    if (token === undefined) return null
    at = TOKEN.lastIndex
    if (token !== '') tokens.push(token)
  }
  return tokens
}

function parseAny(parser: Parser): BuildConstraint | null {
  return parseSequence(parser, '||', 'or', parseAll)
}

function parseAll(parser: Parser): BuildConstraint | null {
  return parseSequence(parser, '&&', 'and', parseNot)
}

function parseSequence(
  parser: Parser,
  operator: string,
  kind: 'and' | 'or',
  parseOperand: (parser: Parser) => BuildConstraint | null,
): BuildConstraint | null {
  let left = parseOperand(parser)
  while (left !== null && take(parser, operator)) {
    const right = parseOperand(parser)
    left = right === null ? null : { kind, left, right }
  }
  return left
}

/** Go allows no double negation. */
function parseNot(parser: Parser): BuildConstraint | null {
  parser.terms += 1
  if (parser.terms > MAX_TERMS) return null
  if (!take(parser, '!')) return parseTerm(parser)
  const operand = parseTerm(parser)
  return operand === null ? null : { kind: 'not', operand }
}

function parseTerm(parser: Parser): BuildConstraint | null {
  if (take(parser, '(')) {
    const inner = parseAny(parser)
    return inner !== null && take(parser, ')') ? inner : null
  }
  const tag = parser.words[parser.at]
  if (tag === undefined || !/^[\p{L}\p{Nd}_.]/u.test(tag)) return null
  parser.at += 1
  return { kind: 'tag', tag }
}

function take(parser: Parser, token: string): boolean {
  const found = parser.words[parser.at] === token
  if (found) parser.at += 1
  return found
}
