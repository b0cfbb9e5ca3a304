import { clause } from '../clause.ts'
import { declarePlan } from '../declare/declare-plan.ts'
import type { Given } from '../declare/given.ts'
import { input } from '../declare/input-part.ts'
import { formatPlatform } from '../declare/platform.ts'
import { type Problem, problemsFailure, wrongValue } from '../declare/problem.ts'
import type { Runners } from '../declare/runners.ts'
import { Failure } from '../failure.ts'
import type { Host } from '../host/host.ts'
import { writeReport } from '../host/report-file.ts'
import { type Matrix, matrixOf, MOST_JOBS } from '../plan/matrix.ts'
import { type Plan, planOf } from '../plan/plan.ts'
import { writePlan } from '../plan/read-plan.ts'
import { changedImages } from './changed-images.ts'
import { type DeclaredRun, declareWhole } from './declare.ts'

export interface Planned {
  readonly matrix: Matrix
  /** `null` where no image changed, so that there is nothing to build. */
  readonly written: WrittenPlan | null
}

export interface WrittenPlan {
  readonly plan: Plan
  /** Absolute path. */
  readonly file: string
}

/**
 * Writes what several runs build together, and splits it into one piece for each platform of each image.
 *
 * @throws Failure `bad-input`, `write`
 */
export async function plan(host: Host, given: Given): Promise<Planned> {
  const wish = declarePlan(given, host)
  if (!wish.ok) throw problemsFailure(wish.problems)
  const { plan: _, runners: __, ...values } = given.values
  const planning = { ...given, values }
  const whole = await declareWhole(host, planning)
  const strange = runnersOfNone(wish.value.runners, whole)
  if (strange.length > 0) throw problemsFailure(strange)
  const changed = await changedImages(host, planning, whole)
  if (changed === null) return { matrix: { include: [] }, written: null }
  const made = planOf(changed.images, host.cwd)
  const matrix = matrixOf(made, wish.value.runners)
  const jobs = matrix.include.length
  if (jobs > MOST_JOBS)
    throw new Failure(
      'bad-input',
      {
        what: clause`the plan has ${jobs} pieces`,
        why: clause`a matrix has ${MOST_JOBS} jobs at most`,
        fix: clause`leave out some of ${input('platforms')}`,
      },
      { fields: { input: 'platforms' } },
    )
  await writeReport(wish.value.file, writePlan(made))
  return { matrix, written: { plan: made, file: wish.value.file } }
}

/** Of all images, because `changed-since` may leave out the only one that is for a platform. */
function runnersOfNone(runners: Runners, { images }: DeclaredRun): readonly Problem[] {
  const planned = images.flatMap(({ spec }) => spec.platforms.map(({ platform }) => formatPlatform(platform)))
  const all = [...new Set(planned)].join(', ')
  return Object.keys(runners)
    .filter(platform => !planned.includes(platform))
    .map(platform =>
      wrongValue(
        'runners',
        platform,
        clause`is not a platform of the plan, which has ${all}; leave it out, or add it to ${input('platforms')}`,
      ),
    )
}
