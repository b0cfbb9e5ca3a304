import type { Cell } from '../isolation/cell.ts'

/**
 * One start that ends where the Go runtime has taken over and nothing of the service has run: `GOMEMLIMIT=x` makes
 * the runtime (1.19 and newer) stop in `schedinit`, before any init function.
 */
export interface HandOver {
  /** How many environment variables it was started with. */
  readonly variables: number
  /** What went wrong, as a clause about the binary; `null` where the runtime was reached. */
  readonly fault: string | null
  /** From being spawned to having ended. */
  readonly ms: number
  readonly output: string
}

/** What is kept of a program's output: the runtime's message and a trace, never a flood. */
const MAX_OUTPUT = 16 * 1024

/** Starts it with `variables` environment variables in all. */
export async function handOver(
  cell: Cell,
  program: string,
  variables: number,
  limitMs: number,
): Promise<HandOver> {
  const ended = await ending(cell, program, environmentOf(variables), limitMs)
  const reached = ended.exitCode === 2 && ended.output.includes('malformed GOMEMLIMIT')
  const fault = reached ? null : `${ended.how} with ${counted(variables)}`
  return { variables, fault, ms: ended.ms, output: ended.output }
}

/** Starts it and waits for its end, for what starting anything costs. */
export async function startToEnd(cell: Cell, program: string, limitMs: number): Promise<number> {
  return (await ending(cell, program, {}, limitMs)).ms
}

/** The names and values are like those that Kubernetes gives a pod for each Service. */
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
  readonly ms: number
  readonly output: string
}

async function ending(
  cell: Cell,
  program: string,
  env: Record<string, string>,
  limitMs: number,
): Promise<Ending> {
  const { promise, resolve } = Promise.withResolvers<Ending>()
  const started = performance.now()
  const child = cell.start(program, env, 'pipe')
  let output = ''
  let ms = 0
  let timedOut = false
  const timer = setTimeout(() => (timedOut = child.kill('SIGKILL')), limitMs)
  child.stderr?.on('data', (chunk: Buffer) => {
    if (output.length < MAX_OUTPUT) output += chunk.toString('utf8')
  })
  // The end of the process, not of its output: what is measured must not depend on who else holds the pipe.
  child.on('exit', () => (ms = performance.now() - started))
  child.on('error', cause => {
    clearTimeout(timer)
    resolve({ exitCode: null, how: `could not be started (${cause.message})`, ms, output })
  })
  child.on('close', (exitCode, signal) => {
    clearTimeout(timer)
    const how = timedOut
      ? `did not end within ${limitMs / 1000} s`
      : signal === null
        ? `exited with ${exitCode}`
        : `was ended by ${signal}`
    resolve({ exitCode, how, ms, output: output.slice(0, MAX_OUTPUT) })
  })
  return promise
}
