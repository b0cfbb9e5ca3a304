import type { Seen } from './fault-registry.ts'
import { type Given, type Manners, type MemoryRegistry, refuse } from './memory-registry.ts'
import {
  basicLogin,
  type Before,
  inTurn,
  isWrite,
  mayWrite,
  repositoryOf,
  tokenLogin,
} from './registry-login.ts'

// How registries differ from the specification and from each other, as of November 2026, as far as a push notices.
// Sources: the issues that docs/decisions/0049 names.

type Answering = NonNullable<Manners['before']>

const isUpload = ({ url }: Seen) => url.includes('/blobs/uploads/')

/** Refuses writes outside the team's repositories. */
const refusesOthers =
  (refusal: Given): Before =>
  seen =>
    isWrite(seen) && repositoryOf(seen) !== '' && !mayWrite(repositoryOf(seen)) ? refusal : null

const outside =
  (path: string, before: Before): Before =>
  seen =>
    seen.url.startsWith(path) ? null : before(seen)

/** A storage service on another origin, which refuses a request with two kinds of authorization. */
function redirectsBlobs(status: number, methods: readonly string[] = ['GET']): Answering {
  return ({ method, url, headers }, registry) => {
    const [, name = '', digest = ''] = /^\/storage\/(.+)\/(sha256:.+?)\?/.exec(url) ?? []
    if (digest !== '') {
      if (headers.authorization !== undefined) return { status: 400, body: 'Only one auth mechanism allowed' }
      const body = registry.repositories.get(name)?.blobs.get(digest)
      return body === undefined ? { status: 404 } : { status: 200, body }
    }
    const asked = /^\/v2\/(.+)\/blobs\/(sha256:.+)$/.exec(url)
    const there = registry.repositories.get(asked?.[1] ?? '')?.blobs.has(asked?.[2] ?? '') === true
    if (!there || !methods.includes(method)) return null
    const location = `http://${String(headers.host).replace('127.0.0.1', 'localhost')}/storage/${asked?.[1]}/${asked?.[2]}?sig=1`
    return { status, headers: { location } }
  }
}

const both =
  (first: Answering, second: Answering): Answering =>
  (seen, registry) =>
    first(seen, registry) ?? second(seen, registry)

/** Changes the answers to some requests. */
const changes =
  (
    of: (seen: Seen, given: Given) => boolean,
    change: (given: Given, seen: Seen) => Given,
  ): NonNullable<Manners['after']> =>
  (given, seen) =>
    of(seen, given) ? change(given, seen) : given

function withHeaders(given: Given, headers: Readonly<Record<string, string>>): Given {
  return { ...given, headers: { ...given.headers, ...headers } }
}

const locationOf = ({ headers }: Given) => headers?.['location'] ?? ''

function absolute(given: Given, { headers }: Seen, query = ''): Given {
  return withHeaders(given, { location: `http://${headers.host}${locationOf(given)}${query}` })
}

const has = ({ repositories }: MemoryRegistry, seen: Seen) => {
  const { blobs, manifests, tags } = repositories.get(repositoryOf(seen)) ?? {}
  const last = decodeURIComponent(seen.url.replace(/.*\//, ''))
  return blobs?.has(last) === true || manifests?.has(last) === true || tags?.has(last) === true
}

/** A registry, and what it says to a push that it refuses. */
export interface RegistryKind {
  readonly manners: () => Manners
  readonly refusal: RegExp
  /** Whether it takes identity tokens alone. */
  readonly byIdentity?: true
}

export const REGISTRIES: Readonly<Record<string, RegistryKind>> = {
  GHCR: {
    manners: () => ({
      before: both(
        inTurn(
          tokenLogin({ path: '/token', service: 'ghcr.io', forAll: true }),
          refusesOthers(refuse(403, 'DENIED', 'permission_denied: write_package')),
        ),
        redirectsBlobs(307),
      ),
      after: changes(isUpload, given => withHeaders(given, { 'docker-upload-uuid': 'x' })),
    }),
    refusal: /DENIED: permission_denied: write_package/,
  },
  'Docker Hub': {
    manners: () => ({
      before: both(tokenLogin({ path: '/auth/token', service: 'registry.docker.io' }), redirectsBlobs(307)),
      after: changes(
        (seen, { status }) => isUpload(seen) && status === 202,
        (given, seen) => absolute(given, seen, '?_state=c3RhdGU%3D'),
      ),
    }),
    refusal: /UNAUTHORIZED: authentication required/,
  },
  ECR: {
    manners: () => ({
      before: inTurn(basicLogin('ecr'), seen =>
        repositoryOf(seen) !== '' && !mayWrite(repositoryOf(seen))
          ? refuse(404, 'NAME_UNKNOWN', 'The repository does not exist in the registry')
          : // A blob can be mounted only once a manifest refers to it.
            seen.url.includes('mount=')
            ? refuse(405, 'UNSUPPORTED', 'not now')
            : null,
      ),
      after: changes(
        (seen, { status }) => isUpload(seen) && status === 202,
        (given, seen) => ({ ...absolute(given, seen), status: seen.method === 'PATCH' ? 201 : 202 }),
      ),
    }),
    refusal: /NAME_UNKNOWN: The repository does not exist/,
  },
  'Artifact Registry': {
    manners: () => ({
      path: url => url.replace('/artifacts-uploads/namespaces/x/', '/v2/'),
      before: both(
        inTurn(
          // As in GCR, only `/v2/` says how to log in.
          outside(
            '/artifacts-uploads/',
            tokenLogin({ path: '/v2/token', service: 'gar', challengesAtRoot: true, forAll: true }),
          ),
          refusesOthers(
            refuse(403, 'DENIED', 'Permission "artifactregistry.repositories.uploadArtifacts" denied'),
          ),
        ),
        redirectsBlobs(302),
      ),
      after: changes(
        (seen, { status }) => isUpload(seen) && status === 202,
        given =>
          withHeaders(given, {
            location: locationOf(given).replace('/v2/', '/artifacts-uploads/namespaces/x/'),
          }),
      ),
    }),
    refusal: /DENIED: Permission "artifactregistry/,
  },
  ACR: {
    manners: () => ({
      before: both(
        tokenLogin({ path: '/oauth2/token', service: 'acr', field: 'access_token', byIdentity: true }),
        redirectsBlobs(307, ['GET', 'HEAD']),
      ),
      after: changes(
        (seen, { status }) => isUpload(seen) && status === 202,
        given =>
          withHeaders(given, { location: `${locationOf(given)}?_nouploadcache=false&_state=a%2Bb%2F` }),
      ),
    }),
    refusal: /UNAUTHORIZED: authentication required/,
    byIdentity: true,
  },
  Quay: {
    manners: () => ({
      before: inTurn(
        tokenLogin({ path: '/v2/auth', service: 'quay.io', firstScopeOnly: true }),
        ({ method }) => (method === 'DELETE' ? { status: 405 } : null),
      ),
      after: changes(
        ({ method, url }) => method === 'PUT' && url.includes('/manifests/'),
        given => ({ ...given, status: 201, headers: { location: '/' } }),
      ),
    }),
    refusal: /UNAUTHORIZED/,
  },
  GitLab: {
    manners: () => {
      const login = tokenLogin({
        path: '/jwt/auth',
        service: 'container_registry',
        refusal: refuse(403, 'DENIED', 'access forbidden'),
      })
      return {
        before: (seen, registry) =>
          login(seen) ??
          (seen.method === 'HEAD' && seen.url.includes('/blobs/') && !has(registry, seen)
            ? { status: 401, headers: { 'www-authenticate': 'Bearer realm="/jwt/auth"' } }
            : null),
        after: changes(
          (seen, { status }) => isUpload(seen) && status === 202,
          (given, seen) => absolute(given, seen, '?_state=x'),
        ),
      }
    },
    refusal: /DENIED: access forbidden/,
  },
  Harbor: {
    manners: () => ({
      before: inTurn(
        tokenLogin({ path: '/service/token', service: 'harbor-registry', forAll: true }),
        refusesOthers(refuse(401, 'UNAUTHORIZED', 'unauthorized to access repository, action: push')),
      ),
      after: (given, { method, url }) => {
        const cookie = withHeaders(given, { 'set-cookie': 'sid=1; Path=/; HttpOnly', 'x-request-id': '1' })
        if (given.status === 404 && url.includes('/manifests/'))
          return { ...refuse(404, 'NOT_FOUND', 'artifact not found') }
        return method === 'HEAD' ? withHeaders(cookie, { 'content-length': '0' }) : cookie
      },
    }),
    refusal: /UNAUTHORIZED: unauthorized to access repository/,
  },
  Artifactory: {
    manners: () => {
      const login = inTurn(
        tokenLogin({ path: '/artifactory/api/docker/v2/token', service: 'artifactory', forAll: true }),
        refusesOthers(refuse(403, 'DENIED', 'Forbidden')),
      )
      return {
        before: (seen, registry) =>
          login(seen) ??
          (seen.method === 'HEAD' && seen.url.includes('/manifests/') && !has(registry, seen)
            ? { status: 403 }
            : null),
        after: changes(
          (seen, { status }) => isUpload(seen) && status === 202,
          (given, seen) => absolute(given, seen),
        ),
      }
    },
    refusal: /DENIED: Forbidden/,
  },
  Gitea: {
    manners: () => ({
      before: inTurn(
        tokenLogin({ path: '/v2/token', service: 'container_registry', scope: '*', forAll: true }),
        refusesOthers(refuse(401, 'UNAUTHORIZED', 'reqPackageAccess')),
      ),
      after: changes(
        ({ method, url }) => method === 'PUT' && url.includes('/blobs/'),
        given => withHeaders(given, { 'content-length': '0' }),
      ),
    }),
    refusal: /UNAUTHORIZED: reqPackageAccess/,
  },
}
