import { describe, expect, it } from '@jest/globals'
import { compare } from '../../../../src/commands/steps/weigh/compare.ts'
import { imageWeight, olderWeight, platformWeight, weighIn } from '../../../report/sample.ts'
import { testHost } from '../../../support/host.ts'
import { aFailure } from '../../../support/a-failure.ts'

const before = { thing: 'old.json', weighIn: weighIn({ platforms: [olderWeight()] }) }
const after = { thing: 'new.json', weighIn: weighIn() }

describe('compare', () => {
  it('gives the second its growth over the first, and no budget', () => {
    const host = testHost()
    const { images } = compare(host, before, after)
    expect(images).toMatchObject([
      {
        name: 'proxy',
        budget: { status: 'none', limits: [] },
        baseline: { kind: 'file', reference: 'old.json' },
        platforms: [{ growth: { causes: expect.any(Array) } }],
      },
    ])
    expect(images[0]?.platforms[0]?.growth?.nodes.length).toBeGreaterThan(0)
    expect(host.log.lines).toEqual([])
  })

  it('compares the only image of each whatever it is called, and names another platform as a cause', () => {
    const renamed = weighIn({ name: 'other', platforms: [{ ...olderWeight(), platform: 'linux/arm64' }] })
    const { images } = compare(testHost(), { ...before, weighIn: renamed }, after)
    expect(images[0]?.platforms[0]?.growth?.causes[0]).toBe(
      'platform changed from linux/arm64 to linux/amd64',
    )
  })

  it('says what it leaves out, of images and of platforms', () => {
    const host = testHost()
    const platforms = [platformWeight(), platformWeight({ platform: 'linux/arm64' })]
    const two = { ...weighIn(), images: [imageWeight({ platforms }), imageWeight({ name: 'new' })] }
    const { images } = compare(host, before, { thing: 'new.json', weighIn: two })
    expect(images.map(({ name, platforms: kept }) => [name, kept.map(({ platform }) => platform)])).toEqual([
      ['proxy', ['linux/amd64']],
    ])
    expect(host.log.lines).toEqual([
      'notice: linux/arm64 is not compared: it is not in old.json.',
      'notice: new is not compared: old.json holds no image of that name.',
    ])
  })

  it('refuses two that have nothing in common', () => {
    const images = ['a', 'b'].map(name => imageWeight({ name }))
    const others = { thing: 'others.json', weighIn: { ...weighIn(), images } }
    expect(() => compare(testHost(), others, after)).toThrow(
      aFailure('bad-input', { fields: { thing: 'new.json' }, what: 'with others.json' }),
    )
  })
})
