import { givenInputs } from '../declare/action-inputs.ts'
import { planned } from '../declare/command-inputs.ts'
import { inputsOf } from '../declare/inputs.ts'
import { PLAN_OUTPUTS } from '../declare/outputs.ts'
import { setNamedOutputs } from '../github/outputs.ts'
import { currentDirectory } from '../host/current-directory.ts'
import type { Log } from '../host/log.ts'
import { runEntry } from '../host/run-entry.ts'
import { runnerHost, runnerLog } from '../host/runner.ts'
import { VERSION } from '../version.ts'
import type { ExitCode } from './exit-code.ts'
import { plan } from './plan.ts'
import { reportFailure } from './report-failure.ts'

/** The step of `plan/`: writes what the jobs of a matrix build together, and the matrix. */
export function runPlanAction(step: NodeJS.Process): Promise<void> {
  const { env } = step
  const log = runnerLog(step)
  return runEntry(step, {
    main: () => planAction(step, log),
    tell: error => reportFailure({ env, log, cwd: '/' }, error),
    outlivesOutput: true,
  })
}

async function planAction(step: Pick<NodeJS.Process, 'env' | 'cwd'>, log: Log): Promise<ExitCode> {
  const { env } = step
  log.info(`bantam ${VERSION}`)
  setNamedOutputs(
    env,
    PLAN_OUTPUTS.map(({ name }) => [name, '']),
  )
  const host = runnerHost(env, currentDirectory(step), log)
  try {
    const { written, matrix } = await plan(host, givenInputs(env, planned(inputsOf('action'))))
    for (const { id, runner } of matrix.include) host.log.info(`  ${id.padEnd(40)} ${runner}`)
    if (written !== null) host.log.info(`The id of the plan is ${written.plan.id}.`)
    const values = {
      matrix: JSON.stringify(matrix),
      plan: written?.file ?? '',
      'plan-id': written?.plan.id ?? '',
    }
    setNamedOutputs(
      env,
      PLAN_OUTPUTS.map(({ name }) => [name, values[name]]),
    )
    return 0
  } catch (error) {
    await reportFailure(host, error)
    return 2
  }
}
