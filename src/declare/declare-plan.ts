import path from 'node:path'
import type { Given } from './given.ts'
import type { Checked } from './problem.ts'
import { type Reader, readerOf } from './reader.ts'
import { declareRunners, type Runners } from './runners.ts'
import type { Surroundings } from './surroundings.ts'

/** What `bantam plan` is asked for, besides the images. */
export interface PlanWish {
  /** Absolute path of the plan to write. */
  readonly file: string
  readonly runners: Runners
}

type Place = Pick<Surroundings, 'env' | 'cwd'>

export function declarePlan(given: Given, place: Place): Checked<PlanWish> {
  const reader = readerOf(given)
  const file = fileOr(reader, 'plan', 'bantam-plan.json', place)
  if (file === null) reader.contradiction('plan', 'is missing; write the path to write the plan to')
  const runners = declareRunners(reader)
  const problems = reader.problems()
  return problems.length > 0 || file === null
    ? { ok: false, problems }
    : { ok: true, value: { file, runners } }
}

/** What a run that builds a piece of a plan is asked for, besides the image. */
export interface PieceWish {
  /** Absolute path of the plan. */
  readonly plan: string
  /** Absolute path of the result to write. */
  readonly result: string
  /** As they were given; empty where none were. */
  readonly platforms: readonly string[]
  /** Keys of images; empty: all of the plan. */
  readonly only: readonly string[]
}

/** `null`: the run builds a whole image. */
export function declarePiece(given: Given, place: Place): Checked<PieceWish | null> {
  // Problems of flags are reported with those of the image.
  const reader = readerOf({ ...given, problems: [] })
  const plan = reader.text('plan')
  if (plan === null) {
    if (reader.text('result') !== null)
      reader.contradiction(
        'result',
        'has no effect without a plan; write the path of the plan too, or leave it out',
      )
    const problems = reader.problems()
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: null }
  }
  const result = fileOr(reader, 'result', 'bantam-result.json', place)
  if (result === null) reader.contradiction('result', 'is missing; write the path to write the result to')
  const platforms = reader.items('platforms')
  const only = reader.items('only')
  const problems = reader.problems()
  return problems.length > 0 || result === null
    ? { ok: false, problems }
    : { ok: true, value: { plan: path.resolve(place.cwd, plan), result, platforms, only } }
}

/** In a job, later steps find the file by an output, so that it has a usual place. */
function fileOr(reader: Reader, name: 'plan' | 'result', usual: string, { env, cwd }: Place): string | null {
  const given = reader.text(name)
  if (given !== null) return path.resolve(cwd, given)
  const temporary = env['RUNNER_TEMP'] ?? ''
  return reader.surface === 'action' && temporary !== '' ? path.join(temporary, usual) : null
}
