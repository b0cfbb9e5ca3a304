import { describe, expect, it } from '@jest/globals'
import type { Answer, Fault } from '../support/fault-registry.ts'
import { begins, failureOf, on, startClient, stored } from '../support/registry-client.ts'
import { digest, tinyImage } from '../support/tiny-image.ts'

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
    await client.putBlob('o/x', blob, null)
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
    await client.putBlob('o/x', blob, null)
    expect(server.log.map(line => line.split(' ')[0])).toEqual(['POST', 'PUT', 'POST', 'PUT', 'POST', 'PUT'])
    expect(server.seen.at(-1)?.body).toEqual(Buffer.from(blob.bytes))
  })

  it('is given up after as many tries as there are', async () => {
    const { server, client } = await startClient(post, { ...put, answer: { status: 502 } })
    const failure = await failureOf(client.putBlob('o/x', blob, null))
    expect(failure.message).toMatch(/\(status 502\); .* is in trouble: try again later\.$/)
    expect(server.seen).toHaveLength(6)
  })

  it('is given up where no connection lasts', async () => {
    const { server, client } = await startClient(post, { ...put, answer: 'reset' })
    const failure = await failureOf(client.putBlob('o/x', blob, null))
    expect(failure).toMatchObject({ code: 'registry', message: expect.stringContaining('Could not store') })
    expect(server.seen).toHaveLength(6)
  })

  it.each([400, 403, 404, 405, 413, 416])('is not tried again after a %i', async status => {
    const { server, client } = await startClient(post, { ...put, answer: { status } })
    expect((await failureOf(client.putBlob('o/x', blob, null))).message).toContain(`(status ${status})`)
    expect(server.seen).toHaveLength(2)
  })

  it('waits as long as it is asked to', async () => {
    const { client } = await startClient(
      { ...post, times: 1, answer: { status: 429, headers: { 'retry-after': '1' } } },
      post,
      put,
    )
    const started = performance.now()
    await client.putBlob('o/x', blob, null)
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
    await client.putBlob('o/x', blob, null)
    expect(performance.now() - started).toBeGreaterThan(1400)
  })

  it('believes no registry that stored something else', async () => {
    const other = digest(Buffer.from('other'))
    const { client } = await startClient(post, {
      ...put,
      answer: { status: 201, headers: { 'docker-content-digest': other } },
    })
    const failure = await failureOf(client.putBlob('o/x', blob, null))
    expect(failure.message).toContain(`says that it stored ${other} instead`)
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
    const failure = await failureOf(client.putBlob('o/x', blob, null))
    expect(failure).toMatchObject({ code: 'registry', message: expect.stringContaining(reason) })
    expect(server.seen).toHaveLength(1)
  })

  it('mounts, and uploads where that is refused', async () => {
    const query = `?mount=${encodeURIComponent(blob.digest)}&from=o%2Fy`

    const mounted = await startClient(onMount(stored))
    await mounted.client.putBlob('o/x', blob, 'o/y')
    expect(mounted.server.seen.map(({ url }) => url)).toEqual([`/v2/o/x/blobs/uploads/${query}`])

    for (const answer of [begins('/v2/o/x/blobs/uploads/1'), { status: 405 }]) {
      const refused = await startClient(onMount(answer), post, put)
      await refused.client.putBlob('o/x', blob, 'o/y')
      expect(refused.server.seen.at(-1)?.body).toEqual(Buffer.from(blob.bytes))
    }
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
    const failure = await failureOf(client.putManifest('o/x', 'v1', image.manifest))
    expect(failure.message).toContain(`PUT http://${server.address}/v2/o/x/manifests/v1${says}`)
    expect(failure.message).not.toMatch(/\p{Cc}/u)
  })

  it('that name another manifest are not believed', async () => {
    const other = digest(Buffer.from('other'))
    const { client } = await startClient({
      on: on('PUT', ''),
      answer: { status: 201, headers: { 'docker-content-digest': other } },
    })
    const failure = await failureOf(client.putManifest('o/x', 'v1', image.manifest))
    expect(failure.message).toContain(`says that it stored ${other} instead`)
  })

  it('that redirect for ever are given up', async () => {
    const { client, server } = await startClient({
      on: () => true,
      answer: { status: 307, headers: { location: '/v2/again' } },
    })
    await expect(client.manifestDigest('o/x', 'v1')).rejects.toThrow('(status 307)')
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
    expect(failure).toMatchObject({
      code: 'registry',
      message: expect.stringMatching(
        /ECONNREFUSED.*; check that 127\.0\.0\.1:\d+ is spelt right and can be reached from here\.$/,
      ),
    })
  })
})
