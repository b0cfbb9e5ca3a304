import type { NodeGrowth } from '../weigh-in/growth.ts'

/**
 * Marks header nodes that do not count as `unchanged`: padding that may change when a binary is linked again, which no
 * metric counts.
 */
export function withHeaders(nodes: readonly NodeGrowth[], counted: boolean): readonly NodeGrowth[] {
  return nodes.map(node =>
    isHeader(node) ? { ...node, change: counted ? countedChange(node) : 'unchanged' } : node,
  )
}

/** Returns the nodes directly below the roots that add up to the growth of the binaries. */
export function countedNodes(nodes: readonly NodeGrowth[]): readonly NodeGrowth[] {
  const top = nodes.filter(({ path }) => path.length === 1)
  const headersCount = top.some(node => isHeader(node) && node.change !== 'unchanged')
  return headersCount ? top : top.filter(node => !isHeader(node))
}

function isHeader({ kind, path }: NodeGrowth): boolean {
  return kind === 'header' && path.length === 1
}

function countedChange({ before, after }: NodeGrowth): NodeGrowth['change'] {
  if (before === null) return 'added'
  if (after === null) return 'removed'
  return after > before ? 'grown' : 'shrunk'
}
