import { randomBytes } from 'node:crypto'
import { availableParallelism, tmpdir } from 'node:os'
import { type Message, messageText } from '../clause.ts'
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
 * The host for a job step of GitHub's runner, or of a compatible runner.
 *
 * @throws Failure `write` if the run's own directory cannot be made
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
 * The log of a job's step. From now on, nothing else that is written to these streams can form a workflow command. So a
 * process makes it only once.
 */
export function runnerLog(streams: OutputStreams): Log {
  const secrets = secretsOf()
  const write = guardOutput(streams, text => secrets.hide(text))
  const command = (name: string, message: Message, properties?: Properties) => {
    const text = messageText(message, 'action')
    return write(workflowCommand({ name, message: withoutCommands(secrets.hide(text)) }, properties))
  }
  const warning = (message: Message) => command('warning', message)
  return {
    info: line => write(`${withoutCommands(secrets.hide(line))}\n`),
    notice: message => command('notice', message),
    warning,
    error: (message, location) => command('error', message, annotation(location)),
    quote: text => write(stopped(plainText(secrets.hide(text)))),
    debug: line => command('debug', line),
    secret: text => {
      if (text === '') return
      const masked = secrets.add(text)
      if (masked.length === 0) warning(TOO_SHORT)
      // The log masks secrets itself too, because a compatible runner may not.
      for (const part of masked) write(workflowCommand({ name: 'add-mask', message: part }))
    },
    hide: text => secrets.hide(text),
  }
}

/** Stops workflow commands around a text. The runner obeys none until it reads the token, which cannot be guessed. */
function stopped(text: string): string {
  const token = randomBytes(24).toString('hex')
  return `::stop-commands::${token}\n${text.trimEnd()}\n::${token}::\n`
}

function annotation(location: Location | undefined): Properties {
  if (location === undefined) return {}
  return { file: withoutCommands(location.file), line: location.line, col: location.column }
}
