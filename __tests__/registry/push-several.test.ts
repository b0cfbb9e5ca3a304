import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { execFileSync } from 'node:child_process'
import type { Platform } from '../../src/declare/platform.ts'
import type { Reference } from '../../src/declare/reference.ts'
import type { Image } from '../../src/image/image.ts'
import { blobsOf, type ImageSet, imageSet } from '../../src/image/image-set.ts'
import { pushBlobs } from '../../src/registry/push-blobs.ts'
import { pushImages } from '../../src/registry/push.ts'
import { authenticate, type Session } from '../../src/registry/session.ts'
import { startFaultRegistry, type FaultRegistry } from '../support/fault-registry.ts'
import { testHost } from '../support/host.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'

const PATIENCE = { tries: 2, firstWaitMs: 1, longestWaitMs: 2 }
const ACCEPT = 'application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json'

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }

/** Images for both platforms with a binary layer of their own, and the base layer in common. */
function both(content: string): ImageSet {
  return imageSet([tinyImage(`${content}, amd64`, AMD64), tinyImage(`${content}, arm64`, ARM64)])
}

function enter({ images }: ImageSet, ...references: readonly Reference[]): Promise<Session> {
  const made = testHost()
  const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
  const publish = { push: true, references, load: false, output: null, credentials: null, githubToken: null }
  const platforms = images.map(({ platform }) => platform)
  return authenticate(host, publish, platforms, PATIENCE)
}

function to(registry: string, ...named: readonly string[]): readonly Reference[] {
  return named.map(name => {
    const [repository = '', identifier = 'latest'] = name.split(':')
    return { registry, repository, identifier }
  })
}

async function push(set: ImageSet, ...references: readonly Reference[]) {
  return pushImages(await enter(set, ...references), set)
}

/** The digest and bytes of what the registry has under a tag or digest; `null` where it has nothing. */
async function manifestAt({ registry, repository, identifier }: Reference) {
  const url = `http://${registry}/v2/${repository}/manifests/${identifier}`
  const answer = await fetch(url, { headers: { accept: ACCEPT } })
  if (!answer.ok) return null
  return {
    digest: answer.headers.get('docker-content-digest'),
    bytes: Buffer.from(await answer.arrayBuffer()),
  }
}

const digestAt = async (reference: Reference) => (await manifestAt(reference))?.digest ?? null

/** Throws where not all that the root refers to is there. */
async function expectWhole(set: ImageSet, { registry, repository }: Reference): Promise<void> {
  const manifests = [set.root, ...set.images.map(({ manifest }) => manifest)]
  for (const { digest, bytes } of manifests) {
    const found = await manifestAt({ registry, repository, identifier: digest })
    expect(found?.bytes).toEqual(Buffer.from(bytes))
  }
  const names = new Set(manifests.map(({ digest }) => digest))
  for (const { digest } of blobsOf(set).filter(blob => !names.has(blob.digest))) {
    const answer = await fetch(`http://${registry}/v2/${repository}/blobs/${digest}`, { method: 'HEAD' })
    expect([digest, answer.status]).toEqual([digest, 200])
  }
}

const isPut = (part: string) => (line: string) => line.startsWith('PUT ') && line.includes(part)

describeWith(['docker-registry'], 'publishing images for two platforms', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  it('stores every manifest by its digest, and the index under every tag of every repository', async () => {
    const set = both('everywhere')
    const references = to(registry.address, 'first/app:v1', 'first/app:latest', 'second/app:v1')
    expect(await push(set, ...references)).toEqual({
      live: references.map(reference => ({ reference, outcome: 'pushed' })),
      missing: [],
      untagged: [],
    })
    for (const reference of references) {
      expect(await digestAt(reference)).toBe(set.root.digest)
      await expectWhole(set, reference)
    }
  })

  it('sends blobs ahead of the verdict without any manifest', async () => {
    const set = both('over budget')
    const [reference] = to(registry.address, 'verdict/app:v1')
    const session = await enter(set, reference!)
    const lacking = await pushBlobs(session, set)
    expect([...lacking.values()]).toEqual([set.images])
    for (const { digest } of [set.root, ...set.images.map(({ manifest }) => manifest)])
      expect(await digestAt({ ...reference!, identifier: digest })).toBeNull()
    await pushImages(session, set)
    await expectWhole(set, reference!)
  })

  describeWith(['skopeo', 'crane'], 'what others think', () => {
    it('finds both platforms, and nothing wrong', async () => {
      const set = both('others')
      await push(set, ...to(registry.address, 'others/app:v1'))
      const name = `${registry.address}/others/app:v1`
      for (const { platform, layers } of set.images) {
        const asked = [`--override-arch=${platform.architecture}`, 'inspect', '--tls-verify=false']
        const inspected = execFileSync('skopeo', [...asked, `docker://${name}`], { encoding: 'utf8' })
        expect(JSON.parse(inspected)).toMatchObject({
          Architecture: platform.architecture,
          Layers: layers.map(({ digest }) => digest),
        })
      }
      const validated = execFileSync('crane', ['validate', '--insecure', '--remote', name], {
        encoding: 'utf8',
      })
      expect(validated).toContain('PASS')
    })
  })

  describe('requests', () => {
    let counting: FaultRegistry
    beforeAll(async () => {
      counting = await startFaultRegistry([], registry.address)
    })
    afterAll(() => counting.stop())
    const asked = async (tag: string, set: ImageSet) => {
      counting.forget()
      const { live } = await push(set, ...to(counting.address, `counted/app:${tag}`))
      return { log: counting.log, outcome: live[0]?.outcome }
    }
    const uploads = (log: readonly string[]) => log.filter(isPut('/blobs/uploads/')).length

    it('send each blob once, and the manifests before the index before the tag', async () => {
      const { log, outcome } = await asked('v1', both('counted'))
      expect(outcome).toBe('pushed')
      // The base layer, two layers of binaries, two configs.
      expect(uploads(log)).toBe(5)
      const manifests = log.filter(isPut('/manifests/'))
      expect(manifests).toEqual([
        ...Array.from({ length: 3 }, () => 'PUT /v2/counted/app/manifests/<digest>'),
        'PUT /v2/counted/app/manifests/v1',
      ])
      const put = counting.seen.filter(({ method, url }) => method === 'PUT' && url.includes('/manifests/'))
      const { root, images } = both('counted')
      const names = put.map(({ url }) => decodeURIComponent(url.replace(/.*\//, '')))
      expect(names.slice(2)).toEqual([root.digest, 'v1'])
      expect(names.slice(0, 2).sort()).toEqual(images.map(({ manifest }) => manifest.digest).sort())
      const last = log.findLastIndex(line => line.includes('/blobs/'))
      expect(log.findIndex(isPut('/manifests/'))).toBeGreaterThan(last)
    })

    it('send nothing where nothing changed', async () => {
      await asked('same', both('same'))
      const { log, outcome } = await asked('same', both('same'))
      expect(outcome).toBe('unchanged')
      expect(log.filter(line => !/^(?:GET|HEAD) /.test(line))).toEqual([])
      expect(log.length).toBeLessThanOrEqual(4)
    })

    it('send no blob and no manifest of a platform for one more tag', async () => {
      await asked('one', both('tagged'))
      const { log, outcome } = await asked('two', both('tagged'))
      expect(outcome).toBe('pushed')
      expect(uploads(log)).toBe(0)
      const put = counting.seen.filter(({ method }) => method === 'PUT')
      for (const { url } of put)
        for (const { manifest } of both('tagged').images) expect(url).not.toContain(manifest.digest)
      expect(put.at(-1)?.url).toMatch(/\/manifests\/two$/)
    })

    it('send only what one platform changed', async () => {
      const before = both('partly')
      await asked('partly', before)
      const [amd64] = before.images
      const after = imageSet([amd64, tinyImage('partly, and changed', ARM64)])
      const { log } = await asked('partly', after)
      expect(uploads(log)).toBe(2)
      expect(log.filter(isPut('/manifests/<digest>'))).toHaveLength(2)
      await expectWhole(after, to(registry.address, 'counted/app:partly')[0]!)
    })

    it('send nothing of a platform that the tag held alone before', async () => {
      const set = both('joined')
      const [, arm64] = set.images
      await asked('joined', imageSet([arm64!]))
      const { log, outcome } = await asked('joined', set)
      expect(outcome).toBe('pushed')
      // The layer of the other binary, and its config.
      expect(uploads(log)).toBe(2)
      const put = counting.seen.filter(({ method }) => method === 'PUT')
      expect(put.filter(({ url }) => url.includes(arm64!.manifest.digest))).toEqual([])
      await expectWhole(set, to(registry.address, 'counted/app:joined')[0]!)
    })

    it('mount what another repository of the registry has', async () => {
      counting.forget()
      const set = both('mounted')
      await push(set, ...to(counting.address, 'mounted/one:v1', 'mounted/two:v1'))
      expect(counting.log.filter(isPut('mounted/one/blobs/uploads'))).toHaveLength(5)
      expect(counting.log.filter(isPut('mounted/two/blobs/uploads'))).toHaveLength(0)
      await expectWhole(set, to(registry.address, 'mounted/two:v1')[0]!)
    })

    it('send each layer once where only the configs of two platforms differ', async () => {
      // Only the config differs.
      const set = imageSet([tinyImage('alike', AMD64), tinyImage('alike', ARM64)])
      const { log } = await asked('alike', set)
      // The base layer is there from the tests before.
      expect(uploads(log)).toBeLessThanOrEqual(4)
      await expectWhole(set, to(registry.address, 'counted/app:alike')[0]!)
    })
  })

  describe('a tag', () => {
    const [amd64, arm64] = [tinyImage('tag', AMD64), tinyImage('tag', ARM64)]
    const at = (name: string) => to(registry.address, `${name}:v1`)[0]!

    it('that holds one of both platforms is replaced by the index', async () => {
      await push(imageSet([arm64]), at('one/app'))
      const set = both('tag')
      expect(await push(set, at('one/app'))).toMatchObject({ live: [{ outcome: 'pushed' }], missing: [] })
      expect(await digestAt(at('one/app'))).toBe(set.root.digest)
    })

    it('that holds both is replaced by both, in any order', async () => {
      await push(both('old'), at('both/app'))
      const set = imageSet([arm64, amd64])
      expect(await push(set, at('both/app'))).toMatchObject({ live: [{ outcome: 'pushed' }] })
      await expectWhole(set, at('both/app'))
    })

    it.each<[string, readonly [Image, ...Image[]]]>([
      ['one of them', [amd64]],
      ['one of them and another', [amd64, tinyImage('tag', { os: 'linux', architecture: 's390x' })]],
    ])('that holds both is not replaced by %s', async (_, images) => {
      const [reference] = to(registry.address, `kept-${images.length}/app:v1`)
      const before = both('kept')
      await push(before, reference!)
      const refused = push(imageSet(images), reference!)
      await expect(refused).rejects.toMatchObject({
        code: 'registry',
        message: expect.stringContaining('v1 holds linux/arm64, which pushing '),
      })
      await expect(refused).rejects.toThrow(
        /build all in one run with platforms: linux\/amd64,.*linux\/arm64/,
      )
      expect(await digestAt(reference!)).toBe(before.root.digest)
    })

    it('that another run gave a third platform meanwhile is left to it', async () => {
      const set = both('meanwhile')
      const session = await enter(set, at('meanwhile/app'))
      const theirs = imageSet([tinyImage('theirs', { os: 'linux', architecture: 'riscv64' })])
      await push(theirs, at('meanwhile/app'))
      const { live, missing } = await pushImages(session, set)
      expect(live).toEqual([])
      expect(String(missing[0]?.cause)).toContain('holds linux/riscv64')
      expect(await digestAt(at('meanwhile/app'))).toBe(theirs.root.digest)
    })

    it('of two runs with one platform each that push at once is owned by one, and the other says why not', async () => {
      for (let round = 0; round < 5; round += 1) {
        const sets = [amd64, arm64].map(image => imageSet([image]))
        const sessions = await Promise.all(sets.map(set => enter(set, at(`race/app-${round}`))))
        const results = await Promise.all(sets.map((set, run) => pushImages(sessions[run]!, set)))
        const now = await digestAt(at(`race/app-${round}`))
        const owners = sets.filter((_, run) => results[run]!.live.length > 0).map(({ root }) => root.digest)
        expect(owners).toContain(now)
        for (const { cause } of results.flatMap(({ missing }) => missing))
          expect(String(cause)).toMatch(/holds linux\//)
      }
    })
  })
})
