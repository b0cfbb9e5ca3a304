import { type Command, parseCommandLine } from '../declare/flags.ts'
import { helpFor } from '../declare/help.ts'
import { problemsFailure } from '../declare/problem.ts'
import type { Log } from '../host/log.ts'
import { runEntry } from '../host/run-entry.ts'
import { terminalLog, terminalStyle, type Terminal } from '../host/terminal.ts'
import { VERSION } from '../version.ts'
import { runBuild } from './terminal/build.ts'
import type { ExitCode } from './exit-code.ts'
import { tellOnTerminal } from './terminal/tell-on-terminal.ts'

/** Runs the command line from its arguments to the end of the process. */
export function runCommandLine(process: NodeJS.Process): Promise<void> {
  const parsed = parseCommandLine(process.argv.slice(2))
  const json = parsed.ok ? 'json' in parsed.value && parsed.value.json : process.argv.includes('--json')
  const verbose = parsed.ok && 'verbose' in parsed.value && parsed.value.verbose
  // Of `bantam init --stdout` the workflow alone goes to standard output, and of `bantam plan` the matrix.
  const isOutput =
    parsed.ok && ((parsed.value.kind === 'init' && parsed.value.stdout) || parsed.value.kind === 'plan')
  const log = terminalLog(process, { json: json || isOutput, verbose })
  return runEntry(process, {
    main: async () => {
      if (parsed.ok) return commandLine(process, log, parsed.value)
      throw problemsFailure(parsed.problems)
    },
    tell: error => tellOnTerminal(process, log, { json }, error),
    outlivesOutput: false,
  })
}

const deferred = () => import('./deferred.ts')

async function commandLine(terminal: Terminal, log: Log, command: Command): Promise<ExitCode> {
  switch (command.kind) {
    case 'help':
      terminal.stdout.write(helpFor(command.of, terminalStyle(terminal.stdout, terminal.env).width))
      return 0
    case 'version':
      terminal.stdout.write(`${VERSION}\n`)
      return 0
    case 'build':
      return runBuild(terminal, log, command)
    case 'diet':
      return (await deferred()).runDiet(terminal, log, command)
    case 'weigh':
      return (await deferred()).runWeigh(terminal, log, command)
    case 'diff':
      return (await deferred()).runDiff(terminal, log, command)
    case 'verify':
      return (await import('./terminal/verify.ts')).runVerify(terminal, log, command)
    case 'plan':
      // Apart from the rest, because a build needs neither.
      return (await import('./terminal/plan.ts')).runPlan(terminal, log, command)
    case 'merge':
      return (await import('./terminal/merge.ts')).runMerge(terminal, log, command)
    case 'unpack':
      return (await deferred()).runUnpack(terminal, log, command)
    case 'init':
      // Apart from the rest, because a build needs no YAML.
      return (await import('./terminal/init.ts')).runInit(terminal, log, command)
  }
}
