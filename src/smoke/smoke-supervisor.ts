import { spawn, type ChildProcess } from 'node:child_process'
import { json } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { entryPoint } from '../host/entry-point.ts'
import type { Entry } from '../image/entry.ts'
import { startContainer, type Container } from '../isolation/container.ts'
import { idOnMachine } from '../isolation/user-namespace.ts'
import { openOutputPipe, type OutputPipe } from './output-pipe.ts'
import type { ProbeAnswer, ProbeRequest, SmokeOutcome, SmokeRun } from './smoke-run.ts'

/** Time to read what a container prints last. */
const LAST_WORDS_MS = 500
/** Time for the probe itself to start and end. */
const PROBE_MS = 5000

/** Runs the program and does not judge the result. */
export async function supervise(run: SmokeRun, entries: readonly Entry[]): Promise<SmokeOutcome> {
  const { owner, directory, service } = run
  const id = (inside: number) => idOnMachine(owner, inside)
  const { uid, gid } = service.user
  const output = await openOutputPipe(directory, owner === 'root' ? { uid: id(uid), gid: id(gid) } : null)
  try {
    const container = await startContainer({ owner, entries, service, output: output.writer })
    output.closeWriter()
    try {
      return await watch(run, container, output)
    } finally {
      await container.kill()
    }
  } catch (error) {
    return { kind: 'not set up', reason: (error as Error).message }
  } finally {
    output.close()
  }
}

async function watch(run: SmokeRun, container: Container, output: OutputPipe): Promise<SmokeOutcome> {
  const ended = endOf(container, output)
  await container.setUp
  const over = new AbortController()
  const judged =
    run.http === null
      ? sleep(run.limitMs, undefined, { ref: false }).then((): SmokeOutcome => ({
          kind: 'time limit',
          last: null,
          output: output.text(),
        }))
      : untilAnswer({ ...run.http, limitMs: run.limitMs }, container, output, over.signal)
  const outcome = await Promise.race([ended, judged])
  over.abort()
  return outcome
}

async function endOf(container: Container, output: OutputPipe): Promise<SmokeOutcome> {
  const ended = await container.ended
  switch (ended.kind) {
    case 'ended':
      await Promise.race([output.ended, sleep(LAST_WORDS_MS)])
      return { ...ended, output: output.text() }
    case 'not set up':
    case 'not started':
      return { kind: ended.kind, reason: ended.why }
  }
}

/** The probe is a process of its own, because only then can it be on the container's network. */
async function untilAnswer(
  asked: ProbeRequest,
  container: Container,
  output: OutputPipe,
  over: AbortSignal,
): Promise<SmokeOutcome> {
  const [command, args] = container.beside([process.execPath, entryPoint('smoke-probe')])
  const prober = spawn(command, args, { env: {}, stdio: ['pipe', 'pipe', 'inherit'] })
  const kill = () => void prober.kill('SIGKILL')
  over.addEventListener('abort', kill)
  const timer = setTimeout(kill, asked.limitMs + PROBE_MS)
  const answer = await answerOf(prober, asked)
  clearTimeout(timer)
  if (answer === null) {
    // If the service has just ended, there is no network to probe on, and its end is the outcome.
    await sleep(PROBE_MS, undefined, { ref: false })
    return { kind: 'not set up', reason: 'the probe of smoke-http could not be run' }
  }
  return 'status' in answer
    ? { kind: 'answered', status: answer.status, output: output.text() }
    : { kind: 'time limit', last: answer.last, output: output.text() }
}

async function answerOf(prober: ChildProcess, asked: ProbeRequest): Promise<ProbeAnswer | null> {
  if (prober.stdin === null || prober.stdout === null) return null
  const failed = new Promise<null>(resolve => prober.once('error', () => resolve(null)))
  prober.stdin.on('error', () => {})
  prober.stdin.end(JSON.stringify(asked))
  const said = json(prober.stdout).then(
    answer => answer as ProbeAnswer,
    () => null,
  )
  return Promise.race([failed, said])
}
