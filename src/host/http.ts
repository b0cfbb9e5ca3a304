import type { FilePart } from '../image/file-part.ts'
import { VERSION } from '../version.ts'
import { errorCode, errorMessage } from './error-code.ts'
import type { Host } from './host.ts'
import { HttpError } from './http-error.ts'
import { isLoopback } from './loopback.ts'
import { namesProxies, type Proxy, proxyFor, secretsOf, showProxy } from './proxy.ts'
import { proxiedRequest } from './proxied-request.ts'
import { isCutOff, isTemporary, retryAfter } from './retry.ts'

export interface RequestOptions extends RequestInit {
  /** Time limit until the head of the response arrives; its body may take longer. 30 s by default. */
  readonly timeoutMs?: number
  /** A body that is read from a file while it is sent, in place of `body`. */
  readonly file?: FilePart
}

/**
 * Sends one HTTP request, through the proxy that the environment names. Any status is a response. A user and password
 * in the URL become an `Authorization` header, which is never sent over plain HTTP to another machine.
 *
 * When the host's `stop` aborts, the request ends, also while its body is read.
 *
 * @throws HttpError if there is no answer, or if the request must not be sent
 */
export async function request(host: Host, url: string, options: RequestOptions = {}): Promise<Response> {
  host.stop?.throwIfAborted()
  const { timeoutMs = 30_000, signal, headers, file, ...rest } = options
  const { address, authorization } = splitCredentials(url)
  const sent = new Headers(headers)
  if (!sent.has('user-agent')) sent.set('user-agent', `bantam/${VERSION}`)
  if (authorization !== null && !sent.has('authorization')) sent.set('authorization', authorization)
  if (sent.has('authorization')) refuseInClear(address)
  const proxy = proxyFor(address, host.env)
  if (!proxy.ok) throw new HttpError(proxy.problem)
  if (proxy.value !== null) for (const secret of secretsOf(proxy.value)) host.log.secret(secret)
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeoutMs)
  const until = AbortSignal.any([late.signal, ...(signal ? [signal] : []), ...(host.stop ? [host.stop] : [])])
  try {
    const init = { ...rest, headers: sent, signal: until }
    const response =
      file !== undefined || namesProxies(host.env)
        ? await proxiedRequest(host.env, address, proxy.value, { ...init, timeoutMs, file })
        : await fetch(address, init)
    return answered(proxy.value, response)
  } catch (cause) {
    if (cause instanceof HttpError) throw cause
    const through = proxy.value === null ? '' : ` through ${showProxy(proxy.value)}`
    if (late.signal.aborted)
      throw new HttpError(`no answer within ${timeoutMs / 1000} s${through}`, { cause })
    throw proxy.value === null ? noAnswer(cause) : noAnswerThrough(proxy.value, cause)
  } finally {
    clearTimeout(timer)
  }
}

/** Reports an error answer of the proxy. Over plain HTTP the proxy answers itself, and only a proxy answers 407. */
function answered(proxy: Proxy | null, response: Response): Response {
  if (proxy !== null && response.status === 407) throw refusedBy(proxy, 407, null)
  return response
}

function refuseInClear({ protocol, hostname, host }: URL): void {
  if (protocol === 'http:' && !isLoopback(hostname))
    throw new HttpError(`a password or token is never sent to ${host} over plain http; use https`)
}

/** Describes what `fetch` throws, or a body that breaks off. A reset connection is temporary. */
export function noAnswer(cause: unknown): HttpError {
  const inner = field(cause, 'cause') ?? cause
  const code = errorCode(inner)
  return new HttpError(errorMessage(inner) || code, {
    cause,
    temporary: isCutOff(code),
    unsent: wasUnsent(inner),
  })
}

/** Whether the connection was never made. Of a name with several addresses, each has its own error. */
function wasUnsent(error: unknown): boolean {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.every(wasUnsent)
  const call = field(error, 'syscall')
  return call === 'connect' || call === 'getaddrinfo' || errorCode(error) === 'UND_ERR_CONNECT_TIMEOUT'
}

/** Node connects only to the proxy, so a failed connection is the proxy's fault. Other errors may be the server's. */
function noAnswerThrough(proxy: Proxy, cause: unknown): HttpError {
  const { message, temporary, unsent } = noAnswer(cause)
  const status = Number(field(cause, 'statusCode') ?? 0)
  if (errorCode(cause) === 'ERR_PROXY_TUNNEL' && status !== 0) return refusedBy(proxy, status, cause)
  const why =
    errorCode(cause) === 'ERR_PROXY_TUNNEL'
      ? 'does not connect to the server: it hung up'
      : UNREACHED.has(errorCode(cause))
        ? `cannot be reached: ${message}`
        : null
  return why === null
    ? new HttpError(`${message}, through ${showProxy(proxy)}`, { cause, temporary, unsent })
    : new HttpError(`${showProxy(proxy)} ${why}`, { cause, temporary, unsent, proxy: proxy.variable })
}

function refusedBy(proxy: Proxy, status: number, cause: unknown): HttpError {
  const why = status === 407 ? ', because it wants another user and password' : ''
  return new HttpError(`${showProxy(proxy)} answered with status ${status}${why}`, {
    cause,
    temporary: isTemporary(status),
    proxy: proxy.variable,
  })
}

const UNREACHED: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
])

/** Turns an unexpected status into an error that says whether to try again. */
export function refusal(response: Response): HttpError {
  const { status, statusText } = response
  return new HttpError(`the server answered ${`${status} ${statusText}`.trim()}`, {
    status,
    temporary: isTemporary(status),
    retryAfterMs: retryAfter(response.headers.get('retry-after')),
  })
}

function splitCredentials(url: string): { address: URL; authorization: string | null } {
  const address = new URL(url)
  const { username, password } = address
  if (username === '' && password === '') return { address, authorization: null }
  address.username = ''
  address.password = ''
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { address, authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
