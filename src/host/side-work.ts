import type { Host } from './host.ts'

/** Begins work beside other work, and returns its promise. It is fine if nothing awaits that promise. */
export type Begin = <Value>(work: Promise<Value>) => Promise<Value>

/**
 * Does work that begins other work beside itself. If it fails, what it began is of no use: its programs and requests
 * are ended, and only after its end does the error leave. So it never runs in a directory that is being removed.
 *
 * @param work gets the host for what it begins, and the function to begin it with
 */
export async function withSideWork<Value>(
  host: Host,
  work: (inside: Host, begin: Begin) => Promise<Value>,
): Promise<Value> {
  const begun: Promise<unknown>[] = []
  const stop = new AbortController()
  const begin: Begin = started => {
    begun.push(started)
    started.catch(() => {})
    return started
  }
  try {
    return await work(stoppedBy(host, stop.signal), begin)
  } catch (error) {
    stop.abort()
    throw error
  } finally {
    await Promise.allSettled(begun)
  }
}

/** A host whose programs and requests also end when the signal aborts. */
export function stoppedBy(host: Host, signal: AbortSignal): Host {
  return { ...host, stop: host.stop === undefined ? signal : AbortSignal.any([host.stop, signal]) }
}

/** For work that must be done to its end, such as removing what other work left. */
export function unstoppable(host: Host): Host {
  return { ...host, stop: undefined }
}
