import type { Breakdown } from '../../weigh-in/breakdown.ts'
import type { Depth } from './model.ts'

/** The number of parts in the breakdowns of an image for one platform. */
export function nodesOf({ breakdowns }: Pick<Depth, 'breakdowns'>): number {
  return [...breakdowns.values()].reduce((sum, tree) => sum + nodesIn(tree), 0)
}

function nodesIn({ children = [] }: Breakdown): number {
  return children.reduce((sum, child) => sum + nodesIn(child), 1)
}
