// swc's syntax trees, as far as something that walks all of them needs to know them.

export interface Span {
  readonly start: number
  readonly end: number
}

export interface Syntax extends Readonly<Record<string, unknown>> {
  readonly type: string
}

export function isSyntax(value: unknown): value is Syntax {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

export function spanOf(node: Syntax): Span {
  return node['span'] as Span
}

export function textField(node: Syntax, name: string): string {
  const value = node[name]
  return typeof value === 'string' ? value : ''
}

export function list(node: Syntax, name: string): readonly unknown[] {
  const value = node[name]
  return Array.isArray(value) ? value : []
}

/** What stands directly within it, as far as it could have another value. */
export function kids(node: Syntax): readonly Syntax[] {
  if (node.type === 'ArrayPattern') return within(list(node, 'elements')).flatMap(withoutEmptyDefault)
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'key' && isPlainKey(value) ? [] : within(value),
  )
}

function isPlainKey(value: unknown): boolean {
  return isSyntax(value) && value.type !== 'Computed'
}

/** `const [whole = '']` is for the compiler, which does not know that what is cut or matched is there. */
function withoutEmptyDefault(element: Syntax): readonly Syntax[] {
  const { right, left } = element
  const isEmpty = isSyntax(right) && right.type === 'StringLiteral' && textField(right, 'value') === ''
  return element.type === 'AssignmentPattern' && isEmpty && isSyntax(left) ? [left] : [element]
}

/** Elements and arguments are wrapped: `{ spread, expression }`. */
function within(value: unknown): readonly Syntax[] {
  if (isSyntax(value)) return [value]
  if (Array.isArray(value)) return value.flatMap(within)
  const isWrapped = typeof value === 'object' && value !== null && 'expression' in value
  return isWrapped ? within(value.expression) : []
}
