import { resolveLocation } from './address.ts'
import { authorize, type Scopes } from './authorization.ts'
import type { Operation } from './operation.ts'
import { unreached, unusable } from './registry-error.ts'
import type { Registry } from './registry.ts'
import { send, type HttpRequest, type HttpResponse } from './send.ts'
import { parseWarnings } from './warning.ts'

/** A request with the scopes that it needs, and the operation that it is part of. */
export interface RegistryRequest extends HttpRequest {
  readonly scopes: Scopes
  readonly operation: Operation
}

/**
 * Sends requests to one registry, and to the servers that it redirects to. The response is returned whatever its
 * status, and each request is sent once.
 *
 * @throws NoResponse if there was none; Failure `registry` if the request must not be sent
 */
export interface Transport {
  readonly registry: Registry
  /** True once the registry has asked for a login. */
  readonly asksForLogin: () => boolean
  /** Logs in if the registry asks for it, and follows redirects. */
  readonly request: (request: RegistryRequest) => Promise<HttpResponse>
  /** Like `request`, but follows no redirect. */
  readonly requestHere: (request: RegistryRequest) => Promise<HttpResponse>
  /** The URL that a response's `Location` leads to. */
  readonly locate: (operation: Operation, response: HttpResponse) => URL
}

/**
 * How often a 401 is answered with a new login: the first 401 shows which kind of login is needed, the second that a
 * token has expired.
 */
const MAX_LOGINS = 2
const MAX_REDIRECTS = 5

export function openTransport(registry: Registry): Transport {
  const authorization = authorize(registry)
  const warned = new Set<string>()

  async function requestHere(request: RegistryRequest): Promise<HttpResponse> {
    const { url, scopes, operation } = request
    // Credentials are only for the registry's own origin, wherever it redirects to.
    const isOwn = url.origin === registry.url.origin
    for (let logins = 0; ; logins += 1) {
      const sent = isOwn ? await authorization.header(scopes, operation) : null
      const headers = { ...request.headers, ...(sent === null ? {} : { authorization: sent }) }
      const response = await send(registry, { ...request, headers })
      // Credentials that may push often may not delete, not even an upload that they started.
      const mayLogIn = response.status === 401 && isOwn && request.method !== 'DELETE' && logins < MAX_LOGINS
      if (mayLogIn && (await authorization.answer(response, sent, scopes, operation))) continue
      for (const text of parseWarnings(response.headers.get('warning'))) warn(text)
      return response
    }
  }

  async function request(first: RegistryRequest, redirects = MAX_REDIRECTS): Promise<HttpResponse> {
    const response = await requestHere(first)
    if (!isRedirect(first, response.status) || redirects === 0) return response
    const url = locate(first.operation, response)
    return request({ ...first, url }, redirects - 1).catch(error => {
      throw unreached(first.url, url, error)
    })
  }

  function locate(operation: Operation, response: HttpResponse): URL {
    const target = resolveLocation(response.headers.get('location'), response.url, registry.url)
    if (!target.ok) throw unusable(operation, response, target.problem)
    return target.value
  }

  function warn(text: string): void {
    if (warned.has(text)) return
    warned.add(text)
    registry.host.log.warning(`${registry.url.host} warns: ${text}.`)
  }

  return {
    registry,
    asksForLogin: authorization.asksForLogin,
    request: sent => request(sent),
    requestHere,
    locate,
  }
}

/** 307 and 308 keep the method and body. The three older codes do so only for a request without a body. */
function isRedirect({ method }: RegistryRequest, status: number): boolean {
  if (status === 307 || status === 308) return true
  return (method === 'GET' || method === 'HEAD') && [301, 302, 303].includes(status)
}
