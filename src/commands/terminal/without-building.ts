import { declareWeigh, type WeighSpec } from '../../declare/declare-weigh.ts'
import { problemsFailure } from '../../declare/problem.ts'
import type { Host } from '../../host/host.ts'
import type { Log } from '../../host/log.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import type { Screen } from '../../report/screen.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Asked } from './asked.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

/** What the commands that only read earlier builds have in common. */
export async function withoutBuilding(
  terminal: Terminal,
  log: Log,
  { given, json }: Asked,
  run: (host: Host, spec: WeighSpec, screen: Screen) => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    const host = terminalHost(terminal, log)
    const declared = declareWeigh(given)
    if (!declared.ok) throw problemsFailure(declared.problems)
    if (declared.value.credentials !== null) host.log.secret(declared.value.credentials.password)
    return await run(
      host,
      declared.value,
      terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env),
    )
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}
