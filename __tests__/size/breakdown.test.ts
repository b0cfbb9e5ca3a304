import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { LayerKind } from '../../src/image/layer.ts'
import { imageBreakdown, largestParts } from '../../src/size/breakdown.ts'
import { sizesOf } from '../../src/size/sizes.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'

const file = fc.record({ path: fc.string().map(name => `/${name}`), bytes: fc.nat() })
const layer = fc.record({
  what: fc.constantFrom<LayerKind>('base', 'files', 'binaries'),
  files: fc.array(file),
})

function blob(size: number) {
  return { mediaType: 'm', digest: `sha256:${size}`, bytes: new Uint8Array(size) } as const
}

describe('imageBreakdown', () => {
  it('sums to imageSize, and every node to its children', () => {
    const sums = ({ bytes, children }: Breakdown): boolean =>
      children === undefined ||
      (bytes === children.reduce((sum, child) => sum + child.bytes, 0) && children.every(sums))
    fc.assert(
      fc.property(fc.array(layer), layers => {
        const breakdown = imageBreakdown(layers)
        const whole = layers.map(part => ({ ...blob(0), diffId: 'sha256:0' as const, ...part }))
        expect(breakdown.bytes).toBe(sizesOf({ layers: whole, config: blob(0), manifest: blob(0) }).imageSize)
        expect(sums(breakdown)).toBe(true)
      }),
    )
  })

  it('tells binaries from files, the largest first, whatever the order of layers', () => {
    const base = {
      what: 'base',
      files: [
        { path: '/etc/passwd', bytes: 60 },
        { path: '/etc/group', bytes: 60 },
      ],
    } as const
    const binaries = { what: 'binaries', files: [{ path: '/proxy', bytes: 900 }] } as const
    const expected = {
      name: 'image',
      kind: 'image',
      bytes: 1_020,
      children: [
        { name: '/proxy', kind: 'binary', bytes: 900 },
        { name: '/etc/group', kind: 'file', bytes: 60 },
        { name: '/etc/passwd', kind: 'file', bytes: 60 },
      ],
    }
    expect(imageBreakdown([base, binaries])).toEqual(expected)
    expect(imageBreakdown([binaries, base])).toEqual(expected)
  })
})

describe('largestParts', () => {
  it('gives no more than asked, largest first, and nothing that is larger is left out', () => {
    fc.assert(
      fc.property(fc.array(layer), fc.nat({ max: 8 }), (layers, count) => {
        const all = layers
          .flatMap(({ files }) => files.map(({ bytes }) => bytes))
          .sort((one, other) => other - one)
        const parts = largestParts(imageBreakdown(layers), count)
        expect(parts.map(({ bytes }) => bytes)).toEqual(all.slice(0, count))
      }),
    )
  })

  it('goes down to the leaves', () => {
    const module: Breakdown = {
      name: 'm',
      kind: 'file',
      bytes: 5,
      children: [{ name: 'p', kind: 'file', bytes: 5 }],
    }
    expect(largestParts({ name: 'image', kind: 'image', bytes: 5, children: [module] }, 3)).toEqual(
      module.children,
    )
  })
})

describe('sizesOf', () => {
  it('adds files for what a node stores, and blobs for what a pull transfers', () => {
    const layers = [
      { ...blob(40), diffId: 'sha256:0', what: 'base', files: [{ path: '/a', bytes: 70 }] },
      { ...blob(50), diffId: 'sha256:0', what: 'binaries', files: [{ path: '/b', bytes: 80 }] },
    ] as const
    expect(sizesOf({ layers, config: blob(3), manifest: blob(4) })).toEqual({
      imageSize: 150,
      downloadSize: 97,
    })
  })

  it('counts a layer that a base has twice once as a transfer, and its files as often as they are stored', () => {
    const layer = {
      mediaType: 'm',
      digest: 'sha256:base',
      size: 1000,
      file: '/x',
      offset: 0,
      diffId: 'sha256:0',
      files: [{ path: '/base', bytes: 5 }],
      origin: null,
    } as const
    expect(sizesOf({ baseLayers: [layer, layer], layers: [], config: blob(3), manifest: blob(4) })).toEqual({
      imageSize: 10,
      downloadSize: 1007,
    })
  })
})
