import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { StoredBlob } from '../../src/image/blob.ts'
import { connect } from '../../src/registry/client.ts'
import { isTooLarge } from '../../src/registry/send-bytes.ts'
import { aFailure } from '../support/a-failure.ts'
import { startFaultRegistry, type Fault, type FaultRegistry, type Seen } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { begins, failureOf, on, startClient } from '../support/registry-client.ts'
import { digest } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'

const MB = 1_000_000
const PATIENCE = { tries: 3, firstWaitMs: 1, longestWaitMs: 5 }

function blobOf(bytes: Buffer): StoredBlob {
  return { mediaType: 'application/octet-stream', digest: digest(bytes), bytes }
}

/** The same in a file, between other bytes. */
function inFile(bytes: Buffer): StoredBlob {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'bantam-chunks-')), 'blob')
  writeFileSync(file, Buffer.concat([Buffer.from('before'), bytes, Buffer.from('after')]))
  const size = bytes.byteLength
  return { mediaType: 'application/octet-stream', digest: digest(bytes), file, offset: 6, size }
}

const lengthOf = ({ headers }: Seen) => Number(headers['content-length'] ?? 0)

/** What Cloudflare, nginx and others answer, most of them before they read the body. */
const limits = (bytes: number, early: boolean): Fault => ({
  on: seen => lengthOf(seen) > bytes,
  answer: { status: 413, headers: { 'content-type': 'text/html' }, body: '<html>Too Large</html>' },
  early,
})

describeWith(['docker-registry'], 'a registry behind a proxy that limits a request', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  async function through<Value>(fault: Fault, use: (server: FaultRegistry) => Promise<Value>) {
    const server = await startFaultRegistry([fault], registry.address)
    try {
      return await use(server)
    } finally {
      await server.stop()
    }
  }
  const clientOf = ({ address }: FaultRegistry) => connect(testHost(), address, null, PATIENCE)
  const methods = ({ seen }: FaultRegistry) => seen.map(({ method }) => method).join(' ')

  async function stored(repository: string, { digest }: StoredBlob): Promise<Buffer> {
    const answer = await fetch(`http://${registry.address}/v2/${repository}/blobs/${digest}`)
    return Buffer.from(await answer.arrayBuffer())
  }

  it.each([
    ['in memory', blobOf, false],
    ['in memory, refused before it is read', blobOf, true],
    ['in a file', inFile, false],
    ['in a file, refused before it is read', inFile, true],
  ] as const)('gets a blob in chunks: %s', async (name, made, early) => {
    const bytes = randomBytes(5 * MB + 17)
    const blob = made(bytes)
    const repository = `chunks/${name.replace(/\W+/g, '-')}`
    await through(limits(4 * MB, early), async server => {
      await clientOf(server).storeBlob(repository, blob, null)
      expect(methods(server)).toBe('POST PUT POST PATCH PATCH PUT')
      const ranges = server.seen.flatMap(({ headers }) => headers['content-range'] ?? [])
      expect(ranges).toEqual([`0-${4 * MB - 1}`, `${4 * MB}-${5 * MB + 16}`])
      expect(server.seen.map(lengthOf).slice(3)).toEqual([4 * MB, MB + 17, 0])
    })
    expect((await stored(repository, blob)).equals(bytes)).toBe(true)
  })

  it('is sent later blobs in chunks from the start, and small ones whole', async () => {
    await through(limits(4 * MB, true), async server => {
      const client = clientOf(server)
      await client.storeBlob('chunks/later', blobOf(randomBytes(5 * MB)), null)
      server.forget()
      const later = randomBytes(9 * MB)
      await client.storeBlob('chunks/later', blobOf(later), null)
      await client.storeBlob('chunks/later', blobOf(randomBytes(4 * MB)), null)
      expect(methods(server)).toBe('POST PATCH PATCH PATCH PUT POST PUT')
      expect((await stored('chunks/later', blobOf(later))).equals(later)).toBe(true)
    })
  })

  it('gets smaller chunks until they fit, down to what nginx takes by default', async () => {
    const bytes = randomBytes(5 * MB)
    await through(limits(1024 * 1024, true), async server => {
      await clientOf(server).storeBlob('chunks/nginx', inFile(bytes), null)
      expect(methods(server)).toBe('POST PUT POST PATCH POST PATCH PATCH PATCH PATCH PATCH PUT')
    })
    expect((await stored('chunks/nginx', blobOf(bytes))).equals(bytes)).toBe(true)
  })

  it('gets several blobs at once in chunks', async () => {
    const blobs = [7, 6, 5].map(size => blobOf(randomBytes(size * MB)))
    await through(limits(3 * MB, false), async server => {
      const client = clientOf(server)
      await Promise.all(blobs.map(blob => client.storeBlob('chunks/several', blob, null)))
    })
    for (const blob of blobs) expect(digest(await stored('chunks/several', blob))).toBe(blob.digest)
  })

  it('is asked to raise its limit where even the smallest chunk is refused', async () => {
    await through(limits(500_000, true), async server => {
      const failed = clientOf(server).storeBlob('chunks/tiny', inFile(randomBytes(5 * MB)), null)
      await expect(failed).rejects.toEqual(
        aFailure('registry', { fix: 'limits what it takes: raise that limit', fields: { status: 413 } }),
      )
      expect(methods(server)).toBe('POST PUT POST PATCH POST PATCH')
    })
  })

  it.each<[string, Fault['answer']]>([
    ['a 500', { status: 500 }],
    ['a cut', 'reset'],
  ])('gets an upload in chunks anew after %s', async (name, answer) => {
    const bytes = randomBytes(2 * MB)
    const repository = `chunks/anew-${name.length}`
    const broken: Fault = {
      on: seen => seen.headers['content-range']?.startsWith('1000000-') === true,
      answer,
    }
    const server = await startFaultRegistry(
      [{ ...broken, times: 1 }, limits(1_500_000, false)],
      registry.address,
    )
    try {
      await clientOf(server).storeBlob(repository, blobOf(bytes), null)
      expect(methods(server)).toBe('POST PUT POST PATCH PATCH POST PATCH PATCH PUT')
    } finally {
      await server.stop()
    }
    expect((await stored(repository, blobOf(bytes))).equals(bytes)).toBe(true)
  })
})

describe('chunks', () => {
  const bytes = randomBytes(2 * MB)
  const tooLarge: Fault = { on: seen => lengthOf(seen) > MB, answer: { status: 413 } }
  const post: Fault = { on: on('POST', '/uploads/'), answer: begins('/upload/0') }
  const put: Fault = { on: on('PUT', '/upload/'), answer: { status: 201 } }
  const patched = (status: number, headers: Record<string, string> = {}): Fault => ({
    on: on('PATCH', '/upload/'),
    answer: ({ headers: sent }) => {
      const last = (sent['content-range'] ?? '').replace(/.*-/, '')
      return { status, headers: { location: `/upload/${last}?state=x%2F`, ...headers } }
    },
  })

  it('each go to where the response before them leads', async () => {
    const { server, client } = await startClient(tooLarge, post, patched(202), put)
    await client.storeBlob('o/x', blobOf(bytes), null)
    expect(server.seen.slice(3).map(({ url }) => url)).toEqual([
      '/upload/0',
      '/upload/999999?state=x%2F',
      `/upload/1999999?state=x%2F&digest=${encodeURIComponent(digest(bytes))}`,
    ])
    expect(Buffer.concat(server.seen.slice(3).map(({ body }) => body)).equals(bytes)).toBe(true)
    expect(server.seen.at(-1)?.headers['content-length']).toBe('0')
  })

  it.each([201, 204])('may be answered with %i', async status => {
    const { server, client } = await startClient(tooLarge, post, patched(status), put)
    await client.storeBlob('o/x', blobOf(bytes), null)
    expect(server.seen).toHaveLength(6)
  })

  it('are as long as the registry wants at least', async () => {
    const all = randomBytes(3 * MB)
    const least: Fault = {
      on: on('POST', '/uploads/'),
      answer: { status: 202, headers: { location: '/upload/0', 'oci-chunk-min-length': '1500000' } },
    }
    const whole: Fault = { on: seen => lengthOf(seen) > 2 * MB, answer: { status: 413 } }
    const { server, client } = await startClient(whole, least, patched(202), put)
    await client.storeBlob('o/x', blobOf(all), null)
    expect(server.seen.map(lengthOf)).toEqual([0, 3 * MB, 0, 1_500_000, 1_500_000, 0])
  })

  it('are made smaller where GHCR says 416', async () => {
    const all = randomBytes(12 * MB)
    const whole: Fault = { on: seen => seen.method === 'PUT' && lengthOf(seen) > 0, answer: { status: 413 } }
    const ghcr: Fault = {
      on: seen => lengthOf(seen) > 4 * 1024 * 1024,
      answer: { status: 416, body: 'maximum permissible limit of 4.00MiB' },
    }
    const { server, client } = await startClient(whole, ghcr, post, patched(202), put)
    await client.storeBlob('o/x', blobOf(all), null)
    expect(server.seen.filter(({ method }) => method === 'PATCH').map(lengthOf)).toEqual([
      10 * MB,
      4 * MB,
      4 * MB,
      4 * MB,
    ])
  })

  it.each([
    ['0-999999', 1_000_000],
    ['bytes=0-999999', 1_000_000],
    ['0-0', 1],
  ])('that the registry drops, as ECR does with the Range %s, fail the upload', async (range, received) => {
    const dropping: Fault = {
      ...patched(201, { range }),
      on: seen => seen.method === 'PATCH' && seen.url !== '/upload/0',
    }
    const { client } = await startClient(tooLarge, post, dropping, patched(202), put)
    expect(await failureOf(client.storeBlob('o/x', blobOf(bytes), null))).toEqual(
      aFailure('registry', { why: `says that ${received} of the 2000000 bytes before it arrived` }),
    )
  })

  it.each(['0-1999999', '0-2000000', '1000000-1999999', '', 'bytes 0-5'])(
    'are sent where the Range is %j',
    async range => {
      const last: Fault = {
        ...patched(202, { range }),
        on: seen => seen.method === 'PATCH' && seen.url !== '/upload/0',
      }
      const { server, client } = await startClient(tooLarge, post, last, patched(202), put)
      await client.storeBlob('o/x', blobOf(bytes), null)
      expect(server.seen).toHaveLength(6)
    },
  )

  it.each([400, 403, 404])('are given up where one is answered with %i', async status => {
    const { server, client } = await startClient(tooLarge, post, patched(status), put)
    expect(await failureOf(client.storeBlob('o/x', blobOf(bytes), null))).toMatchObject({
      code: 'registry',
      fields: { status, method: 'PATCH' },
    })
    expect(server.seen).toHaveLength(4)
  })

  it('need a Location in each answer', async () => {
    const bare: Fault = { on: on('PATCH', '/upload/'), answer: { status: 202 } }
    const { client } = await startClient(tooLarge, post, bare, put)
    expect(await failureOf(client.storeBlob('o/x', blobOf(bytes), null))).toEqual(
      aFailure('registry', { why: 'names no Location' }),
    )
  })
})

it.each([
  ['PUT', 413, true],
  ['PATCH', 413, true],
  ['PATCH', 416, true],
  ['PUT', 416, false],
  ['POST', 413, false],
  ['PATCH', 404, false],
] as const)('%s %i: too large is %s', (method, status, expected) => {
  expect(isTooLarge({ method, status })).toBe(expected)
})
