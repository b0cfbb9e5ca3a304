import { tmpdir, availableParallelism } from 'node:os'
import type { Location } from '../failure.ts'
import { currentDirectory } from './current-directory.ts'
import { keptDirectory } from './home.ts'
import type { Host } from './host.ts'
import type { Log } from './log.ts'
import { plainText, styledText, withoutCommands } from './harmless-text.ts'
import { runDirectory } from './run-directory.ts'
import { secretsOf, TOO_SHORT } from './secrets.ts'

/** The part of `process` that a command line stands on. */
export interface Terminal {
  readonly argv: readonly string[]
  readonly env: NodeJS.ProcessEnv
  readonly stdout: NodeJS.WriteStream
  readonly stderr: NodeJS.WriteStream
  cwd(): string
}

export interface TerminalOptions {
  readonly verbose: boolean
  /** stdout is for the weigh-in alone; everything else goes to stderr. */
  readonly json: boolean
}

/**
 * A run at a terminal, or in a script.
 *
 * @throws Failure `write` where there is no room for the run's own directory, `bad-input` without a current directory
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
 * What is said at a terminal. Text from outside cannot drive it: only Bantam's own colors are let through, and only in the
 * lines of its report.
 */
export function terminalLog(terminal: Terminal, { verbose, json }: TerminalOptions): Log {
  const { stderr } = terminal
  const out = json ? stderr : terminal.stdout
  const secrets = secretsOf()
  const { colour } = terminalStyle(out, terminal.env)
  // A job may run the command line too, and its runner reads every line.
  const plain = terminal.env['GITHUB_ACTIONS'] === 'true' ? withoutCommands : plainText
  // Also with a terminal of its own, as `script` and `docker run -t` give one.
  const report = colour ? (line: string) => styledText(line, plain) : plain
  const say = (line: string) => void stderr.write(`${plain(secrets.hide(line))}\n`)
  return {
    info: line => void out.write(`${report(secrets.hide(line))}\n`),
    notice: sentence => say(`note: ${sentence}`),
    warning: sentence => say(`warning: ${sentence}`),
    error: (sentence, location) => say(`error: ${at(location)}${sentence}`),
    quote: text => say(text.trimEnd()),
    debug: line => void (verbose && say(line)),
    secret: text => {
      if (text !== '' && secrets.add(text).length === 0) say(`warning: ${TOO_SHORT}`)
    },
  }
}

function at(location: Location | undefined): string {
  if (location === undefined) return ''
  return `${[location.file, location.line, location.column].filter(part => part !== undefined).join(':')}: `
}

/** Columns to write in, and whether colour is wanted: https://no-color.org */
export function terminalStyle(
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
): { width: number; colour: boolean } {
  const colour = stream.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb'
  // In a pipe there is no window, and nothing is broken but where COLUMNS asks for it.
  const asked = Number(env['COLUMNS'])
  return { width: stream.columns ?? (asked >= 20 ? asked : Number.POSITIVE_INFINITY), colour }
}
