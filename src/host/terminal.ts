import { tmpdir, availableParallelism } from 'node:os'
import { messageText } from '../clause.ts'
import type { Location } from '../failure.ts'
import { currentDirectory } from './current-directory.ts'
import { keptDirectory } from './home.ts'
import type { Host } from './host.ts'
import type { Log } from './log.ts'
import { plainText, styledText, withoutCommands } from './harmless-text.ts'
import { runDirectory } from './run-directory.ts'
import { secretsOf, TOO_SHORT } from './secrets.ts'

/** The part of `process` that a command line uses. */
export interface Terminal {
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  cwd(): string
}

export interface TerminalOptions {
  readonly verbose: boolean
  /** stdout is only for the weigh-in; everything else goes to stderr. */
  readonly json: boolean
}

/**
 * The host for a run on a terminal, or in a script.
 *
 * @throws Failure `write` if the run's own directory cannot be made, `bad-input` without a current directory
 */
export function terminalHost(terminal: Terminal, log: Log): Host {
  const { env } = terminal
  const temporary = runDirectory('TMPDIR', tmpdir())
  return {
    surface: 'terminal',
    cwd: currentDirectory(terminal),
    env,
    log,
    temporary,
    kept: keptDirectory(env, temporary),
    cores: availableParallelism(),
  }
}

/**
 * The log of a terminal. Text from outside cannot control the terminal: only Bantam's own colors are kept, and only in
 * the lines of its report.
 */
export function terminalLog(terminal: Terminal, { verbose, json }: TerminalOptions): Log {
  const { stderr } = terminal
  const out = json ? stderr : terminal.stdout
  const secrets = secretsOf()
  const { colour } = terminalStyle(out, terminal.env)
  // A job can also run the command line, and its runner reads every line.
  const plain = terminal.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands : plainText
  // This applies even if the job has a terminal, as `script` and `docker run -t` provide.
  const report = colour ? (line: string) => styledText(line, plain) : plain
  const say = (line: string) => void stderr.write(`${plain(secrets.hide(line))}\n`)
  return {
    info: line => void out.write(`${report(secrets.hide(line))}\n`),
    notice: message => say(`note: ${messageText(message, 'terminal')}`),
    warning: message => say(`warning: ${messageText(message, 'terminal')}`),
    error: (message, location) => say(`error: ${at(location)}${messageText(message, 'terminal')}`),
    quote: text => say(text.trimEnd()),
    debug: line => void (verbose && say(line)),
    secret: text => {
      if (text !== '' && secrets.add(text).length === 0) say(`warning: ${TOO_SHORT}`)
    },
    hide: text => secrets.hide(text),
  }
}

function at(location: Location | undefined): string {
  if (location === undefined) return ''
  return `${[location.file, location.line, location.column].filter(part => part !== undefined).join(':')}: `
}

/** The columns to write in, and whether to use color: https://no-color.org */
export function terminalStyle(
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
): { width: number; colour: boolean } {
  const colour = stream.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
  // A pipe has no window, so lines are wrapped only if COLUMNS asks for it.
  const asked = Number(env['COLUMNS'])
  return { width: stream.columns ?? (asked >= 20 ? asked : Number.POSITIVE_INFINITY), colour }
}
