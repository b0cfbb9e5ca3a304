import { describe, expect, it } from '@jest/globals'
import { HttpError } from '../../src/host/http-error.ts'
import type { Operation } from '../../src/registry/operation.ts'
import { refused, saysUnknown, unanswered, unreached, unusable } from '../../src/registry/registry-error.ts'
import { NoResponse } from '../../src/registry/send.ts'
import { aFailure } from '../support/a-failure.ts'

function operation(
  registry: string,
  source: string | null = null,
  secrets: readonly string[] = [],
  action: 'pull' | 'push' = 'push',
): Operation {
  const access = { registry, repository: 'o/x', action, source }
  return { what: `store a layer in ${registry}/o/x`, access, secrets: new Set(secrets) }
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
    ['harbor.example', 500, null, 'harbor.example is in trouble'],
    ['harbor.example', 503, null, 'harbor.example is in trouble'],
    ['gcr.io', 404, 'a file', 'create the repository o/x in Artifact Registry first'],
    ['eu.gcr.io', 403, 'a file', 'roles/artifactregistry.writer'],
    ['mygcr.io', 403, 'a file', 'ask for permission to push there'],
    ['public.ecr.aws.example', 403, 'a file', 'ask for permission to push there'],
    ['registry.gitlab.com', 401, null, 'write_registry'],
    ['registry.gitlab.com', 403, 'a file', 'ask for permission to push there'],
    ['ghcr.io', 404, 'a file', 'check that o/x is spelt right, and create the project or repository first'],
    ['x.azurecr.io', 404, 'a file', 'check that o/x is spelt right, and create'],
  ])('by %s with %i, as %p, says what to do', (registry, status, source, advice) => {
    const failure = refused(operation(registry, source), answered(status))
    expect(failure).toEqual(aFailure('registry', { fields: { registry, status }, fix: advice }))
  })

  it.each<[registry: string, status: number, source: string | null, advice: string]>([
    ['ghcr.io', 401, null, 'the job "permissions: packages: read"'],
    ['harbor.example', 403, null, 'log in with "docker login harbor.example"'],
    ['harbor.example', 401, 'a file', 'the credentials from a file may not read o/x'],
    ['harbor.example', 403, 'a file', 'the credentials from a file may not read o/x'],
    ['harbor.example', 404, 'a file', 'check that o/x and its tag are spelt right'],
    ['harbor.example', 429, null, 'log in, or try again later'],
    ['harbor.example', 500, null, 'harbor.example is in trouble'],
  ])('a pull by %s with %i, as %p, says what to do', (registry, status, source, advice) => {
    const failure = refused(operation(registry, source, [], 'pull'), answered(status))
    expect(failure).toEqual(aFailure('registry', { fields: { registry, status }, fix: advice }))
  })

  it.each([400, 405, 409, 416, 499])('by %i has no advice that fits all', status => {
    const { clauses, fields } = refused(operation('r.example'), answered(status))
    expect(fields).toMatchObject({ status })
    expect(clauses.fix).toBeUndefined()
  })

  it('tells who may not write from who is not known', () => {
    const scope = { 'www-authenticate': 'Bearer realm="x",error="insufficient_scope"' }
    const said = (response: ReturnType<typeof answered>) =>
      refused(operation('r.example', 'a file'), response)
    expect(said(answered(401, 'UNAUTHORIZED'))).toEqual(aFailure('registry', { fix: 'does not accept' }))
    expect(said(answered(401, 'UNAUTHORIZED', scope))).toEqual(aFailure('registry', { fix: 'may not write' }))
    expect(said(answered(401, 'DENIED'))).toEqual(aFailure('registry', { fix: 'may not write' }))
    const anonymous = refused(operation('r.example', null), answered(401, 'DENIED', scope))
    expect(anonymous).toEqual(aFailure('registry', { fix: 'no credentials for r.example were found' }))
  })

  it('quotes no secret', () => {
    const { message } = refused(operation('r.example', null, ['DENIED']), answered(400, 'DENIED'))
    expect(message).toContain('***: no')
  })

  it('advises no secret', () => {
    const failure = refused(operation('r.example', 'a file', ['o/x']), answered(403))
    expect(failure).toEqual(aFailure('registry', { fix: 'may not write ***: ask' }))
  })
})

describe('unusable', () => {
  it('is one sentence that names the request', () => {
    const failure = unusable(operation('r.example', null, ['hidden']), answered(200), 'holds\nhidden things.')
    expect(failure).toMatchObject({ code: 'registry' })
    expect(failure.message).toBe(
      "Could not store a layer in r.example/o/x: POST https://r.example/v2/o/x: the registry's answer holds *** things.",
    )
  })
})

it('hides a token that the registry put into a path', () => {
  const response = { ...answered(403), url: new URL('https://storage.example/the-token/blob') }
  const failure = refused(operation('r.example', 'a test', ['the-token']), response)
  expect(failure.fields).toMatchObject({ url: 'https://storage.example/***/blob' })
  expect(failure.message).not.toContain('the-token')
})

const url = new URL('https://r.example/v2/?state=secret')
const noResponse = (reason: string, details = {}) =>
  new NoResponse(url, new HttpError(reason, details), reason)

describe('unanswered', () => {
  it.each([
    ['self-signed certificate', 'NODE_EXTRA_CA_CERTS'],
    ['self signed', 'NODE_EXTRA_CA_CERTS'],
    ['unable to verify the first certificate', 'NODE_EXTRA_CA_CERTS'],
    ['write EPROTO', 'plain HTTP is spoken to localhost only'],
    ['wrong version number', 'plain HTTP is spoken to localhost only'],
    ['packet length too long', 'plain HTTP is spoken to localhost only'],
    ['getaddrinfo ENOTFOUND r.example', 'check that r.example is spelt right'],
  ])('by %p says what to do', (reason, advice) => {
    const cause = noResponse(reason)
    const failure = unanswered(operation('r.example'), cause)
    expect(failure).toMatchObject({ cause, fields: { url: 'https://r.example/v2/?state=***' } })
    expect(failure).toEqual(aFailure('registry', { why: reason, fix: advice }))
  })

  it('by a proxy names its variable, whatever the reason', () => {
    const cause = noResponse('bad certificate', { proxy: 'HTTPS_PROXY' })
    expect(String(unanswered(operation('r.example'), cause))).toContain(
      'check HTTPS_PROXY, or name r.example in NO_PROXY',
    )
  })

  it.each([new TypeError('x is undefined'), new HttpError('of something else')])(
    'leaves %p as it is',
    error => {
      expect(unanswered(operation('r.example'), error)).toBe(error)
    },
  )
})

describe('unreached', () => {
  it('says where the registry led to, and keeps what a retry goes by', () => {
    const error = noResponse('reset', { temporary: true, retryAfterMs: 7, status: 503, proxy: 'HTTP_PROXY' })
    const from = new URL('https://registry.example/v2/')
    expect(unreached(from, url, error)).toMatchObject({
      url: from,
      message: 'it leads to https://r.example/v2/?state=***: reset',
      temporary: true,
      retryAfterMs: 7,
      status: 503,
      proxy: 'HTTP_PROXY',
    })
  })

  it('leaves a defect as it is', () => {
    const defect = new TypeError('x is undefined')
    expect(unreached(url, url, defect)).toBe(defect)
  })
})

describe('saysUnknown', () => {
  const says = (status: number, body: string, type = 'application/json') =>
    saysUnknown({ status, body, headers: new Headers({ 'content-type': type }) })
  const codes = (...named: readonly string[]) => JSON.stringify({ errors: named.map(code => ({ code })) })

  it.each<[name: string, said: boolean, meant: boolean]>([
    ['MANIFEST_UNKNOWN', says(404, codes('MANIFEST_UNKNOWN')), true],
    ['NAME_UNKNOWN', says(404, codes('NAME_UNKNOWN')), true],
    ['NOT_FOUND', says(404, codes('NOT_FOUND')), true],
    ['one of several', says(404, codes('DENIED', 'NAME_UNKNOWN')), true],
    ['no code', says(404, '{"errors":[{"message":"gone"}]}'), true],
    ['nothing', says(404, ''), true],
    ['a refusal', says(404, codes('DENIED')), false],
    ['BLOB_UNKNOWN', says(404, codes('BLOB_UNKNOWN')), false],
    ['a page', says(404, codes('NOT_FOUND'), 'text/html'), false],
    ['another status', says(403, codes('NOT_FOUND')), false],
    ['410', says(410, ''), false],
  ])('of %s', (_name, said, meant) => {
    expect(said).toBe(meant)
  })

  it('of a 404 without a type', () => {
    expect(saysUnknown({ status: 404, body: '', headers: new Headers() })).toBe(true)
  })
})
