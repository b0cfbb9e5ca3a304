import type { Growth } from '../weigh-in/growth.ts'
import type { Verdict } from '../weigh-in/verdict.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import { filesThatMatter } from './change-words.ts'
import { largestChanges } from '../size/largest-changes.ts'

/** Orders images by what a reader must know first; a smaller number comes earlier. Below 2, an image fails the run. */
export function urgencyOf({ status, waived }: Verdict): number {
  switch (status) {
    case 'unmeasured':
      return 0
    case 'over':
      return waived ? 2 : 1
    case 'none':
    case 'within':
      return 3
  }
}

/** Whether it passes, and there is nothing else to say of its limits. */
export function passesPlainly({ status, limits, dropped }: Verdict): boolean {
  const plain = limits.every(({ raisedFrom, reason }) => raisedFrom === null && reason === null)
  return (status === 'within' || status === 'none') && plain && dropped.length === 0
}

/** Whether it equals its baseline, except for noise. */
export function isNoise(growth: Growth | null): boolean {
  if (growth === null || growth.causes.length > 0) return false
  const changed = growth.metrics.some(({ change }) => change !== null && change !== 'unchanged')
  return !changed && !hasLargeChanges(growth)
}

function hasLargeChanges({ nodes, files }: Growth): boolean {
  return [nodes, filesThatMatter(files)].some(changes => largestChanges(changes, 1).largest.length > 0)
}

/** Whether something of it differs from its baseline. */
export function hasGrowth({ platforms }: ImageWeight): boolean {
  return platforms.some(({ growth }) => growth !== null && !isNoise(growth))
}

/** Whether a report has to tell images apart. */
export function isOfSeveral({ images, failed = [] }: WeighIn): boolean {
  return new Set([...images, ...failed].map(({ name }) => name)).size > 1 || images.length > 1
}
