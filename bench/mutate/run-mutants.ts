// Tries mutants in one process of its own, which is ended when it hangs and renewed before it has grown large.
import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import type { Mutant } from './mutants.ts'
import type { Answer, FileProfile, Order, Planned, Progress } from './worker.ts'

/** What one test of a file reaches: indexes of mutants. */
interface TestReach {
  readonly test: number
  readonly ms: number
  readonly reached: ReadonlySet<number>
}

interface FileReach {
  readonly file: string
  readonly count: number
  readonly shared: ReadonlySet<number>
  /** Those that pass on the source as it is. */
  readonly tests: readonly TestReach[]
}

export type Fate = 'killed' | 'timed out' | 'survived' | 'unreached' | 'invalid'

export interface Tried {
  readonly mutant: Mutant
  readonly fate: Fate
}

/** Each generation of modules stays in memory. */
const TRIES_PER_PROCESS = 150
const PROFILE_MS = 300_000
/** What a change may slow a test down by before it counts as hanging: a factor, and as much as loading takes. */
const SLOWER = 5
const LOADING_MS = 10_000

export function startWorker() {
  let child: ChildProcess | null = null
  let tries = 0

  function ask(order: Order, limit: number): Promise<Answer | 'timed out'> {
    if (tries >= TRIES_PER_PROCESS) end()
    child ??= fork(path.join(import.meta.dirname, 'worker.ts'), {
      stdio: ['ignore', 'ignore', process.env['MUTATE_DEBUG'] === undefined ? 'ignore' : 'inherit', 'ipc'],
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-old-space-size=2048'],
    })
    const worker = child
    tries += 1
    return new Promise(resolve => {
      const finish = (answer: Answer | 'timed out') => {
        clearTimeout(timer)
        worker.removeAllListeners()
        if (answer === 'timed out') end()
        resolve(answer)
      }
      const timer = setTimeout(() => finish('timed out'), limit)
      worker.on('message', message => {
        const answer = message as Answer | Progress
        if (answer.kind === 'progress') timer.refresh()
        else finish(answer)
      })
      // A mutant may end the process, or fill its memory: either way something noticed.
      worker.once('exit', () => finish('timed out'))
      worker.send(order)
    })
  }

  function end(): void {
    child?.removeAllListeners()
    child?.kill('SIGKILL')
    child = null
    tries = 0
  }

  return { ask, end }
}

export type TestWorker = ReturnType<typeof startWorker>

/** What each test file reaches; those that do not run here are named. */
export async function profileTests(worker: TestWorker, files: readonly string[], mutants: readonly Mutant[]) {
  const reaches: FileReach[] = []
  const broken: string[] = []
  const places = mutants.map(({ file, start }) => ({ file, start }))
  for (const file of files) {
    const answer = await worker.ask({ kind: 'profile', file, places }, PROFILE_MS)
    if (answer === 'timed out' || answer.kind !== 'profile') {
      broken.push(`${file}: ${answer === 'timed out' || answer.kind !== 'broken' ? 'no end' : answer.why}`)
      continue
    }
    reaches.push(reachOf(answer.profile))
    for (const [index, { error }] of answer.profile.tests.entries())
      if (error !== null) broken.push(`${file}, test ${index}: ${error.split('\n')[0]}`)
  }
  return { reaches, broken }
}

function reachOf({ file, count, shared, tests }: FileProfile): FileReach {
  const passing = [...tests.entries()].filter(([, { error }]) => error === null)
  return {
    file,
    count,
    shared: new Set(shared),
    tests: passing.map(([test, { ms, reached }]) => ({ test, ms, reached: new Set(reached) })),
  }
}

export async function tryMutant(
  worker: TestWorker,
  mutant: Mutant,
  index: number,
  reaches: readonly FileReach[],
): Promise<Tried> {
  const plan = planFor(mutant, index, reaches)
  if (plan.files.length === 0) return { mutant, fate: 'unreached' }
  const { file, start, end, replacement } = mutant
  const change = { file, start, end, replacement }
  const answer = await worker.ask(
    { kind: 'try', change, plan: plan.files },
    plan.slowest * SLOWER + LOADING_MS,
  )
  if (answer === 'timed out') return { mutant, fate: 'timed out' }
  return { mutant, fate: answer.kind === 'profile' || answer.kind === 'broken' ? 'invalid' : answer.kind }
}

/** The tests that reach it, the twin's first and then the quick ones. */
function planFor(mutant: Mutant, index: number, reaches: readonly FileReach[]) {
  const twin = mutant.file.replace(/^src/, '__tests__').replace(/\.ts$/, '.test.ts')
  const plans = reaches
    .map(({ file, count, shared, tests }) => {
      const chosen = shared.has(index) ? tests : tests.filter(({ reached }) => reached.has(index))
      const planned: Planned = { file, count, tests: chosen.map(({ test }) => test) }
      const ms = chosen.reduce((sum, test) => sum + test.ms, 0)
      const slowest = Math.max(...chosen.map(test => test.ms))
      return { planned, slowest, rank: file === twin ? -1 : ms }
    })
    .filter(({ planned }) => planned.tests.length > 0)
    .sort((one, other) => one.rank - other.rank)
  return { files: plans.map(({ planned }) => planned), slowest: Math.max(...plans.map(one => one.slowest)) }
}
