import { countedNodes } from '../../size/header-growth.ts'
import { nodeChange } from '../../size/noise.ts'
import type { NodeGrowth } from '../../weigh-in/growth.ts'
import { BREAKDOWN_KINDS, type Breakdown } from '../../weigh-in/breakdown.ts'
import { largestFirst } from '../../weigh-in/largest-first.ts'
import { printable, shorten } from '../printable.ts'
import type { PageTree } from './page-data.ts'

const LONGEST_NAME = 400

interface Columns {
  readonly names: string[]
  readonly kinds: number[]
  readonly bytes: number[]
  readonly parts: number[]
  readonly versions: Record<number, string>
  readonly before: Record<number, number | null>
  readonly versionsBefore: Record<number, string>
}

/** Growth as a tree of names. Siblings of different kinds can share a name. */
interface Compared {
  readonly own: NodeGrowth[]
  readonly under: Map<string, Compared>
}

/** @param growth the growth of this tree; `null` without a baseline */
export function encodeTree(
  root: Breakdown,
  growth: readonly NodeGrowth[] | null,
): Pick<PageTree, keyof Columns> {
  const columns: Columns = {
    names: [],
    kinds: [],
    bytes: [],
    parts: [],
    versions: {},
    before: {},
    versionsBefore: {},
  }
  add(columns, root, byPath(growth ?? []), growth === null ? undefined : rootGrowth(root, growth))
  return { ...columns, before: growth === null ? null : columns.before }
}

function add(columns: Columns, node: Breakdown, compared: Compared | undefined, own: Own | undefined): void {
  const id = columns.names.length
  const children = childrenOf(node, compared)
  columns.names.push(readable(node.name))
  columns.kinds.push(BREAKDOWN_KINDS.indexOf(node.kind))
  columns.bytes.push(node.bytes)
  columns.parts.push(children.length)
  if (node.version !== undefined) columns.versions[id] = readable(node.version)
  if (own !== undefined && own.change !== 'unchanged') columns.before[id] = own.before
  const { versionBefore = null } = own ?? {}
  if (versionBefore !== null && node.version !== undefined && versionBefore !== node.version) {
    columns.versionsBefore[id] = readable(versionBefore)
  }
  const told = new Set<NodeGrowth>()
  for (const child of children) {
    const under = compared?.under.get(child.name)
    const grown = under?.own.find(({ kind }) => kind === child.kind)
    // Growth adds up siblings with the same name and kind, so only the largest of them shows it.
    add(columns, child, under, grown === undefined || told.has(grown) ? undefined : grown)
    if (grown !== undefined) told.add(grown)
  }
}

function readable(name: string): string {
  return printable(shorten(name, LONGEST_NAME))
}

/** Returns the children, largest first. Removed ones come last, because their size is 0 now. */
function childrenOf(node: Breakdown, compared: Compared | undefined): readonly Breakdown[] {
  const { children = [] } = node
  if (compared === undefined) return children.toSorted(largestFirst)
  const present = new Set(children.map(keyOf))
  const removed = [...compared.under].flatMap(([name, { own }]) =>
    own.map(({ kind }) => ({ name, kind, bytes: 0 })).filter(gone => !present.has(keyOf(gone))),
  )
  return [...children, ...removed].sort(largestFirst)
}

function keyOf({ kind, name }: Pick<Breakdown, 'kind' | 'name'>): string {
  return `${kind} ${name}`
}

type Own = Pick<NodeGrowth, 'change' | 'before' | 'versionBefore'>

/**
 * Returns the root's own change. A growth has only nodes below the root; `countedNodes` decides which headers count.
 */
function rootGrowth(root: Breakdown, growth: readonly NodeGrowth[]): Own {
  const by = countedNodes(growth).reduce((sum, { before, after }) => sum + (after ?? 0) - (before ?? 0), 0)
  const before = root.bytes - by
  return { change: nodeChange(root.kind, before, root.bytes), before, versionBefore: null }
}

function byPath(nodes: readonly NodeGrowth[]): Compared {
  const root: Compared = { own: [], under: new Map() }
  for (const node of nodes) {
    let at = root
    for (const name of node.path) {
      const next: Compared = at.under.get(name) ?? { own: [], under: new Map() }
      at.under.set(name, next)
      at = next
    }
    at.own.push(node)
  }
  return root
}
