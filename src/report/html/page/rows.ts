import type { Found } from './find.ts'
import type { PageNode } from './page-node.ts'

/** The choices for the table's rows: the direct parts, or all parts of one kind within. */
export const SCOPES = [
  ['parts', 'its parts'],
  ['module', 'all modules'],
  ['package', 'all packages'],
  ['function', 'all functions'],
  ['all', 'everything'],
] as const

export type Scope = (typeof SCOPES)[number][0]
export type Column = 'name' | 'kind' | 'bytes' | 'before' | 'by'

export interface Sorting {
  readonly column: Column
  readonly descending: boolean
}

/** Returns the rows of the table. A search replaces the scope and lists its results within the part shown. */
export function rowsOf(at: PageNode, scope: Scope, found: Found | null): readonly PageNode[] {
  if (found !== null) {
    return within(at, part => found.lit.has(part)).filter(part => found.parts.has(part))
  }
  if (scope === 'parts') return at.children
  return within(at, () => true).filter(({ kind }) => scope === 'all' || wanted(scope, kind))
}

/** Returns the scopes that have rows here. */
export function scopesOf(at: PageNode): readonly (readonly [Scope, string])[] {
  const kinds = new Set(within(at, () => true).map(({ kind }) => kind))
  return SCOPES.filter(([scope]) => {
    if (scope === 'parts' || scope === 'all') return true
    return [...kinds].some(kind => wanted(scope, kind))
  })
}

function wanted(scope: Scope, kind: PageNode['kind']): boolean {
  return scope === 'module' ? kind === 'module' || kind === 'main' || kind === 'std' : kind === scope
}

/** Returns all parts below a part. A part that is not `entered` is left out together with its own parts. */
function within(at: PageNode, entered: (part: PageNode) => boolean): PageNode[] {
  const parts: PageNode[] = []
  const visit = (part: PageNode): void => {
    for (const child of part.children) {
      if (!entered(child)) continue
      parts.push(child)
      visit(child)
    }
  }
  visit(at)
  return parts
}

/** Sorts the rows. Equal values are sorted by name, so that the order is always the same. */
export function sorted(rows: readonly PageNode[], { column, descending }: Sorting): readonly PageNode[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((one, other) => sign * compare(one, other, column) || byName(one, other))
}

function compare(one: PageNode, other: PageNode, column: Column): number {
  switch (column) {
    case 'name':
      return byName(one, other)
    case 'kind':
      return one.kind < other.kind ? -1 : Number(one.kind > other.kind)
    case 'bytes':
      return one.bytes - other.bytes
    case 'before':
      return beforeOf(one) - beforeOf(other)
    case 'by':
      return byOf(one) - byOf(other)
  }
}

function byName(one: PageNode, other: PageNode): number {
  return one.name < other.name ? -1 : Number(one.name > other.name)
}

export function beforeOf({ growth, bytes }: PageNode): number {
  return growth.change === 'unchanged' ? bytes : (growth.before ?? 0)
}

export function byOf({ growth }: PageNode): number {
  return growth.change === 'unchanged' ? 0 : growth.by
}
