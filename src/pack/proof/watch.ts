import { setTimeout as sleep } from 'node:timers/promises'
import { processTree, type ProcessState } from '../../host/process-state.ts'

/** What a program may take to start. None of it is wall-clock time, which a busy machine makes any length. */
export interface Limits {
  /** Processor time: a hundred times what unpacking takes. */
  readonly processorMs: number
  /** How long it may sleep without using any: nothing will wake it. */
  readonly asleepMs: number
}

export type Standstill =
  /** A clause about the program: it goes on for ever, or sleeps for ever. */
  | { readonly kind: 'fault'; readonly fault: string }
  /** Somebody stopped it, so it says nothing about the program. */
  | { readonly kind: 'stopped' }

/** Clock ticks a second: `USER_HZ` is 100 on every machine that Bantam knows. */
const MS_PER_TICK = 10

/** Resolves once the program is seen not to come to its end by itself; never, where it does. */
export async function standstill(pid: number, limits: Limits, over: AbortSignal): Promise<Standstill> {
  const step = Math.max(10, Math.min(limits.asleepMs / 10, 1000))
  let before = -1
  let since = performance.now()
  for (;;) {
    await sleep(step, undefined, { signal: over, ref: false })
    const tree = processTree(pid)
    const ticks = ticksOf(tree)
    if (ticks * MS_PER_TICK > limits.processorMs)
      return { kind: 'fault', fault: `did not end within ${limits.processorMs / 1000} s of processor time` }
    if (ticks !== before || !tree.every(rests)) {
      before = ticks
      since = performance.now()
    } else if (performance.now() - since >= limits.asleepMs) {
      if (tree.some(({ state }) => state === 'T')) return { kind: 'stopped' }
      return { kind: 'fault', fault: `slept for ${limits.asleepMs / 1000} s` }
    }
  }
}

function ticksOf(tree: readonly ProcessState[]): number {
  return tree.reduce((sum, { ticks }) => sum + ticks, 0)
}

/** Not waiting for a processor or a disk: however busy the machine is, it would not go on sooner. */
function rests({ state }: ProcessState): boolean {
  return state === 'S' || state === 'T' || state === 'Z'
}
