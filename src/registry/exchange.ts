import { noAnswer, request } from '../host/http.ts'
import type { Host } from '../host/host.ts'
import { showUrl } from './registry-error.ts'

export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes rather than a stream, so that it can be sent again. */
  readonly body?: Uint8Array
}

/** One request and what it was answered. */
export interface Exchange {
  readonly method: Ask['method']
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  /** The answer's first `BODY_LIMIT` bytes, as text. */
  readonly body: string
}

/** Errors and tokens are short; whoever sends more is cut off. */
export const BODY_LIMIT = 64 * 1024

const HEAD_TIMEOUT_MS = 60_000
/** What an upload gets at least, before it counts as stuck. */
const SLOWEST_BYTES_PER_MS = 25

/**
 * Sends one request and reads its answer; follows no redirect.
 *
 * @throws HttpError where no answer came, or it broke off.
 */
export async function exchange(host: Host, { method, url, headers = {}, body }: Ask): Promise<Exchange> {
  const timeoutMs = HEAD_TIMEOUT_MS + Math.ceil((body?.byteLength ?? 0) / SLOWEST_BYTES_PER_MS)
  const started = performance.now()
  const response = await request(host, url.href, {
    method,
    headers,
    redirect: 'manual',
    timeoutMs,
    signal: AbortSignal.timeout(timeoutMs + HEAD_TIMEOUT_MS),
    ...(body === undefined ? {} : { body: asArrayBufferView(body) }),
  })
  const text = await readText(response)
  const ms = Math.round(performance.now() - started)
  host.log.debug(`${method} ${showUrl(url)} ${response.status}, ${ms} ms`)
  return { method, url, status: response.status, headers: response.headers, body: text }
}

async function readText(response: Response): Promise<string> {
  if (response.body === null) return ''
  const chunks: Uint8Array[] = []
  let left = BODY_LIMIT
  const reader = response.body.getReader()
  try {
    while (left > 0) {
      const { done, value } = await reader.read()
      if (done) break
      chunks.push(value.subarray(0, left))
      left -= value.byteLength
    }
  } catch (cause) {
    throw noAnswer(cause)
  }
  // A connection that still sends is closed; that this may fail changes nothing.
  if (left <= 0) await reader.cancel().catch(() => {})
  return Buffer.concat(chunks).toString('utf8')
}

/** `fetch` takes no view over shared memory, and the types tell the two apart. */
function asArrayBufferView(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes)
}
