import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { encodeTree } from '../../../src/report/html/encode.ts'
import { pageData } from '../../../src/report/html/model.ts'
import { partsOf } from '../../../src/report/html/page/page-node.ts'
import type { PageNode } from '../../../src/report/html/page/page-node.ts'
import { compareTrees } from '../../../src/size/node-growth.ts'
import type { Breakdown } from '../../../src/weigh-in/breakdown.ts'
import {
  countNodes,
  earlierProxyTree,
  grown,
  leaf,
  node,
  proxyTree,
  weighIn,
  imageWeight,
  platformWeight,
} from './sample.ts'

const partsIn = (tree: ReturnType<typeof encodeTree>) =>
  partsOf({ name: '', what: '', group: '', opens: {}, ...tree })
const partNamed = (parts: readonly PageNode[], name: string, kind?: string) => {
  const part = parts.find(part => part.name === name && (kind === undefined || part.kind === kind))
  if (part === undefined) throw new Error(`no part ${name}`)
  return part
}

const trees: fc.Arbitrary<Breakdown> = fc.letrec<{ tree: Breakdown }>(tie => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.tuple(fc.string(), fc.nat(1e6)).map(([name, bytes]) => leaf(name, 'function', bytes)),
    fc
      .tuple(fc.string(), fc.array(tie('tree'), { minLength: 1, maxLength: 5 }))
      .map(([name, children]) => node(name, 'package', children)),
  ),
})).tree

describe('a tree in columns', () => {
  it('is read back as it was: every node, every byte, the largest first', () => {
    fc.assert(
      fc.property(trees, tree => {
        const [root, ...others] = partsIn(encodeTree(tree, null))
        expect(1 + others.length).toBe(countNodes(tree))
        expect(root?.bytes).toBe(tree.bytes)
        for (const { children, bytes } of [root, ...others].flatMap(part => part ?? [])) {
          if (children.length > 0) expect(children.reduce((sum, child) => sum + child.bytes, 0)).toBe(bytes)
          expect(children.map(child => child.bytes)).toEqual(
            children.map(child => child.bytes).toSorted((a, b) => b - a),
          )
          expect(children.every(child => child.parent?.children === children)).toBe(true)
        }
      }),
    )
  })

  it('holds names that move no cursor and turn no direction, and cuts those without end', () => {
    const [, , long] = partsIn(
      encodeTree(
        node('x', 'binary', [leaf('a\u202Eb\u0007\n', 'data', 2), leaf('y'.repeat(1e6), 'data', 1)]),
        null,
      ),
    )
    const [, odd] = partsIn(encodeTree(node('x', 'binary', [leaf('a\u202Eb', 'data', 2)]), null))
    expect(odd?.name).toBe('a b')
    expect(long?.name.length).toBeLessThanOrEqual(400)
  })
})

describe('growth in a tree', () => {
  const [before, after] = [earlierProxyTree(), proxyTree()]
  const parts = partsIn(encodeTree(after, compareTrees(before, after, 'proxy')))

  it('is of the node that changed, and the root changed by the sum', () => {
    const fmt = partNamed(parts, 'fmt')
    const old = partNamed(partsIn(encodeTree(before, null)), 'fmt')
    expect(fmt.growth).toEqual({ change: 'changed', before: old.bytes, by: fmt.bytes - old.bytes })
    expect(parts[0]?.growth).toEqual({
      change: 'changed',
      before: before.bytes,
      by: after.bytes - before.bytes,
    })
    expect(partNamed(parts, 'runtime').growth).toEqual({ change: 'unchanged' })
  })

  it('knows what is new, what is gone, and which version it was', () => {
    expect(partNamed(parts, 'golang.org/x/net/html').growth).toMatchObject({
      change: 'changed',
      before: null,
    })
    const gone = partNamed(parts, 'gopkg.in/yaml.v3', 'module')
    expect(gone.bytes).toBe(0)
    const old = partNamed(partsIn(encodeTree(before, null)), 'gopkg.in/yaml.v3', 'module')
    expect(gone.growth).toEqual({ change: 'changed', before: old.bytes, by: -old.bytes })
    expect(partNamed(parts, 'golang.org/x/net')).toMatchObject({
      version: 'v0.41.0',
      versionBefore: 'v0.38.0',
    })
  })

  it('leaves noise out, and is told once where siblings share a name', () => {
    const old = node('x', 'binary', [
      leaf('data', 'data', 100_000),
      leaf('data', 'data', 20_000),
      leaf('types', 'types', 50_000),
    ])
    const now = node('x', 'binary', [
      leaf('data', 'data', 100_000),
      leaf('data', 'data', 30_000),
      leaf('types', 'types', 50_001),
    ])
    const both = partsIn(encodeTree(now, compareTrees(old, now, 'x')))
    expect(both.filter(({ name, growth }) => name === 'data' && growth.change === 'changed')).toHaveLength(1)
    expect(partNamed(both, 'types').growth).toEqual({ change: 'unchanged' })
  })
})

describe('the trees of a page', () => {
  it('are the binaries, then the image, whose binaries open theirs', () => {
    const { trees, first } = pageData(weighIn(), [])
    expect(trees.map(({ name, what }) => [name, what])).toEqual([
      ['proxy', 'as linked, ships as 2.02 MB'],
      ['image', 'files as shipped'],
    ])
    expect(first).toBe(0)
    const [opening] = Object.entries(trees[1]?.opens ?? {})
    expect(trees[1]?.names[Number(opening?.[0])]).toBe('/proxy')
    expect(opening?.[1]).toBe(0)
    expect(trees.map(({ before }) => before)).toEqual([null, null])
  })

  it('are deep where depth was given', () => {
    const deep = proxyTree(100)
    const depth = { image: 'proxy', platform: 'linux/amd64', breakdowns: new Map([['proxy', deep]]) }
    expect(pageData(weighIn(), [depth]).trees[0]?.names).toHaveLength(countNodes(deep))
    const other = { ...depth, platform: 'linux/arm64' }
    expect(pageData(weighIn(), [other]).trees[0]?.names).toHaveLength(countNodes(proxyTree()))
  })

  it('say of which image and platform they are, where there are several', () => {
    const two = [platformWeight(), platformWeight({ platform: 'linux/arm64' })]
    const { trees } = pageData(weighIn(imageWeight({ platforms: two })), [])
    expect(trees.map(({ group }) => group)).toEqual([
      'proxy linux/amd64',
      'proxy linux/amd64',
      'proxy linux/arm64',
      'proxy linux/arm64',
    ])
    expect(Object.values(trees[3]?.opens ?? {})).toEqual([2])
  })

  it('do without a binary that could not be read', () => {
    const [binary] = platformWeight().binaries
    if (binary === undefined) throw new Error('the sample has a binary')
    const unread = platformWeight({ binaries: [{ ...binary, breakdown: null }] })
    expect(pageData(weighIn(imageWeight({ platforms: [unread] })), []).trees.map(({ name }) => name)).toEqual(
      ['image'],
    )
  })

  it('carry growth of both', () => {
    const { trees } = pageData(grown(), [])
    expect(trees.map(({ before }) => Object.keys(before ?? {}).length > 1)).toEqual([true, true])
  })
})
