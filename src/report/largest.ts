import { largestParts } from '../size/breakdown.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'
import { nodeName } from './change-words.ts'
import { printable } from './printable.ts'

const COUNT = 5

export interface LargestPart {
  readonly name: string
  readonly bytes: number
  /** The share of the whole: `92 %`. */
  readonly share: string
}

/**
 * Returns the few parts that make up most of an image. Parts that round to 0 % are left out, except for the largest.
 */
export function partsThatMatter(breakdown: Breakdown): readonly LargestPart[] {
  return largestParts(breakdown, COUNT)
    .map(({ name, kind, bytes }) => ({
      name: printable(nodeName(kind, name)),
      bytes,
      percent: Math.round((100 * bytes) / breakdown.bytes),
    }))
    .filter(({ percent }, index) => percent > 0 || index === 0)
    .map(({ name, bytes, percent }) => ({ name, bytes, share: `${percent} %` }))
}
