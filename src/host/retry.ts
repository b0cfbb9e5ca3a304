import { setTimeout as wait } from 'node:timers/promises'
import { HttpError } from './http-error.ts'

/** How long to keep trying. */
export interface Patience {
  /** The most tries, including the first. */
  readonly tries?: number
  readonly firstWaitMs?: number
  /** No wait is longer, even if `Retry-After` says so. */
  readonly longestWaitMs?: number
  /** How long a try may wait for an answer to begin; each kind of request has its own limit where this is left out. */
  readonly answerMs?: number
  /** Ends the waiting: its reason is thrown. Usually the `stop` of the host that the attempts run on. */
  readonly stop?: AbortSignal | undefined
}

/** A temporary failure: another try may succeed. */
export interface Again {
  /** The wait that the server asked for; `null` if it asked for none. */
  readonly retryAfterMs: number | null
}

/** Decides what deserves another try; `null` means that the result is final. */
export interface Judgement<Value> {
  /** Judges a value. When no tries are left, the value is the result. By default, every value is final. */
  readonly ofValue?: (value: Value) => Again | null
  /** Judges an error; `againAfter` by default. */
  readonly ofError?: (error: unknown) => Again | null
}

/**
 * Repeats an attempt that failed temporarily, with a longer wait each time. Registries, downloads and GitHub all use
 * it. An attempt may consist of several requests, such as an upload; all of them are repeated.
 *
 * @returns the last value, even if it deserves another try
 * @throws the error of the last attempt
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
    if (result.again !== null) await waitUnlessStopped(waitAfter(tried, result.again, patience), patience)
    else if ('value' in result) return result.value
    else throw result.error
  }
}

async function waitUnlessStopped(ms: number, { stop }: Patience): Promise<void> {
  await wait(ms, undefined, { signal: stop }).catch((error: unknown) => {
    stop?.throwIfAborted()
    throw error
  })
}

/** Each wait is this many times as long as the previous one. */
const GROWTH = 3
/**
 * A wait gets longer by a random part of itself, up to this one, so that jobs that failed together do not retry
 * together.
 */
const JITTER = 0.2

/** Milliseconds to wait after this many tries: at least what the server asked for, at most what `Patience` allows. */
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

/** Whether an error deserves another try: only a temporary `HttpError` does. Even an expired time limit does not. */
export function againAfter(error: unknown): Again | null {
  return error instanceof HttpError && error.temporary ? { retryAfterMs: error.retryAfterMs } : null
}

/** The same for a response. */
export function againAfterResponse(status: number, headers: Headers): Again | null {
  return isTemporary(status) ? { retryAfterMs: retryAfter(headers.get('retry-after')) } : null
}

/** 408 Request Timeout, 429 Too Many Requests, and all server errors. Any other refusal is permanent. */
export function isTemporary(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/**
 * Whether a connection was cut, or a name server was busy. A refused connection is permanent, because nothing listens
 * there.
 */
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

/**
 * The value of `Retry-After`, which is seconds or a date, in milliseconds.
 * https://www.rfc-editor.org/rfc/rfc9110#field.retry-after
 */
export function retryAfter(value: string | null, now: number = Date.now()): number | null {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  // Date.parse takes "-1" for a year.
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}
