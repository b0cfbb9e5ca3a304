import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { encodeTree } from '../../../../src/report/html/encode.ts'
import { type PageNode, partsOf } from '../../../../src/report/html/page/page-node.ts'
import { type Box, layOut } from '../../../../src/report/html/page/tiles.ts'
import { countNodes, leaf, node, proxyTree } from '../sample.ts'

function rootOf(tree: Parameters<typeof encodeTree>[0]): PageNode {
  const [root] = partsOf({ name: '', what: '', group: '', opens: {}, ...encodeTree(tree, null) })
  if (root === undefined) throw new Error('a tree has a root')
  return root
}

const area = ({ x0, y0, x1, y1 }: Box) => (x1 - x0) * (y1 - y0)
const sizes = fc.array(fc.integer({ min: 0, max: 1e7 }), { minLength: 1, maxLength: 400 })

describe('layOut', () => {
  it('gives every byte of the first level its share of the map, and no pixel to two', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 200, max: 2000 }),
        fc.integer({ min: 200, max: 1200 }),
        (bytes, width, height) => {
          const root = rootOf(
            node(
              'x',
              'binary',
              bytes.map((size, index) => leaf(`${index}`, 'data', size)),
            ),
          )
          const tiles = layOut(root, width, height)
          expect(tiles.reduce((sum, { part }) => sum + part.bytes, 0)).toBe(root.bytes)
          for (const { part, box } of tiles) {
            expect(area(box) / (width * height)).toBeCloseTo(part.bytes / root.bytes, 6)
            expect(Math.min(box.x0, box.y0)).toBeGreaterThanOrEqual(-1e-6)
            expect(box.x1).toBeLessThanOrEqual(width + 1e-6)
            expect(box.y1).toBeLessThanOrEqual(height + 1e-6)
          }
          const covered = tiles.reduce((sum, { box }) => sum + area(box), 0)
          expect(covered).toBeLessThanOrEqual(width * height * 1.000001)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('draws what is too small together, as a rest that knows its parts', () => {
    const bytes = [1e6, ...Array.from({ length: 500 }, () => 10)]
    const root = rootOf(
      node(
        'x',
        'binary',
        bytes.map((size, index) => leaf(`${index}`, 'data', size)),
      ),
    )
    const tiles = layOut(root, 800, 600)
    expect(tiles.map(({ part }) => part.name)).toEqual(['0', '500 smaller'])
    expect(tiles[1]?.part.children).toHaveLength(500)
    expect(layOut(tiles[1]?.part ?? root, 800, 600).length).toBeGreaterThan(100)
  })

  it('gets to each of many that are equally small in a few steps', () => {
    const root = rootOf(
      node(
        'x',
        'binary',
        Array.from({ length: 30_000 }, (_, index) => leaf(`${index}`, 'data', 1)),
      ),
    )
    let at = root
    for (let depth = 0; depth < 3; depth++) {
      const rest = layOut(at, 300, 300).find(({ part }) => part.kind === 'rest')
      if (rest === undefined) break
      expect(rest.part.children.length).toBeLessThan(at.children.length)
      at = rest.part
    }
    expect(layOut(at, 300, 300).some(({ part }) => part.kind === 'rest')).toBe(false)
  })

  it('draws the parts within a tile inside of it, below its name', () => {
    const tiles = layOut(rootOf(proxyTree()), 1000, 700)
    const outer = new Map(tiles.filter(({ parted }) => parted).map(tile => [tile.part, tile]))
    const inner = tiles.filter(({ depth }) => depth > 1)
    expect(inner.length).toBeGreaterThan(20)
    for (const { part, box } of inner) {
      const around = part.parent === null ? undefined : outer.get(part.parent)
      expect(around?.box.y0).toBeLessThanOrEqual(box.y0 - 20)
      expect(around?.box.x1).toBeGreaterThanOrEqual(box.x1)
    }
  })

  it('makes few tiles of a tree of any size', () => {
    const large = proxyTree(1800)
    expect(countNodes(large)).toBeGreaterThan(60_000)
    expect(layOut(rootOf(large), 1920, 1000).length).toBeLessThan(1500)
  })

  it('has nothing to draw of what weighs nothing, or where there is no room', () => {
    expect(layOut(rootOf(node('x', 'binary', [leaf('a', 'data', 0)])), 800, 600)).toEqual([])
    expect(layOut(rootOf(leaf('x', 'binary', 7)), 800, 600)).toEqual([])
    expect(() => layOut(rootOf(proxyTree()), 0, 0)).not.toThrow()
  })
})
