import { againAfterResponse, retry } from '../host/retry.ts'
import type { Operation } from './operation.ts'
import { forgetsBlob, unanswered } from './registry-error.ts'
import type { Registry } from './registry.ts'
import type { HttpResponse } from './send.ts'

/**
 * Repeats all requests of an operation if one of them fails with a temporary error.
 *
 * @returns the last response, whatever its status
 * @throws Failure `registry` if no response came
 */
export async function retryOperation(
  { host, patience }: Pick<Registry, 'host' | 'patience'>,
  operation: Operation,
  attempt: () => Promise<HttpResponse>,
): Promise<HttpResponse> {
  try {
    return await retry(
      attempt,
      { ...patience, stop: host.stop },
      {
        ofValue: response =>
          againAfterResponse(response.status, response.headers) ??
          (forgetsBlob(response) ? { retryAfterMs: null } : null),
      },
    )
  } catch (error) {
    throw unanswered(operation, error)
  }
}
