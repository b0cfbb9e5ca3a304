import { declareWeigh, type WeighSpec } from '../declare/declare-weigh.ts'
import type { Given } from '../declare/given.ts'
import { type Command, parseCommandLine } from '../declare/flags.ts'
import { problemsFailure } from '../declare/problem.ts'
import type { Host } from '../host/host.ts'
import type { Log } from '../host/log.ts'
import { progressOn } from '../host/progress.ts'
import { runEntry } from '../host/run-entry.ts'
import { terminalHost, terminalLog, terminalStyle, type Terminal } from '../host/terminal.ts'
import { dietJson } from '../report/diet-json.ts'
import { dietLines } from '../report/diet-lines.ts'
import { weighInJson } from '../report/json.ts'
import { placeName, runCommand, runHints } from '../report/run-command.ts'
import type { Screen } from '../report/screen.ts'
import { verdictLines } from '../report/terminal.ts'
import { comparisonLines, weightLines } from '../report/weight-lines.ts'
import { whereLines } from '../report/where-lines.ts'
import { exitCodeOf } from '../size/gate.ts'
import { VERSION } from '../version.ts'
import { build } from './build.ts'
import { declare } from './declare.ts'
import { diet } from './diet.ts'
import { diff } from './diff.ts'
import { tellFailure } from './tell-failure.ts'
import { weigh } from './weigh.ts'
import { writeReports } from './write-reports.ts'

/** 0: within budget and published as asked. 1: the gate said no. 2: it could not be done. */
export type ExitCode = 0 | 1 | 2

/** The command line from its arguments to the end of the process. */
export function runCommandLine(process: NodeJS.Process): Promise<void> {
  const parsed = parseCommandLine(process.argv.slice(2))
  const quiet = { json: false, verbose: false }
  const log = terminalLog(process, parsed.ok && 'json' in parsed.value ? parsed.value : quiet)
  return runEntry(process, {
    main: async () => {
      if (parsed.ok) return commandLine(process, log, parsed.value)
      log.error(problemsFailure(parsed.problems).message)
      return 2
    },
    tell: error => tellFailure(log, error),
    outlivesOutput: false,
  })
}

async function commandLine(terminal: Terminal, log: Log, command: Command): Promise<ExitCode> {
  switch (command.kind) {
    case 'help':
      terminal.stdout.write(command.text)
      return 0
    case 'version':
      terminal.stdout.write(`${VERSION}\n`)
      return 0
    case 'build':
      return runBuild(terminal, log, command)
    case 'diet':
      return runDiet(terminal, log, command)
    case 'weigh':
      return runWeigh(terminal, log, command)
    case 'diff':
      return runDiff(terminal, log, command)
  }
}

interface Asked {
  readonly given: Given
  readonly json: boolean
  readonly verbose: boolean
}

async function runBuild(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  const screen: Screen = terminalStyle(json ? terminal.stderr : terminal.stdout, terminal.env)
  try {
    const host = terminalHost(terminal, log)
    const { spec, run } = await declare(host, given)
    const { name, weighIn, gate, image, depths, published } = await build(host, spec, { screen })
    for (const line of ['', ...verdictLines(weighIn, screen)]) host.log.info(line)
    for (const place of published?.places ?? []) {
      const command = runCommand(name, place, runHints(spec))
      host.log.info(`\n${whereLines(placeName(place), image.manifest.digest, command, screen).join('\n')}`)
    }
    const failure = published?.failure ?? null
    if (failure !== null) tellFailure(host.log, failure)
    if (run.report !== null) await writeReports(run.report, weighIn, depths)
    if (json) terminal.stdout.write(weighInJson(weighIn))
    if (failure !== null) return 2
    if (!gate.pass) host.log.error(gate.sentence)
    return exitCodeOf(gate)
  } catch (error) {
    tellFailure(log, error)
    return 2
  }
}

async function runDiet(terminal: Terminal, log: Log, { given, json }: Asked): Promise<ExitCode> {
  const progress = progressOn(terminal.stderr, terminal.env)
  try {
    const host = terminalHost(terminal, log)
    const { spec } = await declare(host, given)
    const found = await diet(host, spec, progress)
    progress.end()
    const screen = terminalStyle(terminal.stdout, terminal.env)
    for (const line of json ? [] : dietLines(found, screen)) host.log.info(line)
    if (json) terminal.stdout.write(dietJson(found))
    return 0
  } catch (error) {
    progress.end()
    tellFailure(log, error)
    return 2
  }
}

async function runWeigh(
  terminal: Terminal,
  log: Log,
  { subject, ...asked }: Asked & { readonly subject: string },
): Promise<ExitCode> {
  return withoutBuilding(terminal, log, asked, async (host, spec, screen) => {
    const { weighIn, gate } = await weigh(host, subject, spec)
    for (const line of asked.json ? [] : weightLines(weighIn, spec.depth, screen)) host.log.info(line)
    if (asked.json) terminal.stdout.write(weighInJson(weighIn))
    for (const notice of gate.notices) host.log.notice(notice)
    if (!gate.pass) host.log.error(gate.sentence)
    return exitCodeOf(gate)
  })
}

async function runDiff(
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

async function withoutBuilding(
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
    tellFailure(log, error)
    return 2
  }
}
