import type { Bound, GrowthBound } from '../weigh-in/limit.ts'

/** Returns the absolute amount of a bound; `null` for a limit on growth if the size before is unknown. */
export function limitOf(bound: Bound, before: number | null): number | null {
  if (bound.kind === 'size') return bound.amount
  return before === null ? null : before + allowanceOf(bound, before)
}

/** Returns how much a size may grow. */
export function allowanceOf(bound: GrowthBound, before: number): number {
  switch (bound.kind) {
    case 'growth':
      return bound.amount
    case 'growth percent':
      // Rounded to fifteen digits, where the error of binary fractions does not show: 0.1 % of 3000 is 3.
      return Math.floor(Number(((before * bound.percent) / 100).toPrecision(15)))
  }
}
