import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage } from 'node:http'

export interface RequestLimits {
  /** How long a request may go without any traffic. */
  readonly silenceMs: number
  /** How long all the work may take. */
  readonly wholeMs: number
}

/**
 * Runs work that sends HTTP requests, and fails if one of them gets no complete answer, even if the code that sent it
 * would wait forever: the toolkit's client does not notice an answer that breaks off. All requests are ended when this
 * function returns.
 *
 * @throws Error with a message if an answer broke off or did not come, or if the work took too long
 */
export async function withWatchedRequests<Value>(
  { silenceMs, wholeMs }: RequestLimits,
  work: () => Promise<Value>,
): Promise<Value> {
  const mine = new AsyncLocalStorage<true>()
  const lost = Promise.withResolvers<never>()
  const open = new Map<ClientRequest, Activity>()
  const onRequest = (message: unknown) => {
    const { request } = message as { readonly request: ClientRequest }
    if (mine.getStore() !== true) return
    open.set(request, { bytes: 0, since: performance.now() })
    request.on('close', () => open.delete(request))
    request.prependListener('response', (response: IncomingMessage) => {
      response.on('close', () => {
        if (!response.complete) lost.reject(new Error("the service's answer broke off"))
      })
    })
  }
  const timer = setInterval(
    () => {
      const silent = silentOne(open, silenceMs)
      if (silent) lost.reject(new Error(`the service said nothing for ${Math.round(silenceMs / 1000)} s`))
    },
    Math.min(1000, silenceMs),
  )
  const late = setTimeout(
    () => lost.reject(new Error(`it took more than ${Math.round(wholeMs / 1000)} s`)),
    wholeMs,
  )
  subscribe(CREATED, onRequest)
  try {
    return await Promise.race([mine.run(true, work), lost.promise])
  } finally {
    unsubscribe(CREATED, onRequest)
    clearInterval(timer)
    clearTimeout(late)
    for (const request of open.keys()) request.destroy()
  }
}

/** https://nodejs.org/api/diagnostics_channel.html#built-in-channels */
const CREATED = 'http.client.request.created'

interface Activity {
  readonly bytes: number
  readonly since: number
}

/** Whether a request has been without any traffic for too long. It also records the traffic of the others. */
function silentOne(open: Map<ClientRequest, Activity>, silenceMs: number): boolean {
  const now = performance.now()
  for (const [request, { bytes, since }] of open) {
    const { bytesRead = 0, bytesWritten = 0 } = request.socket ?? {}
    const moved = bytesRead + bytesWritten
    if (moved !== bytes) open.set(request, { bytes: moved, since: now })
    else if (now - since > silenceMs) return true
  }
  return false
}
