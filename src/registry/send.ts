import { HttpError } from '../host/http-error.ts'
import { request } from '../host/http.ts'
import { bodyOf } from '../host/response-body.ts'
import type { FilePart } from '../image/file-part.ts'
import type { Registry } from './registry.ts'
import { showRequestUrl } from './request-url.ts'

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: URL
  readonly headers?: Readonly<Record<string, string>>
  /** Bytes or a part of a file instead of a stream, so that the request can be sent again. */
  readonly body?: Uint8Array | FilePart
  /** Receives the body of a 200 instead of `HttpResponse.body`; called again for each try. */
  readonly receive?: Receive
}

export interface Receive {
  /** The most bytes that are expected. The time limit depends on it. */
  readonly bytes: number
  readonly take: (body: AsyncIterable<Uint8Array>) => Promise<void>
}

/** A response, and the request that it answers. */
export interface HttpResponse {
  readonly method: HttpRequest['method']
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  /** The first `BODY_LIMIT` bytes, as text. */
  readonly body: string
}

/** There was no response from this URL. */
export class NoResponse extends HttpError {
  readonly url: URL

  constructor(url: URL, { status, temporary, retryAfterMs, proxy, cause }: HttpError, message: string) {
    super(message, { status, temporary, retryAfterMs, proxy, cause })
    this.url = url
  }
}

/** Errors and tokens are short. A longer body is cut off. */
export const BODY_LIMIT = 64 * 1024

const HEAD_TIMEOUT_MS = 60_000
/** A slower transfer counts as stuck. */
const SLOWEST_BYTES_PER_MS = 25

/**
 * Sends one request and reads its response. It follows no redirect.
 *
 * @throws NoResponse if there was none, or if it broke off
 */
export async function send(
  { host, patience: { answerMs = HEAD_TIMEOUT_MS } }: Pick<Registry, 'host' | 'patience'>,
  sent: HttpRequest,
): Promise<HttpResponse> {
  const { method, url, headers = {}, body, receive } = sent
  const timeoutMs = answerMs + Math.ceil(sizeOf(body) / SLOWEST_BYTES_PER_MS)
  const started = performance.now()
  try {
    const response = await request(host, url.href, {
      method,
      headers,
      redirect: 'manual',
      timeoutMs,
      signal: AbortSignal.timeout(
        timeoutMs + HEAD_TIMEOUT_MS + Math.ceil((receive?.bytes ?? 0) / SLOWEST_BYTES_PER_MS),
      ),
      ...bodyOptions(body),
    })
    const received = receive !== undefined && response.status === 200
    if (received) await receive.take(bodyOf(response, HEAD_TIMEOUT_MS))
    const text = received ? '' : await readText(response)
    const ms = Math.round(performance.now() - started)
    host.log.debug(`${method} ${showRequestUrl(url)} ${response.status}, ${ms} ms`)
    return { method, url, status: response.status, headers: response.headers, body: text }
  } catch (error) {
    throw error instanceof HttpError ? new NoResponse(url, error, error.message) : error
  }
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

function sizeOf(body: HttpRequest['body']): number {
  if (body === undefined) return 0
  return body instanceof Uint8Array ? body.byteLength : body.size
}

function bodyOptions(body: HttpRequest['body']) {
  if (body === undefined) return {}
  return body instanceof Uint8Array ? { body: asArrayBufferView(body) } : { file: body }
}

/** `fetch` accepts no view of shared memory, and the types distinguish the two. */
function asArrayBufferView(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes.buffer instanceof ArrayBuffer
    ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    : Uint8Array.from(bytes)
}
