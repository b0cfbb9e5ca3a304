import { setTimeout as wait } from 'node:timers/promises'
import { HttpError } from './http.ts'

export interface RetryOptions {
  /** How often at most, the first one counted. */
  readonly tries?: number
  readonly firstWaitMs?: number
  /** No wait is longer, whatever `Retry-After` says. */
  readonly longestWaitMs?: number
}

/** Tries again what failed for the moment only: 408, 429, 5xx and connections that were reset. */
export async function retry<Value>(
  attempt: () => Promise<Value>,
  { tries = 4, firstWaitMs = 200, longestWaitMs = 20_000 }: RetryOptions = {},
): Promise<Value> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof HttpError) || !error.temporary || tried >= tries) throw error
      const growing = firstWaitMs * 3 ** (tried - 1)
      await wait(Math.min(longestWaitMs, Math.max(growing, error.retryAfterMs ?? 0)))
    }
  }
}
