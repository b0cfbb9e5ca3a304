import type { Log } from '../../host/log.ts'
import { terminalHost, type Terminal } from '../../host/terminal.ts'
import type { ExitCode } from '../exit-code.ts'
import { plan } from '../plan.ts'
import type { Asked } from './asked.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

/** Writes the plan, and prints the matrix on standard output. */
export async function runPlan(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  try {
    const host = terminalHost(terminal, log)
    const { written, matrix } = await plan(host, given)
    host.log.info(
      written === null
        ? 'There is nothing to plan, so no plan was written.'
        : `The plan is in ${written.file}. Its id is ${written.plan.id}.`,
    )
    terminal.stdout.write(`${JSON.stringify(matrix)}\n`)
    return 0
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}
