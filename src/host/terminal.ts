import { tmpdir, availableParallelism } from 'node:os'
import type { Location } from '../failure.ts'
import { keptDirectory } from './home.ts'
import type { Host } from './host.ts'
import type { Log } from './log.ts'
import { redact } from './redact.ts'
import { scratchDirectory } from './scratch-directory.ts'

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

export function terminalHost(terminal: Terminal, { verbose, json }: TerminalOptions): Host {
  const { env } = terminal
  return {
    surface: 'terminal',
    cwd: terminal.cwd(),
    env,
    log: terminalLog(json ? terminal.stderr : terminal.stdout, terminal.stderr, verbose),
    temporary: scratchDirectory(tmpdir()),
    kept: keptDirectory(env, tmpdir()),
    cores: availableParallelism(),
  }
}

function terminalLog(out: NodeJS.WriteStream, err: NodeJS.WriteStream, verbose: boolean): Log {
  const secrets = new Set<string>()
  const say = (stream: NodeJS.WriteStream, line: string) => void stream.write(`${redact(line, secrets)}\n`)
  return {
    info: line => say(out, line),
    notice: sentence => say(err, `note: ${sentence}`),
    warning: sentence => say(err, `warning: ${sentence}`),
    error: (sentence, location) => say(err, `error: ${at(location)}${sentence}`),
    quote: text => say(err, text.trimEnd()),
    debug: line => void (verbose && say(err, line)),
    secret: text => void (text !== '' && secrets.add(text)),
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
