import { growthOf } from '../../src/size/growth.ts'
import type { ImageWeight, WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { imageWeight, mainBranch, olderWeight, overBudget, platformWeight, weighIn } from './sample.ts'

const PLATFORMS = ['linux/amd64', 'linux/arm64', 'linux/arm/v7', 'linux/s390x'] as const

export const same = growthOf(platformWeight(), platformWeight())
export const more = growthOf(olderWeight(), platformWeight())

interface Wanted {
  readonly grown?: boolean
  readonly over?: boolean
  readonly platforms?: number
}

/** An image of several, as it was, grown, or over its budget. */
export function oneOf(
  name: string,
  { grown = false, over = false, platforms = 1 }: Wanted = {},
): ImageWeight {
  const named = PLATFORMS.slice(0, platforms)
  const { budget = imageWeight().budget } = over ? overBudget : imageWeight()
  return imageWeight({
    name,
    baseline: mainBranch,
    published: !over,
    platforms: named.map(platform => platformWeight({ platform, growth: grown ? more : same })),
    budget: {
      ...budget,
      limits: named.flatMap(platform => budget.limits.map(limit => ({ ...limit, platform }))),
    },
  })
}

export const JOB = {
  name: 'job',
  code: 'compile',
  message: 'Compiling ./job for linux/amd64 failed: job/main.go:3:15: undefined: nowhere.',
}

export function severalImages(images: readonly ImageWeight[], failed = [JOB]): WeighIn {
  return weighIn({}, { images, ...(failed.length === 0 ? {} : { failed }) })
}

/** `count` images, of which every seventh grew and every eleventh is over its budget; one failed. */
export function manyImages(count: number, platforms: number): WeighIn {
  return severalImages(
    Array.from({ length: count }, (_, at) =>
      oneOf(`service-${at}`, { platforms, grown: at % 7 === 3, over: at % 11 === 5 }),
    ),
  )
}
