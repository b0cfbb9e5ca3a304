import type { Log } from '../../host/log.ts'
import type { Terminal } from '../../host/terminal.ts'
import { weighInJson } from '../../report/json.ts'
import { weightLines } from '../../report/weight-lines.ts'
import { exitCodeOf } from '../../report/gate.ts'
import type { ExitCode } from '../exit-code.ts'
import { weigh } from '../weigh.ts'
import type { Asked } from './asked.ts'
import { withoutBuilding } from './without-building.ts'

export async function runWeigh(
  terminal: Terminal,
  log: Log,
  { thing, ...asked }: Asked & { readonly thing: string },
): Promise<ExitCode> {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const { weighIn, gate } = await weigh(host, thing, spec)
    for (const line of asked.json ? [] : weightLines(weighIn, spec.depth, screen)) host.log.info(line)
    if (asked.json) terminal.stdout.write(weighInJson(weighIn))
    for (const notice of gate.notices) host.log.notice(notice)
    if (!gate.pass) host.log.error(gate.sentence)
    return exitCodeOf(gate)
  })
}
