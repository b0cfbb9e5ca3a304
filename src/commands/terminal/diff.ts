import type { Log } from '../../host/log.ts'
import type { Terminal } from '../../host/terminal.ts'
import { weighInJson } from '../../report/json.ts'
import { comparisonLines } from '../../report/weight-lines.ts'
import { diff } from '../diff.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Asked } from './asked.ts'
import { withoutBuilding } from './without-building.ts'

export async function runDiff(
  terminal: Terminal,
  log: Log,
  { before, after, ...asked }: Asked & { readonly before: string; readonly after: string },
): Promise<ExitCode> {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const weighIn = await diff(host, before, after, spec)
    for (const line of asked.json ? [] : comparisonLines(weighIn, screen)) host.log.info(line)
    if (asked.json) terminal.stdout.write(weighInJson(weighIn))
    return 0
  })
}
