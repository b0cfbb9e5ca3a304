import { countedNodes } from './header-growth.ts'
import type { NodeGrowth } from '../weigh-in/growth.ts'
import { isUnowned } from './unowned.ts'

/** A node and the number of bytes that it grew or shrank by. */
export interface NodeDelta {
  readonly node: NodeGrowth
  readonly delta: number
}

export interface LargestChange extends NodeDelta {
  /**
   * The place of the change within the node: the deepest single node that has at least half of it, or else the three
   * nodes that changed most. Empty if no inner node says more.
   */
  readonly within: readonly NodeDelta[]
}

export interface LargestChanges {
  readonly largest: readonly LargestChange[]
  /** The number of other nodes on the same level that changed, and the sum of their changes, noise included. */
  readonly others: { readonly count: number; readonly delta: number }
}

/**
 * Returns the `count` nodes directly below the root that changed most, largest change first. Changes within noise count
 * among the others. Data without an owner is listed for any change beyond noise, because no limit on a module or
 * package covers it. Headers and padding are in neither group, unless they grew by more than linking again can cause.
 */
export function largestChanges(nodes: readonly NodeGrowth[], count: number): LargestChanges {
  const below = Map.groupBy(nodes, ({ binary, path }) => keyOf(binary, path.slice(0, -1)))
  const top = countedNodes(nodes)
    .map(node => ({ node, delta: deltaOf(node) }))
    .sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta))
  const changed = top.filter(({ node }) => node.change !== 'unchanged')
  const largest = changed.filter(({ node }, index) => index < count || isUnowned(node))
  const others = top.filter(change => !largest.includes(change))
  return {
    largest: largest.map(({ node, delta }) => ({
      node,
      delta,
      within: node.after === null ? [] : telling(node, changesWithin(node, delta, below)),
    })),
    others: {
      count: others.length,
      delta: others.reduce((sum, { delta }) => sum + delta, 0),
    },
  }
}

/** Returns the number of bytes that a node grew by. */
export function deltaOf({ before, after }: Pick<NodeGrowth, 'before' | 'after'>): number {
  return (after ?? 0) - (before ?? 0)
}

type Children = ReadonlyMap<string, readonly NodeGrowth[]>

const MOST_NAMED = 3

function changesWithin(node: NodeGrowth, delta: number, below: Children): readonly NodeDelta[] {
  const children = (below.get(keyOf(node.binary, node.path)) ?? [])
    .map(child => ({ node: child, delta: deltaOf(child) }))
    .filter(child => child.delta / delta > 0)
    .sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta))
  const [first] = children
  if (first === undefined) return []
  if (first.delta / delta < 0.5)
    return children.filter(child => child.node.change !== 'unchanged').slice(0, MOST_NAMED)
  const deeper = changesWithin(first.node, first.delta, below)
  return deeper.length === 1 ? deeper : [first]
}

/** Leaves out a package that is its whole module and has the same name. */
function telling({ path }: NodeGrowth, within: readonly NodeDelta[]): readonly NodeDelta[] {
  const [only, ...others] = within
  return others.length === 0 && only?.node.path.at(-1) === path.at(-1) ? [] : within
}

function keyOf(binary: string | null, path: readonly string[]): string {
  return JSON.stringify([binary, ...path])
}
