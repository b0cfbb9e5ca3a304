import { randomUUID } from 'node:crypto'
import type { Answer, Seen } from './fault-registry.ts'
import { type Given, refuse } from './memory-registry.ts'

export type Before = (seen: Seen) => Answer | null

/** The user of all these registries, who may write below `team/` alone. */
export const ROBOT = { username: 'robot', password: 'robots-password' }
export const IDENTITY_TOKEN = 'robots-identity-token'

export const mayWrite = (repository: string) => repository.startsWith('team/')

export const repositoryOf = ({ url }: Seen) => /^\/v2\/(.+?)\/(?:manifests|blobs)\//.exec(url)?.[1] ?? ''

export const isWrite = ({ method }: Seen) => method !== 'GET' && method !== 'HEAD'

/** Answers with the first of these that has an answer. */
export const inTurn =
  (...befores: readonly Before[]): Before =>
  seen => {
    for (const before of befores) {
      const answer = before(seen)
      if (answer !== null) return answer
    }
    return null
  }

export function basicLogin(realm: string): Before {
  const pair = Buffer.from(`${ROBOT.username}:${ROBOT.password}`).toString('base64')
  return ({ headers }) =>
    headers.authorization === `Basic ${pair}`
      ? null
      : unauthorized(`Basic realm="${realm}",service="test"`, 'not authorized')
}

export interface TokenManners {
  /** The path of the token server. */
  readonly path: string
  readonly service: string
  /** The name of the token in the answer. */
  readonly field?: 'token' | 'access_token'
  /** Only an identity token is taken, by `POST`. */
  readonly byIdentity?: boolean
  /** Of several scopes, only the first counts. */
  readonly firstScopeOnly?: boolean
  /** The scope that every challenge names, in place of what is missing. */
  readonly scope?: string
  /** Only the answer for `/v2/` has a challenge. */
  readonly challengesAtRoot?: boolean
  /** What the token server answers for a scope that may not be written. */
  readonly refusal?: Given
  /** Tokens are for all scopes; who may write is decided later. */
  readonly forAll?: boolean
}

/** A token server, and the check of its tokens. */
export function tokenLogin(manners: TokenManners): Before {
  const granted = new Map<string, readonly string[]>()
  return seen => (seen.url.startsWith(manners.path) ? giveToken(seen) : check(seen))

  function giveToken({ method, url, headers, body }: Seen): Given {
    const form = new URLSearchParams(method === 'POST' ? body.toString() : url.replace(/^[^?]*\??/, ''))
    if ((method === 'POST') !== (manners.byIdentity === true)) return { status: 404 }
    const pair = Buffer.from(`${ROBOT.username}:${ROBOT.password}`).toString('base64')
    const knows =
      manners.byIdentity === true
        ? form.get('grant_type') === 'refresh_token' && form.get('refresh_token') === IDENTITY_TOKEN
        : headers.authorization === `Basic ${pair}`
    if (!knows || form.get('service') !== manners.service) return refuse(401, 'UNAUTHORIZED')
    const asked = form.getAll('scope').flatMap(scope => scope.split(' '))
    const scopes = manners.firstScopeOnly === true ? asked.slice(0, 1) : asked
    const allowed = scopes.filter(scope => scope.includes(':team/'))
    if (allowed.length < scopes.length && manners.refusal !== undefined) return manners.refusal
    const token = randomUUID()
    granted.set(token, manners.forAll === true ? scopes : allowed)
    const answer = { [manners.field ?? 'token']: token, expires_in: 300 }
    return { status: 200, body: JSON.stringify(answer) }
  }

  function check(seen: Seen): Given | null {
    // The storage service of a registry knows no tokens.
    if (seen.url.startsWith('/storage/')) return null
    const token = (seen.headers.authorization ?? '').replace(/^Bearer /, '')
    const has = granted.get(token)
    const name = repositoryOf(seen)
    const action = isWrite(seen) ? 'push' : 'pull'
    const from = new URL(seen.url, 'http://x').searchParams.get('from')
    const needed = [[name, action] as const, ...(from === null ? [] : [[from, 'pull'] as const])]
    const lacking = needed.filter(
      ([repository, action]) =>
        has?.some(scope => new RegExp(`^repository:${repository}:.*${action}`).test(scope)) !== true,
    )
    if (seen.url === '/v2/' ? has !== undefined : lacking.length === 0) return null
    const realm = `http://${seen.headers.host}${manners.path}`
    const scope = manners.scope ?? lacking.map(([name, action]) => `repository:${name}:${action}`).join(' ')
    const error = has === undefined ? '' : ',error="insufficient_scope"'
    const challenge = `Bearer realm="${realm}",service="${manners.service}",scope="${scope}"${error}`
    return manners.challengesAtRoot === true && seen.url !== '/v2/'
      ? refuse(401, 'UNAUTHORIZED')
      : unauthorized(challenge, 'authentication required')
  }
}

function unauthorized(challenge: string, message: string): Given {
  const { headers, ...refusal } = refuse(401, 'UNAUTHORIZED', message)
  return { ...refusal, headers: { ...headers, 'www-authenticate': challenge } }
}
