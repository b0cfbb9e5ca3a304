import type { WeighIn } from '../weigh-in/weigh-in.ts'

/** Joins several weigh-ins, such as those of the jobs of a matrix, into one with all their images. */
export function joinWeighIns([first, ...others]: readonly [WeighIn, ...WeighIn[]]): WeighIn {
  const all = [first, ...others]
  const failed = all.flatMap(one => one.failed ?? [])
  return {
    ...first,
    images: all.flatMap(({ images }) => images),
    ...(failed.length === 0 ? {} : { failed }),
    stages: all.flatMap(({ stages }) => stages),
  }
}
