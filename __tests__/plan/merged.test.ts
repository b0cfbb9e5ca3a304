import { describe, expect, it } from '@jest/globals'
import type { Given } from '../../src/declare/given.ts'
import { imageSet } from '../../src/image/image-set.ts'
import { checkResults, type WholeImage } from '../../src/plan/check-results.ts'
import { limitsOnNothing, mergedSet, mergedWeight } from '../../src/plan/merged.ts'
import type { LimitVerdict } from '../../src/weigh-in/verdict.ts'
import { boundOf, subjectOf } from '../support/limits.ts'
import { sentencesOf } from '../support/sentences.ts'
import { AMD64, ARM64, plan, result, tinyFor, weighInOf, within } from './sample.ts'

function whole(
  values: Given['values'] = {},
  limitsOf = (platform: string) => [within(platform)],
): WholeImage {
  const of = plan(values)
  const platforms = of.images[0].platforms
  const results = platforms.map(platform => {
    const weighIn = weighInOf(platform)
    const images = weighIn.images.map(image => ({
      ...image,
      budget: { ...image.budget, limits: limitsOf(platform) },
    }))
    return { file: platform, result: result(of, platform, { weighIn: { ...weighIn, images } }) }
  })
  const checked = checkResults(of, results)
  if (!checked.ok) throw new Error(sentencesOf(checked.problems, 'terminal').join('\n'))
  return checked.value[0]
}

describe('mergedSet', () => {
  it('has the bytes of the index of one run, with its annotations', () => {
    const set = mergedSet(whole({ annotations: 'index:a=1\nmanifest-descriptor[linux/arm64]:b=2' }))
    const [image] = plan({ annotations: 'index:a=1' }).images
    const one = imageSet([tinyFor(AMD64), tinyFor(ARM64)], {
      index: image.index.annotations,
      descriptor: {},
      images: [{}, { b: '2' }],
    })
    expect(set.root).toEqual(one.root)
  })

  it('is the manifest of the only platform', () => {
    const { root } = mergedSet(whole({ platforms: AMD64 }))
    expect(root.digest).toBe(tinyFor(AMD64).manifest.digest)
  })
})

describe('mergedWeight', () => {
  it('has all platforms, and the worst verdict', () => {
    const image = whole({ budget: 'image@linux/amd64: 3MB,image@linux/arm64: 1MB' }, platform => [
      platform === AMD64
        ? within(AMD64)
        : within(ARM64, { bound: boundOf('1 MB'), limit: 1_000_000, status: 'over' }),
    ])
    const set = mergedSet(image)
    expect(mergedWeight(image, set)).toMatchObject({
      name: 'proxy',
      references: [],
      published: false,
      digest: set.root.digest,
      budget: { status: 'over', waived: false, limits: [{ platform: AMD64 }, { platform: ARM64 }] },
      platforms: [{ platform: AMD64 }, { platform: ARM64 }],
    })
  })
})

describe('limitsOnNothing', () => {
  const module = (path: string, limit: Partial<LimitVerdict> = {}) => ({
    image: whole({ budget: `module ${path}: 1MB` }, platform => [
      within(platform, { subject: subjectOf(`module ${path}`), bound: boundOf('1 MB'), actual: 0, ...limit }),
    ]),
  })

  it('names what no platform has, with what is alike', () => {
    const said = sentencesOf(limitsOnNothing(module('golang.org/x/nett').image), 'terminal').join()
    expect(said).toContain('limits a module that is not in proxy; did you mean "golang.org/x/net"?')
  })

  it('has none for what a platform has, or had', () => {
    expect(limitsOnNothing(module('golang.org/x/net', { actual: 900_000 }).image)).toEqual([])
    expect(limitsOnNothing(module('golang.org/x/gone', { before: 5000, growth: -5000 }).image)).toEqual([])
  })
})
