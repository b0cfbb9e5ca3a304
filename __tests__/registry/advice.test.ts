import { expect, it } from '@jest/globals'
import { clauseText } from '../../src/clause.ts'
import { adviceFor, adviceWithoutAnswer } from '../../src/registry/advice.ts'

type Row = readonly [
  registry: string,
  action: 'push' | 'pull',
  status: number,
  source: string | null,
  advice: string,
]

const ROWS: readonly Row[] = [
  [
    'ghcr.io',
    'push',
    401,
    null,
    'no credentials for ghcr.io were found: give the job "permissions: packages: write" and this step github-token, or log in with docker/login-action',
  ],
  [
    'ghcr.io',
    'push',
    401,
    'a file',
    'ghcr.io does not accept the credentials from a file: give the job "permissions: packages: write" and this step github-token, or log in with docker/login-action',
  ],
  [
    'ghcr.io',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: give the job "permissions: packages: write", and in the package\'s settings let this repository write it ("Manage Actions access")',
  ],
  [
    'ghcr.io',
    'push',
    404,
    'a file',
    'check that o/p/x is spelt right, and create the project or repository first where ghcr.io wants that',
  ],
  [
    'ghcr.io',
    'pull',
    401,
    null,
    'no credentials for ghcr.io were found: check that o/p/x is spelt right, or log in with "docker login ghcr.io", or give the job "permissions: packages: read" and this step github-token',
  ],
  [
    'docker.io',
    'push',
    401,
    null,
    'no credentials for docker.io were found: give registry-username and, as registry-password, an access token with "Read & Write"',
  ],
  [
    'docker.io',
    'push',
    401,
    'a file',
    'docker.io does not accept the credentials from a file: give registry-username and, as registry-password, an access token with "Read & Write"',
  ],
  [
    'docker.io',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: use an access token with "Read & Write" of an account that may push there',
  ],
  [
    'docker.io',
    'push',
    404,
    'a file',
    'check that the namespace o exists and that these credentials may write it',
  ],
  [
    'docker.io',
    'pull',
    401,
    null,
    'no credentials for docker.io were found: check that o/p/x is spelt right, or log in with "docker login docker.io", or give registry-username and registry-password',
  ],
  [
    '123.dkr.ecr.eu-west-1.amazonaws.com',
    'push',
    401,
    null,
    'no credentials for 123.dkr.ecr.eu-west-1.amazonaws.com were found: log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)',
  ],
  [
    '123.dkr.ecr.eu-west-1.amazonaws.com',
    'push',
    401,
    'a file',
    '123.dkr.ecr.eu-west-1.amazonaws.com does not accept the credentials from a file: log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)',
  ],
  [
    '123.dkr.ecr.eu-west-1.amazonaws.com',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: its policy needs ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage',
  ],
  [
    '123.dkr.ecr.eu-west-1.amazonaws.com',
    'push',
    404,
    'a file',
    'create the repository first: aws ecr create-repository --repository-name o/p/x',
  ],
  [
    '123.dkr.ecr.eu-west-1.amazonaws.com',
    'pull',
    401,
    null,
    'no credentials for 123.dkr.ecr.eu-west-1.amazonaws.com were found: check that o/p/x is spelt right, or log in with "docker login 123.dkr.ecr.eu-west-1.amazonaws.com", or give registry-username and registry-password',
  ],
  [
    'public.ecr.aws',
    'push',
    401,
    null,
    'no credentials for public.ecr.aws were found: log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)',
  ],
  [
    'public.ecr.aws',
    'push',
    401,
    'a file',
    'public.ecr.aws does not accept the credentials from a file: log in with aws-actions/amazon-ecr-login in a step before (its tokens last 12 hours)',
  ],
  [
    'public.ecr.aws',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: its policy needs ecr:InitiateLayerUpload, UploadLayerPart, CompleteLayerUpload, BatchCheckLayerAvailability and PutImage',
  ],
  [
    'public.ecr.aws',
    'push',
    404,
    'a file',
    'create the repository first: aws ecr create-repository --repository-name o/p/x',
  ],
  [
    'public.ecr.aws',
    'pull',
    401,
    null,
    'no credentials for public.ecr.aws were found: check that o/p/x is spelt right, or log in with "docker login public.ecr.aws", or give registry-username and registry-password',
  ],
  [
    'eu-docker.pkg.dev',
    'push',
    401,
    null,
    'no credentials for eu-docker.pkg.dev were found: run "gcloud auth configure-docker eu-docker.pkg.dev", or give registry-username: oauth2accesstoken and an access token as registry-password',
  ],
  [
    'eu-docker.pkg.dev',
    'push',
    401,
    'a file',
    'eu-docker.pkg.dev does not accept the credentials from a file: run "gcloud auth configure-docker eu-docker.pkg.dev", or give registry-username: oauth2accesstoken and an access token as registry-password',
  ],
  [
    'eu-docker.pkg.dev',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: grant roles/artifactregistry.writer',
  ],
  ['eu-docker.pkg.dev', 'push', 404, 'a file', 'create the repository o/p in Artifact Registry first'],
  [
    'eu-docker.pkg.dev',
    'pull',
    401,
    null,
    'no credentials for eu-docker.pkg.dev were found: check that o/p/x is spelt right, or log in with "docker login eu-docker.pkg.dev", or give registry-username and registry-password',
  ],
  [
    'eu.gcr.io',
    'push',
    401,
    null,
    'no credentials for eu.gcr.io were found: run "gcloud auth configure-docker eu.gcr.io", or give registry-username: oauth2accesstoken and an access token as registry-password',
  ],
  [
    'eu.gcr.io',
    'push',
    401,
    'a file',
    'eu.gcr.io does not accept the credentials from a file: run "gcloud auth configure-docker eu.gcr.io", or give registry-username: oauth2accesstoken and an access token as registry-password',
  ],
  [
    'eu.gcr.io',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: grant roles/artifactregistry.writer',
  ],
  ['eu.gcr.io', 'push', 404, 'a file', 'create the repository o/p in Artifact Registry first'],
  [
    'eu.gcr.io',
    'pull',
    401,
    null,
    'no credentials for eu.gcr.io were found: check that o/p/x is spelt right, or log in with "docker login eu.gcr.io", or give registry-username and registry-password',
  ],
  [
    'x.azurecr.io',
    'push',
    401,
    null,
    'no credentials for x.azurecr.io were found: run "az acr login" in a step before, or give the name and password of a service principal or of a repository-scoped token',
  ],
  [
    'x.azurecr.io',
    'push',
    401,
    'a file',
    'x.azurecr.io does not accept the credentials from a file: run "az acr login" in a step before, or give the name and password of a service principal or of a repository-scoped token',
  ],
  ['x.azurecr.io', 'push', 403, 'a file', 'the credentials from a file may not write o/p/x: grant AcrPush'],
  [
    'x.azurecr.io',
    'push',
    404,
    'a file',
    'check that o/p/x is spelt right, and create the project or repository first where x.azurecr.io wants that',
  ],
  [
    'x.azurecr.io',
    'pull',
    401,
    null,
    'no credentials for x.azurecr.io were found: check that o/p/x is spelt right, or log in with "docker login x.azurecr.io", or give registry-username and registry-password',
  ],
  [
    'registry.gitlab.com',
    'push',
    401,
    null,
    'no credentials for registry.gitlab.com were found: give a deploy token with write_registry, or CI_REGISTRY_USER and CI_REGISTRY_PASSWORD',
  ],
  [
    'registry.gitlab.com',
    'push',
    401,
    'a file',
    'registry.gitlab.com does not accept the credentials from a file: give a deploy token with write_registry, or CI_REGISTRY_USER and CI_REGISTRY_PASSWORD',
  ],
  [
    'registry.gitlab.com',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: ask for permission to push there',
  ],
  ['registry.gitlab.com', 'push', 404, 'a file', 'o/p/x must begin with the path of a project that exists'],
  [
    'registry.gitlab.com',
    'pull',
    401,
    null,
    'no credentials for registry.gitlab.com were found: check that o/p/x is spelt right, or log in with "docker login registry.gitlab.com", or give registry-username and registry-password',
  ],
  [
    'harbor.example',
    'push',
    401,
    null,
    'no credentials for harbor.example were found: log in with "docker login harbor.example", or give registry-username and registry-password',
  ],
  [
    'harbor.example',
    'push',
    401,
    'a file',
    'harbor.example does not accept the credentials from a file: log in with "docker login harbor.example", or give registry-username and registry-password',
  ],
  [
    'harbor.example',
    'push',
    403,
    'a file',
    'the credentials from a file may not write o/p/x: ask for permission to push there',
  ],
  [
    'harbor.example',
    'push',
    404,
    'a file',
    'check that o/p/x is spelt right, and create the project or repository first where harbor.example wants that',
  ],
  [
    'harbor.example',
    'pull',
    401,
    null,
    'no credentials for harbor.example were found: check that o/p/x is spelt right, or log in with "docker login harbor.example", or give registry-username and registry-password',
  ],
]

it.each(ROWS)('%s, %s, %i, as %p: the whole advice', (registry, action, status, source, advice) => {
  const access = { registry, repository: 'o/p/x', action, source }
  expect(clauseText(adviceFor(access, status, ''), 'action')).toBe(advice)
})

it('names inputs as a terminal does', () => {
  const google = { registry: 'eu-docker.pkg.dev', repository: 'o/p/x', action: 'push', source: null } as const
  expect(clauseText(adviceFor(google, 401, ''), 'terminal')).toBe(
    'no credentials for eu-docker.pkg.dev were found: run "gcloud auth configure-docker eu-docker.pkg.dev", or give --registry-username oauth2accesstoken and an access token as --registry-password',
  )
})

it.each([
  ['connect ECONNREFUSED', 'check that r.example is spelt right and can be reached from here'],
  [
    'unable to verify the first certificate',
    'name the certificate authority of this registry in NODE_EXTRA_CA_CERTS',
  ],
  ['wrong version number', 'plain HTTP is spoken to localhost only: give this registry a certificate'],
])('without an answer, but %p: the whole advice', (message, advice) => {
  expect(clauseText(adviceWithoutAnswer('r.example', { message, proxy: null }), 'action')).toBe(advice)
})

it('without an answer from a proxy: the whole advice', () => {
  const advice = adviceWithoutAnswer('r.example', { message: 'x', proxy: 'HTTPS_PROXY' })
  expect(clauseText(advice, 'action')).toBe('check HTTPS_PROXY, or name r.example in NO_PROXY')
})
