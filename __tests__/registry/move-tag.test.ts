import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Reference } from '../../src/declare/reference.ts'
import { errorMessage } from '../../src/host/error-code.ts'
import { imageSet } from '../../src/image/image-set.ts'
import type { Image } from '../../src/image/image.ts'
import { pushImages, type PushResult } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { startFaultRegistry, type Answer, type Fault, type Seen } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const PATIENCE = { tries: 3, firstWaitMs: 1, longestWaitMs: 5 }
const on = (method: string, part: string) => (seen: Seen) => seen.method === method && seen.url.includes(part)
const says = (status: number, headers: Record<string, string> = {}, body?: string | Buffer): Answer => ({
  status,
  headers,
  ...(body === undefined ? {} : { body }),
})

describeWith(['docker-registry'], 'a registry that says one thing and does another', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  interface Run extends PushResult {
    readonly log: readonly string[]
    readonly image: Image
    /** What went wrong with the tag `v1`; empty where it is live. */
    readonly why: string
  }

  /** Publishes `repository:v1` through these faults. */
  async function run(repository: string, faultsOf: (image: Image) => readonly Fault[]): Promise<Run> {
    const image = tinyImage(repository)
    const server = await startFaultRegistry(faultsOf(image), registry.address)
    try {
      const made = testHost()
      const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
      const reference: Reference = { registry: server.address, repository, identifier: 'v1' }
      const spec = { push: true, load: false, output: null, credentials: null, githubToken: null }
      const session = await authenticate(
        host,
        { ...spec, references: [reference] },
        [image.platform],
        PATIENCE,
      )
      const published = await pushImages(session, imageSet([image]))
      return {
        ...published,
        log: server.log,
        image,
        why: errorMessage(published.missing[0]?.cause ?? { message: '' }),
      }
    } finally {
      await server.stop()
    }
  }

  async function tagOf(repository: string): Promise<string | null> {
    const accept = 'application/vnd.oci.image.manifest.v1+json'
    const answer = await fetch(`http://${registry.address}/v2/${repository}/manifests/v1`, {
      headers: { accept },
    })
    return answer.headers.get('docker-content-digest')
  }

  it.each([200, 201, 202, 204])('fails where a tag is answered with %i and not stored', async status => {
    const { live, missing, untagged, log } = await run(`lost-${status}/app`, () => [
      { on: on('PUT', '/manifests/v1'), answer: says(status) },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toEqual(
      aFailure('registry', { what: '/app:v1 was not moved', why: 'it is not there' }),
    )
    expect(untagged).toHaveLength(1)
    expect(log.filter(line => line.startsWith('PUT') && line.endsWith('/manifests/v1'))).toHaveLength(2)
    // Once before, and three times after each PUT: nothing is there that could be of another platform.
    expect(log.filter(line => line.startsWith('GET') && line.endsWith('/manifests/v1'))).toHaveLength(7)
  })

  it('does not look again at what a tag refers to that stays where it was', async () => {
    const old = tinyImage('stays')
    const there = says(200, { 'content-type': old.manifest.mediaType }, Buffer.from(old.manifest.bytes))
    const { live, missing, log } = await run('stays/app', () => [
      { on: on('GET', '/manifests/v1'), answer: there },
      {
        on: on('HEAD', '/manifests/v1'),
        answer: says(200, { 'docker-content-digest': old.manifest.digest }),
      },
      { on: on('GET', `/blobs/${old.config.digest}`), answer: says(200, {}, Buffer.from(old.config.bytes)) },
      { on: on('PUT', '/manifests/v1'), answer: says(201) },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toEqual(
      aFailure('registry', {
        why: `it stands for ${old.manifest.digest}`,
        fields: { digest: old.manifest.digest },
      }),
    )
    expect(log.filter(line => line.startsWith('GET') && line.endsWith('/manifests/v1'))).toHaveLength(7)
  })

  it('puts a tag once more that was not stored at first', async () => {
    const { live, log, image } = await run('second/app', () => [
      { on: on('PUT', '/manifests/v1'), times: 1, answer: says(201) },
    ])
    expect(live).toMatchObject([{ outcome: 'pushed' }])
    expect(log.filter(line => line.startsWith('PUT') && line.endsWith('/manifests/v1'))).toHaveLength(2)
    expect(await tagOf('second/app')).toBe(image.manifest.digest)
  })

  it('waits for a tag that is shown late, and puts it once', async () => {
    const { live, log } = await run('late/app', () => [
      // The first one asks before anything is pushed.
      { on: on('GET', '/manifests/v1'), times: 3, answer: says(404) },
    ])
    expect(live).toHaveLength(1)
    expect(log.filter(line => line.startsWith('PUT') && line.endsWith('/manifests/v1'))).toHaveLength(1)
  })

  it('fails where the manifest at the tag is altered, whatever the header says', async () => {
    const other = tinyImage('altered').manifest
    const { missing, live } = await run('altered/app', ({ manifest }) => [
      { on: on('GET', '/manifests/v1'), times: 1, answer: says(404) },
      {
        on: on('GET', '/manifests/v1'),
        answer: says(
          200,
          { 'content-type': other.mediaType, 'docker-content-digest': manifest.digest },
          Buffer.from(other.bytes),
        ),
      },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toEqual(aFailure('registry', { fields: { digest: other.digest } }))
  })

  it('leaves a tag to the image of another platform that another run pushed there meanwhile', async () => {
    const theirs = tinyImage('theirs', { os: 'linux', architecture: 'arm64' })
    const { missing, live, log } = await run('meanwhile/app', () => [
      { on: on('GET', '/manifests/v1'), times: 1, answer: says(404) },
      {
        on: on('GET', '/manifests/v1'),
        answer: says(200, { 'content-type': theirs.manifest.mediaType }, Buffer.from(theirs.manifest.bytes)),
      },
      {
        on: on('GET', `/blobs/${theirs.config.digest}`),
        answer: says(200, {}, Buffer.from(theirs.config.bytes)),
      },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toEqual(
      aFailure('registry', {
        fields: { platform: 'linux/amd64' },
        what: 'which another run has pushed there',
      }),
    )
    expect(log.filter(line => line.startsWith('PUT') && line.endsWith('/manifests/v1'))).toHaveLength(1)
  })

  it('fails on the next run too, where HEAD alone says what should be there', async () => {
    const other = tinyImage('altered-before').manifest
    const { missing, live, log } = await run('altered-before/app', ({ manifest }) => [
      {
        on: on('GET', '/manifests/v1'),
        answer: says(200, { 'content-type': other.mediaType }, Buffer.from(other.bytes)),
      },
      { on: on('HEAD', '/manifests/v1'), answer: says(200, { 'docker-content-digest': manifest.digest }) },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toEqual(aFailure('registry', { fields: { digest: other.digest } }))
    expect(log.filter(line => line.startsWith('PUT') && line.endsWith('/manifests/v1'))).toHaveLength(2)
  })

  it.each([
    ['HEAD is not supported', [{ on: on('HEAD', '/manifests/'), answer: says(405) }]],
    ['GET is limited', [{ on: on('GET', '/manifests/v1'), answer: says(429, { 'retry-after': '0' }) }]],
  ])('reads a tag back where %s', async (name, faults) => {
    const limited = name.startsWith('GET')
    const { live, why } = await run(`${limited ? 'get' : 'head'}-only/app`, () =>
      // Before the run the tag is looked at by GET alone: a limit there is a failure early.
      limited ? [{ on: on('GET', '/manifests/v1'), times: 1, answer: says(404) }, ...faults] : faults,
    )
    expect({ live: live.length, why }).toEqual({ live: 1, why: '' })
  })

  it('fails where the tag cannot be read back, since nobody can tell', async () => {
    const { live, missing, why } = await run('unreadable/app', () => [
      { on: on('GET', '/manifests/v1'), times: 1, answer: says(404) },
      { on: on('GET', '/manifests/v1'), answer: says(403) },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toMatchObject({ code: 'registry', cause: { status: 403 } })
    // What a person reads.
    expect(why).toMatch(/^Could not read back v1 in .*unreadable\/app: GET .* \(status 403\)/)
  })

  it('counts a tag as live whose answer was lost on the way', async () => {
    const image = tinyImage('lost-answer/app')
    const { live } = await run('lost-answer/app', () => [
      { on: on('PUT', '/manifests/v1'), answer: says(500) },
      { on: on('GET', '/manifests/v1'), times: 1, answer: says(404) },
      {
        on: on('GET', '/manifests/v1'),
        answer: says(200, { 'content-type': image.manifest.mediaType }, Buffer.from(image.manifest.bytes)),
      },
    ])
    expect(live).toHaveLength(1)
  })

  it.each([201, 202])('sends a blob once more that was answered with %i and not stored', async status => {
    const { live, log, image } = await run(`blob-${status}/app`, () => [
      { on: on('PUT', '/blobs/uploads/'), times: 1, answer: says(status) },
    ])
    expect(live).toHaveLength(1)
    expect(log.filter(line => line === `PUT /v2/blob-${status}/app/blobs/uploads/<upload>`)).toHaveLength(4)
    expect(await tagOf(`blob-${status}/app`)).toBe(image.manifest.digest)
  })

  it('publishes no manifest of a blob that is never stored, whatever digest the answer names', async () => {
    const { live, missing, image, log } = await run('no-blob/app', ({ config }) => [
      {
        on: ({ method, url }) => method === 'PUT' && url.includes(encodeURIComponent(config.digest)),
        answer: says(201, { 'docker-content-digest': config.digest }),
      },
    ])
    expect(live).toEqual([])
    expect(missing[0]?.cause).toEqual(aFailure('registry', { fields: { digest: image.config.digest } }))
    expect(log.filter(line => line.startsWith('PUT') && line.includes('/manifests/'))).toEqual([])
  })
})
