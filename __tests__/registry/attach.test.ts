import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { Platform } from '../../src/declare/platform.ts'
import type { Reference } from '../../src/declare/reference.ts'
import { digestOf, jsonBlob } from '../../src/image/digest.ts'
import { type ImageSet, imageSet } from '../../src/image/image-set.ts'
import { attachReferrers } from '../../src/registry/attach.ts'
import { pushImages } from '../../src/registry/push.ts'
import { authenticate } from '../../src/registry/session.ts'
import { type Referrer, sbomReferrer } from '../../src/sbom/referrer.ts'
import { startFaultRegistry, type Answer, type Fault, type Seen } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { startReferrersRegistry } from '../support/referrers-registry.ts'
import { startRegistry } from '../support/registry.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'

const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 2 }
const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }
const INDEX = 'application/vnd.oci.image.index.v1+json'
const ACCEPT = `application/vnd.oci.image.manifest.v1+json, ${INDEX}`

interface Listed {
  readonly digest: string
  readonly artifactType?: string
}

interface Place {
  readonly registry: string
  readonly repository: string
}

/** Pushes an image to `o/NAME:v1`, and gives what is to refer to it. */
async function published(registry: string, repository: string, platforms = [AMD64]) {
  const images = platforms.map(platform => tinyImage(`${repository} ${platform.architecture}`, platform))
  const [first, ...others] = images
  const set = imageSet([first!, ...others])
  const reference: Reference = { registry, repository, identifier: 'v1' }
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  const publish = {
    push: true,
    references: [reference],
    load: false,
    output: null,
    credentials: null,
    githubToken: null,
  }
  const session = await authenticate(host, publish, platforms, PATIENCE)
  const { live } = await pushImages(session, set)
  expect(live).toHaveLength(1)
  const referrers = images.map(({ manifest }, at) =>
    sbomReferrer(
      manifest,
      jsonBlob('application/spdx+json', { spdxVersion: 'SPDX-2.3', name: `${repository} ${at}` }),
    ),
  )
  return {
    session,
    set,
    reference,
    referrers,
    attach: () => attachReferrers(session, referrers, [reference]),
  }
}

async function get(url: string): Promise<Response> {
  return fetch(url, { headers: { accept: ACCEPT } })
}

/** What a registry lists for a manifest, by its API or under the tag. */
async function listed(
  { registry, repository }: Place,
  digest: string,
  by: 'API' | 'tag',
): Promise<readonly Listed[]> {
  const base = `http://${registry}/v2/${repository}`
  const url = by === 'API' ? `${base}/referrers/${digest}` : `${base}/manifests/${digest.replace(':', '-')}`
  const answer = await get(url)
  if (answer.status === 404) return []
  expect(answer.headers.get('content-type')).toContain(INDEX)
  return ((await answer.json()) as { readonly manifests: readonly Listed[] | null }).manifests ?? []
}

/** Throws where a manifest or a blob of it is not there. */
async function expectWhole({ registry, repository }: Place, { manifest, blobs }: Referrer): Promise<void> {
  const base = `http://${registry}/v2/${repository}`
  const answer = await get(`${base}/manifests/${manifest.digest}`)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(manifest.bytes))
  for (const { digest, bytes } of blobs)
    expect(Buffer.from(await (await fetch(`${base}/blobs/${digest}`)).arrayBuffer())).toEqual(
      Buffer.from(bytes),
    )
}

function tagOf({ images: [first] }: ImageSet): string {
  return first.manifest.digest.replace(':', '-')
}

async function putIndex(
  { registry, repository }: Place,
  tag: string,
  manifests: readonly object[],
): Promise<void> {
  const body = JSON.stringify({
    schemaVersion: 2,
    mediaType: INDEX,
    manifests,
    annotations: { by: 'another' },
  })
  const url = `http://${registry}/v2/${repository}/manifests/${tag}`
  const { status } = await fetch(url, { method: 'PUT', headers: { 'content-type': INDEX }, body })
  expect(status).toBe(201)
}

const REGISTRIES = [
  { by: 'API', needs: ['go'], start: startReferrersRegistry },
  { by: 'tag', needs: ['docker-registry'], start: () => startRegistry() },
] as const

for (const { by, needs, start } of REGISTRIES) {
  describeWith(needs, `attachReferrers, to a registry that lists by ${by}`, () => {
    let address: string
    let stop: () => Promise<void>
    beforeAll(async () => {
      const registry = await start()
      address = registry.address
      stop = () => registry.stop()
    }, 120_000)
    afterAll(() => stop())

    it('has the registry list the SBOM of each platform for its manifest', async () => {
      const { set, reference, referrers, attach } = await published(address, 'o/both', [AMD64, ARM64])
      expect(await attach()).toEqual([])
      for (const [at, { manifest }] of set.images.entries()) {
        const referrer = referrers[at]!
        expect(await listed(reference, manifest.digest, by)).toMatchObject([
          { digest: referrer.manifest.digest, artifactType: 'application/spdx+json' },
        ])
        await expectWhole(reference, referrer)
      }
      expect(await listed(reference, set.root.digest, by)).toEqual([])
    })

    it('changes nothing when it runs again', async () => {
      const { set, reference, attach } = await published(address, 'o/again')
      const now = () => listed(reference, set.root.digest, by)
      await attach()
      const before = await now()
      expect(await attach()).toEqual([])
      expect(await now()).toEqual(before)
    })

    it('keeps what others attached', async () => {
      const { session, set, reference, referrers, attach } = await published(address, 'o/others')
      const other = sbomReferrer(set.root, jsonBlob('application/vnd.example.signature', { by: 'another' }))
      expect(await attachReferrers(session, [other], [reference])).toEqual([])
      await attach()
      const digests = (await listed(reference, set.root.digest, by)).map(({ digest }) => digest)
      expect(digests.toSorted()).toEqual([other, ...referrers].map(({ manifest }) => manifest.digest).sort())
    })

    it('leaves out repositories that have no image', async () => {
      const { session, set, reference, referrers } = await published(address, 'o/bare')
      expect(await attachReferrers(session, referrers, [{ ...reference, repository: 'o/other' }])).toEqual([])
      expect(await listed(reference, set.root.digest, by)).toEqual([])
    })

    /** What each request may be answered with, and what a later try must find. */
    const ANSWERS: Readonly<Record<string, Answer>> = {
      'status 500': { status: 500 },
      'status 400': { status: 400, body: '{"errors":[{"code":"MANIFEST_INVALID"}]}' },
      'a cut connection': 'reset',
    }

    it('breaks in any request as a whole, and the next run mends it', async () => {
      const proxy = await startFaultRegistry([], address)
      const clean = await published(proxy.address, 'o/count')
      proxy.forget()
      await clean.attach()
      const { log } = proxy
      await proxy.stop()
      // A look-up, two uploads of two requests and their checks, the manifest, and the list where it is kept by tag.
      expect(log.length).toBeGreaterThanOrEqual(by === 'tag' ? 11 : 8)
      const faults = log.flatMap((_, at) =>
        Object.entries(ANSWERS).map(([name, answer]) => ({ at, name, answer })),
      )
      for (const [number, { at, name, answer }] of faults.entries()) {
        let count = -1
        let broken = false
        // From this request on, until the run ends.
        const fault: Fault = { on: () => broken && (count += 1) >= at, answer }
        const faulty = await startFaultRegistry([fault], address)
        const { set, reference, referrers, attach } = await published(
          faulty.address,
          `o/fault-${by.toLowerCase()}-${number}`,
        )
        broken = true
        const missing = await attach()
        broken = false
        const seen = { request: log[at], name }
        expect({ ...seen, missing }).toEqual({
          ...seen,
          missing: [
            {
              repository: { registry: faulty.address, repository: reference.repository },
              cause: expect.objectContaining({ code: 'registry' }),
            },
          ],
        })
        // The image is not touched by it.
        const tag = await get(`http://${address}/v2/${reference.repository}/manifests/v1`)
        expect(digestOf(Buffer.from(await tag.arrayBuffer()))).toBe(set.root.digest)
        expect(await attach()).toEqual([])
        const place = { ...reference, registry: address }
        expect((await listed(place, set.root.digest, by)).map(({ digest }) => digest)).toEqual([
          referrers[0]!.manifest.digest,
        ])
        await expectWhole(place, referrers[0]!)
        await faulty.stop()
      }
    }, 120_000)

    it('survives one bad answer to any request', async () => {
      const proxy = await startFaultRegistry([], address)
      const clean = await published(proxy.address, 'o/count-once')
      proxy.forget()
      await clean.attach()
      const { length } = proxy.log
      await proxy.stop()
      for (let at = 0; at < length; at += 1) {
        let count = -1
        let broken = false
        const fault: Fault = { on: () => broken && (count += 1) === at, times: 1, answer: { status: 503 } }
        const faulty = await startFaultRegistry([fault], address)
        const { set, reference, attach } = await published(faulty.address, `o/once-${by.toLowerCase()}-${at}`)
        broken = true
        expect({ at, missing: await attach() }).toEqual({ at, missing: [] })
        expect(await listed({ ...reference, registry: address }, set.root.digest, by)).toHaveLength(1)
        await faulty.stop()
      }
    }, 60_000)
  })
}

describeWith(['docker-registry'], 'attachReferrers, where a tag is the list', () => {
  let address: string
  let stop: () => Promise<void>
  beforeAll(async () => {
    const registry = await startRegistry()
    address = registry.address
    stop = () => registry.stop()
  })
  afterAll(() => stop())

  it('keeps the list of another client as it is', async () => {
    const { set, reference, referrers, attach } = await published(address, 'o/list')
    const { mediaType, digest, bytes } = set.root
    const other = { mediaType, digest, size: bytes.length, annotations: { a: 'b' }, data: 'e30=' }
    await putIndex(reference, tagOf(set), [other])
    expect(await attach()).toEqual([])
    const answer = await get(`http://${address}/v2/o/list/manifests/${tagOf(set)}`)
    expect(await answer.json()).toMatchObject({
      manifests: [other, { digest: referrers[0]!.manifest.digest }],
      annotations: { by: 'another' },
    })
  })

  it('does not replace what is no list', async () => {
    const { set, reference, attach } = await published(address, 'o/taken')
    const url = `http://${address}/v2/o/taken/manifests/${tagOf(set)}`
    const body = Buffer.from(set.root.bytes)
    await fetch(url, { method: 'PUT', headers: { 'content-type': set.root.mediaType }, body })
    expect(await attach()).toMatchObject([
      {
        cause: {
          message: expect.stringContaining(
            `${address}/o/taken:${tagOf(set)} is not a list of what refers to ${set.root.digest}`,
          ),
        },
      },
    ])
    expect((await get(url)).headers.get('docker-content-digest')).toBe(set.root.digest)
    expect(reference.identifier).toBe('v1')
  })

  it('writes the list again where another client wrote it at the same time', async () => {
    let raced = false
    const race: Fault = {
      // The list is stored by another client right after ours is answered.
      on: ({ method, url }) => method === 'PUT' && url.includes('/manifests/sha256-') && !raced,
      answer: () => {
        raced = true
        return { status: 201 }
      },
    }
    const proxy = await startFaultRegistry([race], address)
    const { set, reference, attach } = await published(proxy.address, 'o/race')
    expect(await attach()).toEqual([])
    expect(raced).toBe(true)
    expect(await listed({ ...reference, registry: address }, set.root.digest, 'tag')).toHaveLength(1)
    await proxy.stop()
  })

  it('reads the list once before it is written and once after', async () => {
    const proxy = await startFaultRegistry([], address)
    const { attach } = await published(proxy.address, 'o/read')
    expect(await attach()).toEqual([])
    expect(proxy.log.filter(line => /^GET .*\/manifests\/sha256-/.test(line))).toHaveLength(2)
    await proxy.stop()
  })

  it('waits for a list that is shown late, and writes it once', async () => {
    let late = 0
    const isList = ({ url }: Seen) => url.includes('/manifests/sha256-')
    const old: Fault = {
      on: seen => seen.method === 'GET' && isList(seen) && late === 1 && (late += 1) > 0,
      answer: { status: 404 },
    }
    const written: Fault = {
      on: seen => {
        if (seen.method === 'PUT' && isList(seen)) late = 1
        return false
      },
      answer: { status: 500 },
    }
    const proxy = await startFaultRegistry([written, old], address)
    const { set, reference, attach } = await published(proxy.address, 'o/late')
    expect(await attach()).toEqual([])
    expect(late).toBe(2)
    expect(proxy.log.filter(line => /^PUT .*\/manifests\/sha256-/.test(line))).toHaveLength(1)
    expect(await listed({ ...reference, registry: address }, set.root.digest, 'tag')).toHaveLength(1)
    await proxy.stop()
  })

  it('says so where the list never holds what was written', async () => {
    const lies: Fault = {
      on: ({ method, url }) => method === 'PUT' && url.includes('/manifests/sha256-'),
      answer: { status: 201 },
    }
    const proxy = await startFaultRegistry([lies], address)
    const { attach } = await published(proxy.address, 'o/lies')
    expect(await attach()).toMatchObject([
      {
        cause: {
          message: expect.stringContaining('although the registry answered 3 times that it took the list'),
        },
      },
    ])
    await proxy.stop()
  })
})

describe('attachReferrers', () => {
  it('asks nothing where there is nothing to attach', async () => {
    const server = await startFaultRegistry()
    const session = { platforms: [AMD64], patience: PATIENCE, groups: [], refused: [] }
    expect(await attachReferrers(session, [], [])).toEqual([])
    expect(server.log).toEqual([])
    await server.stop()
  })
})
