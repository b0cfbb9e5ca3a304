import { Octokit } from '@octokit/core'
import { paginateRest } from '@octokit/plugin-paginate-rest'
import type { Host } from '../host/host.ts'
import { HttpError } from '../host/http-error.ts'
import { request } from '../host/http.ts'
import { isTemporary, retry, retryAfter, type Again, type Patience } from '../host/retry.ts'
import { VERSION } from '../version.ts'

export type GitHubApi = InstanceType<ReturnType<typeof clientClass>>

/**
 * Seconds. Bantam does not wait for a limit that lasts longer, because a comment is not worth that many minutes of a
 * job.
 */
const LONGEST_WAIT = 60
const PATIENCE: Patience = { tries: 3, firstWaitMs: 1000, longestWaitMs: LONGEST_WAIT * 1000 }
const TIMEOUT_MS = 20_000

/**
 * A client of GitHub's REST API that reads all pages, retries, waits for rate limits, and sends its token to no other
 * origin.
 */
export function gitHubApi(host: Host, apiUrl: string, token: string): GitHubApi {
  const { origin } = new URL(apiUrl)
  return new (clientClass())({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: `bantam/${VERSION}`,
    log: logOf(host),
    request: {
      log: logOf(host),
      // A page refers to the next one by its full URL.
      fetch: (url: string, options: RequestInit) => {
        if (new URL(url).origin !== origin) throw new Error(`${origin} points to another server`)
        return request(host, url, {
          ...options,
          timeoutMs: TIMEOUT_MS,
          signal: AbortSignal.timeout(2 * TIMEOUT_MS),
        })
      },
    },
  })
}

function clientClass() {
  return Octokit.plugin(tryAgain, paginateRest)
}

function tryAgain(octokit: Octokit): object {
  octokit.hook.wrap('request', (send, options) =>
    retry(async () => send(options), PATIENCE, {
      ofValue: againAfterAnswer,
      ofError: error => (mayHaveWritten(options, error) ? null : againAfterRefusal(error)),
    }),
  )
  return {}
}

/**
 * Whether a request that failed may have written something that a second one would write again. Only `POST` adds
 * something each time, and of GraphQL Bantam uses only queries.
 */
export function mayHaveWritten(
  { method, url }: { readonly method: string; readonly url: string },
  error: unknown,
): boolean {
  return method === 'POST' && !url.endsWith('/graphql') && mayBeDone(error)
}

/** Whether GitHub may have done what it was asked for, although the request failed. */
export function mayBeDone(error: unknown): boolean {
  if (!isRefusal(error)) return false
  if (error.response === undefined) return error.cause instanceof HttpError && !error.cause.unsent
  // 503 Service Unavailable says that it was not done.
  return error.status === 408 || (error.status >= 500 && error.status !== 503)
}

/** GraphQL answers 200 even to errors on its own side. */
function againAfterAnswer({ data }: { readonly data: unknown }): Again | null {
  const said = JSON.stringify((data as { readonly errors?: unknown } | null | undefined)?.errors ?? '')
  return said.includes('Something went wrong while executing your query') ? { retryAfterMs: null } : null
}

/**
 * Whether a request that GitHub refused may succeed a little later.
 * https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately
 */
export function againAfterRefusal(error: unknown, now: number = Date.now()): Again | null {
  if (!isRefusal(error)) return null
  // Also where nothing listens: GitHub is there, and only its name or its address fails for a while.
  if (error.response === undefined) return error.cause instanceof HttpError ? { retryAfterMs: null } : null
  const limit = limitOf(error, now)
  if (limit !== null) return limit <= LONGEST_WAIT ? { retryAfterMs: limit * 1000 } : null
  if (!isTemporary(error.status)) return null
  return { retryAfterMs: retryAfter(String(error.response.headers['retry-after'] ?? ''), now) }
}

function isRefusal(error: unknown): error is Refusal {
  return typeof error === 'object' && error !== null && 'status' in error && 'request' in error
}

interface Refusal {
  readonly status: number
  readonly message: string
  readonly cause?: unknown
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> } | undefined
}

/** For how many seconds the rate limit lasts; `null` if the refusal is not about a rate limit. */
export function limitOf({ status, message, response }: Refusal, now: number = Date.now()): number | null {
  if (status !== 403 && status !== 429) return null
  const headers = response?.headers ?? {}
  const asked = retryAfter(String(headers['retry-after'] ?? ''), now)
  if (asked !== null) return Math.ceil(asked / 1000)
  if (headers['x-ratelimit-remaining'] === '0')
    return Math.max(1, Math.ceil(Number(headers['x-ratelimit-reset']) - now / 1000) + 1)
  return status === 429 || /\bsecondary rate\b/i.test(message) ? LONGEST_WAIT : null
}

/** What the client itself logs is only useful for debugging. */
function logOf({ log }: Host) {
  const debug = (message: string) => log.debug(`GitHub: ${message}`)
  return { debug, info: debug, warn: debug, error: debug }
}
