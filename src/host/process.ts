import { clause } from '../clause.ts'
import { spawn } from 'node:child_process'
import path from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { runBriefly } from './brief-command.ts'
import type { Environment, Host } from './host.ts'
import { endWithUs, killGroup } from './end-with-us.ts'
import { onPath } from './on-path.ts'
import { standstill } from './standstill.ts'
import { Failure } from '../failure.ts'

export interface ProcessOptions {
  readonly cwd?: string
  /**
   * The whole environment of the child, as `childEnvironment` makes it. It is never the host's own, which holds every
   * secret.
   */
  readonly env: Environment
  readonly input?: string | Uint8Array
  readonly timeoutMs?: number
  /**
   * Ends the child after this time in which the child and what it started used no processor time and waited for none.
   * Unlike a time limit, it does not end a child that is slow because the machine is busy. It works only on Linux;
   * elsewhere there is no such limit.
   */
  readonly standstillMs?: number
  /** The most bytes to keep of each output stream. The rest is read and dropped. */
  readonly maxOutput?: number
  /** Called with every line of stderr as it arrives, even if the line is dropped. A line that is too long is cut. */
  readonly onStderrLine?: (line: string) => void
}

/**
 * The options for a question that a program answers at once, such as `go env`: the program ends by itself, reads no
 * input, prints a few lines, changes nothing, and leaves nothing running. It runs through `@actions/exec`, which has no
 * limits and cannot end a program: docs/decisions/0035-what-runs-through-actions-exec.md
 */
export interface BriefOptions extends Pick<ProcessOptions, 'cwd' | 'env'> {
  readonly brief: true
}

export interface Finished {
  /** `null` if a signal ended it. */
  readonly exitCode: number | null
  /** `null` also if a signal ended a brief command. */
  readonly signal: NodeJS.Signals | null
  readonly timedOut: boolean
  /** Whether it was ended because it stood still. */
  readonly stoodStill: boolean
  readonly stdout: string
  readonly stderr: string
  readonly ms: number
}

const DEFAULT_MAX_OUTPUT = 16 * 1024 * 1024

/**
 * Runs a command until it ends. The caller judges a non-zero exit code; it never causes an exception.
 *
 * When the host's `stop` aborts, a command that is not brief is ended.
 *
 * @throws Failure `missing-tool` if the command cannot be found or started, and the reason of `stop` once the command
 *   has ended
 */
export async function run(
  host: Host,
  command: string,
  args: readonly string[],
  options: ProcessOptions | BriefOptions,
): Promise<Finished> {
  host.stop?.throwIfAborted()
  host.log.debug(`run: ${command} ${args.join(' ')}`)
  const program = programFile(host, command)
  if (!('brief' in options)) return runProgram(host, command, program, args, options)
  const { cwd = host.cwd, env } = options
  const started = performance.now()
  const answered = await runBriefly(program, args, cwd, env)
  // A command that `@actions/exec` cannot start is started by Node, which either succeeds or says why not.
  if (answered === null) return runProgram(host, command, program, args, { cwd, env })
  const ms = performance.now() - started
  return { ...answered, signal: null, timedOut: false, stoodStill: false, ms }
}

function runProgram(
  host: Host,
  command: string,
  program: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<Finished> {
  const { cwd = host.cwd, env, input, timeoutMs, maxOutput = DEFAULT_MAX_OUTPUT } = options
  const started = performance.now()
  const { promise, resolve, reject } = Promise.withResolvers<Finished>()
  const child = spawn(program, args, {
    cwd,
    env: { ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
    // sudo uses the terminal to recognize a user who has already given a password. A new session would have no
    // terminal.
    detached: command !== 'sudo',
  })
  endWithUs(child)
  const stdout = collect(child.stdout, maxOutput)
  const stderr = collect(child.stderr, maxOutput)
  if (options.onStderrLine !== undefined) eachLine(child.stderr, options.onStderrLine)
  let timedOut = false
  let stoodStill = false
  const end = () => {
    if (child.pid !== undefined) killGroup(child.pid)
    child.kill('SIGKILL')
    // A program that sudo started may still run and hold these streams open. Bantam does not wait for it.
    child.stdout.destroy()
    child.stderr.destroy()
  }
  const expire = () => {
    timedOut = true
    end()
  }
  const timer = timeoutMs === undefined ? undefined : setTimeout(expire, timeoutMs)
  const over = new AbortController()
  if (options.standstillMs !== undefined && child.pid !== undefined)
    standstill(child.pid, options.standstillMs, over.signal).then(
      () => {
        stoodStill = true
        end()
      },
      () => {},
    )
  host.stop?.addEventListener('abort', end)
  // A child that ends without reading its input closes the pipe. Its exit code says more than EPIPE.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const settle = () => {
    clearTimeout(timer)
    over.abort()
    host.stop?.removeEventListener('abort', end)
  }
  child.on('error', cause => {
    settle()
    reject(
      new Failure(
        'missing-tool',
        { what: clause`${command} could not be started`, why: clause`${cause.message}` },
        { cause, fields: { command } },
      ),
    )
  })
  child.on('close', (exitCode, signal) => {
    settle()
    if (host.stop?.aborted === true) return reject(host.stop.reason)
    resolve({
      exitCode,
      signal,
      timedOut,
      stoodStill,
      stdout: stdout(),
      stderr: stderr(),
      ms: performance.now() - started,
    })
  })
  return promise
}

/**
 * The file to start. If the system searched PATH, it would take an empty or a relative entry for the child's working
 * directory, which is in the checkout.
 */
function programFile(host: Host, command: string): string {
  if (command.includes(path.sep)) return path.resolve(host.cwd, command)
  const file = onPath(host, command)
  if (file === null)
    throw new Failure(
      'missing-tool',
      { what: clause`${command} could not be started`, why: clause`it is not on PATH` },
      { fields: { command } },
    )
  return file
}

function collect(stream: NodeJS.ReadableStream, maxOutput: number): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    const kept = chunk.subarray(0, Math.max(0, maxOutput - size))
    size += kept.length
    if (kept.length > 0) chunks.push(kept)
  })
  return () => Buffer.concat(chunks).toString('utf8')
}

/** Characters. A symbol's name may contain a type, which can be as long as its source. */
const MAX_LINE = 64 * 1024

function eachLine(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  stream.on('data', (chunk: Buffer) => {
    const [first = '', ...lines] = decoder.write(chunk).split('\n')
    rest = (rest + first).slice(0, MAX_LINE)
    for (const line of lines) {
      onLine(rest)
      rest = line.slice(0, MAX_LINE)
    }
  })
  stream.on('end', () => rest !== '' && onLine(rest))
}
