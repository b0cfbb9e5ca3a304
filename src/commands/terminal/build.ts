import { sentenceText } from '../../clause.ts'
import { terminalHost, terminalStyle, type Terminal } from '../../host/terminal.ts'
import type { Log } from '../../host/log.ts'
import { waitOn } from '../../host/wait.ts'
import { weighInJson } from '../../report/json.ts'
import { placeName, runCommand, runHints } from '../../report/run-command.ts'
import type { Screen } from '../../report/screen.ts'
import { verdictLines } from '../../report/terminal.ts'
import { whereLines } from '../../report/where-lines.ts'
import { exitCodeOf } from '../../report/gate.ts'
import { build } from '../build.ts'
import { declareRun } from '../declare.ts'
import type { ExitCode } from '../exit-code.ts'
import { tellFailure } from '../tell-failure.ts'
import { tellOnTerminal } from './tell-on-terminal.ts'
import { writeReports } from '../write-reports.ts'
import { writeSboms } from '../write-sboms.ts'
import type { Asked } from './asked.ts'

export async function runBuild(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  const { wait, log: over } = waitOn(terminal.stderr, terminal.env, log)
  const screen: Screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
  try {
    const host = terminalHost(terminal, over)
    const { images, run, part } = await declareRun(host, given)
    const [{ key, spec, sboms: sbomPaths }] = images
    const built = await build(host, spec, { screen, wait })
    const { name, weighIn, gate, set, sboms, depths, published } = built
    for (const line of ['', ...verdictLines(weighIn, screen)]) host.log.info(line)
    for (const place of published?.places ?? []) {
      const command = runCommand(name, place, runHints(spec.platforms[0]))
      host.log.info(`\n${whereLines(placeName(place), set.root.digest, command, screen).join('\n')}`)
    }
    if (published !== null && run.pushReason !== null)
      host.log.info(`\n${sentenceText(run.pushReason, host.surface)}`)
    const failure = published?.failure ?? null
    if (failure !== null) tellFailure(host.log, failure, host.surface)
    if (part !== undefined) {
      const { writePartResult } = await import('../write-result.ts')
      await writePartResult(host, part, [{ key, built }])
    }
    if (run.report !== null) await writeReports(run.report, weighIn, depths)
    await writeSboms(sbomPaths, sboms)
    if (json) terminal.stdout.write(weighInJson(weighIn))
    if (failure !== null) return 2
    if (!gate.pass) host.log.error(gate.sentence)
    return exitCodeOf(gate)
  } catch (error) {
    tellOnTerminal(terminal, log, { json }, error)
    return 2
  }
}
