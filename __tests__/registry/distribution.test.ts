import { describe, expect, it } from '@jest/globals'
import {
  cancelUpload,
  checkBlob,
  checkManifest,
  getBlob,
  getManifest,
  mountBlob,
  putBlob,
  putManifest,
  startUpload,
} from '../../src/registry/distribution.ts'
import type { Operation } from '../../src/registry/operation.ts'
import type { HttpResponse, Receive } from '../../src/registry/send.ts'
import type { Transport } from '../../src/registry/transport.ts'
import type { Fault, Seen } from '../support/fault-registry.ts'
import { startTransport } from '../support/registry-client.ts'
import { tinyImage } from '../support/tiny-image.ts'

const image = tinyImage('distribution')
const blob = image.layers[1]!
const DIGEST = encodeURIComponent(blob.digest)

/** Asks for a token, and refuses what comes with it: what is asked for is seen, and nothing is done. */
const asksForToken: readonly Fault[] = [
  {
    on: ({ url }) => url.startsWith('/token'),
    answer: { status: 200, body: '{"token":"the-token","expires_in":300}' },
  },
  {
    on: ({ headers }) => headers.authorization === undefined,
    answer: ({ headers }) => ({
      status: 401,
      headers: { 'www-authenticate': `Bearer realm="http://${headers.host}/token",service="test"` },
    }),
  },
]

interface Sent {
  readonly request: Seen
  /** What the token had to allow. */
  readonly scopes: readonly string[]
}

async function sent(
  action: 'pull' | 'push',
  verb: (transport: Transport, operation: Operation) => Promise<HttpResponse>,
): Promise<Sent> {
  const { server, transport, operation } = await startTransport(...asksForToken)
  const response = await verb(transport, operation(action))
  expect(response.status).toBe(404)
  const token = server.seen.find(({ url }) => url.startsWith('/token'))?.url ?? ''
  const scopes = new URLSearchParams(token.slice('/token?'.length)).getAll('scope')
  return { request: server.seen.at(-1)!, scopes }
}

const receive: Receive = { bytes: 10, take: async () => {} }
const MANIFESTS =
  /^application\/vnd\.oci\.image\.manifest\.v1\+json, application\/vnd\.oci\.image\.index\.v1\+json, application\/vnd\.docker\.distribution\.manifest\.v2\+json, application\/vnd\.docker\.distribution\.manifest\.list\.v2\+json$/

describe('the verbs of the specification', () => {
  it.each(['pull', 'push'] as const)('checkBlob to %s', async action => {
    const { request, scopes } = await sent(action, (...by) => checkBlob(...by, blob.digest))
    expect(request).toMatchObject({ method: 'HEAD', url: `/v2/o/x/blobs/${blob.digest}` })
    expect(scopes).toEqual([action === 'pull' ? 'repository:o/x:pull' : 'repository:o/x:pull,push'])
  })

  it('getBlob', async () => {
    const { request, scopes } = await sent('pull', (...by) => getBlob(...by, blob.digest, receive))
    expect(request).toMatchObject({
      method: 'GET',
      url: `/v2/o/x/blobs/${blob.digest}`,
      headers: { accept: 'application/octet-stream, */*', 'accept-encoding': 'identity' },
    })
    expect(scopes).toEqual(['repository:o/x:pull'])
  })

  it('checkManifest', async () => {
    const { request } = await sent('push', (...by) => checkManifest(...by, 'v1'))
    expect(request).toMatchObject({
      method: 'HEAD',
      url: '/v2/o/x/manifests/v1',
      headers: { accept: expect.stringMatching(MANIFESTS) },
    })
  })

  it('getManifest', async () => {
    const { request } = await sent('pull', (...by) => getManifest(...by, image.manifest.digest, receive))
    expect(request).toMatchObject({
      method: 'GET',
      url: `/v2/o/x/manifests/${image.manifest.digest}`,
      headers: { accept: expect.stringMatching(MANIFESTS), 'accept-encoding': 'identity' },
    })
  })

  it('putManifest', async () => {
    const { request } = await sent('push', (...by) => putManifest(...by, 'v1', image.manifest))
    expect(request).toMatchObject({
      method: 'PUT',
      url: '/v2/o/x/manifests/v1',
      headers: { 'content-type': image.manifest.mediaType },
      body: Buffer.from(image.manifest.bytes),
    })
  })

  it('startUpload', async () => {
    const { request, scopes } = await sent('push', startUpload)
    expect(request).toMatchObject({ method: 'POST', url: '/v2/o/x/blobs/uploads/', body: Buffer.alloc(0) })
    expect(scopes).toEqual(['repository:o/x:pull,push'])
  })

  it('mountBlob, which needs to pull from the other repository', async () => {
    const { request, scopes } = await sent('push', (...by) => mountBlob(...by, blob.digest, 'o/y'))
    expect(request).toMatchObject({
      method: 'POST',
      url: `/v2/o/x/blobs/uploads/?mount=${DIGEST}&from=o%2Fy`,
    })
    expect(scopes).toEqual(['repository:o/x:pull,push', 'repository:o/y:pull'])
  })

  it('putBlob, at the place of the upload, which stays as it is', async () => {
    const place: URL[] = []
    const { request } = await sent('push', (transport, operation) => {
      const location = new URL('/upload/1?_state=a', transport.registry.url)
      place.push(location)
      return putBlob(transport, operation, location, blob)
    })
    expect(request).toMatchObject({
      method: 'PUT',
      url: `/upload/1?_state=a&digest=${DIGEST}`,
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(blob.bytes),
    })
    expect(place[0]?.search).toBe('?_state=a')
  })

  it('cancelUpload, which neither logs in nor goes anywhere else', async () => {
    const { server, transport, operation } = await startTransport({
      on: ({ method }) => method === 'DELETE',
      answer: { status: 307, headers: { location: '/elsewhere' } },
    })
    const location = new URL('/upload/1', transport.registry.url)
    expect(await cancelUpload(transport, operation('push'), location)).toMatchObject({ status: 307 })
    expect(server.log).toEqual(['DELETE /upload/1'])
  })
})
