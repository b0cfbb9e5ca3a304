import { clause } from '../clause.ts'
import { Failure } from '../failure.ts'
import { errorCode, errorMessage } from './error-code.ts'
import { writeWhole } from './write-whole.ts'

/** The exit code if the work could not be done. The code 1 belongs to the gate alone. */
const COULD_NOT = 2

export interface EntryPoint {
  /** @returns the exit code */
  readonly main: () => Promise<number>
  /** Reports why the run ends if `main` cannot: an uncaught error, or a promise that never settles. */
  readonly tell: (error: unknown) => void | Promise<void>
  /**
   * Whether to continue when stdout or stderr has no reader any more. A step continues because of its outputs; a
   * command in a pipe ends.
   */
  readonly outlivesOutput: boolean
}

type NodeProcess = Pick<
  NodeJS.Process,
  'stdout' | 'stderr' | 'exit' | 'exitCode' | 'on' | 'once' | 'removeAllListeners'
>

/**
 * Runs an entry point and sets its exit code. Every fault is reported and ends with 2: an uncaught error, a promise
 * that never settles, output that cannot be written.
 */
export async function runEntry(
  process: NodeProcess,
  { main, tell, outlivesOutput }: EntryPoint,
): Promise<void> {
  const { stdout, stderr } = process
  // Errors of the streams, because the streams do not keep them.
  const lost = new Map<string, unknown>()
  let ending = false
  const end = async (code: number) => {
    if (ending) return
    ending = true
    await Promise.all([written(stdout), written(stderr)])
    for (const [name, cause] of lost) await say(brokenOutput(name, cause))
    process.exit(lost.size === 0 ? code : COULD_NOT)
  }
  const watch = (name: string, stream: NodeJS.WriteStream, descriptor: number) => {
    writeWhole(stream, descriptor)
    stream.on('error', cause => {
      if (!lost.has(name)) lost.set(name, cause)
      if (!outlivesOutput) void end(COULD_NOT)
    })
  }
  const say = async (error: unknown) => {
    try {
      await tell(error)
    } catch {
      // No stream is left to report the error with.
    }
  }
  const fail = async (error: unknown) => {
    if (ending) return
    await say(error)
    await end(COULD_NOT)
  }
  watch('stdout', stdout, 1)
  watch('stderr', stderr, 2)
  process.exitCode = COULD_NOT
  process.on('uncaughtException', error => void fail(error))
  // Nothing is left that could wake the process, so `main` waits for something that never happens.
  process.once('beforeExit', () => void fail(neverSettled()))
  // Node writes warnings without using its streams, so Bantam could not check them.
  process.removeAllListeners('warning')
  try {
    await end(await main())
  } catch (error) {
    await fail(error)
  }
}

/** Settles when everything written so far has left this process, or cannot be written. */
async function written(stream: NodeJS.WriteStream): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  if (stream.destroyed) resolve()
  else stream.write('', () => resolve())
  await promise
  // The stream records an error only after it has called back.
  await new Promise(setImmediate)
}

const REASONS: Readonly<Record<string, string>> = {
  EFBIG: 'it would be larger than a file may be',
  ENOSPC: 'there is no space left',
  EPIPE: 'its reader closed it',
}

function brokenOutput(name: string, cause: unknown): Failure {
  const why = REASONS[errorCode(cause)] ?? errorMessage(cause)
  return new Failure(
    'write',
    { what: clause`not everything could be written to ${name}`, why: clause`${why}` },
    { cause, fields: { file: name } },
  )
}

function neverSettled(): Error {
  return new Error('the run ended early: something that it waited for can never come')
}
