import type { Runners } from '../declare/runners.ts'
import type { Plan } from './plan.ts'

/** What `strategy.matrix` takes: one job for each platform of each image. */
export interface Matrix {
  readonly include: readonly MatrixJob[]
}

export interface MatrixJob {
  /** The image's key; empty for the only image of a plan without bantam.yaml. */
  readonly image: string
  readonly platform: string
  /** For `runs-on`. */
  readonly runner: string
  /** For names of artifacts, which have no slash: `api-linux-arm64`. */
  readonly id: string
}

/** https://docs.github.com/actions/reference/limits */
export const MOST_JOBS = 256

/** A proof on the platform's own processor needs no emulator. The others run where most runners are. */
const USUAL_RUNNER = 'ubuntu-24.04'
const RUNNERS: Runners = { arm64: 'ubuntu-24.04-arm' }

export function matrixOf({ images }: Pick<Plan, 'images'>, runners: Runners): Matrix {
  return {
    include: images.flatMap(({ key, platforms }) =>
      platforms.map(platform => ({
        image: key ?? '',
        platform,
        runner: runners[platform] ?? RUNNERS[platform.split('/')[1] ?? ''] ?? USUAL_RUNNER,
        id: [...(key === null ? [] : [key]), platform.replaceAll('/', '-')].join('-'),
      })),
    ),
  }
}
