import { describe, expect, it } from '@jest/globals'
import type { Answer, Fault } from '../support/fault-registry.ts'
import { begins, failureOf, on, startClient, stored } from '../support/registry-client.ts'
import { digest, tinyImage } from '../support/tiny-image.ts'
import { aFailure } from '../support/a-failure.ts'

const image = tinyImage('client')
const blob = image.layers[1]!

const onMount = (answer: Answer): Fault => ({ on: on('POST', 'mount='), answer })

describe('uploading a blob', () => {
  const post: Fault = {
    on: on('POST', '/blobs/uploads/'),
    answer: begins('/v2/o/x/blobs/uploads/1?_state=a%2Fb'),
  }
  const put: Fault = { on: on('PUT', '/blobs/uploads/1'), answer: stored }

  it.each<{ name: string; location: (address: string) => string; url: string }>([
    { name: 'absolute', location: address => `http://${address}/upload/1`, url: '/upload/1?digest=' },
    { name: 'absolute in its path', location: () => '/upload/1', url: '/upload/1?digest=' },
    { name: 'relative', location: () => '1', url: '/v2/o/x/blobs/uploads/1?digest=' },
    {
      name: 'with a query',
      location: () => '/upload/1?_state=a%2Fb&x=',
      url: '/upload/1?_state=a%2Fb&x=&digest=',
    },
  ])('goes to a Location that is $name', async ({ location, url }) => {
    const { server, client } = await startClient(
      { on: on('POST', ''), answer: ({ headers }) => begins(location(headers.host ?? '')) },
      { on: on('PUT', ''), answer: stored },
    )
    await client.storeBlob('o/x', blob, null)
    expect(server.seen[1]).toMatchObject({
      url: `${url}${encodeURIComponent(blob.digest)}`,
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.bytes.length) },
      body: Buffer.from(blob.bytes),
    })
  })

  it.each<{ name: string; answer: Answer }>([
    { name: 'a 500', answer: { status: 500, body: 'oops' } },
    { name: 'a 503', answer: { status: 503 } },
    { name: 'a 408', answer: { status: 408 } },
    { name: 'a 429', answer: { status: 429, headers: { 'retry-after': '0' } } },
    { name: 'a connection that is cut', answer: 'reset' },
  ])('is begun anew after $name in the middle', async ({ answer }) => {
    const { server, client } = await startClient(post, { ...put, times: 2, answer }, put)
    await client.storeBlob('o/x', blob, null)
    expect(server.log.map(line => line.split(' ')[0])).toEqual(['POST', 'PUT', 'POST', 'PUT', 'POST', 'PUT'])
    expect(server.seen.at(-1)?.body).toEqual(Buffer.from(blob.bytes))
  })

  it('is given up after as many tries as there are', async () => {
    const { server, client } = await startClient(post, { ...put, answer: { status: 502 } })
    const failure = await failureOf(client.storeBlob('o/x', blob, null))
    expect(failure).toMatchObject({ code: 'registry', cause: { status: 502 } })
    expect(server.seen).toHaveLength(6)
  })

  it('is given up where no connection lasts', async () => {
    const { server, client } = await startClient(post, { ...put, answer: 'reset' })
    const failure = await failureOf(client.storeBlob('o/x', blob, null))
    expect(failure).toEqual(aFailure('registry', { what: 'could not store' }))
    expect(server.seen).toHaveLength(6)
  })

  it.each([400, 403, 404, 405, 413, 416])('is not tried again after a %i', async status => {
    const { server, client } = await startClient(post, { ...put, answer: { status } })
    expect(await failureOf(client.storeBlob('o/x', blob, null))).toMatchObject({
      code: 'registry',
      cause: { status },
    })
    expect(server.seen).toHaveLength(2)
  })

  it('waits as long as it is asked to', async () => {
    const { client } = await startClient(
      { ...post, times: 1, answer: { status: 429, headers: { 'retry-after': '1' } } },
      post,
      put,
    )
    const started = performance.now()
    await client.storeBlob('o/x', blob, null)
    expect(performance.now() - started).toBeGreaterThan(950)
  })

  it('waits until a date, and no longer than it has patience for', async () => {
    const date = new Date(Date.now() + 3_600_000).toUTCString()
    const { client } = await startClient(
      { ...post, times: 1, answer: { status: 503, headers: { 'retry-after': date } } },
      post,
      put,
    )
    const started = performance.now()
    await client.storeBlob('o/x', blob, null)
    expect(performance.now() - started).toBeGreaterThan(1400)
  })

  it('believes no registry that stored something else', async () => {
    const other = digest(Buffer.from('other'))
    const { client } = await startClient(post, {
      ...put,
      answer: { status: 201, headers: { 'docker-content-digest': other } },
    })
    const failure = await failureOf(client.storeBlob('o/x', blob, null))
    expect(failure).toEqual(aFailure('registry', { why: `says that it stored ${other} instead` }))
  })

  it.each([
    ['the metadata service', 'http://169.254.169.254/latest/meta-data', '169.254.169.254, an address of'],
    ['the metadata service as a number', 'http://2852039166/latest', '169.254.169.254, an address of'],
    ['a private network', 'http://10.1.2.3/', '10.1.2.3, an address of'],
    ['another protocol', 'file:///etc/passwd', 'file:'],
    ['nowhere', 'http://[', 'no URL'],
    ['nothing', '', 'names no Location'],
  ])('does not go to %s', async (_name, location, reason) => {
    const { server, client } = await startClient({ ...post, answer: begins(location) })
    const failure = await failureOf(client.storeBlob('o/x', blob, null))
    expect(failure).toEqual(aFailure('registry', { why: reason }))
    expect(server.seen).toHaveLength(1)
  })

  it('mounts, and uploads where that is refused', async () => {
    const query = `?mount=${encodeURIComponent(blob.digest)}&from=o%2Fy`

    const mounted = await startClient(onMount(stored))
    await mounted.client.storeBlob('o/x', blob, 'o/y')
    expect(mounted.server.seen.map(({ url }) => url)).toEqual([`/v2/o/x/blobs/uploads/${query}`])

    for (const [answer, posts] of [
      [begins('/v2/o/x/blobs/uploads/1'), 1],
      [{ status: 405 }, 2],
    ] as const) {
      const refused = await startClient(onMount(answer), post, put)
      await refused.client.storeBlob('o/x', blob, 'o/y')
      // What was begun in place of a mount is the upload.
      expect(refused.server.seen).toHaveLength(posts + 1)
      expect(refused.server.seen.at(-1)?.body).toEqual(Buffer.from(blob.bytes))
    }
  })
})

describe('what a status means', () => {
  const everything: readonly number[] = [
    200, 201, 202, 203, 204, 205, 206, 304, 400, 401, 403, 404, 405, 406, 409, 410, 413, 416,
  ]
  const outcomeOf = <Value>(asked: Promise<Value>) => asked.catch(({ code }: { code: unknown }) => code)

  it('for a blob that is looked up', async () => {
    for (const status of everything) {
      const { client, server } = await startClient({ on: on('HEAD', '/blobs/'), answer: { status } })
      const means = status === 200 ? true : [401, 403, 404].includes(status) ? false : 'registry'
      expect([status, await outcomeOf(client.hasBlob('o/x', blob.digest))]).toEqual([status, means])
      expect(server.log.filter(line => line.startsWith('HEAD'))).toHaveLength(1)
    }
  })

  it('for a manifest that is put', async () => {
    for (const status of everything) {
      const { client } = await startClient({ on: on('PUT', '/manifests/'), answer: { status } })
      const means = status <= 204 ? undefined : 'registry'
      expect([status, await outcomeOf(client.storeManifest('o/x', 'v1', image.manifest))]).toEqual([
        status,
        means,
      ])
    }
  })

  it('for an upload that is begun: 202 and nothing else', async () => {
    for (const status of everything) {
      const { client, server } = await startClient(
        { on: on('POST', '/uploads/'), answer: { status, headers: { location: '/upload/1' } } },
        { on: on('PUT', '/upload/1'), answer: stored },
      )
      const means = status === 202 ? undefined : 'registry'
      expect([status, await outcomeOf(client.storeBlob('o/x', blob, null))]).toEqual([status, means])
      expect(server.log.filter(line => line.startsWith('PUT'))).toHaveLength(status === 202 ? 1 : 0)
    }
  })

  it('for a login that may or may not push', async () => {
    for (const status of everything) {
      const { client, server } = await startClient(
        { on: on('POST', '/uploads/'), answer: { status, headers: { location: '/upload/1' } } },
        { on: on('DELETE', '/upload/1'), answer: 'reset' },
      )
      const means = [401, 403, 404].includes(status) ? 'registry' : undefined
      expect([status, await outcomeOf(client.tryPush('o/x'))]).toEqual([status, means])
      expect(server.log.filter(line => line === 'DELETE /upload/1')).toHaveLength(status === 202 ? 1 : 0)
    }
  })

  it('for a tag that is looked up by HEAD', async () => {
    const { digest: found } = image.manifest
    for (const status of everything) {
      const { client, server } = await startClient({
        on: on('HEAD', '/manifests/'),
        answer: { status, headers: { 'docker-content-digest': found } },
      })
      const means = status === 200 ? found : [403, 404, 405].includes(status) ? null : 'registry'
      expect([status, await outcomeOf(client.manifestDigest('o/x', 'v1'))]).toEqual([status, means])
      expect([status, server.log.includes('GET /v2/o/x/manifests/v1')]).toEqual([status, status === 405])
    }
  })

  it.each<{ name: string; answer: Answer }>([
    { name: '200 without a digest', answer: { status: 200 } },
    {
      name: '200 with another kind of digest',
      answer: { status: 200, headers: { 'docker-content-digest': `sha512:${'0'.repeat(128)}` } },
    },
    {
      name: '200 with more than a digest',
      answer: { status: 200, headers: { 'docker-content-digest': `sha256:${'0'.repeat(65)}` } },
    },
    { name: '405', answer: { status: 405 } },
    { name: '429', answer: { status: 429, headers: { 'retry-after': '0' } } },
    { name: '501', answer: { status: 501 } },
  ])('for a tag: GET is tried where HEAD is answered $name', async ({ answer }) => {
    const { client } = await startClient(
      { on: on('HEAD', '/manifests/'), answer },
      {
        on: on('GET', '/manifests/'),
        answer: { status: 200, body: Buffer.from(image.manifest.bytes) },
      },
    )
    expect(await client.manifestDigest('o/x', 'v1')).toBe(image.manifest.digest)
    expect(await client.readBack('o/x', 'v1')).toBe(image.manifest.digest)
  })

  it('for a tag that is read back: only 404 is nothing', async () => {
    for (const status of everything.filter(status => status !== 200)) {
      const { client } = await startClient({ on: () => true, answer: { status } })
      const means = status === 404 ? null : 'registry'
      expect([status, await outcomeOf(client.readBack('o/x', 'v1'))]).toEqual([status, means])
    }
  })

  it('for a manifest or a config that is read: 403 and 404 are nothing', async () => {
    const config = { ...image.config, size: image.config.bytes.length }
    for (const status of everything.filter(status => status !== 200)) {
      const { client } = await startClient({ on: () => true, answer: { status } })
      const means = status === 403 || status === 404 ? null : 'registry'
      expect([status, await outcomeOf(client.manifest('o/x', 'v1'))]).toEqual([status, means])
      expect([status, await outcomeOf(client.config('o/x', config))]).toEqual([status, means])
    }
  })

  it('for a config: it is what its descriptor says, or nothing', async () => {
    const { client, server } = await startClient({
      on: on('GET', '/blobs/'),
      answer: { status: 200, body: Buffer.from(image.config.bytes) },
    })
    const config = { ...image.config, size: image.config.bytes.length }
    expect(Buffer.from((await client.config('o/x', config)) ?? [])).toEqual(Buffer.from(image.config.bytes))
    expect(await client.config('o/x', { ...config, digest: blob.digest })).toBeNull()
    server.forget()
    expect(await client.config('o/x', { ...config, size: 4 * 1024 * 1024 + 1 })).toBeNull()
    expect(server.seen).toEqual([])
    expect(await client.config('o/x', { ...config, size: 4 * 1024 * 1024 })).not.toBeNull()
  })

  it('for a document: it has at most 4 MiB', async () => {
    const ofSize = (size: number): Fault => ({
      on: on('GET', '/manifests/'),
      answer: { status: 200, body: Buffer.alloc(size, ' ') },
    })
    const [most, more] = [await startClient(ofSize(4_194_304)), await startClient(ofSize(4_194_305))]
    expect((await most.client.manifest('o/x', 'v1'))?.bytes).toHaveLength(4_194_304)
    expect(await failureOf(more.client.manifest('o/x', 'v1'))).toEqual(
      aFailure('registry', { why: 'is larger than 4194304 bytes' }),
    )
  })
})

describe('answers', () => {
  it.each<{ name: string; answer: Answer; says: string }>([
    {
      name: 'an error of the spec',
      answer: {
        status: 400,
        body: '{"errors":[{"code":"MANIFEST_INVALID","message":"bad\\nmanifest.","detail":[1]},{"code":"UNKNOWN"}]}',
      },
      says: ': MANIFEST_INVALID: bad manifest, UNKNOWN (status 400)',
    },
    {
      name: 'a page',
      answer: { status: 400, headers: { 'content-type': 'text/html' }, body: '<h1>' },
      says: ': (status 400)',
    },
    {
      name: 'plain text',
      answer: {
        status: 400,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
        body: 'no\tsuch\u001b[31m page.\n',
      },
      says: ': no such [31m page (status 400)',
    },
    {
      name: 'JSON of another shape',
      answer: { status: 400, body: '{"errors":"x"}' },
      says: ': (status 400)',
    },
    { name: 'nothing', answer: { status: 400 }, says: ': (status 400)' },
    {
      name: 'without end',
      answer: {
        status: 400,
        headers: { 'content-type': 'text/plain' },
        body: { endless: 'a'.repeat(4096) },
      },
      says: `: ${'a'.repeat(300)}… (status 400)`,
    },
  ])('that are $name become one sentence', async ({ answer, says }) => {
    const { client, server } = await startClient({ on: on('PUT', ''), answer })
    const failure = await failureOf(client.storeManifest('o/x', 'v1', image.manifest))
    expect(failure).toEqual(
      aFailure('registry', { why: `PUT http://${server.address}/v2/o/x/manifests/v1${says}` }),
    )
    expect(failure.message).not.toMatch(/\p{Cc}/u)
  })

  it('that name another manifest are not believed', async () => {
    const other = digest(Buffer.from('other'))
    const { client } = await startClient({
      on: on('PUT', ''),
      answer: { status: 201, headers: { 'docker-content-digest': other } },
    })
    const failure = await failureOf(client.storeManifest('o/x', 'v1', image.manifest))
    expect(failure).toEqual(aFailure('registry', { why: `says that it stored ${other} instead` }))
  })

  it('that redirect for ever are given up', async () => {
    const { client, server } = await startClient({
      on: () => true,
      answer: { status: 307, headers: { location: '/v2/again' } },
    })
    await expect(client.manifestDigest('o/x', 'v1')).rejects.toMatchObject({ cause: { status: 307 } })
    expect(server.seen).toHaveLength(6)
  })

  it('that warn are shown once', async () => {
    const { client, host } = await startClient({
      on: on('HEAD', ''),
      answer: { status: 404, headers: { warning: '299 - "this registry closes in May."' } },
    })
    await client.hasBlob('o/x', blob.digest)
    await client.hasBlob('o/x', blob.digest)
    expect(host.log.lines.filter(line => line.startsWith('warning: '))).toEqual([
      expect.stringMatching(/^warning: 127\.0\.0\.1:\d+ warns: this registry closes in May\.$/),
    ])
  })

  it('that never come say whom was asked', async () => {
    const { client, server } = await startClient()
    await server.stop()
    const failure = await failureOf(client.manifestDigest('o/x', 'v1'))
    expect(failure).toEqual(
      aFailure('registry', {
        fields: { registry: server.address },
        why: 'ECONNREFUSED',
        fix: 'can be reached',
      }),
    )
  })
})
