import { BREAKDOWN_KINDS, type BreakdownKind } from '../../../weigh-in/breakdown.ts'
import type { PageTree } from '../page-data.ts'

/** A node of a tree in the form that the page uses. `rest` groups parts that are too small to draw. */
export interface PageNode {
  readonly name: string
  readonly kind: BreakdownKind | 'rest'
  readonly bytes: number
  readonly version: string | null
  /** The earlier version, if it changed. */
  readonly versionBefore: string | null
  readonly parent: PageNode | null
  /** Largest first. */
  readonly children: readonly PageNode[]
  readonly growth: PageGrowth
  /** The index of the tree that continues where this leaf ends. */
  readonly opens: number | null
}

/** The growth of a part. `null` for `before`: the part did not exist. Changes within noise count as unchanged. */
export type PageGrowth =
  | { readonly change: 'unchanged' }
  | { readonly change: 'changed'; readonly before: number | null; readonly by: number }

export const UNCHANGED: PageGrowth = { change: 'unchanged' }

interface Growing extends PageNode {
  readonly children: PageNode[]
}

/** Returns all nodes of a tree in preorder, beginning with the root. */
export function partsOf(tree: PageTree): readonly PageNode[] {
  const parts: Growing[] = []
  const open: { readonly part: Growing; missing: number }[] = []
  for (const [id, name] of tree.names.entries()) {
    while (open.at(-1)?.missing === 0) open.pop()
    const above = open.at(-1)
    const bytes = tree.bytes[id] ?? 0
    const part: Growing = {
      name,
      kind: BREAKDOWN_KINDS[tree.kinds[id] ?? -1] ?? 'unknown',
      bytes,
      version: tree.versions[id] ?? null,
      versionBefore: tree.versionsBefore[id] ?? null,
      parent: above?.part ?? null,
      children: [],
      growth: growthOf(tree, id, bytes),
      opens: tree.opens[id] ?? null,
    }
    parts.push(part)
    if (above !== undefined) {
      above.part.children.push(part)
      above.missing -= 1
    }
    open.push({ part, missing: tree.parts[id] ?? 0 })
  }
  return parts
}

function growthOf(tree: PageTree, id: number, bytes: number): PageGrowth {
  const before = tree.before?.[id]
  return before === undefined ? UNCHANGED : { change: 'changed', before, by: bytes - (before ?? 0) }
}

/** Returns the parts from the root to this part, including both. */
export function pathTo(part: PageNode): readonly PageNode[] {
  return part.parent === null ? [part] : [...pathTo(part.parent), part]
}

export function isWithin(part: PageNode, whole: PageNode): boolean {
  return part === whole || (part.parent !== null && isWithin(part.parent, whole))
}
