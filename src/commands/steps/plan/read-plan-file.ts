import path from 'node:path'
import { wrongValue, problemsFailure } from '../../../declare/problem.ts'
import type { InputName } from '../../../declare/inputs.ts'
import type { Failure } from '../../../failure.ts'
import type { Host } from '../../../host/host.ts'
import { NotSmall, readSmallFile } from '../../../host/small-files.ts'
import { whyNotRead } from '../../../host/why-not-read.ts'
import { printable, shorten } from '../../../report/printable.ts'
import type { Plan } from '../../../plan/plan.ts'
import { MAX_PLAN, readPlan } from '../../../plan/read-plan.ts'

/**
 * Reads the plan that the input `plan` names.
 *
 * @param file absolute
 * @throws Failure `bad-input`
 */
export async function readPlanFile(host: Pick<Host, 'cwd'>, file: string): Promise<Plan> {
  const read = await readSmallFile(file, MAX_PLAN).catch((cause: unknown) => {
    throw notRead(host, 'plan', file, cause)
  })
  const plan = readPlan(read)
  if (!plan.ok) throw problemsFailure([wrongValue('plan', shownPath(host, file), plan.problem)])
  return plan.value
}

/** Characters. */
const LONGEST_NAME = 100

export function shownPath({ cwd }: Pick<Host, 'cwd'>, file: string): string {
  return shorten(printable(path.relative(cwd, file) || '.'), LONGEST_NAME)
}

export function notRead(host: Pick<Host, 'cwd'>, input: InputName, file: string, cause: unknown): Failure {
  const because = cause instanceof NotSmall ? cause.message : `cannot be read: ${whyNotRead(cause)}`
  return problemsFailure([wrongValue(input, shownPath(host, file), because)])
}
