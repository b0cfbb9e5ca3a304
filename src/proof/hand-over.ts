import type { Cell } from '../isolation/cell.ts'
import { startFault } from './start-fault.ts'
import { stuck, type Limits } from './watch.ts'

/**
 * One start that ends when the Go runtime has taken over: `GOMEMLIMIT=x` makes the runtime (1.19 and newer) stop in
 * `schedinit`, before any init function. A program that hooks the runtime can run its own code before that.
 */
export interface HandOver {
  /** How many environment variables it was started with. */
  readonly variables: number
  /** What went wrong, as a clause about the binary; `null` where the runtime was reached. */
  readonly fault: string | null
  readonly output: string
}

/** How much of a program's output is kept: enough for the runtime's message and a trace. */
const MAX_OUTPUT = 16 * 1024

/**
 * Starts the program with `variables` environment variables in total.
 *
 * @throws Failure `proof` where the way it ends says nothing about the binary
 */
export async function handOver(
  cell: Cell,
  program: string,
  variables: number,
  limits: Limits,
): Promise<HandOver> {
  const ended = await ending(cell, program, environmentOf(variables), limits)
  const reached = ended.exitCode === 2 && ended.output.includes('malformed GOMEMLIMIT')
  const fault = reached ? null : `${ended.how} with ${counted(variables)}`
  return { variables, fault, output: ended.output }
}

/** The names and values are like those that Kubernetes sets in a pod for each Service. */
function environmentOf(variables: number): Record<string, string> {
  const others = Array.from({ length: variables - 1 }, (_, index) => [
    `SERVICE_${index}_PORT`,
    'tcp://10.0.0.1:80',
  ])
  return { GOMEMLIMIT: 'x', ...Object.fromEntries(others) }
}

function counted(variables: number): string {
  return variables === 1 ? '1 environment variable' : `${variables} environment variables`
}

interface Ending {
  readonly exitCode: number | null
  /** As a clause: `exited with 127`. */
  readonly how: string
  readonly output: string
}

async function ending(
  cell: Cell,
  program: string,
  env: Record<string, string>,
  limits: Limits,
): Promise<Ending> {
  const { promise, resolve, reject } = Promise.withResolvers<Ending>()
  const running = cell.start(program, env, 'pipe')
  const { child } = running
  let output = ''
  let judged: string | null = null
  const over = new AbortController()
  child.stderr?.on('data', (chunk: Buffer) => {
    if (output.length < MAX_OUTPUT) output += chunk.toString('utf8')
  })
  stuck(child.pid ?? NaN, limits, over.signal).then(
    seen => {
      if (seen.kind === 'stopped') reject(startFault('it was stopped from outside (SIGSTOP)'))
      else judged = seen.fault
      running.kill()
    },
    () => {},
  )
  child.on('error', cause => {
    over.abort()
    reject(startFault(cause.message, cause))
  })
  child.on('close', (exitCode, signal) => {
    over.abort()
    // The kernel sends SIGKILL to free memory, or another process sent it. The program does not end itself that way.
    if (judged === null && signal === 'SIGKILL')
      reject(startFault('it was killed (SIGKILL), or memory ran out'))
    if (output.startsWith('nsenter: ')) reject(startFault(output.split('\n')[0] ?? ''))
    const how = judged ?? (signal === null ? `exited with ${exitCode}` : `was ended by ${signal}`)
    resolve({ exitCode, how, output: output.slice(0, MAX_OUTPUT) })
  })
  return promise
}
