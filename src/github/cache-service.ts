import { errorMessage } from '../host/error-code.ts'
import { toolkitCommands } from '../host/guarded-output.ts'
import type { Host } from '../host/host.ts'
import { hideEnvironment } from './hide-environment.ts'
import { withWatchedRequests, type RequestLimits } from './watched-requests.ts'

/** The client of the cache service. It throws errors that the original client only warns of. */
export type CacheService = Pick<typeof import('@actions/cache'), 'restoreCache' | 'saveCache'>

export type CacheAnswer<Value> =
  | { readonly status: 'done'; readonly value: Value }
  /** There is no service to ask. */
  | { readonly status: 'no service' }
  /** There is a service, but it gave no answer that can be used. `reason` is a clause. */
  | { readonly status: 'failed'; readonly reason: string }

/** A cache only saves time, so Bantam does not wait longer than the cache could save. */
const LIMITS: RequestLimits = { silenceMs: 60_000, wholeMs: 15 * 60_000 }

/** Works with the service if there is one. Its client is loaded only then, because it is the largest part of Bantam. */
async function askCache<Value>(
  host: Host,
  work: (service: CacheService) => Promise<Value>,
  limits = LIMITS,
): Promise<CacheAnswer<Value>> {
  const { ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL } = host.env
  const place = [ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL].find(url => url !== undefined && url !== '')
  if (place === undefined) return without(host, 'there is no service here')
  try {
    hideEnvironment(host)
    const client = await import('@actions/cache')
    if (!client.isFeatureAvailable()) return without(host, 'the service is not available here')
    return { status: 'done', value: await work(attended(host, client, limits)) }
  } catch (error) {
    return { status: 'failed', reason: errorMessage(error) }
  }
}

/**
 * The same for work that nothing depends on: a failure becomes a notice.
 *
 * @returns `null` if there is no service, or if the work failed
 */
export async function tolerantly<Value>(
  host: Host,
  done: 'restored' | 'saved',
  work: (service: CacheService) => Promise<Value>,
): Promise<Value | null> {
  const answer = await askCache(host, work)
  switch (answer.status) {
    case 'done':
      return answer.value
    case 'failed':
      host.log.notice(`The cache could not be ${done}: ${answer.reason}.`)
      return null
    case 'no service':
      return null
  }
}

/**
 * Makes failures of the client visible. The client itself returns "nothing" for every failure and writes a warning, and
 * it waits forever for the rest of an answer that broke off.
 */
function attended(host: Host, client: CacheService, limits: RequestLimits): CacheService {
  const attend = async <Value>(call: () => Promise<Value>, nothing: Value): Promise<Value> => {
    const complaints: string[] = []
    const listen = ({ name, message }: { readonly name: string; readonly message: string }) => {
      if (name === 'warning' || name === 'error') complaints.push(message)
      else host.log.debug(message)
    }
    const value = await toolkitCommands.run(listen, () => withWatchedRequests(limits, call))
    const [complaint] = complaints
    if (value === nothing && complaint !== undefined) throw new Error(asClause(complaint))
    return value
  }
  return {
    restoreCache: (...asked) => attend(() => client.restoreCache(...asked), undefined),
    saveCache: (...asked) => attend(() => client.saveCache(...asked), -1),
  }
}

function asClause(complaint: string): string {
  return complaint.replace(/^Failed to (?:restore|save): (?:\w+ failed: )?/, '').replace(/\.$/, '')
}

/** Compares keys without case, because a service may change the case of its keys. */
export function sameKey(found: string | undefined, key: string): boolean {
  return found?.toLowerCase() === key.toLowerCase()
}

function without(host: Host, why: string): CacheAnswer<never> {
  host.log.debug(`cache: ${why}`)
  return { status: 'no service' }
}
