import { moments } from '../host/standstill.ts'

/** Limits on the start of a program. None of them is wall-clock time, which a busy machine makes any length. */
export interface Limits {
  /** Processor time: a hundred times what unpacking takes. */
  readonly processorMs: number
  /** How long it may sleep without using processor time: nothing would wake it. */
  readonly asleepMs: number
}

export type Stuck =
  /** A clause about the program: it runs forever, or sleeps forever. */
  | { readonly kind: 'fault'; readonly fault: string }
  /** Another process stopped it, so it says nothing about the program. */
  | { readonly kind: 'stopped' }

/** Resolves when it is clear that the program will not end by itself. Rejects when `over` is aborted. */
export async function stuck(pid: number, limits: Limits, over: AbortSignal): Promise<Stuck> {
  const everyMs = Math.max(10, Math.min(limits.asleepMs / 10, 1000))
  for await (const { tree, processorMs, restedMs } of moments(pid, everyMs, over)) {
    if (processorMs > limits.processorMs)
      return { kind: 'fault', fault: `did not end within ${limits.processorMs / 1000} s of processor time` }
    if (restedMs < limits.asleepMs) continue
    if (tree.some(({ state }) => state === 'T')) return { kind: 'stopped' }
    return { kind: 'fault', fault: `slept for ${limits.asleepMs / 1000} s` }
  }
  throw new Error('the program was not watched to its end')
}
