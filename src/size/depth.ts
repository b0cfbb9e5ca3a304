import type { Breakdown } from '../weigh-in/breakdown.ts'

/**
 * A breakdown without what is deeper than asked: the weigh-in goes down to packages, and what is not of a package stays
 * as deep as it is. Sizes stay what they are.
 */
export function toDepth(breakdown: Breakdown, depth: 'package' | 'function'): Breakdown {
  if (depth === 'function') return breakdown
  const { children, ...node } = breakdown
  return children === undefined || node.kind === 'package'
    ? node
    : { ...node, children: children.map(child => toDepth(child, depth)) }
}
