import { VERSION } from '../version.ts'
import { errorCode, errorMessage } from './error-code.ts'
import type { Host } from './host.ts'
import { isLoopback } from './loopback.ts'
import { namesProxies, type Proxy, proxyFor, secretsOf, showProxy } from './proxy.ts'
import { proxiedRequest } from './proxied-request.ts'

export interface RequestOptions extends RequestInit {
  /** Until the head of the response is there; its body may take longer. 30 s where left out. */
  readonly timeoutMs?: number
}

/** No answer came, or one that says no. `temporary`: the same request may well succeed a little later. */
export class HttpError extends Error {
  override readonly name = 'HttpError'
  /** `null` where no answer came. */
  readonly status: number | null
  readonly temporary: boolean
  /** What the server asked for with `Retry-After`. */
  readonly retryAfterMs: number | null
  /** The variable whose proxy failed, so that the server was never asked: `HTTPS_PROXY`. */
  readonly proxy: string | null

  constructor(message: string, details: Partial<Omit<HttpError, keyof Error>> & { cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.status = details.status ?? null
    this.temporary = details.temporary ?? false
    this.retryAfterMs = details.retryAfterMs ?? null
    this.proxy = details.proxy ?? null
  }
}

/**
 * One HTTP request, through the proxy that the environment names. Any status is a response.
 * A user and password in the URL become an `Authorization` header, which never goes over plain HTTP to another machine.
 *
 * @throws HttpError where no answer came, or the request must not be sent
 */
export async function request(host: Host, url: string, options: RequestOptions = {}): Promise<Response> {
  const { timeoutMs = 30_000, signal, headers, ...rest } = options
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
  const until = AbortSignal.any(signal ? [signal, late.signal] : [late.signal])
  try {
    const init = { ...rest, headers: sent, signal: until }
    const response = namesProxies(host.env)
      ? await proxiedRequest(host.env, address, proxy.value, { ...init, timeoutMs })
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

/** Plain HTTP is answered by the proxy itself, and only a proxy answers 407. */
function answered(proxy: Proxy | null, response: Response): Response {
  if (proxy !== null && response.status === 407) throw refusedBy(proxy, 407, null)
  return response
}

function refuseInClear({ protocol, hostname, host }: URL): void {
  if (protocol === 'http:' && !isLoopback(hostname))
    throw new HttpError(`a password or token is never sent to ${host} over plain http; use https`)
}

const RESETS: ReadonlySet<string> = new Set([
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
])

/** What `fetch` throws, or a body that breaks off, in words; a reset connection is temporary. */
export function noAnswer(cause: unknown): HttpError {
  const inner = field(cause, 'cause') ?? cause
  const code = errorCode(inner)
  return new HttpError(errorMessage(inner) || code, { cause, temporary: RESETS.has(code) })
}

/** Node connects to the proxy alone, so a connection that fails is the proxy's fault; the rest may be the server's. */
function noAnswerThrough(proxy: Proxy, cause: unknown): HttpError {
  const { message, temporary } = noAnswer(cause)
  const status = Number(field(cause, 'statusCode') ?? 0)
  if (errorCode(cause) === 'ERR_PROXY_TUNNEL' && status !== 0) return refusedBy(proxy, status, cause)
  const why =
    errorCode(cause) === 'ERR_PROXY_TUNNEL'
      ? 'does not connect to the server: it hung up'
      : UNREACHED.has(errorCode(cause))
        ? `cannot be reached: ${message}`
        : null
  return why === null
    ? new HttpError(`${message}, through ${showProxy(proxy)}`, { cause, temporary })
    : new HttpError(`${showProxy(proxy)} ${why}`, { cause, temporary, proxy: proxy.variable })
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

/** A status that is not what was asked for, as an error that knows whether to try again. */
export function refusal(response: Response): HttpError {
  const { status, statusText } = response
  return new HttpError(`the server answered ${`${status} ${statusText}`.trim()}`, {
    status,
    temporary: isTemporary(status),
    retryAfterMs: retryAfter(response.headers.get('retry-after')),
  })
}

export function isTemporary(status: number): boolean {
  return status === 408 || status === 429 || status >= 500
}

/** `Retry-After` in milliseconds: seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfter(value: string | null, now: number = Date.now()): number | null {
  if (value === null) return null
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000
  // Date.parse takes "-1" for a year.
  const date = /^[A-Z]/i.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(date) ? null : Math.max(0, date - now)
}

/** A URL as it may be shown: its user, password and query are left out. */
export function showUrl(url: string): string {
  if (!URL.canParse(url)) return '(not a URL)'
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
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
