import { setTimeout as wait } from 'node:timers/promises'
import { HttpError } from './http-error.ts'

/** How long something is tried. */
export interface Patience {
  /** How often at most, the first one counted. */
  readonly tries?: number
  readonly firstWaitMs?: number
  /** No wait is longer, whatever `Retry-After` says. */
  readonly longestWaitMs?: number
}

/** A failure of the moment: another try may succeed. */
export interface Again {
  /** What the server asked for; `null` where it did not say. */
  readonly retryAfterMs: number | null
}

/** What deserves another try; `null` is final. */
export interface Judgement<Value> {
  /** Of a value: where the tries are used up, it is the result all the same. Every value is final where left out. */
  readonly ofValue?: (value: Value) => Again | null
  /** Of what was thrown; `againAfter` where left out. */
  readonly ofError?: (error: unknown) => Again | null
}

/**
 * Tries again what failed for the moment, with a longer wait each time. Registries, downloads and GitHub all come here.
 * An attempt may be several requests, as an upload is: all of them are done anew.
 *
 * @returns the last value, whatever it says
 * @throws what the last attempt threw
 */
export async function retry<Value>(
  attempt: () => Promise<Value>,
  patience: Patience = {},
  { ofValue = () => null, ofError = againAfter }: Judgement<Value> = {},
): Promise<Value> {
  const { tries = 4 } = patience
  for (let tried = 1; ; tried += 1) {
    const isLast = tried >= tries
    const result = await attempt().then(
      value => ({ value, again: isLast ? null : ofValue(value) }),
      (error: unknown) => ({ error, again: isLast ? null : ofError(error) }),
    )
    if (result.again !== null) await wait(waitAfter(tried, result.again, patience))
    else if ('value' in result) return result.value
    else throw result.error
  }
}

/** Each wait is so many times the one before. */
const GROWTH = 3
/** Jobs that failed together must not come back together: a wait is longer by up to this part of itself. */
const JITTER = 0.2

/** Milliseconds after so many tries: at least what the server asked for, at most what patience allows. */
export function waitAfter(
  tried: number,
  { retryAfterMs }: Again,
  { firstWaitMs = 200, longestWaitMs = 20_000 }: Patience,
  random: () => number = Math.random,
): number {
  const growing = firstWaitMs * GROWTH ** (tried - 1)
  const least = Math.max(growing, retryAfterMs ?? 0)
  return Math.min(longestWaitMs, least * (1 + JITTER * random()))
}

/** What was thrown deserves another try where it is an `HttpError` that is temporary. Nothing else does: not even a time limit that ran out. */
export function againAfter(error: unknown): Again | null {
  return error instanceof HttpError && error.temporary ? { retryAfterMs: error.retryAfterMs } : null
}

/** The same of a response. */
export function againAfterResponse(status: number, headers: Headers): Again | null {
  return isTemporary(status) ? { retryAfterMs: retryAfter(headers.get('retry-after')) } : null
}

/** 408 Request Timeout, 429 Too Many Requests, and every fault of the server. Any other refusal is for good. */
export function isTemporary(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** A connection that was cut, or a name server that is busy. One that was refused is for good: nothing listens there. */
export function isCutOff(code: string): boolean {
  return CUT_OFF.has(code)
}

const CUT_OFF: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
])

/** `Retry-After` in milliseconds: seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfter(value: string | null, now: number = Date.now()): number | null {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  // Date.parse takes "-1" for a year.
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
