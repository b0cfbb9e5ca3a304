import http from 'node:http'
import https from 'node:https'
import { VERSION } from '../version.ts'
import { errorCode, errorMessage } from './error-code.ts'
import type { Environment, Host } from './host.ts'

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

  constructor(message: string, details: Partial<Omit<HttpError, keyof Error>> & { cause?: unknown } = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.status = details.status ?? null
    this.temporary = details.temporary ?? false
    this.retryAfterMs = details.retryAfterMs ?? null
  }
}

/**
 * One HTTP request, through the environment's proxy where Node knows how. Any status is a response.
 * A user and password in the URL become an `Authorization` header.
 *
 * @throws HttpError where no answer came
 */
export async function request(host: Host, url: string, options: RequestOptions = {}): Promise<Response> {
  useProxy(host)
  const { timeoutMs = 30_000, signal, headers, ...rest } = options
  const { address, authorization } = splitCredentials(url)
  const sent = new Headers(headers)
  if (!sent.has('user-agent')) sent.set('user-agent', `bantam/${VERSION}`)
  if (authorization !== null && !sent.has('authorization')) sent.set('authorization', authorization)
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), timeoutMs)
  try {
    return await fetch(address, {
      ...rest,
      headers: sent,
      signal: AbortSignal.any(signal ? [signal, late.signal] : [late.signal]),
    })
  } catch (cause) {
    if (late.signal.aborted) throw new HttpError(`no answer within ${timeoutMs / 1000} s`, { cause })
    throw noAnswer(cause)
  } finally {
    clearTimeout(timer)
  }
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

function splitCredentials(url: string): { address: string; authorization: string | null } {
  const address = new URL(url)
  const { username, password } = address
  if (username === '' && password === '') return { address: url, authorization: null }
  address.username = ''
  address.password = ''
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return { address: address.href, authorization: `Basic ${Buffer.from(pair).toString('base64')}` }
}

/** `fetch` has one dispatcher for the whole process, so a proxy is set once. Node 24.14 and newer can. */
function useProxy({ env, log }: Host): void {
  if (!wantsProxy(env) || agentUses(env)) return
  if (typeof http.setGlobalProxyFromEnv === 'function') http.setGlobalProxyFromEnv({ ...proxyOf(env) })
  else log.debug('HTTP_PROXY and HTTPS_PROXY are not honoured: that takes Node 24.14 or newer')
}

function wantsProxy(env: Environment): boolean {
  const { http_proxy, https_proxy } = proxyOf(env)
  return (http_proxy ?? '') !== '' || (https_proxy ?? '') !== ''
}

function proxyOf(env: Environment) {
  return {
    http_proxy: env['http_proxy'] ?? env['HTTP_PROXY'],
    https_proxy: env['https_proxy'] ?? env['HTTPS_PROXY'],
    no_proxy: env['no_proxy'] ?? env['NO_PROXY'],
  }
}

function agentUses(env: Environment): boolean {
  const { http_proxy, https_proxy } = proxyOf(env)
  return [http.globalAgent, https.globalAgent].some(agent => {
    const set: unknown = field(field(agent, 'options'), 'proxyEnv')
    return field(set, 'http_proxy') === http_proxy && field(set, 'https_proxy') === https_proxy
  })
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
