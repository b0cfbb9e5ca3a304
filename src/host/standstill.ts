import { setTimeout as sleep } from 'node:timers/promises'
import { processTree, type ProcessState } from './process-state.ts'

/** How a process and what it started were found at one moment. */
export interface Moment {
  readonly tree: readonly ProcessState[]
  /** Processor time of all of them until now. */
  readonly processorMs: number
  /** How long they have taken none of it, and waited neither for a processor nor for a disk. */
  readonly restedMs: number
}

/** Clock ticks a second are 100 on every machine that Node runs on. */
const MS_PER_TICK = 10

/**
 * Looks at a process again and again. A busy machine makes it slow, which is no standstill: whoever waits for a processor
 * or a disk goes on. Who sleeps or is stopped does not, however idle the machine is.
 */
export async function* moments(pid: number, everyMs: number, over: AbortSignal): AsyncGenerator<Moment> {
  let before = -1
  let since = performance.now()
  for (;;) {
    await sleep(everyMs, undefined, { signal: over, ref: false })
    const tree = processTree(pid)
    // Without /proc nothing can be said of it.
    if (tree.length === 0) continue
    const ticks = tree.reduce((sum, each) => sum + each.ticks, 0)
    if (ticks !== before || !tree.every(rests)) {
      before = ticks
      since = performance.now()
    }
    yield { tree, processorMs: ticks * MS_PER_TICK, restedMs: performance.now() - since }
  }
}

/** Resolves once the process has rested for so long; rejects when `over` is aborted. */
export async function standstill(pid: number, stillMs: number, over: AbortSignal): Promise<void> {
  const everyMs = Math.max(10, Math.min(stillMs / 10, 5000))
  for await (const { restedMs } of moments(pid, everyMs, over)) if (restedMs >= stillMs) return
}

function rests({ state }: ProcessState): boolean {
  return state === 'S' || state === 'T' || state === 'Z'
}
