// Small changes of a source file, each of which a test should notice.
import { parseSync } from '@swc/core'
import { REMOVABLE_CALLS, SWAPPED_METHODS, SWAPPED_OPERATORS } from './swaps.ts'
import { isSyntax, kids, list, type Span, spanOf, type Syntax, textField } from './syntax.ts'

export interface Mutant {
  readonly file: string
  /** Where in the text, in UTF-16 units. */
  readonly start: number
  readonly end: number
  readonly line: number
  /** The line as it is, trimmed. */
  readonly code: string
  readonly original: string
  readonly replacement: string
}

interface Edit {
  readonly span: Span
  readonly replacement: string
}

/** The text that a piece of syntax was parsed from. */
type TextOf = (node: Syntax) => string

/** In the order of the text. */
export function mutantsOf(file: string, source: string): readonly Mutant[] {
  // swc counts bytes from wherever its last file ended; a statement of our own at the beginning says where this one starts.
  const bytes = Buffer.from(`;${source}`)
  const { body } = parseSync(bytes.toString(), { syntax: 'typescript', target: 'es2024' })
  const first = body[0]
  if (first === undefined) return []
  const base = first.span.start
  const slice = ({ start, end }: Span) => bytes.subarray(start - base, end - base).toString()
  const edits = body
    .slice(1)
    .flatMap(statement => editsOf(statement as unknown as Syntax, node => slice(spanOf(node))))
  return edits
    .map(({ span, replacement }) => {
      const start = slice({ start: base, end: span.start }).length - 1
      const original = slice(span)
      const line = source.slice(0, start).split('\n').length
      const code = source.split('\n')[line - 1]?.trim() ?? ''
      return { file, start, end: start + original.length, line, code, original, replacement }
    })
    .filter(({ original, replacement }) => original !== replacement)
    .sort((one, other) => one.start - other.start)
}

/** What the mutant is about, short enough for a line. */
export function describeChange({ original, replacement }: Pick<Mutant, 'original' | 'replacement'>): string {
  return `${short(original)} → ${short(replacement)}`
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ')
  return line.length > 70 ? `${line.slice(0, 50)} … ${line.slice(-17)}` : line
}

function editsOf(node: Syntax, text: TextOf): readonly Edit[] {
  if (isWithoutMutants(node)) return []
  return [...ownEdits(node, text), ...kids(node).flatMap(kid => editsOf(kid, text))]
}

const KEPT_TYPE_SYNTAX = [
  'TsAsExpression',
  'TsSatisfiesExpression',
  'TsConstAssertion',
  'TsNonNullExpression',
]

/** Types are gone when the program runs, and an import that is changed breaks everything, which shows nothing. */
function isWithoutMutants({ type }: Syntax): boolean {
  if (type.startsWith('Ts')) return !KEPT_TYPE_SYNTAX.includes(type)
  return ['ImportDeclaration', 'ExportAllDeclaration', 'ExportNamedDeclaration'].includes(type)
}

function ownEdits(node: Syntax, text: TextOf): readonly Edit[] {
  const replaced = (...replacements: readonly string[]) => edits(node, ...replacements)
  switch (node.type) {
    case 'BinaryExpression':
      return replaced(...binary(node, text))
    case 'ConditionalExpression':
    case 'IfStatement':
      return forced(node, 'true', 'false')
    case 'WhileStatement':
    case 'ForStatement':
      return forced(node, 'false')
    case 'UnaryExpression':
      return ['!', '-'].includes(textField(node, 'operator')) ? replaced(text(field(node, 'argument'))) : []
    case 'UpdateExpression':
    case 'AssignmentExpression':
      return replaced(...swappedAssignment(text(node), textField(node, 'operator')))
    case 'BooleanLiteral':
      return replaced(text(node) === 'true' ? 'false' : 'true')
    case 'StringLiteral':
      return replaced(...otherText(textField(node, 'value')))
    case 'TemplateLiteral':
      return isProse(node, text(node)) ? [] : replaced('``')
    case 'ArrayExpression':
      return list(node, 'elements').length > 0 ? replaced('[]') : []
    case 'ObjectExpression':
      return list(node, 'properties').length > 0 ? replaced('{}') : []
    case 'RegExpLiteral':
      return replaced(...looseAnchors(textField(node, 'pattern'), textField(node, 'flags')))
    case 'ReturnStatement':
      return isSyntax(node['argument'])
        ? edits(node['argument'], ...otherValue(node['argument']))
        : replaced(';')
    case 'ArrowFunctionExpression':
      return field(node, 'body').type === 'BlockStatement'
        ? []
        : edits(field(node, 'body'), ...otherValue(field(node, 'body')))
    case 'ExpressionStatement':
    case 'ThrowStatement':
    case 'ContinueStatement':
    case 'BreakStatement':
      return replaced(';')
    case 'CallExpression':
      return call(node, text)
    case 'OptionalChainingExpression':
      return unguarded(node, text)
    default:
      return []
  }
}

function edits(node: Syntax, ...replacements: readonly string[]): readonly Edit[] {
  return replacements.map(replacement => ({ span: spanOf(node), replacement }))
}

function field(node: Syntax, name: string): Syntax {
  const value = node[name]
  if (!isSyntax(value)) throw new Error(`${node.type} has no ${name}`)
  return value
}

/** Another operator, and for a logical one each side alone. */
function binary(node: Syntax, text: TextOf): readonly string[] {
  const operator = textField(node, 'operator')
  const [left, right] = [field(node, 'left'), field(node, 'right')]
  const isText = [left, right].some(({ type }) => ['StringLiteral', 'TemplateLiteral'].includes(type))
  if (operator === '+' && isText) return []
  const sides = ['&&', '||', '??'].includes(operator) ? [text(left), text(right)] : []
  const others = SWAPPED_OPERATORS[operator] ?? []
  return [...sides, ...others.map(other => `${text(left)} ${other} ${text(right)}`)]
}

function forced(node: Syntax, ...values: readonly string[]): readonly Edit[] {
  const test = node['test']
  return isSyntax(test) ? edits(test, ...values) : []
}

function swappedAssignment(text: string, operator: string): readonly string[] {
  const other = { '++': '--', '--': '++', '+=': '-=', '-=': '+=' }[operator]
  return other === undefined ? [] : [text.replace(operator, other)]
}

/** Words for people are none of it: a test holds what a message is about, not how it is put. */
function otherText(value: string): readonly string[] {
  if (value === '') return ["'mutated'"]
  return WORDS.test(value) ? [] : ["''"]
}

const WORDS = /[a-z,;] [a-z]+ [a-z]/i

/** A template that fills in a value is more than words. */
function isProse(node: Syntax, text: string): boolean {
  return list(node, 'expressions').length === 0 && WORDS.test(text)
}

/** `undefined`, where that is another value: what tests for truth sees no difference from `false`. */
function otherValue({ type, value }: Syntax): readonly string[] {
  const isNothing = ['BooleanLiteral', 'NullLiteral'].includes(type) || value === 'undefined'
  return isNothing ? [] : ['undefined']
}

function looseAnchors(pattern: string, flags: string): readonly string[] {
  return [
    ...(pattern.startsWith('^') ? [`/${pattern.slice(1)}/${flags}`] : []),
    ...(/(?<!\\)\$$/.test(pattern) ? [`/${pattern.slice(0, -1)}/${flags}`] : []),
  ].filter(regex => !regex.startsWith('//'))
}

/** Without a call that changes what it is called on, or with the method that is its opposite. */
function call(node: Syntax, text: TextOf): readonly Edit[] {
  const callee = node['callee']
  if (!isSyntax(callee) || callee.type !== 'MemberExpression') return []
  const property = field(callee, 'property')
  const name = property.type === 'Identifier' ? textField(property, 'value') : ''
  const swapped = SWAPPED_METHODS[name]
  return [
    ...(REMOVABLE_CALLS.includes(name) ? edits(node, text(field(callee, 'object'))) : []),
    ...(swapped === undefined ? [] : edits(property, swapped)),
  ]
}

/** Without the question mark. */
function unguarded(node: Syntax, text: TextOf): readonly Edit[] {
  const base = field(node, 'base')
  const isMember = base.type === 'MemberExpression'
  const { end } = spanOf(field(base, isMember ? 'object' : 'callee'))
  const rest = text({ type: 'rest', span: { start: end, end: spanOf(node).end } })
  const guard = /^\s*\?\./.exec(rest)
  if (guard === null) return []
  const replacement = isMember && field(base, 'property').type === 'Identifier' ? '.' : ''
  return [{ span: { start: end, end: end + Buffer.byteLength(guard[0]) }, replacement }]
}
