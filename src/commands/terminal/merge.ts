import type { Log } from '../../host/log.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import { exitCodeOf } from '../../report/gate.ts'
import { weighInJson } from '../../report/json.ts'
import type { Screen } from '../../report/screen.ts'
import { verdictLines } from '../../report/terminal.ts'
import type { ExitCode } from '../exit-code.ts'
import { declareMergeOf } from '../declare-merge.ts'
import { merge } from '../merge.ts'
import { tellFailure } from '../tell-failure.ts'
import { writeReports } from '../write-reports.ts'
import type { Asked } from './asked.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'

/** Puts the pieces of a plan together. */
export async function runMerge(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  const screen: Screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
  try {
    const host = terminalHost(terminal, log)
    const spec = await declareMergeOf(host, given)
    const { weighIn, gate, failure } = await merge(host, spec)
    for (const line of verdictLines(weighIn, screen)) host.log.info(line)
    for (const { references, digest } of weighIn.images)
      for (const reference of references) host.log.info(`\n${reference}\n  ${digest}`)
    if (failure !== null) tellFailure(host.log, failure, host.surface)
    if (spec.report !== null) await writeReports(spec.report, weighIn, [])
    if (json) terminal.stdout.write(weighInJson(weighIn))
    if (failure !== null) return 2
    if (!gate.pass) host.log.error(gate.sentence)
    return exitCodeOf(gate)
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}
