import { request } from '../host/http.ts'
import type { Host } from '../host/host.ts'
import { bodyOf } from '../host/response-body.ts'
import { showUrl } from './registry-error.ts'

export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes rather than a stream, so that it can be sent again. */
  readonly body?: Uint8Array
  /** Takes what a 200 brings, in place of `Exchange.body`; anew for each try. */
  readonly receive?: Receive
}

export interface Receive {
  /** What is expected at most: how long it may take goes by it. */
  readonly bytes: number
  readonly take: (body: AsyncIterable<Uint8Array>) => Promise<void>
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
/** What a transfer gets at least, before it counts as stuck. */
const SLOWEST_BYTES_PER_MS = 25

/**
 * Sends one request and reads its answer; follows no redirect.
 *
 * @throws HttpError where no answer came, or it broke off.
 */
export async function exchange(
  host: Host,
  { method, url, headers = {}, body, receive }: Ask,
): Promise<Exchange> {
  const timeoutMs = HEAD_TIMEOUT_MS + Math.ceil((body?.byteLength ?? 0) / SLOWEST_BYTES_PER_MS)
  const started = performance.now()
  const response = await request(host, url.href, {
    method,
    headers,
    redirect: 'manual',
    timeoutMs,
    signal: AbortSignal.timeout(
      timeoutMs + HEAD_TIMEOUT_MS + Math.ceil((receive?.bytes ?? 0) / SLOWEST_BYTES_PER_MS),
    ),
    ...(body === undefined ? {} : { body: asArrayBufferView(body) }),
  })
  const received = receive !== undefined && response.status === 200
  if (received) await receive.take(bodyOf(response, HEAD_TIMEOUT_MS))
  const text = received ? '' : await readText(response)
  const ms = Math.round(performance.now() - started)
  host.log.debug(`${method} ${showUrl(url)} ${response.status}, ${ms} ms`)
  return { method, url, status: response.status, headers: response.headers, body: text }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let left = BODY_LIMIT
  for await (const chunk of bodyOf(response, HEAD_TIMEOUT_MS)) {
    chunks.push(chunk.subarray(0, left))
    left -= chunk.byteLength
    if (left <= 0) break
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** `fetch` takes no view over shared memory, and the types tell the two apart. */
function asArrayBufferView(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes)
}
