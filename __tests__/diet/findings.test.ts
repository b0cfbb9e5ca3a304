import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { findingsOf, worthTogether, type Tried } from '../../src/diet/findings.ts'
import { CHANGES, PROXY, tried, weighed } from './sample.ts'

const [TAG, INLINING, CERTIFICATES, , LAYERS, UNPACKED] = CHANGES as typeof CHANGES & { length: 8 }
const kinds = (all: readonly Pick<Tried, 'changes'>[]) =>
  all.flatMap(({ changes }) => changes.map(({ kind }) => kind))

describe('findingsOf', () => {
  it('has what takes off most first', () => {
    const { saves } = findingsOf(PROXY, [
      weighed(TAG!, { imageSize: 2_030_000 }),
      weighed(INLINING!, { imageSize: 1_920_000, downloadSize: 1_850_000 }),
    ])
    expect(kinds(saves)).toEqual(['no inlining', 'build tag'])
    expect(saves[0]?.saved).toEqual({ image: 280_000, download: 280_000, memory: 0, processorMs: null })
  })

  it('calls what is within noise nothing', () => {
    const { saves, nothing } = findingsOf(PROXY, [weighed(TAG!, { imageSize: 2_200_000 - 4096 })])
    expect([saves, kinds(nothing)]).toEqual([[], ['build tag']])
  })

  it.each([
    { downloadSize: 2_130_000 - 3500, saves: 0 },
    { downloadSize: 2_130_000 - 30_000, saves: 1 },
  ])('wants of a pull alone more than a hundredth: $downloadSize', ({ downloadSize, saves }) => {
    expect(findingsOf(PROXY, [weighed(LAYERS!, { downloadSize })]).saves).toHaveLength(saves)
  })

  it('takes a larger image for a trade where memory or the pull shrink, and else for nothing', () => {
    const unpacked = { imageSize: 6_500_000, downloadSize: 2_380_000, packed: false, price: null }
    const traded = findingsOf(PROXY, [weighed(UNPACKED!, unpacked)]).trades
    expect(traded[0]?.saved).toEqual({
      image: -4_300_000,
      download: -250_000,
      memory: 5_600_000,
      processorMs: 123,
    })
    const grown = findingsOf(PROXY, [weighed(TAG!, { imageSize: 2_300_000, downloadSize: 2_230_000 })])
    expect([grown.trades, kinds(grown.nothing)]).toEqual([[], ['build tag']])
  })

  it('knows the price of packing where it was off', () => {
    const off = { ...PROXY, imageSize: 6_500_000, packed: false, price: null }
    const { saves } = findingsOf(off, [tried({ kind: 'packing' }, { status: 'weighed', weight: PROXY })])
    expect(saves[0]?.saved).toMatchObject({ image: 4_300_000, memory: -5_600_000, processorMs: -123 })
  })

  it('keeps every try exactly once', () => {
    const outcome = fc.oneof(
      fc.record({
        status: fc.constant('weighed' as const),
        weight: fc.record({
          imageSize: fc.nat(5_000_000),
          downloadSize: fc.nat(5_000_000),
          linkedSize: fc.nat(9_000_000),
          packed: fc.boolean(),
          price: fc.constantFrom(null, PROXY.price),
        }),
      }),
      fc.record({ status: fc.constant('not smaller' as const), linkedSize: fc.nat() }),
      fc.record({
        status: fc.constant('failed' as const),
        stage: fc.constantFrom('compile' as const, 'start' as const),
        reason: fc.string(),
      }),
    )
    fc.assert(
      fc.property(fc.array(outcome), outcomes => {
        const all = outcomes.map((one, index) =>
          tried({ kind: 'build tag', tag: `t${index}`, packages: [] }, one),
        )
        const { saves, trades, nothing, failed } = findingsOf(PROXY, all)
        const told = [...saves, ...trades, ...nothing, ...failed].map(({ changes }) => changes)
        expect(new Set(told)).toEqual(new Set(all.map(({ changes }) => changes)))
        expect(told).toHaveLength(all.length)
        const images = saves.map(({ saved }) => saved.image)
        expect(images).toEqual(images.toSorted((one, other) => other - one))
      }),
    )
  })
})

describe('worthTogether', () => {
  const tag = weighed(TAG!, { imageSize: 2_030_000 })
  const inlining = weighed(INLINING!, { imageSize: 1_920_000 })
  const certificates = weighed(CERTIFICATES!, { imageSize: 2_020_000 })

  it('is all that saves, without what breaks the service or makes a pull smaller alone', () => {
    const layers = weighed(LAYERS!, { downloadSize: 2_000_000 })
    expect(worthTogether(findingsOf(PROXY, [tag, inlining, certificates, layers]))).toEqual([INLINING, TAG])
  })

  it('is nothing for one change alone', () => {
    expect(worthTogether(findingsOf(PROXY, [tag, certificates]))).toEqual([])
  })
})
