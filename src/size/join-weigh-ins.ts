import type { AskedImages, WeighIn } from '../weigh-in/weigh-in.ts'

/** Joins several weigh-ins, such as those of the jobs of a matrix, into one with all their images. */
export function joinWeighIns([first, ...others]: readonly [WeighIn, ...WeighIn[]]): WeighIn {
  const all = [first, ...others]
  const failed = all.flatMap(one => one.failed ?? [])
  const asked = askedTogether(all)
  const { asked: _, ...alike } = first
  return {
    ...alike,
    ...(asked === null ? {} : { asked }),
    images: all.flatMap(({ images }) => images),
    ...(failed.length === 0 ? {} : { failed }),
    stages: all.flatMap(({ stages }) => stages),
  }
}

/** `null` if they are not all of one file. */
function askedTogether(all: readonly WeighIn[]): AskedImages | null {
  const asked = all.flatMap(one => one.asked ?? [])
  const [first] = asked
  if (first === undefined || asked.length < all.length || asked.some(({ file }) => file !== first.file))
    return null
  return { file: first.file, images: [...new Set(asked.flatMap(({ images }) => images))] }
}
