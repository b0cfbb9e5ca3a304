import type { ExperimentValue } from '../diet/experiments.ts'
import { withExperiment } from '../diet/experiments.ts'
import type { Host } from '../host/host.ts'
import { run } from '../host/process.ts'
import type { GoToolchain } from '../tools/go-toolchain.ts'
import type { BuildContext } from './build-context.ts'
import { goEnvironment } from './go-environment.ts'

/**
 * Returns those of these values of GOEXPERIMENT that the toolchain knows. It refuses others before it does anything.
 */
export async function offeredExperiments(
  host: Host,
  go: GoToolchain,
  { spec, platform, workingDirectory }: BuildContext,
  values: readonly ExperimentValue[],
): Promise<readonly ExperimentValue[]> {
  const env = goEnvironment(host, spec, platform)
  const answers = await Promise.all(
    values.map(async value => {
      const GOEXPERIMENT = withExperiment(env['GOEXPERIMENT'] ?? '', value)
      const { exitCode } = await run(host, go.command, ['env', 'GOEXPERIMENT'], {
        cwd: workingDirectory,
        env: { ...env, GOEXPERIMENT },
        brief: true,
      })
      return { value, offered: exitCode === 0 }
    }),
  )
  return answers.filter(({ offered }) => offered).map(({ value }) => value)
}
