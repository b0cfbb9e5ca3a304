import type { Found } from './find.ts'
import type { Part } from './part.ts'

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
export function rowsOf(at: Part, scope: Scope, found: Found | null): readonly Part[] {
  if (found !== null) {
    return within(at, part => found.lit.has(part)).filter(part => found.parts.has(part))
  }
  if (scope === 'parts') return at.children
  return within(at, () => true).filter(({ kind }) => scope === 'all' || wanted(scope, kind))
}

/** Returns the scopes that have rows here. */
export function scopesOf(at: Part): readonly (readonly [Scope, string])[] {
  const kinds = new Set(within(at, () => true).map(({ kind }) => kind))
  return SCOPES.filter(([scope]) => {
    if (scope === 'parts' || scope === 'all') return true
    return [...kinds].some(kind => wanted(scope, kind))
  })
}

function wanted(scope: Scope, kind: Part['kind']): boolean {
  return scope === 'module' ? kind === 'module' || kind === 'main' || kind === 'std' : kind === scope
}

/** Returns all parts below a part. A part that is not `entered` is left out together with its own parts. */
function within(at: Part, entered: (part: Part) => boolean): Part[] {
  const parts: Part[] = []
  const visit = (part: Part): void => {
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
export function sorted(rows: readonly Part[], { column, descending }: Sorting): readonly Part[] {
  const sign = descending ? -1 : 1
  return rows.toSorted((one, other) => sign * compare(one, other, column) || byName(one, other))
}

function compare(one: Part, other: Part, column: Column): number {
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

function byName(one: Part, other: Part): number {
  return one.name < other.name ? -1 : Number(one.name > other.name)
}

export function beforeOf({ growth, bytes }: Part): number {
  return growth.change === 'unchanged' ? bytes : (growth.before ?? 0)
}

export function byOf({ growth }: Part): number {
  return growth.change === 'unchanged' ? 0 : growth.by
}
