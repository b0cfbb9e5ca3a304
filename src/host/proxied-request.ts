import http from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { FilePart } from '../image/file-part.ts'
import type { Environment } from './host.ts'
import type { Proxy } from './proxy.ts'
import { expectHeaders, sendFile } from './send-file.ts'

export interface ProxiedOptions extends RequestInit {
  readonly headers: Headers
  readonly signal: AbortSignal
  /** A body that is read from a file while it is sent, in place of `body`. */
  readonly file?: FilePart | undefined
  /** Whether the server is asked if it wants the file; true by default. */
  readonly asksFirst?: boolean
  /** Milliseconds until the proxy has connected. */
  readonly timeoutMs: number
}

/**
 * Like `fetch`, but through `proxy`, or past every proxy if it is `null`. Node's `fetch` has one set of proxies for the
 * whole process, knows fewer forms of NO_PROXY than Bantam does, and never gives up on a proxy that closes the
 * connection. Nor does it wait for the server when it sends a file, so that it holds most of the file in memory. Its older
 * client does not have these limits.
 */
export async function proxiedRequest(
  env: Environment,
  url: URL,
  proxy: Proxy | null,
  options: ProxiedOptions,
): Promise<Response> {
  const { method = 'GET', redirect = 'follow' } = options
  for (let target = url, redirects = 0; ; redirects += 1) {
    const agent = agentFor(env, target, proxy)
    let response = await requestOnce(agent, target, options)
    if (response.status === EXPECTATION_FAILED && options.file !== undefined) {
      await response.body?.cancel()
      response = await requestOnce(agent, target, { ...options, asksFirst: false })
    }
    const location = response.headers.get('location')
    const follows = redirect === 'follow' && (method === 'GET' || method === 'HEAD')
    if (!follows || location === null || response.status < 300 || redirects === MAX_REDIRECTS) return response
    const next = URL.canParse(location, target.href) ? new URL(location, target) : null
    // The headers may hold a token that is only for this origin.
    if (next?.origin !== url.origin) return response
    await response.body?.cancel()
    target = next
  }
}

const MAX_REDIRECTS = 5
/** The server does not know the question that `sendFile` asks. */
const EXPECTATION_FAILED = 417

type Agents = Map<string, http.Agent>

/** Connections are kept for later requests, as long as the run's environment exists. */
const KEPT = new WeakMap<Environment, Agents>()

function agentFor(env: Environment, { protocol }: URL, proxy: Proxy | null): http.Agent {
  const agents: Agents = KEPT.get(env) ?? new Map()
  KEPT.set(env, agents)
  const name = `${protocol} ${proxy?.url.href ?? ''}`
  const agent = agents.get(name) ?? new (protocol === 'http:' ? http : https).Agent(optionsFor(proxy))
  agents.set(name, agent)
  return agent
}

function optionsFor(proxy: Proxy | null): http.AgentOptions {
  const proxyEnv = proxy === null ? {} : { http_proxy: proxy.url.href, https_proxy: proxy.url.href }
  return { keepAlive: true, proxyEnv }
}

function requestOnce(agent: http.Agent, url: URL, options: ProxiedOptions): Promise<Response> {
  const { method = 'GET', headers, timeoutMs, signal } = options
  const { file, asksFirst = true } = options
  const body = sendable(options.body)
  const { promise, resolve, reject } = Promise.withResolvers<Response>()
  const { request } = url.protocol === 'http:' ? http : https
  const length = file?.size ?? (body === null ? 0 : Buffer.byteLength(body))
  const asked = request(url, {
    agent,
    method,
    signal,
    timeout: timeoutMs,
    headers: {
      ...Object.fromEntries(headers),
      ...(file !== undefined && asksFirst ? expectHeaders(file) : {}),
      ...(body === null && (method === 'GET' || method === 'HEAD') ? {} : { 'content-length': length }),
    },
  })
  asked.on('error', reject)
  asked.on('response', message => {
    try {
      resolve(responseOf(message, method, url))
    } catch (error) {
      message.destroy()
      reject(error)
    }
  })
  // While a tunnel is being opened, Node ignores the signal.
  signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  if (file === undefined) asked.end(body ?? undefined)
  else sendFile(asked, file).catch(reject)
  return promise
}

function sendable(body: RequestInit['body']): string | Uint8Array | null {
  if (body === undefined || body === null) return null
  if (typeof body === 'string' || body instanceof Uint8Array) return body
  throw new TypeError('a request has text or bytes for a body')
}

const WITHOUT_BODY: readonly number[] = [204, 205, 304]

function responseOf(message: http.IncomingMessage, method: string, url: URL): Response {
  const status = message.statusCode ?? 0
  const headers = new Headers()
  for (const [name, values] of Object.entries(message.headersDistinct))
    for (const value of values ?? []) headers.append(name, value)
  const bare = method === 'HEAD' || WITHOUT_BODY.includes(status)
  if (bare) message.resume()
  const body = bare ? null : (Readable.toWeb(message) as ReadableStream<Uint8Array<ArrayBuffer>>)
  const response = new Response(body, { status, statusText: message.statusMessage ?? '', headers })
  return Object.defineProperty(response, 'url', { value: url.href })
}
