import * as v from 'valibot'
import type { RetryOptions } from '../host/retry.ts'
import type { Host } from '../host/host.ts'
import { resolveRealm } from './address.ts'
import { parseChallenges, type Challenge } from './challenge.ts'
import type { Credentials } from './credentials.ts'
import { exchange, type Ask, type Exchange } from './exchange.ts'
import { parseJson, refused, unanswered, unusable, type Deed } from './registry-error.ts'
import { persist } from './retry.ts'

/** What a registry has to be shown, learnt from its first 401 and renewed when that is refused. */
export interface Authorization {
  /** A registry that never asked for a login is open to all. */
  readonly wasAsked: boolean
  /** `Authorization` for a request that needs these scopes; `null`: none, as far as is known. */
  header(scopes: Scopes, deed: Deed): Promise<string | null>
  /** Takes in a 401 to what was sent; true where the same request deserves another try. */
  answer(refusal: Exchange, sent: string | null, scopes: Scopes, deed: Deed): Promise<boolean>
}

/** `repository:o/x:pull,push`, what is needed most first: some token servers read no further. */
export type Scopes = readonly [string, ...string[]]

type Way = { readonly kind: 'unknown' } | { readonly kind: 'basic'; readonly header: string } | Bearer

interface Bearer {
  readonly kind: 'bearer'
  readonly realm: URL
  readonly service: string
}

interface Token {
  readonly header: string
  /** Of `performance.now()`: when it should not be used any more. */
  readonly until: number
}

export interface Registry {
  readonly host: Host
  /** Of its API: the credentials are for this origin. */
  readonly url: URL
  readonly credentials: Credentials | null
  readonly patience: RetryOptions
  /** Everything that must not be repeated in a message; grows with every token. */
  readonly secrets: Set<string>
}

export function authorize(registry: Registry): Authorization {
  let way: Way = { kind: 'unknown' }
  const tokens = new Map<string, Promise<Token>>()

  /** The token for these scopes, got once however many requests want it; `refused` is none that will do. */
  async function tokenFor(
    scopes: Scopes,
    deed: Deed,
    bearer: Bearer,
    refused: Refused | null,
  ): Promise<Token> {
    const key = scopes.join(' ')
    const kept = tokens.get(key)
    if (kept !== undefined && isUsable(await kept, refused)) return kept
    const newer = tokens.get(key)
    if (newer !== undefined && newer !== kept) return newer
    const wanted = [...new Set([...(refused?.missing ?? []), ...scopes])]
    const token = fetchToken(registry, tokenUrl(bearer, wanted), deed)
    tokens.set(key, token)
    return token
  }

  return {
    get wasAsked() {
      return way.kind !== 'unknown'
    },

    async header(scopes, deed) {
      switch (way.kind) {
        case 'unknown':
          return null
        case 'basic':
          return way.header
        case 'bearer':
          return (await tokenFor(scopes, deed, way, null)).header
      }
    },

    async answer(refusal, sent, scopes, deed) {
      const challenge = await challengeOf(registry, refusal)
      switch (way.kind) {
        case 'unknown':
          way = wayOf(registry, challenge, refusal, deed)
          return way.kind !== 'unknown'
        case 'basic':
          return sent !== way.header
        case 'bearer': {
          const missing = (challenge?.params.get('scope') ?? '').split(' ').filter(Boolean)
          await tokenFor(scopes, deed, way, { header: sent, missing })
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

/** A registry may name the way on its root only: GCR does. */
async function challengeOf({ host, url }: Registry, refusal: Exchange): Promise<Challenge | undefined> {
  return supported(refusal) ?? supported(await exchange(host, { method: 'GET', url }))
}

function supported({ headers }: Exchange): Challenge | undefined {
  return parseChallenges(headers.get('www-authenticate')).find(
    ({ scheme }) => scheme === 'basic' || scheme === 'bearer',
  )
}

function wayOf(registry: Registry, challenge: Challenge | undefined, refusal: Exchange, deed: Deed): Way {
  if (challenge === undefined) return { kind: 'unknown' }
  if (challenge.scheme === 'basic') {
    const { credentials } = registry
    return credentials === null
      ? { kind: 'unknown' }
      : { kind: 'basic', header: basic(registry, credentials) }
  }
  const realm = resolveRealm(challenge.params.get('realm'), registry.url)
  if (!realm.ok) throw unusable(deed, refusal, realm.problem)
  // OpenShift names no service: it means itself.
  return { kind: 'bearer', realm: realm.value, service: challenge.params.get('service') ?? registry.url.host }
}

function basic({ host, secrets }: Registry, { username, password }: Credentials): string {
  const pair = Buffer.from(`${username}:${password}`).toString('base64')
  for (const secret of [password, pair]) keepSecret(host, secrets, secret)
  return `Basic ${pair}`
}

function keepSecret(host: Host, secrets: Set<string>, secret: string): void {
  if (secret === '') return
  secrets.add(secret)
  host.log.secret(secret)
}

/** https://distribution.github.io/distribution/spec/auth/token/#requesting-a-token */
function tokenUrl({ realm, service }: Bearer, scopes: readonly string[]): URL {
  const url = new URL(realm)
  url.searchParams.set('service', service)
  for (const scope of scopes) url.searchParams.append('scope', scope)
  return url
}

const TokenBody = v.object({
  token: v.optional(v.string()),
  access_token: v.optional(v.string()),
  expires_in: v.fallback(v.optional(v.number()), undefined),
})

/** What a token lives that does not say, and how long before its end it is not used any more. Seconds. */
const DEFAULT_LIFE = 60
const MARGIN = 10

async function fetchToken(registry: Registry, url: URL, deed: Deed): Promise<Token> {
  const { host, credentials, patience } = registry
  const headers = credentials === null ? {} : { authorization: basic(registry, credentials) }
  const asked: Ask = { method: 'GET', url, headers }
  const answer = await persist(() => exchange(host, asked), patience).catch(error => {
    throw unanswered(deed, url, error)
  })
  if (answer.status !== 200) throw refused(deed, answer)
  const body = v.safeParse(TokenBody, parseJson(answer.body))
  const token = body.success ? (body.output.token ?? body.output.access_token ?? '') : ''
  // Not only is anything else no token: `fetch` would quote it in its complaint about the header.
  if (!/^[\x21-\x7e]+$/.test(token)) throw unusable(deed, answer, 'holds no token')
  keepSecret(host, registry.secrets, token)
  const life = (body.success ? body.output.expires_in : undefined) ?? DEFAULT_LIFE
  return { header: `Bearer ${token}`, until: performance.now() + (life - MARGIN) * 1000 }
}
