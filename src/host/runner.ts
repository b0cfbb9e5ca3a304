import { randomBytes } from 'node:crypto'
import { availableParallelism, tmpdir } from 'node:os'
import type { Location } from '../failure.ts'
import { guardOutput, type OutputStreams } from './guarded-output.ts'
import { plainText, withoutCommands } from './harmless-text.ts'
import { keptDirectory } from './home.ts'
import type { Environment, Host } from './host.ts'
import type { Log } from './log.ts'
import { secretsOf, TOO_SHORT } from './secrets.ts'
import { runDirectory } from './run-directory.ts'
import { workflowCommand, type Properties } from './workflow-command.ts'

/**
 * A job step of GitHub's runner, or of what acts like one.
 *
 * @throws Failure `write` where there is no room for the run's own directory
 */
export function runnerHost(env: Environment, cwd: string, log: Log = runnerLog(process)): Host {
  const temporary = runDirectory('RUNNER_TEMP', env['RUNNER_TEMP'] || tmpdir())
  return {
    surface: 'action',
    cwd,
    env,
    log,
    temporary,
    kept: keptDirectory(env, temporary),
    cores: availableParallelism(),
  }
}

/**
 * The log of a job's step. From now on nothing else that is written to these streams can form a workflow command, so it is
 * made once in a process.
 */
export function runnerLog(streams: OutputStreams): Log {
  const secrets = secretsOf()
  const write = guardOutput(streams, text => secrets.hide(text))
  const command = (name: string, text: string, properties?: Properties) =>
    write(workflowCommand({ name, message: withoutCommands(secrets.hide(text)) }, properties))
  const warning = (sentence: string) => command('warning', sentence)
  return {
    info: line => write(`${withoutCommands(secrets.hide(line))}\n`),
    notice: sentence => command('notice', sentence),
    warning,
    error: (sentence, location) => command('error', sentence, annotation(location)),
    quote: text => write(stopped(plainText(secrets.hide(text)))),
    debug: line => command('debug', line),
    secret: text => {
      if (text === '') return
      const masked = secrets.add(text)
      if (masked.length === 0) warning(TOO_SHORT)
      // What acts like a runner may not mask anything, so the log does it too.
      for (const part of masked) write(workflowCommand({ name: 'add-mask', message: part }))
    },
  }
}

/** The runner obeys nothing until it reads the token, and nobody can know that beforehand. */
function stopped(text: string): string {
  const token = randomBytes(24).toString('hex')
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`
}

function annotation(location: Location | undefined): Properties {
  if (location === undefined) return {}
  return { file: withoutCommands(location.file), line: location.line, col: location.column }
}
