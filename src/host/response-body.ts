import { HttpError } from './http-error.ts'
import { noAnswer } from './http.ts'

/**
 * What a response brings, as it comes. Who stops reading closes the connection.
 *
 * @param stallMs how long it waits for more
 * @throws HttpError where it breaks off; to ask again may help
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
    // That this may fail changes nothing.
    await reader.cancel().catch(() => {})
  }
}

function brokenOff(cause: unknown): HttpError {
  return new HttpError(`it broke off: ${noAnswer(cause).message}`, { cause, temporary: true })
}

/** Rejects what takes longer. */
async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`nothing came for ${ms / 1000} s`)), ms)
  try {
    return await Promise.race([promise, late.promise])
  } finally {
    clearTimeout(timer)
  }
}
