import type { WeighIn } from '../weigh-in/weigh-in.ts'

/** Several weigh-ins, as the jobs of a matrix write them, as one of all their images. */
export function joinWeighIns([first, ...others]: readonly [WeighIn, ...WeighIn[]]): WeighIn {
  return {
    ...first,
    images: [first, ...others].flatMap(({ images }) => images),
    stages: [first, ...others].flatMap(({ stages }) => stages),
  }
}
