import type { WeighIn } from '../weigh-in/weigh-in.ts'

/** Joins several weigh-ins, such as those of the jobs of a matrix, into one with all their images. */
export function joinWeighIns([first, ...others]: readonly [WeighIn, ...WeighIn[]]): WeighIn {
  return {
    ...first,
    images: [first, ...others].flatMap(({ images }) => images),
    stages: [first, ...others].flatMap(({ stages }) => stages),
  }
}
