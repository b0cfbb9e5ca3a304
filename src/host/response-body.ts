import { HttpError } from './http-error.ts'
import { noAnswer } from './http.ts'

/**
 * The body of a response as it arrives. If the caller stops reading, the connection is closed.
 *
 * @param stallMs how long to wait for more data
 * @throws HttpError if the body breaks off; a new request may succeed
 */
export async function* bodyOf(response: Response, stallMs: number): AsyncGenerator<Uint8Array> {
  if (response.body === null) return
  const reader = response.body.getReader()
  try {
    for (;;) {
      const { done, value } = await within(stallMs, reader.read()).catch(cause => {
        throw brokenOff(cause)
      })
      if (done) return
      yield value
    }
  } finally {
    // The result is the same if this fails.
    await reader.cancel().catch(() => {})
  }
}

function brokenOff(cause: unknown): HttpError {
  return new HttpError(`it broke off: ${noAnswer(cause).message}`, { cause, temporary: true })
}

/** Rejects if the promise takes longer. */
async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`nothing came for ${ms / 1000} s`)), ms)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
