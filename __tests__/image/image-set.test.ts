import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Platform } from '../../src/declare/platform.ts'
import { descriptorOf } from '../../src/image/digest.ts'
import type { Image } from '../../src/image/image.ts'
import { blobsOf, type ImageSet, imageSet, type IndexAnnotations } from '../../src/image/image-set.ts'
import { readManifest } from '../../src/image/read-manifest.ts'
import { bytesOf, image, PLAIN_CONFIG } from '../support/images.ts'
import { digest, tinyImage } from '../support/tiny-image.ts'

const AMD64: Platform = { os: 'linux', architecture: 'amd64' }
const ARM64: Platform = { os: 'linux', architecture: 'arm64' }
const ARM_V7: Platform = { os: 'linux', architecture: 'arm', variant: 'v7' }

const BINARY = { name: 'x', bytes: Buffer.from('a binary'), packed: true }

const ANNOTATIONS: IndexAnnotations = {
  index: { 'org.example.whole': '1', 'org.example.a': '2' },
  descriptor: { 'org.example.listed': '1' },
  images: [{ 'org.example.first': '1' }, {}],
}

/** Two images that have the base layer in common. */
async function two(annotations: Readonly<Record<string, string>> = {}): Promise<readonly [Image, Image]> {
  const config = { annotations }
  const [one, other] = await Promise.all([
    image(BINARY, { platform: AMD64, ...plain(config) }),
    image({ ...BINARY, bytes: Buffer.from('another binary') }, { platform: ARM64, ...plain(config) }),
  ])
  return [one, other]
}

function plain({ annotations }: { readonly annotations: Readonly<Record<string, string>> }) {
  return { config: { ...PLAIN_CONFIG, annotations } }
}

const json = ({ root }: ImageSet): unknown => JSON.parse(new TextDecoder().decode(root.bytes))

describe('imageSet', () => {
  it('of one image is its manifest, with the same digest as ever, whatever is said of an index', async () => {
    const made = await image(BINARY)
    for (const set of [imageSet([made]), imageSet([made], ANNOTATIONS)]) {
      expect(set.root).toBe(made.manifest)
      expect(set.listed).toEqual({ ...descriptorOf(made.manifest), platform: AMD64, annotations: {} })
    }
    expect(made.manifest.digest).toBe(
      'sha256:4401a3ad77d5c0ed85aceaf41ddef802a0b0b20874daa776b4f0cba4ba599f4e',
    )
  })

  // A change here changes the digest of every index that is built from unchanged source: say so in the release notes.
  it('of two images is this index', async () => {
    const { root, listed } = imageSet(await two())
    expect(root.digest).toBe('sha256:a41b75d39ff4f37775817e5173e97d04cbd94acfdd2768bfd73f44296fb3bcee')
    expect(listed).toEqual({ ...descriptorOf(root), platform: null, annotations: {} })
  })

  it('of two images with annotations of every level is this index', async () => {
    const images = await two({ 'org.example.manifest': '1' })
    const set = imageSet(images, ANNOTATIONS)
    expect(set.root.digest).toBe('sha256:af245aa9e4445f2b1e07b13ea8676bdaaf619c8fa8a0fed20823f72c22fb976a')
    expect(set.listed.annotations).toEqual({ 'org.example.listed': '1' })
    const [amd64, arm64] = images.map(({ manifest }) => descriptorOf(manifest))
    expect(json(set)).toEqual({
      schemaVersion: 2,
      mediaType: 'application/vnd.oci.image.index.v1+json',
      manifests: [
        {
          ...amd64,
          annotations: { 'org.example.first': '1' },
          platform: { architecture: 'amd64', os: 'linux' },
        },
        { ...arm64, platform: { architecture: 'arm64', os: 'linux' } },
      ],
      annotations: { 'org.example.a': '2', 'org.example.whole': '1' },
    })
  })

  it('keeps the order of the images, and their own manifests', async () => {
    const [amd64, arm64] = await two()
    const turned = imageSet([arm64, amd64])
    expect(turned.root.digest).not.toBe(imageSet([amd64, arm64]).root.digest)
    expect(turned.images.map(({ manifest }) => manifest.digest)).toEqual([
      arm64.manifest.digest,
      amd64.manifest.digest,
    ])
  })

  it('does not depend on the order of its annotations', async () => {
    const images = await two()
    const index = Object.fromEntries(Object.entries(ANNOTATIONS.index).toReversed())
    expect(imageSet(images, { ...ANNOTATIONS, index }).root.digest).toBe(
      imageSet(images, ANNOTATIONS).root.digest,
    )
  })

  it('can be read back, with every platform and its variant', () => {
    const images = [AMD64, ARM64, ARM_V7].map(platform => tinyImage(platform.architecture, platform)) as [
      Image,
      ...Image[],
    ]
    expect(readManifest(imageSet(images).root.bytes)).toMatchObject({
      ok: true,
      value: {
        kind: 'index',
        manifests: images.map(({ manifest, platform }) => ({ digest: manifest.digest, platform })),
      },
    })
  })
})

describe('blobsOf', () => {
  /** Few contents, so that images share layers, and sometimes everything but the config. */
  const images = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom(AMD64, ARM64, ARM_V7)), {
      minLength: 1,
      maxLength: 6,
    })
    .map(made => made.map(([content, platform]) => tinyImage(content, platform)) as [Image, ...Image[]])

  it('has every blob once, and the root last', () => {
    fc.assert(
      fc.property(images, made => {
        const set = imageSet(made)
        const blobs = blobsOf(set)
        const digests = blobs.map(blob => blob.digest)
        expect(new Set(digests).size).toBe(digests.length)
        expect(digests.at(-1)).toBe(set.root.digest)
        const all = made.flatMap(({ layers, config, manifest }) => [...layers, config, manifest])
        expect(new Set(digests)).toEqual(new Set([...all, set.root].map(blob => blob.digest)))
        for (const blob of blobs) expect(digest(bytesOf(blob))).toBe(blob.digest)
      }),
    )
  })

  it('has what is referred to before what refers to it', () => {
    fc.assert(
      fc.property(images, made => {
        const digests = blobsOf(imageSet(made)).map(blob => blob.digest)
        for (const { layers, config, manifest } of made)
          for (const below of [...layers, config])
            expect(digests.indexOf(below.digest)).toBeLessThan(digests.indexOf(manifest.digest))
      }),
    )
  })
})
