import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { parsePlatform, type Platform } from '../../src/declare/platform.ts'
import type { Reference } from '../../src/declare/reference.ts'
import { descriptorOf } from '../../src/image/digest.ts'
import { imageIndex } from '../../src/image/index.ts'
import type { Blob } from '../../src/image/blob.ts'
import { imageSet } from '../../src/image/image-set.ts'
import type { Image } from '../../src/image/image.ts'
import { pushImages } from '../../src/registry/push.ts'
import { pushBlobs } from '../../src/registry/push-blobs.ts'
import { authenticate } from '../../src/registry/session.ts'
import { otherPlatform } from '../../src/registry/other-platform.ts'
import { testHost } from '../support/host.ts'
import { startRegistry, type TestRegistry } from '../support/registry.ts'
import { digest, tinyImage } from '../support/tiny-image.ts'
import { describeWith } from '../support/tools.ts'
import { aFailure } from '../support/a-failure.ts'

const PATIENCE = { tries: 4, firstWaitMs: 50, longestWaitMs: 1000 }

function platform(text: string): Platform {
  const parsed = parsePlatform(text)
  if (!parsed.ok) throw new Error(text)
  return parsed.value
}

const AMD64 = platform('linux/amd64')
const ARM64 = platform('linux/arm64')

describe('otherPlatform', () => {
  const reference: Reference = { registry: 'ghcr.io', repository: 'o/app', identifier: 'v1' }
  it('says what to write', () => {
    expect(otherPlatform(reference, [AMD64], [ARM64], 'before')?.message).toBe(
      'ghcr.io/o/app:v1 holds linux/arm64, which pushing linux/amd64 would replace; build all in one run with platforms: linux/amd64,linux/arm64, give each platform a tag of its own, such as tags: v1-amd64, or delete v1 first.',
    )
    expect(otherPlatform(reference, [platform('linux/arm/v6')], [AMD64, ARM64], 'before')?.message).toMatch(
      /holds linux\/amd64 and linux\/arm64, .* tags: v1-arm-v6,/,
    )
  })
  it('says to build them all where this run builds several, and not to tag each', () => {
    const riscv64 = platform('linux/riscv64')
    expect(otherPlatform(reference, [AMD64, ARM64], [ARM64, riscv64], 'before')?.message).toBe(
      'ghcr.io/o/app:v1 holds linux/riscv64, which pushing linux/amd64 and linux/arm64 would replace; build all in one run with platforms: linux/amd64,linux/arm64,linux/riscv64, or delete v1 first.',
    )
    expect(otherPlatform(reference, [AMD64, ARM64], [riscv64], 'meanwhile')?.message).toMatch(
      /^ghcr\.io\/o\/app:v1 holds linux\/riscv64, which another run has pushed there instead of linux\/amd64 and linux\/arm64;/,
    )
  })
  it('minds none that this run builds too', () => {
    expect(otherPlatform(reference, [AMD64, ARM64], [ARM64], 'before')).toBeNull()
    expect(otherPlatform(reference, [AMD64, ARM64], [ARM64, AMD64], 'meanwhile')).toBeNull()
  })
  it('minds nothing else', () => {
    expect(otherPlatform(reference, [AMD64], [], 'before')).toBeNull()
    expect(otherPlatform(reference, [AMD64], [AMD64], 'before')).toBeNull()
  })
})

describeWith(['docker-registry'], 'a tag of another platform', () => {
  let registry: TestRegistry
  beforeAll(async () => {
    registry = await startRegistry()
  })
  afterAll(() => registry.stop())

  const named = (repository: string, identifier = 'v1'): Reference => ({
    registry: registry.address,
    repository,
    identifier,
  })

  function enter(image: Image, ...references: readonly Reference[]) {
    const made = testHost()
    const host = { ...made, env: { PATH: process.env['PATH'], HOME: made.cwd } }
    const spec = { push: true, load: false, output: null, credentials: null, githubToken: null }
    return authenticate(host, { ...spec, references }, [image.platform], PATIENCE)
  }

  async function put(repository: string, tag: string, { mediaType, bytes }: Blob): Promise<void> {
    const answer = await fetch(`http://${registry.address}/v2/${repository}/manifests/${tag}`, {
      method: 'PUT',
      headers: { 'content-type': mediaType },
      body: Buffer.from(bytes),
    })
    if (!answer.ok) throw new Error(await answer.text())
  }

  async function holds(repository: string): Promise<string | null> {
    const headers = {
      accept: 'application/vnd.oci.image.manifest.v1+json, application/vnd.oci.image.index.v1+json',
    }
    const answer = await fetch(`http://${registry.address}/v2/${repository}/manifests/v1`, { headers })
    return answer.headers.get('docker-content-digest')
  }

  it.each([
    ['linux/amd64', 'linux/arm64'],
    ['linux/arm64', 'linux/amd64'],
    ['linux/arm/v6', 'linux/arm/v7'],
    ['linux/amd64/v3', 'linux/amd64'],
  ])('is not replaced: %s there, %s pushed', async (there, pushed) => {
    const repository = `single/${there.replaceAll('/', '-')}`
    const [first, second] = [there, pushed].map(text => tinyImage('matrix', platform(text)))
    await pushImages(await enter(first!, named(repository)), imageSet([first!]))
    await expect(enter(second!, named(repository, 'new'), named(repository))).rejects.toEqual(
      aFailure('registry', { fields: { platform: pushed }, what: `holds ${there}, which pushing ${pushed}` }),
    )
    expect(await holds(repository)).toBe(first!.manifest.digest)
  })

  it('is replaced by its own platform, however it is spelt', async () => {
    const old = tinyImage('old', { os: 'linux', architecture: 'arm64', variant: 'v8' })
    await pushImages(await enter({ ...old, platform: ARM64 }, named('spelt/app')), imageSet([old]))
    const image = tinyImage('new', ARM64)
    const { live } = await pushImages(await enter(image, named('spelt/app')), imageSet([image]))
    expect(live).toMatchObject([{ outcome: 'pushed' }])
  })

  describe('in an index', () => {
    async function indexOf(
      repository: string,
      images: readonly Image[],
      more: (index: Blob) => Blob = index => index,
    ) {
      for (const image of images)
        await pushImages(
          await enter(image, named(repository, image.platform.architecture)),
          imageSet([image]),
        )
      const index = more(
        imageIndex(
          images.map(({ manifest, platform }) => ({ ...descriptorOf(manifest), platform, annotations: {} })),
        ),
      )
      await put(repository, 'v1', index)
      return index
    }

    it('is not replaced, also where the image is one of it', async () => {
      const [amd64, arm64] = [AMD64, ARM64].map(of => tinyImage('both', of))
      const index = await indexOf('both/app', [amd64!, arm64!])
      await expect(enter(amd64!, named('both/app'))).rejects.toEqual(
        aFailure('registry', { fields: { platform: 'linux/amd64' }, what: 'holds linux/arm64' }),
      )
      expect(await holds('both/app')).toBe(index.digest)
    })

    it('is replaced where it has no other platform, beside what BuildKit attests', async () => {
      const old = tinyImage('attested', AMD64)
      await indexOf('attested/app', [old], index => {
        const { manifests, ...rest } = JSON.parse(Buffer.from(index.bytes).toString()) as {
          manifests: object[]
        }
        const attestation = { ...manifests[0], platform: { os: 'unknown', architecture: 'unknown' } }
        const bytes = Buffer.from(JSON.stringify({ ...rest, manifests: [...manifests, attestation] }))
        return { ...index, bytes, digest: digest(bytes) }
      })
      const image = tinyImage('after', AMD64)
      const { live } = await pushImages(await enter(image, named('attested/app')), imageSet([image]))
      expect(live).toHaveLength(1)
    })

    it('is looked for where the index does not say it', async () => {
      await indexOf('silent/app', [tinyImage('silent', ARM64)], index => {
        const { manifests, ...rest } = JSON.parse(Buffer.from(index.bytes).toString()) as {
          manifests: { platform: object }[]
        }
        const bytes = Buffer.from(
          JSON.stringify({
            ...rest,
            manifests: manifests.map(listed => ({ ...listed, platform: undefined })),
          }),
        )
        return { ...index, bytes, digest: digest(bytes) }
      })
      await expect(enter(tinyImage('x', AMD64), named('silent/app'))).rejects.toEqual(
        aFailure('registry', { what: 'holds linux/arm64' }),
      )
    })
  })

  it('does not mind what is no image', async () => {
    const image = tinyImage('over an artifact')
    await pushImages(await enter(image, named('artifact/app', 'base')), imageSet([image]))
    const manifest = JSON.parse(Buffer.from(image.manifest.bytes).toString()) as { config: object }
    const bytes = Buffer.from(
      JSON.stringify({
        ...manifest,
        config: { ...manifest.config, mediaType: 'application/vnd.cncf.helm.config.v1+json' },
      }),
    )
    await put('artifact/app', 'v1', { ...image.manifest, bytes, digest: digest(bytes) })
    const arm = tinyImage('over an artifact', ARM64)
    const { live } = await pushImages(await enter(arm, named('artifact/app')), imageSet([arm]))
    expect(live).toHaveLength(1)
  })

  it('that came while this run was building is not replaced', async () => {
    const [mine, theirs] = [tinyImage('mine', AMD64), tinyImage('theirs', ARM64)]
    const session = await enter(mine, named('meanwhile/app'))
    await pushImages(await enter(theirs, named('meanwhile/app')), imageSet([theirs]))
    const { live, missing, untagged } = await pushImages(session, imageSet([mine]))
    expect({ live, untagged: untagged.length }).toEqual({ live: [], untagged: 1 })
    expect(String(missing[0]?.cause)).toContain(
      ':v1 holds linux/arm64, which pushing linux/amd64 would replace',
    )
    expect(await holds('meanwhile/app')).toBe(theirs.manifest.digest)
  })

  // Both may say so: nothing in the protocol tells the first that the second came after it had looked.
  it('of two that push at once, the one whose image stays says so, and the other says why not', async () => {
    for (let round = 0; round < 5; round += 1) {
      const repository = `race/app-${round}`
      const images = [AMD64, ARM64].map(of => tinyImage('race', of))
      const sessions = await Promise.all(images.map(image => enter(image, named(repository))))
      await Promise.all(images.map((image, at) => pushBlobs(sessions[at]!, imageSet([image]))))
      const runs = await Promise.all(images.map((image, at) => pushImages(sessions[at]!, imageSet([image]))))
      const owners = images.filter((_, at) => runs[at]!.live.length > 0)
      const now = await holds(repository)
      expect(owners.map(({ manifest }) => manifest.digest)).toContain(now)
      for (const { missing } of runs)
        for (const { cause } of missing) expect(String(cause)).toMatch(/holds linux\//)
    }
  })
})
