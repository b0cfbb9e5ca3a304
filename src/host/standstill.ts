import { setTimeout as sleep } from 'node:timers/promises'
import { processTree, type ProcessState } from './process-state.ts'

/** The state of a process and everything it started at one moment. */
export interface Moment {
  readonly tree: readonly ProcessState[]
  /** Processor time that all of them have used until now. */
  readonly processorMs: number
  /** How long they have used no processor time, and waited neither for a processor nor for a disk. */
  readonly restedMs: number
}

/** The kernel counts 100 clock ticks a second on every machine that Node runs on. */
const MS_PER_TICK = 10

/**
 * Checks a process again and again. A process that waits for a processor or a disk is not standing still: it is only
 * slow because the machine is busy. A process that sleeps or is stopped stands still, even if the machine is idle.
 */
export async function* moments(pid: number, everyMs: number, over: AbortSignal): AsyncGenerator<Moment> {
  let before = -1
  let since = performance.now()
  for (;;) {
    await sleep(everyMs, undefined, { signal: over, ref: false })
    const tree = processTree(pid)
    // Without /proc, nothing is known about the process.
    if (tree.length === 0) continue
    const ticks = tree.reduce((sum, each) => sum + each.ticks, 0)
    if (ticks !== before || !tree.every(rests)) {
      before = ticks
      since = performance.now()
    }
    yield { tree, processorMs: ticks * MS_PER_TICK, restedMs: performance.now() - since }
  }
}

/** Resolves once the process has rested for this long; rejects when `over` is aborted. */
export async function standstill(pid: number, stillMs: number, over: AbortSignal): Promise<void> {
  const everyMs = Math.max(10, Math.min(stillMs / 10, 5000))
  for await (const { restedMs } of moments(pid, everyMs, over)) if (restedMs >= stillMs) return
}

function rests({ state }: ProcessState): boolean {
  return state === 'S' || state === 'T' || state === 'Z'
}
