import type { Bound, GrowthBound } from '../weigh-in/limit.ts'

/** The amount that follows from a bound; `null` for growth over what is not known. */
export function limitOf(bound: Bound, before: number | null): number | null {
  if (bound.kind === 'size') return bound.amount
  return before === null ? null : before + allowanceOf(bound, before)
}

/** By how much it may grow. */
export function allowanceOf(bound: GrowthBound, before: number): number {
  switch (bound.kind) {
    case 'growth':
      return bound.amount
    case 'growth percent':
      // Fifteen digits are exact where the sixteenth is the error of a binary fraction: 0.1 % of 3000 is 3.
      return Math.floor(Number(((before * bound.percent) / 100).toPrecision(15)))
  }
}
