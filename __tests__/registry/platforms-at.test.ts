import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { formatPlatform, type Platform } from '../../src/declare/platform.ts'
import { jsonBlob } from '../../src/image/digest.ts'
import type { Digest } from '../../src/weigh-in/digest.ts'
import { connect } from '../../src/registry/client.ts'
import { platformsAt } from '../../src/registry/platforms-at.ts'
import { testHost } from '../support/host.ts'
import { type MemoryRegistry, startMemoryRegistry } from '../support/memory-registry.ts'
import { digest, tinyImage } from '../support/tiny-image.ts'

const INDEX = 'application/vnd.oci.image.index.v1+json'
const IMAGE = 'application/vnd.oci.image.manifest.v1+json'

let registry: MemoryRegistry
beforeAll(async () => {
  registry = await startMemoryRegistry()
})
afterAll(() => registry.stop())

interface Document {
  readonly digest: Digest
  readonly bytes: Uint8Array
}

/** Stores it, as a registry that checks nothing would. */
function store(type: string, document: Document): Document & { readonly mediaType: string } {
  registry.repository('o/x').manifests.set(document.digest, { type, bytes: Buffer.from(document.bytes) })
  return { ...document, mediaType: type }
}

const indexOf = (...manifests: readonly object[]) =>
  store(INDEX, jsonBlob(INDEX, { schemaVersion: 2, mediaType: INDEX, manifests }))

/** As an index lists it, without its platform. */
const listed = ({ mediaType, digest, bytes }: ReturnType<typeof store>) => ({
  mediaType,
  digest,
  size: bytes.byteLength,
})

function imageOf(platform: Platform) {
  const { manifest, config } = tinyImage(formatPlatform(platform), platform)
  registry.repository('o/x').blobs.set(config.digest, Buffer.from(config.bytes))
  return store(IMAGE, manifest)
}

async function platformsOf(document: Document): Promise<readonly string[]> {
  const client = connect(testHost(), registry.address, null)
  return (await platformsAt(client, 'o/x', document)).map(formatPlatform)
}

const bytes = Buffer.from('<html>')
const ARM64 = { os: 'linux', architecture: 'arm64' }

it('are none of what is no manifest', async () => {
  expect(await platformsOf({ digest: digest(bytes), bytes })).toEqual([])
})

it.each([
  [ARM64, ['linux/arm64']],
  [{ os: 'linux', architecture: '' }, []],
  [{ os: '', architecture: 'arm64' }, []],
])('of an image are those of its config: %j', async (platform, platforms) => {
  expect(await platformsOf(imageOf(platform))).toEqual(platforms)
})

it('are found in an index without platforms, once each', async () => {
  const image = listed(imageOf(ARM64))
  const other = listed(imageOf({ os: 'linux', architecture: 's390x' }))
  expect(await platformsOf(indexOf(image, other, image))).toEqual(['linux/arm64', 'linux/s390x'])
})

it('are found in indexes of an index, three levels down and no further', async () => {
  let index = indexOf(listed(imageOf(ARM64)))
  const found: (readonly string[])[] = []
  for (let level = 0; level < 4; level += 1) {
    found.push(await platformsOf(index))
    index = indexOf(listed(index))
  }
  expect(found).toEqual([['linux/arm64'], ['linux/arm64'], ['linux/arm64'], []])
})

it('are looked for in at most 16 manifests of an index', async () => {
  const images = Array.from({ length: 18 }, (_, at) =>
    listed(imageOf({ os: 'linux', architecture: `a${at}` })),
  )
  expect(await platformsOf(indexOf(...images))).toHaveLength(16)
})

it('are those that an index gives, without a look at its images', async () => {
  const before = registry.seen.length
  const absent = { mediaType: IMAGE, digest: digest(Buffer.from('absent')), size: 1, platform: ARM64 }
  expect(await platformsOf(indexOf(absent))).toEqual(['linux/arm64'])
  expect(registry.seen).toHaveLength(before)
})

it('are none of a manifest that is not there', async () => {
  const absent = { mediaType: IMAGE, digest: digest(Buffer.from('absent')), size: 1 }
  expect(await platformsOf(indexOf(absent))).toEqual([])
})
