import type { PageNode } from './page-node.ts'

/** The direction and strength of a change's color: `more-1` … `more-4`, `less-1` … `less-4`. */
export type Shade = 'same' | `${'more' | 'less'}-${1 | 2 | 3 | 4}`

/** The steps of color strength, as shares of the part's own size that changed. */
const STEPS = [0.01, 0.1, 0.5] as const

export const SHADES: readonly (readonly [Shade, string])[] = [
  ['less-4', 'gone or halved'],
  ['less-3', ''],
  ['less-2', ''],
  ['less-1', ''],
  ['more-1', ''],
  ['more-2', ''],
  ['more-3', ''],
  ['more-4', 'new, or grown by half'],
  ['same', 'unchanged'],
]

export function shadeOf({ growth }: PageNode): Shade {
  if (growth.change === 'unchanged' || growth.by === 0) return 'same'
  const part = growth.before === null || growth.before === 0 ? 1 : Math.abs(growth.by) / growth.before
  const step = 1 + STEPS.filter(limit => part >= limit).length
  return `${growth.by > 0 ? 'more' : 'less'}-${stepOf(step)}`
}

function stepOf(step: number): 1 | 2 | 3 | 4 {
  return step <= 1 ? 1 : step === 2 ? 2 : step === 3 ? 3 : 4
}
