import { describe, expect, it } from '@jest/globals'
import { OUTPUTS } from '../../src/declare/outputs.ts'
import { NOTHING_REPORTED, outputsOf, type Reported } from '../../src/github/outputs.ts'
import { imageSet, rootOf } from '../../src/image/image-set.ts'
import type { Image } from '../../src/image/image.ts'
import type { WeighIn } from '../../src/weigh-in/weigh-in.ts'
import { digestOf, grown, imageWeight, overBudget, platformWeight, weighIn } from '../report/sample.ts'
import { type Said, inChild, source } from './in-child.ts'

const image: Image = {
  platform: { os: 'linux', architecture: 'amd64' },
  layers: [],
  config: {
    mediaType: 'application/vnd.oci.image.config.v1+json',
    digest: digestOf('c'),
    bytes: new Uint8Array(400),
  },
  manifest: {
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    digest: digestOf('9c1f'),
    bytes: new Uint8Array(560),
  },
}
const images = [{ name: 'proxy', root: rootOf(imageSet([image])) }]

function told(weighIn: WeighIn, more: Partial<Reported> = {}): Reported {
  return { ...NOTHING_REPORTED, weighIn, images, ...more }
}

const names = OUTPUTS.map(({ name }) => name)

describe('outputsOf', () => {
  it('tells what was pushed', () => {
    const { metadata, ...others } = outputsOf({
      weighIn: weighIn(),
      images,
      report: '/tmp/weigh-in.json',
      several: false,
      binaries: ['/tmp/dist'],
      sboms: ['/tmp/sbom-linux-amd64.spdx.json', '/tmp/sbom-linux-arm64.spdx.json'],
    })
    expect(others).toEqual({
      image: `ghcr.io/o/proxy@${digestOf('9c1f')}`,
      digest: digestOf('9c1f'),
      tags: 'ghcr.io/o/proxy:v1\nghcr.io/o/proxy:latest',
      'image-size': '2202123',
      'download-size': '2147000',
      'binary-size': '6316194',
      'budget-status': 'within',
      growth: '',
      report: '/tmp/weigh-in.json',
      'html-report': '/tmp/weigh-in.html',
      binaries: '/tmp/dist',
      result: '',
      sbom: '/tmp/sbom-linux-amd64.spdx.json\n/tmp/sbom-linux-arm64.spdx.json',
    })
    expect(JSON.parse(metadata)).toEqual({
      'containerimage.config.digest': digestOf('c'),
      'containerimage.descriptor': {
        mediaType: image.manifest.mediaType,
        digest: digestOf('9c1f'),
        size: 560,
      },
      'containerimage.digest': digestOf('9c1f'),
      'image.name': 'ghcr.io/o/proxy:v1,ghcr.io/o/proxy:latest',
    })
  })

  it('names no image that nobody can pull, and still its sizes, where the gate says no', () => {
    expect(outputsOf(told(weighIn(overBudget), { report: 'r.json' }))).toMatchObject({
      image: '',
      tags: '',
      digest: digestOf('9c1f'),
      'image-size': '2202123',
      'budget-status': 'over',
    })
  })

  it('names what is live of a run that failed, and a digest where there is no tag', () => {
    const missing = [{ reference: 'ghcr.io/o/proxy:v2', reason: 'denied' }]
    const tagged = weighIn({
      references: ['ghcr.io/o/proxy:v1', `ghcr.io/b/proxy@${digestOf('9c1f')}`],
      missing,
    })
    expect(outputsOf(told(tagged))).toMatchObject({
      image: `ghcr.io/o/proxy@${digestOf('9c1f')}`,
      tags: 'ghcr.io/o/proxy:v1',
    })
    const untagged = weighIn({ references: [`127.0.0.1:5000/b/proxy@${digestOf('9c1f')}`], missing })
    const outputs = outputsOf(told(untagged))
    expect(outputs).toMatchObject({ image: `127.0.0.1:5000/b/proxy@${digestOf('9c1f')}`, tags: '' })
    expect(JSON.parse(outputs.metadata)).toMatchObject({ 'image.name': '' })
  })

  it('tells the index of several platforms, and the largest of their sizes', () => {
    const arm64: Image = {
      ...image,
      platform: { os: 'linux', architecture: 'arm64' },
      manifest: { ...image.manifest, digest: digestOf('a4'), bytes: new Uint8Array(561) },
    }
    const several = imageSet([image, arm64])
    const { digest, bytes, mediaType } = several.root
    const sizes = { imageSize: 1_000, downloadSize: 9_000_000 }
    const platforms = [platformWeight(), platformWeight({ platform: 'linux/arm64', sizes })]
    const root = rootOf(several)
    const said = told(weighIn({ digest, platforms }), { images: [{ name: 'proxy', root }] })
    const { metadata, ...others } = outputsOf(said)
    expect(others).toMatchObject({
      image: `ghcr.io/o/proxy@${digest}`,
      digest,
      'image-size': '2202123',
      'download-size': '9000000',
    })
    expect(JSON.parse(metadata)).toEqual({
      'containerimage.descriptor': { mediaType, digest, size: bytes.length },
      'containerimage.digest': digest,
      'image.name': 'ghcr.io/o/proxy:v1,ghcr.io/o/proxy:latest',
    })
  })

  it('tells of several images a line for each, the largest sizes, the worst status, and metadata by name', () => {
    const web = imageWeight({
      ...overBudget,
      name: 'web',
      digest: digestOf('beef'),
      platforms: [platformWeight({ sizes: { imageSize: 9, downloadSize: 9_000_000 } })],
    })
    const weights = [imageWeight(), web]
    const built = weights.map(({ name, digest }) => ({
      name,
      root: { mediaType: 'm', digest, size: 1, config: null },
    }))
    const said = outputsOf(
      told(weighIn({}, { images: weights }), {
        images: built,
        several: true,
        binaries: ['/dist', '/dist', '/other'],
        sboms: ['/a', '/b'],
      }),
    )
    expect(said).toMatchObject({
      image: `ghcr.io/o/proxy@${digestOf('9c1f')}`,
      digest: `${digestOf('9c1f')}\n${digestOf('beef')}`,
      tags: 'ghcr.io/o/proxy:v1\nghcr.io/o/proxy:latest',
      'image-size': '2202123',
      'download-size': '9000000',
      'budget-status': 'over',
      binaries: '/dist\n/other',
      sbom: '/a\n/b',
    })
    expect(JSON.parse(said.metadata)).toEqual({
      proxy: expect.objectContaining({ 'image.name': 'ghcr.io/o/proxy:v1,ghcr.io/o/proxy:latest' }),
      web: expect.objectContaining({ 'containerimage.digest': digestOf('beef'), 'image.name': '' }),
    })
    const alone = outputsOf(told(weighIn(), { several: true }))
    expect(Object.keys(JSON.parse(alone.metadata) as object)).toEqual(['proxy'])
  })

  it('has an empty text for everything where nothing was built', () => {
    const outputs = outputsOf(NOTHING_REPORTED)
    expect(outputs).toEqual(Object.fromEntries(names.map(name => [name, ''])))
  })

  it('tells by how much the image grew, or shrank, and nothing where nobody knows', () => {
    const growthOf = (delta: number | null) => {
      const [platform] = grown.platforms ?? []
      if (platform === undefined || platform.growth === null) throw new Error('the sample grew')
      const metrics = platform.growth.metrics.map(metric =>
        metric.metric === 'image' ? { ...metric, delta } : metric,
      )
      const told = weighIn({ platforms: [{ ...platform, growth: { ...platform.growth, metrics } }] })
      return outputsOf({ ...NOTHING_REPORTED, weighIn: told }).growth
    }
    expect([41_000, 0, -7, null].map(growthOf)).toEqual(['41000', '0', '-7', ''])
  })

  it.each([
    { reference: '127.0.0.1:5000/proxy:v1', expected: '127.0.0.1:5000/proxy' },
    { reference: 'localhost:5000/o/proxy', expected: 'localhost:5000/o/proxy' },
  ])('takes the tag, not the port, off $reference', ({ reference, expected }) => {
    const said = told(weighIn({ references: [reference] }))
    expect(outputsOf(said).image).toBe(`${expected}@${imageWeight().digest}`)
  })
})

function setInChild(told: string): Promise<Said> {
  return inChild(`
    import { outputsOf, setOutputs } from '${source('github/outputs.ts')}'
    setOutputs(process.env, outputsOf(${told}))
  `)
}

describe('setOutputs', () => {
  it('sets every declared output, in a failed run too', async () => {
    const failed = await setInChild(JSON.stringify(NOTHING_REPORTED))
    expect(failed.output).toEqual(Object.fromEntries(names.map(name => [name, ''])))
    const told = await setInChild(
      JSON.stringify({ ...NOTHING_REPORTED, weighIn: weighIn(), report: 'r.json' }),
    )
    expect(Object.keys(told.output)).toEqual(names)
    expect(told.output['tags']).toBe('ghcr.io/o/proxy:v1\nghcr.io/o/proxy:latest')
  })
})
