import type { NodeGrowth } from './node-growth.ts'

/** A node that grew or shrank, and the one within it that most of that is from: `null` where it is all of it, or there is no such. */
export interface LargestChange {
  readonly node: NodeGrowth
  /** Bytes. */
  readonly delta: number
  readonly most: { readonly node: NodeGrowth; readonly delta: number } | null
}

export interface LargestChanges {
  readonly largest: readonly LargestChange[]
  /** How many nodes of the same level changed besides, and by how many bytes together: noise included. */
  readonly others: { readonly count: number; readonly delta: number }
}

/**
 * The `count` nodes right under the root that changed most, the largest change first; what is within noise is among the others.
 * Headers and padding are in neither: they follow from the rest.
 */
export function largestChanges(nodes: readonly NodeGrowth[], count: number): LargestChanges {
  const below = Map.groupBy(nodes, ({ binary, path }) => keyOf(binary, path.slice(0, -1)))
  const top = nodes
    .filter(({ path, kind }) => path.length === 1 && kind !== 'header')
    .map(node => ({ node, delta: deltaOf(node) }))
    .sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta))
  const largest = top.filter(({ node }) => node.change !== 'unchanged').slice(0, count)
  const others = top.filter(change => !largest.includes(change))
  return {
    largest: largest.map(({ node, delta }) => ({
      node,
      delta,
      most: node.after === null ? null : mostOf(node, delta, below),
    })),
    others: {
      count: others.length,
      delta: others.reduce((sum, { delta }) => sum + delta, 0),
    },
  }
}

/** Bytes that a node grew by. */
export function deltaOf({ before, after }: Pick<NodeGrowth, 'before' | 'after'>): number {
  return (after ?? 0) - (before ?? 0)
}

type Children = ReadonlyMap<string, readonly NodeGrowth[]>

/** As deep as one node has at least half of what it is all about. */
function mostOf(node: NodeGrowth, delta: number, below: Children): LargestChange['most'] {
  const children = below.get(keyOf(node.binary, node.path)) ?? []
  const [first] = children
    .map(child => ({ node: child, delta: deltaOf(child) }))
    .filter(child => child.delta / delta >= 0.5)
    .sort((one, other) => Math.abs(other.delta) - Math.abs(one.delta))
  if (first === undefined) return null
  return mostOf(first.node, first.delta, below) ?? first
}

function keyOf(binary: string | null, path: readonly string[]): string {
  return JSON.stringify([binary, ...path])
}
