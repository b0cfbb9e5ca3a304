import type { Breakdown } from '../weigh-in/breakdown.ts'

/**
 * Cuts a breakdown at a depth. The weigh-in goes down to packages; nodes outside of packages keep their children. Sizes
 * do not change.
 */
export function toDepth(breakdown: Breakdown, depth: 'package' | 'function'): Breakdown {
  if (depth === 'function') return breakdown
  const { children, ...node } = breakdown
  return children === undefined || node.kind === 'package'
    ? node
    : { ...node, children: children.map(child => toDepth(child, depth)) }
}
