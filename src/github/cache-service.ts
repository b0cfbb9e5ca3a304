import { errorMessage } from '../host/error-code.ts'
import type { Host } from '../host/host.ts'
import { withQuietCommands } from './quiet-commands.ts'

export type CacheService = typeof import('@actions/cache')

/**
 * Works with the service where there is one; what goes wrong is told as a notice. Its client is loaded only then: it is the
 * largest thing that Bantam brings along.
 *
 * @returns `null` where there is no service, or the work could not be done
 */
export async function tolerantly<Value>(
  host: Host,
  done: 'restored' | 'saved',
  work: (service: CacheService) => Promise<Value>,
): Promise<Value | null> {
  const { ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL } = host.env
  const place = [ACTIONS_CACHE_URL, ACTIONS_RESULTS_URL].find(url => url !== undefined && url !== '')
  if (place === undefined) return without(host, 'there is no service here')
  try {
    const service = await import('@actions/cache')
    if (!service.isFeatureAvailable()) return without(host, 'the service is not available here')
    return await withQuietCommands(() => work(service))
  } catch (error) {
    host.log.notice(`The cache could not be ${done}: ${errorMessage(error)}.`)
    return null
  }
}

/** A service may change the case of its keys. */
export function sameKey(found: string | undefined, key: string): boolean {
  return found?.toLowerCase() === key.toLowerCase()
}

function without(host: Host, why: string): null {
  host.log.debug(`cache: ${why}`)
  return null
}
