import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { HttpError } from '../../src/host/http.ts'
import { quote, refused, showUrl, unanswered, type Deed } from '../../src/registry/registry-error.ts'

function deed(registry: string, source: string | null = null, secrets: readonly string[] = []): Deed {
  const login = { registry, repository: 'o/x', source }
  return { what: `store a layer in ${registry}/o/x`, login, secrets: new Set(secrets) }
}

function answered(status: number, code = '', headers: Record<string, string> = {}) {
  const body = JSON.stringify({ errors: code === '' ? [] : [{ code, message: 'no' }] })
  return {
    method: 'POST',
    url: new URL('https://r.example/v2/o/x'),
    status,
    headers: new Headers(headers),
    body,
  } as const
}

describe('refused', () => {
  it.each<[registry: string, status: number, source: string | null, advice: string]>([
    [
      'ghcr.io',
      401,
      null,
      'no credentials for ghcr.io were found: give the job "permissions: packages: write"',
    ],
    [
      'ghcr.io',
      403,
      'github-token',
      'the credentials from github-token may not write o/x: give the job "permissions: packages: write"',
    ],
    [
      'index.docker.io',
      401,
      'a file',
      'index.docker.io does not accept the credentials from a file: give registry-username',
    ],
    ['index.docker.io', 403, 'a file', 'use an access token with "Read & Write"'],
    ['index.docker.io', 404, 'a file', 'check that the namespace o exists'],
    [
      '1.dkr.ecr.eu-west-1.amazonaws.com',
      404,
      'a file',
      'create the repository first: aws ecr create-repository --repository-name o/x',
    ],
    ['1.dkr.ecr.eu-west-1.amazonaws.com', 401, 'a file', 'aws-actions/amazon-ecr-login'],
    ['public.ecr.aws', 403, 'a file', 'ecr:InitiateLayerUpload'],
    ['europe-docker.pkg.dev', 403, 'a file', 'roles/artifactregistry.writer'],
    ['europe-docker.pkg.dev', 401, null, 'gcloud auth configure-docker europe-docker.pkg.dev'],
    ['x.azurecr.io', 401, null, 'service principal'],
    ['x.azurecr.io', 403, 'a file', 'grant AcrPush'],
    ['registry.gitlab.com', 404, 'a file', 'must begin with the path of a project that exists'],
    ['harbor.example', 401, null, 'log in with "docker login harbor.example"'],
    ['harbor.example', 403, null, 'no credentials for harbor.example were found'],
    ['harbor.example', 404, 'a file', 'create the project or repository first'],
    ['harbor.example', 413, 'a file', 'raise that limit'],
    ['harbor.example', 429, null, 'log in, or try again later'],
    ['harbor.example', 503, null, 'harbor.example is in trouble'],
  ])('by %s with %i, as %p, says what to do', (registry, status, source, advice) => {
    const failure = refused(deed(registry, source), answered(status))
    expect(failure.code).toBe('registry')
    expect(failure.message).toContain(`(status ${status}); `)
    expect(failure.message).toContain(advice)
    expect(failure.message).toMatch(/^Could not [^\n]*\.$/)
  })

  it('tells who may not write from who is not known', () => {
    const scope = { 'www-authenticate': 'Bearer realm="x",error="insufficient_scope"' }
    const said = (exchange: ReturnType<typeof answered>) =>
      refused(deed('r.example', 'a file'), exchange).message
    expect(said(answered(401, 'UNAUTHORIZED'))).toContain('does not accept')
    expect(said(answered(401, 'UNAUTHORIZED', scope))).toContain('may not write')
    expect(said(answered(401, 'DENIED'))).toContain('may not write')
  })

  it('quotes no secret', () => {
    const { message } = refused(deed('r.example', null, ['DENIED']), answered(400, 'DENIED'))
    expect(message).toContain('***: no')
  })
})

describe('unanswered', () => {
  it.each([
    ['self-signed certificate', 'NODE_EXTRA_CA_CERTS'],
    ['unable to verify the first certificate', 'NODE_EXTRA_CA_CERTS'],
    ['write EPROTO: wrong version number', 'plain HTTP is spoken to localhost only'],
    ['getaddrinfo ENOTFOUND r.example', 'spelt right'],
  ])('by %p says what to do', (reason, advice) => {
    const cause = new HttpError(reason)
    const failure = unanswered(deed('r.example'), new URL('https://r.example/v2/'), cause)
    expect(failure).toMatchObject({ code: 'registry', message: expect.stringContaining(advice), cause })
  })

  it('leaves a defect as it is', () => {
    const defect = new TypeError('x is undefined')
    expect(unanswered(deed('r.example'), new URL('https://r.example/'), defect)).toBe(defect)
  })
})

describe('showUrl', () => {
  it('shows no signature, state, user or password', () => {
    const url = new URL('https://u:p@r.example/v2/o?digest=sha256:ab&_state=s&X-Amz-Signature=t&mount=m#f')
    expect(showUrl(url)).toBe(
      'https://r.example/v2/o?digest=sha256:ab&_state=***&X-Amz-Signature=***&mount=m',
    )
  })
})

describe('quote', () => {
  it('is one short line, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 1000 }), text => {
        const line = quote(text)
        expect(line.length).toBeLessThanOrEqual(301)
        expect(line).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
      }),
    )
  })
})
