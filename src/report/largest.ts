import { largestParts } from '../size/breakdown.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import { nodeName } from './change-words.ts'
import { printable } from './printable.ts'

const COUNT = 5

export interface Part {
  readonly name: string
  readonly bytes: number
  /** Of the whole: `92 %`. */
  readonly share: string
}

/** The few parts that make an image as large as it is: none that rounds to nothing of it, unless it is the largest. */
export function partsThatMatter(breakdown: Breakdown): readonly Part[] {
  return largestParts(breakdown, COUNT)
    .map(({ name, kind, bytes }) => ({
      name: printable(nodeName(kind, name)),
      bytes,
      percent: Math.round((100 * bytes) / breakdown.bytes),
    }))
    .filter(({ percent }, index) => percent > 0 || index === 0)
    .map(({ name, bytes, percent }) => ({ name, bytes, share: `${percent} %` }))
}
