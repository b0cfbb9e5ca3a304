import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import type { HttpError } from '../host/http-error.ts'
import { isDockerHub } from './address.ts'
import type { Access } from './operation.ts'

/** Says what the user can do about a refusal; empty if that is not known. */
export function adviceFor(access: Access, status: number, said: string): Clause {
  const { registry, action } = access
  switch (status) {
    case 401:
    case 403:
    case 404:
      return action === 'pull' ? adviceForPull(access, status) : adviceForPush(access, status, said)
    case 413:
      return clause`${registry}, or a proxy before it, limits what it takes: raise that limit`
    case 429:
      return clause`${registry} limits how often it is asked: log in, or try again later`
    default:
      return status >= 500 ? clause`${registry} is in trouble: try again later` : clause``
  }
}

/** Many registries answer 401 or 403 for a repository or image that does not exist. */
function adviceForPull({ registry, repository, source }: Access, status: 401 | 403 | 404): Clause {
  if (status === 404) return clause`check that ${repository} and its tag are spelt right`
  if (source === null)
    return clause`no credentials for ${registry} were found: check that ${repository} is spelt right, or log in with ${howToLogInToPull(registry)}`
  return clause`the credentials from ${source} may not read ${repository}: check that it is spelt right, and ask for permission to pull it`
}

function adviceForPush(access: Access, status: 401 | 403 | 404, said: string): Clause {
  if (status === 404) return create(access)
  if (access.source === null) return logIn(access)
  return status === 403 || /insufficient_scope|DENIED/.test(said) ? permit(access) : logIn(access)
}

export function adviceWithoutAnswer(
  registry: string,
  { message: reason, proxy }: Pick<HttpError, 'message' | 'proxy'>,
): Clause {
  if (proxy !== null) return clause`check ${proxy}, or name ${registry} in NO_PROXY`
  if (/certificate|self.signed/i.test(reason))
    return clause`name the certificate authority of this registry in NODE_EXTRA_CA_CERTS`
  if (/wrong version number|EPROTO|packet length/i.test(reason))
    return clause`plain HTTP is spoken to localhost only: give this registry a certificate`
  return clause`check that ${registry} is spelt right and can be reached from here`
}

type Kind = 'ghcr' | 'docker hub' | 'ecr' | 'google' | 'azure' | 'gitlab' | 'other'

function kindOf(registry: string): Kind {
  if (registry === 'ghcr.io') return 'ghcr'
  if (isDockerHub(registry)) return 'docker hub'
  if (/^(?:\d+\.dkr\.ecr\..+|public\.ecr\.aws$)/.test(registry)) return 'ecr'
  if (/(?:^|\.)gcr\.io$|\.pkg\.dev$/.test(registry)) return 'google'
  if (registry.endsWith('.azurecr.io')) return 'azure'
  if (registry === 'registry.gitlab.com') return 'gitlab'
  return 'other'
}

function logIn({ registry, source }: Access): Clause {
  const how = howToLogIn(registry)
  return source === null
    ? clause`no credentials for ${registry} were found: ${how}`
    : clause`${registry} does not accept the credentials from ${source}: ${how}`
}

function howToLogInToPull(registry: string): Clause {
  return kindOf(registry) === 'ghcr'
    ? clause`"docker login ghcr.io", or give the job "permissions: packages: read" and this step ${input('github-token')}`
    : clause`"docker login ${registry}", or give ${input('registry-username')} and ${input('registry-password')}`
}

function howToLogIn(registry: string): Clause {
  switch (kindOf(registry)) {
    case 'ghcr':
      return clause`give the job "permissions: packages: write" and this step ${input('github-token')}, or log in with docker/login-action`
    case 'docker hub':
      return clause`give ${input('registry-username')} and, as ${input('registry-password')}, an access token with "Read & Write"`
    case 'ecr':
      return clause`log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)`
    case 'google':
      return clause`run "gcloud auth configure-docker ${registry}", or give ${input('registry-username', 'oauth2accesstoken')} and an access token as ${input('registry-password')}`
    case 'azure':
      return clause`run "az acr login" in a step before, or give the name and password of a service principal or of a repository-scoped token`
    case 'gitlab':
      return clause`give a deploy token with write_registry, or CI_REGISTRY_USER and CI_REGISTRY_PASSWORD`
    case 'other':
      return clause`log in with "docker login ${registry}", or give ${input('registry-username')} and ${input('registry-password')}`
  }
}

function permit({ registry, repository, source }: Access): Clause {
  const who = clause`the credentials from ${source ?? 'this run'}`
  switch (kindOf(registry)) {
    case 'ghcr':
      return clause`${who} may not write ${repository}: give the job "permissions: packages: write", and in the package's settings let this repository write it ("Manage Actions access")`
    case 'docker hub':
      return clause`${who} may not write ${repository}: use an access token with "Read & Write" of an account that may push there`
    case 'ecr':
      return clause`${who} may not write ${repository}: its policy needs ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage`
    case 'google':
      return clause`${who} may not write ${repository}: grant roles/artifactregistry.writer`
    case 'azure':
      return clause`${who} may not write ${repository}: grant AcrPush`
    case 'gitlab':
    case 'other':
      return clause`${who} may not write ${repository}: ask for permission to push there`
  }
}

function create({ registry, repository }: Access): Clause {
  switch (kindOf(registry)) {
    case 'ecr':
      return clause`create the repository first: aws ecr create-repository --repository-name ${repository}`
    case 'google':
      return clause`create the repository ${repository.split('/').slice(0, 2).join('/')} in Artifact Registry first`
    case 'docker hub':
      return clause`check that the namespace ${repository.split('/', 1).join('')} exists and that these credentials may write it`
    case 'gitlab':
      return clause`${repository} must begin with the path of a project that exists`
    case 'ghcr':
    case 'azure':
    case 'other':
      return clause`check that ${repository} is spelt right, and create the project or repository first where ${registry} wants that`
  }
}
