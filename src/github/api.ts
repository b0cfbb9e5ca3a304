import { Octokit } from '@octokit/core'
import { paginateRest } from '@octokit/plugin-paginate-rest'
import { retry } from '@octokit/plugin-retry'
import type { Host } from '../host/host.ts'
import { request, retryAfter } from '../host/http.ts'
import { VERSION } from '../version.ts'

export type GitHubApi = InstanceType<ReturnType<typeof clientClass>>

/** Besides the first. */
const RETRIES = 2
/** Seconds. A limit that lasts longer is not waited for: nothing that is said here is worth a job's minutes. */
const LONGEST_WAIT = 60
const TIMEOUT_MS = 20_000

/** A client of GitHub's REST API that pages, retries, waits for limits, and sends its token to no other origin. */
export function gitHubApi(host: Host, apiUrl: string, token: string): GitHubApi {
  const { origin } = new URL(apiUrl)
  return new (clientClass())({
    auth: token,
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: `bantam/${VERSION}`,
    log: logOf(host),
    retry: { retries: RETRIES, doNotRetry: [400, 401, 403, 404, 410, 422, 429, 451] },
    request: {
      log: logOf(host),
      // A page names the next one by its whole address.
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
  // The first one sees an error first, and leaves word for the second.
  return Octokit.plugin(waitForLimits, retry, paginateRest)
}

/** As GitHub wants it: https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
function waitForLimits(octokit: Octokit): object {
  octokit.hook.error('request', error => {
    if (!('request' in error)) throw error
    const seconds = limitOf(error)
    // What plugin-retry looks for where it does not decide itself.
    if (seconds !== null && seconds <= LONGEST_WAIT)
      error.request.request = { ...error.request.request, retries: RETRIES, retryAfter: seconds }
    throw error
  })
  return {}
}

interface Refusal {
  readonly status: number
  readonly message: string
  readonly response?: { readonly headers: Readonly<Record<string, string | number | undefined>> } | undefined
}

/** For how many seconds there is nothing to be had; `null` where it is no limit that was met. */
export function limitOf({ status, message, response }: Refusal, now: number = Date.now()): number | null {
  if (status !== 403 && status !== 429) return null
  const headers = response?.headers ?? {}
  const asked = retryAfter(String(headers['retry-after'] ?? ''), now)
  if (asked !== null) return Math.ceil(asked / 1000)
  if (headers['x-ratelimit-remaining'] === '0')
    return Math.max(1, Math.ceil(Number(headers['x-ratelimit-reset']) - now / 1000) + 1)
  return status === 429 || /\bsecondary rate\b/i.test(message) ? LONGEST_WAIT : null
}

/** Nothing of the client's is for a person. */
function logOf({ log }: Host) {
  const debug = (message: string) => log.debug(`GitHub: ${message}`)
  return { debug, info: debug, warn: debug, error: debug }
}
