import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { Absent } from '../../src/failure.ts'
import type { Image } from '../../src/image/image.ts'
import { descriptorOf } from '../../src/image/digest.ts'
import type { Credentials } from '../../src/registry/credentials.ts'
import { connect } from '../../src/registry/client.ts'
import { openRepository } from '../../src/registry/pull.ts'
import { startFaultRegistry, type Answer, type Fault, type FaultRegistry } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { listen } from '../support/listen.ts'
import { ALICE, startRegistry, type TestRegistry } from '../support/registry.ts'
import { failureOf, on, serve } from '../support/registry-client.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const image = tinyImage('pull')
const layer = descriptorOf(image.layers[1]!)
const PATIENCE = { tries: 3, firstWaitMs: 1, longestWaitMs: 20 }
const SECRET = 'hunter2-hunter2'
const CREDENTIALS: Credentials = { username: 'alice', password: SECRET, source: 'a test' }

const open = (
  address: string,
  identifier = 'v1',
  credentials: Credentials | null = null,
  host = testHost(),
) => openRepository(host, { registry: address, repository: 'o/x', identifier }, credentials, PATIENCE)

const manifest: Fault = {
  on: on('GET', '/manifests/'),
  answer: { status: 200, body: Buffer.from(image.manifest.bytes) },
}
const blob = (answer: Answer, times?: number): Fault => ({
  on: on('GET', '/blobs/'),
  answer,
  ...(times === undefined ? {} : { times }),
})
const right: Answer = { status: 200, body: Buffer.from(image.layers[1]!.bytes) }

async function push(address: string, { layers, config, manifest }: Image, credentials: Credentials | null) {
  const client = connect(testHost(), address, credentials)
  for (const blob of [...layers, config]) await client.storeBlob('o/x', blob, null)
  await client.storeManifest('o/x', 'v1', manifest)
}

describeWith(['docker-registry', 'htpasswd'], 'a real registry', () => {
  describe.each(['anonymous', 'basic', 'bearer'] as const)('%s', auth => {
    const alice = auth === 'anonymous' ? null : { ...ALICE, source: 'a test' }
    const started: { registry?: TestRegistry } = {}
    const address = () => started.registry?.address ?? ''
    beforeAll(async () => {
      started.registry = await startRegistry({ auth })
      await push(address(), image, alice)
    })
    afterAll(() => started.registry?.stop())

    it('gives manifest and blobs', async () => {
      const source = await open(address(), 'v1', alice)
      expect(source.root.digest).toBe(image.manifest.digest)
      expect(Buffer.from(source.root.bytes).equals(image.manifest.bytes)).toBe(true)
      for (const part of [...image.layers, image.config]) {
        const extent = await source.blob(descriptorOf(part))
        expect(extent).toMatchObject({ offset: 0, size: part.bytes.length, temporary: true })
        expect(readFileSync(extent.file).equals(part.bytes)).toBe(true)
      }
      expect((await source.manifest(descriptorOf(image.manifest)))?.digest).toBe(image.manifest.digest)
    })

    it('knows what it has not', async () => {
      expect(await failureOf(open(address(), 'v2', alice))).toBeInstanceOf(Absent)
      const source = await open(address(), 'v1', alice)
      expect(await source.manifest({ ...layer, digest: `sha256:${'0'.repeat(64)}` })).toBeNull()
    })

    it('that lacks a blob is no absent image', async () => {
      const source = await open(address(), 'v1', alice)
      const failure = await failureOf(source.blob({ ...layer, digest: `sha256:${'0'.repeat(64)}` }))
      expect(failure).not.toBeInstanceOf(Absent)
      expect(failure).toMatchObject({ code: 'registry', cause: { status: 404, codes: ['BLOB_UNKNOWN'] } })
    })

    it('lets nobody in who is not let in', async () => {
      if (alice === null) return expect(auth).toBe('anonymous')
      const failures = [
        await failureOf(open(address(), 'v1', null)),
        await failureOf(open(address(), 'v1', { ...alice, password: SECRET })),
        await failureOf(open(address(), 'v2', { ...alice, password: SECRET })),
      ]
      for (const failure of failures) {
        expect(failure).toMatchObject({ code: 'registry' })
        expect(failure).not.toBeInstanceOf(Absent)
        expect(failure.message).not.toContain(SECRET)
      }
      expect(failures[0]).toEqual(
        aFailure('registry', { fix: /no credentials for .* were found: .*"docker login/ }),
      )
      expect(failures[1]).toEqual(
        aFailure('registry', { fix: 'the credentials from a test may not read o/x' }),
      )
    })
  })
})

describe('what cannot be read is not absent', () => {
  it.each([204, 400, 401, 403, 405, 410, 429, 500, 503])('%i', async status => {
    const body = status === 204 ? '' : '{"errors":[{"code":"DENIED"},{"code":"TOOMANYREQUESTS"},{}]}'
    const server = await serve({ on: on('GET', '/manifests/'), answer: { status, body } })
    const failure = await failureOf(open(server.address))
    const codes = status === 204 ? [] : ['DENIED', 'TOOMANYREQUESTS']
    expect(failure).toMatchObject({ code: 'registry', cause: { status, codes } })
    expect(failure).not.toBeInstanceOf(Absent)
  })

  it.each<{ name: string; answer: Answer; says: RegExp }>([
    { name: 'a connection that is cut', answer: 'reset', says: /\/v2\/o\/x\/manifests\/v1: / },
    { name: 'a redirect to nowhere', answer: { status: 307 }, says: /names no Location/ },
    {
      name: 'a redirect to where nobody answers',
      answer: { status: 307, headers: { location: 'http://127.0.0.1:1/x?signature=y' } },
      says: /it leads to http:\/\/127\.0\.0\.1:1\/x\?signature=\*\*\*: /,
    },
    {
      name: 'a redirect into the network',
      answer: { status: 307, headers: { location: 'http://169.254.169.254/' } },
      says: /internal network/,
    },
    {
      name: 'a manifest without end',
      answer: { status: 200, body: { endless: 'x'.repeat(65536) } },
      says: /is larger than 4194304 bytes/,
    },
  ])('$name', async ({ answer, says }) => {
    const server = await serve({ on: on('GET', '/manifests/'), answer })
    const failure = await failureOf(open(server.address))
    expect(failure).toEqual(aFailure('registry', { why: says }))
    expect(failure).not.toBeInstanceOf(Absent)
  })

  it('no answer', async () => {
    const server = await serve()
    await server.stop()
    const failure = await failureOf(open(server.address))
    expect(failure).toEqual(aFailure('registry', { why: 'ECONNREFUSED' }))
    expect(failure).not.toBeInstanceOf(Absent)
  })

  it('a storage service that lost the manifest', async () => {
    const storage = await serve()
    const server = await serve({
      on: on('GET', '/manifests/'),
      answer: { status: 307, headers: { location: `http://${storage.address}/lost` } },
    })
    const failure = await failureOf(open(server.address))
    expect(failure).toMatchObject({ code: 'registry' })
    expect(failure).not.toBeInstanceOf(Absent)
  })

  it('but 404 is', async () => {
    const server = await serve()
    const failure = await failureOf(open(server.address))
    expect(failure).toBeInstanceOf(Absent)
    expect(failure).toMatchObject({
      fields: {
        registry: server.address,
        reference: expect.stringContaining(server.address),
        status: 404,
      },
    })
    expect(server.seen).toHaveLength(1)
  })

  const said = (...codes: readonly string[]) => JSON.stringify({ errors: codes.map(code => ({ code })) })

  it.each<{ name: string; type?: string; body: string; isAbsent: boolean }>([
    { name: 'the tag is unknown', body: said('MANIFEST_UNKNOWN'), isAbsent: true },
    { name: 'the repository is unknown', body: said('NAME_UNKNOWN'), isAbsent: true },
    { name: "Harbor's word", body: said('NOT_FOUND'), isAbsent: true },
    { name: 'a plain text', type: 'text/plain', body: '404 page not found', isAbsent: true },
    { name: 'a refusal', body: said('DENIED'), isAbsent: false },
    { name: 'another refusal', body: said('UNAUTHORIZED'), isAbsent: false },
    { name: 'too many requests', body: said('TOOMANYREQUESTS'), isAbsent: false },
    { name: 'the page of a proxy', type: 'text/html; charset=utf-8', body: '<html>', isAbsent: false },
  ])('a 404 is, where it means it: $name', async ({ type = 'application/json', body, isAbsent }) => {
    const answer: Answer = { status: 404, headers: { 'content-type': type }, body }
    const server = await serve({ on: on('GET', '/manifests/'), answer })
    const failure = await failureOf(open(server.address))
    expect(failure).toMatchObject({ code: 'registry' })
    expect(failure instanceof Absent).toBe(isAbsent)
  })
})

describe('a blob', () => {
  const filesOf = (host: ReturnType<typeof testHost>) => readdirSync(host.temporary)

  it('is followed to a storage service, without credentials', async () => {
    const storage: FaultRegistry = await startFaultRegistry([{ on: () => true, answer: right }])
    const server = await serve(
      {
        on: seen => seen.headers.authorization === undefined,
        answer: { status: 401, headers: { 'www-authenticate': 'Basic realm="x"' } },
      },
      manifest,
      blob({ status: 307, headers: { location: `http://${storage.address}/signed?x=1` } }),
    )
    const source = await open(server.address, 'v1', CREDENTIALS)
    expect((await source.blob(layer)).size).toBe(layer.size)
    expect(storage.seen.map(({ headers }) => headers.authorization)).toEqual([undefined])
    expect(server.seen.at(-1)?.headers.authorization).toMatch(/^Basic /)
    await storage.stop()
  })

  it.each<{ name: string; answer: Answer }>([
    { name: 'a 503', answer: { status: 503 } },
    { name: 'a connection that is cut', answer: 'reset' },
  ])('is asked for anew after $name', async ({ answer }) => {
    const server = await serve(manifest, blob(answer, 2), blob(right))
    const extent = await (await open(server.address)).blob(layer)
    expect(readFileSync(extent.file).equals(image.layers[1]!.bytes)).toBe(true)
    expect(server.seen).toHaveLength(4)
  })

  it.each<{ name: string; answer: Answer; says: RegExp }>([
    {
      name: 'another one',
      answer: { status: 200, body: Buffer.alloc(layer.size) },
      says: /the registry's answer has the digest sha256:/,
    },
    {
      name: 'a longer one',
      answer: { status: 200, body: Buffer.alloc(layer.size + 1) },
      says: /is larger than the \d+ bytes it should be/,
    },
    {
      name: 'one without end',
      answer: { status: 200, body: { endless: 'x'.repeat(65536) } },
      says: /is larger than the \d+ bytes it should be/,
    },
    { name: 'nothing', answer: { status: 200 }, says: /has the digest sha256:e3b0c442/ },
    { name: 'a 404', answer: { status: 404 }, says: /\(status 404\)/ },
    { name: 'a 206', answer: { status: 206, body: Buffer.alloc(3) }, says: /\(status 206\)/ },
  ])('that is $name is refused, and nothing of it kept', async ({ answer, says }) => {
    const host = testHost()
    const server = await serve(manifest, blob(answer))
    const failure = await failureOf((await open(server.address, 'v1', null, host)).blob(layer))
    expect(failure).toEqual(aFailure('registry', { why: says }))
    expect(filesOf(host)).toEqual([])
  })

  it('whose descriptor lies about its size is refused', async () => {
    const server = await serve(manifest, blob(right))
    const failure = await failureOf((await open(server.address)).blob({ ...layer, size: layer.size + 5 }))
    expect(failure).toEqual(aFailure('registry', { why: /has \d+ bytes and should have \d+$/ }))
  })
})

it('a blob that breaks off in the middle is asked for anew', async () => {
  const bytes = image.layers[1]!.bytes
  const cut = { tries: 0 }
  const server = createServer((request, response) => {
    if (request.url?.includes('/manifests/')) return void response.end(image.manifest.bytes)
    cut.tries += 1
    response.writeHead(200, { 'content-length': bytes.length })
    if (cut.tries > 1) return void response.end(bytes)
    response.write(bytes.subarray(0, 10), () => request.socket.destroy())
  })
  const { address, stop } = await listen(server)
  const extent = await (await open(address)).blob(layer)
  expect(readFileSync(extent.file).equals(bytes)).toBe(true)
  expect(cut.tries).toBe(2)
  await stop()
})

describe('a manifest', () => {
  it('by a digest that it has not is refused', async () => {
    const server = await serve(manifest)
    const failure = await failureOf(open(server.address, `sha256:${'0'.repeat(64)}`))
    expect(failure).toEqual(aFailure('registry', { why: `has the digest ${image.manifest.digest}` }))
  })

  it('is asked for in all its types, and as anybody may where there are no credentials', async () => {
    const server = await serve(manifest)
    await open(server.address)
    expect(server.seen[0]?.headers).toMatchObject({
      accept: expect.stringMatching(
        /oci\.image\.manifest.*oci\.image\.index.*docker\.distribution\.manifest\.v2.*manifest\.list/,
      ),
    })
    expect(server.seen[0]?.headers.authorization).toBeUndefined()
  })
})
