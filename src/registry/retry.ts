import { HttpError, isTemporary, retryAfter } from '../host/http.ts'
import { retry, type RetryOptions } from '../host/retry.ts'
import type { Exchange } from './exchange.ts'

/** A registry may ask for a wait of hours; no build waits longer than this. */
export const PATIENCE: RetryOptions = { tries: 4, firstWaitMs: 500, longestWaitMs: 60_000 }

/**
 * Tries again what is only temporary: 408, 429, 5xx, resets. An attempt may be several requests, as an upload is:
 * all of it is done anew. Gives the last answer, whatever it says.
 *
 * @throws HttpError where the last try was not answered.
 */
export async function persist(
  attempt: () => Promise<Exchange>,
  patience: RetryOptions = PATIENCE,
): Promise<Exchange> {
  let last: Exchange | null = null
  try {
    return await retry(async () => {
      last = null
      last = await attempt()
      if (isTemporary(last.status)) throw temporary(last)
      return last
    }, patience)
  } catch (error) {
    if (last !== null && error instanceof HttpError) return last
    throw error
  }
}

function temporary({ status, headers }: Exchange): HttpError {
  const retryAfterMs = retryAfter(headers.get('retry-after'))
  return new HttpError(`status ${status}`, { status, temporary: true, retryAfterMs })
}
