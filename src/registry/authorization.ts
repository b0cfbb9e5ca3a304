import * as v from 'valibot'
import { parseJson } from '../declare/parse-json.ts'
import type { Host } from '../host/host.ts'
import { resolveRealm } from './address.ts'
import { parseChallenges, type Challenge } from './challenge.ts'
import type { IdentityToken, Password } from './credentials.ts'
import type { Operation } from './operation.ts'
import { refused, unusable } from './registry-error.ts'
import type { Registry } from './registry.ts'
import { retryOperation } from './retry.ts'
import { send, type HttpRequest, type HttpResponse } from './send.ts'

/** The `Authorization` that a registry wants. It is learned from the first 401 and renewed when it is refused. */
export interface Authorization {
  /** Whether the registry has asked for a login. A registry that never asks is open to all. */
  readonly asksForLogin: () => boolean
  /** The `Authorization` header for a request that needs these scopes; `null` if none is known to be needed. */
  header(scopes: Scopes, operation: Operation): Promise<string | null>
  /** Learns from a 401 to the header that was sent; returns true if the same request deserves another try. */
  answer(refusal: HttpResponse, sent: string | null, scopes: Scopes, operation: Operation): Promise<boolean>
}

/** Scopes such as `repository:o/x:pull,push`, the most important first: some token servers read only the first one. */
export type Scopes = readonly [string, ...string[]]

/** The kind of login that this registry wants. */
type Scheme = { readonly kind: 'unknown' } | { readonly kind: 'basic'; readonly header: string } | Bearer

interface Bearer {
  readonly kind: 'bearer'
  readonly realm: URL
  readonly service: string
}

interface Token {
  readonly header: string
  /** The time after which it should not be used any more, on the clock of `performance.now()`. */
  readonly until: number
}

export function authorize(registry: Registry): Authorization {
  let scheme: Scheme = { kind: 'unknown' }
  const tokens = new Map<string, Promise<Token>>()

  /**
   * Returns the token for these scopes. It is fetched once, however many requests need it. A token equal to `refused`
   * is not used again.
   */
  async function tokenFor(
    scopes: Scopes,
    operation: Operation,
    bearer: Bearer,
    refused: Refused | null,
  ): Promise<Token> {
    const key = scopes.join(' ')
    const kept = tokens.get(key)
    if (kept !== undefined && isUsable(await kept, refused)) return kept
    const newer = tokens.get(key)
    if (newer !== undefined && newer !== kept) return newer
    const wanted = [...new Set([...(refused?.missing ?? []), ...scopes])]
    const token = fetchToken(registry, tokenRequest(registry, bearer, wanted), operation)
    tokens.set(key, token)
    // A later request asks again, instead of failing for the same reason.
    token.catch(() => {
      if (tokens.get(key) === token) tokens.delete(key)
    })
    return token
  }

  return {
    asksForLogin: () => scheme.kind !== 'unknown',

    async header(scopes, operation) {
      switch (scheme.kind) {
        case 'unknown':
          return null
        case 'basic':
          return scheme.header
        case 'bearer':
          return (await tokenFor(scopes, operation, scheme, null)).header
      }
    },

    async answer(refusal, sent, scopes, operation) {
      const challenge = await challengeOf(registry, refusal)
      switch (scheme.kind) {
        case 'unknown':
          scheme = schemeOf(registry, challenge, refusal, operation)
          return scheme.kind !== 'unknown'
        case 'basic':
          return sent !== scheme.header
        case 'bearer': {
          const missing = (challenge?.params.get('scope') ?? '').split(' ').filter(Boolean)
          await tokenFor(scopes, operation, scheme, { header: sent, missing })
          return true
        }
      }
    },
  }
}

interface Refused {
  readonly header: string | null
  /** The scopes that the registry named instead. */
  readonly missing: readonly string[]
}

function isUsable({ header, until }: Token, refused: Refused | null): boolean {
  return until > performance.now() && header !== refused?.header
}

/**
 * Reads the challenge of a registry. Some registries, such as GCR, name the scheme only in the response for their root.
 */
async function challengeOf(registry: Registry, refusal: HttpResponse): Promise<Challenge | undefined> {
  return supported(refusal) ?? supported(await send(registry, { method: 'GET', url: registry.url }))
}

function supported({ headers }: HttpResponse): Challenge | undefined {
  return parseChallenges(headers.get('www-authenticate')).find(
    ({ scheme }) => scheme === 'basic' || scheme === 'bearer',
  )
}

function schemeOf(
  registry: Registry,
  challenge: Challenge | undefined,
  refusal: HttpResponse,
  operation: Operation,
): Scheme {
  if (challenge === undefined) return { kind: 'unknown' }
  if (challenge.scheme === 'basic') {
    const { credentials } = registry
    // Only a token server exchanges an identity token.
    return credentials === null || 'identityToken' in credentials
      ? { kind: 'unknown' }
      : { kind: 'basic', header: basic(registry, credentials) }
  }
  const realm = resolveRealm(challenge.params.get('realm'), registry.url)
  if (!realm.ok) throw unusable(operation, refusal, realm.problem)
  // OpenShift names no service: it means itself.
  return { kind: 'bearer', realm: realm.value, service: challenge.params.get('service') ?? registry.url.host }
}

function basic({ host, secrets }: Registry, { username, password }: Password): string {
  const pair = Buffer.from(`${username}:${password}`).toString('base64')
  for (const secret of [password, pair]) keepSecret(host, secrets, secret)
  return `Basic ${pair}`
}

function keepSecret(host: Host, secrets: Set<string>, secret: string): void {
  if (secret === '') return
  secrets.add(secret)
  host.log.secret(secret)
}

function tokenRequest(registry: Registry, bearer: Bearer, scopes: readonly string[]): HttpRequest {
  const { credentials } = registry
  return credentials !== null && 'identityToken' in credentials
    ? exchange(registry, credentials, bearer, scopes)
    : ask(registry, credentials, bearer, scopes)
}

/** https://distribution.github.io/distribution/spec/auth/token/#requesting-a-token */
function ask(
  registry: Registry,
  credentials: Password | null,
  { realm, service }: Bearer,
  scopes: readonly string[],
): HttpRequest {
  const url = new URL(realm)
  url.searchParams.set('service', service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  const headers = credentials === null ? {} : { authorization: basic(registry, credentials) }
  return { method: 'GET', url, headers }
}

/** https://distribution.github.io/distribution/spec/auth/oauth/ */
function exchange(
  { host, secrets }: Registry,
  { identityToken }: IdentityToken,
  { realm, service }: Bearer,
  scopes: readonly string[],
): HttpRequest {
  keepSecret(host, secrets, identityToken)
  const form = new URLSearchParams({
    grant_type: 'refresh_token',
    client_id: 'bantam',
    service,
    scope: scopes.join(' '),
    refresh_token: identityToken,
  })
  return {
    method: 'POST',
    url: realm,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(form.toString()),
  }
}

const TokenBody = v.object({
  token: v.optional(v.string()),
  access_token: v.optional(v.string()),
  expires_in: v.fallback(v.optional(v.number()), undefined),
})

/**
 * In seconds: the lifetime of a token that does not state one, and how long before its end a token is not used any
 * more.
 */
const DEFAULT_LIFE = 60
const MARGIN = 10

async function fetchToken(registry: Registry, asked: HttpRequest, operation: Operation): Promise<Token> {
  const response = await retryOperation(registry, operation, () => send(registry, asked))
  if (response.status !== 200) throw refused(operation, response)
  const body = v.safeParse(TokenBody, parseJson(response.body))
  const token = body.success ? (body.output.token ?? body.output.access_token ?? '') : ''
  // Other characters cannot be part of a token, and `fetch` would quote the token in its error about the header.
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(operation, response, 'holds no token')
  keepSecret(registry.host, registry.secrets, token)
  const life = (body.success ? body.output.expires_in : undefined) ?? DEFAULT_LIFE
  return { header: `Bearer ${token}`, until: performance.now() + (life - MARGIN) * 1000 }
}
