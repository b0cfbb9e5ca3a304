import { describe, expect, it } from '@jest/globals'
import { countedNodes, withHeaders } from '../../src/size/header-growth.ts'
import { deltaOf, largestChanges } from '../../src/size/largest-changes.ts'

type Node = Parameters<typeof largestChanges>[0][number]

function node(path: string, before: number | null, after: number | null, more: Partial<Node> = {}): Node {
  const names = path.split(' ')
  const kind = names.length === 1 ? 'module' : 'package'
  const change = before === null ? 'added' : after === null ? 'removed' : after > before ? 'grown' : 'shrunk'
  return {
    binary: 'app',
    path: names,
    kind,
    versionBefore: null,
    versionAfter: null,
    before,
    after,
    change,
    ...more,
  }
}

function listed(nodes: readonly Node[], count = 9) {
  const { largest, others } = largestChanges(nodes, count)
  return {
    largest: largest.map(({ node: { path }, delta }) => [path.join(' '), delta]),
    within: largest.map(({ within }) => within.map(({ node: { path } }) => path.join(' '))),
    others,
  }
}

describe('deltaOf', () => {
  it('counts what was not there as nothing', () => {
    expect([deltaOf({ before: null, after: 5 }), deltaOf({ before: 5, after: null })]).toEqual([5, -5])
    expect(deltaOf({ before: 5, after: 7 })).toBe(2)
  })
})

describe('largestChanges', () => {
  it('lists the largest first, whichever way it went', () => {
    const nodes = [node('a', 100, 200), node('b', 900, 100), node('c', 0, 300)]
    expect(listed(nodes).largest).toEqual([
      ['b', -800],
      ['c', 300],
      ['a', 100],
    ])
    expect(listed(nodes, 1)).toMatchObject({ largest: [['b', -800]], others: { count: 2, delta: 400 } })
  })

  it('counts noise among the others', () => {
    const nodes = [node('a', 100, 200), node('b', 0, 7, { change: 'unchanged' })]
    expect(listed(nodes)).toMatchObject({ largest: [['a', 100]], others: { count: 1, delta: 7 } })
  })

  it('goes down to the one node that has at least half of it', () => {
    const nodes = [
      node('m', 0, 1_000),
      node('m x', 0, 500),
      node('m y', 0, 490),
      node('m x z', 0, 400),
      node('m x w', 0, 100),
    ]
    expect(listed(nodes).within).toEqual([['m x z']])
  })

  it('stays above where no node has half of what is below', () => {
    const nodes = [
      node('m', 0, 1_000),
      node('m x', 0, 600),
      node('m x 1', 0, 250),
      node('m x 2', 0, 250),
      node('m x 3', 0, 100),
    ]
    expect(listed(nodes).within).toEqual([['m x']])
  })

  it('names the three that changed most where none has half of it, without noise', () => {
    const nodes = [
      node('m', 0, 1_000),
      node('m a', 0, 100),
      node('m b', 0, 300),
      node('m c', 0, 250, { change: 'unchanged' }),
      node('m d', 0, 200),
      node('m e', 0, 150),
    ]
    expect(listed(nodes).within).toEqual([['m b', 'm d', 'm e']])
  })

  it('names what went the same way alone', () => {
    const grown = [node('m', 0, 100), node('m a', 900, 0), node('m b', 0, 1_000), node('m c', 5, 5)]
    expect(listed(grown).within).toEqual([['m b']])
    const shrunk = [node('m', 1_000, 0), node('m a', 0, 900), node('m b', 1_900, 100)]
    expect(listed(shrunk).within).toEqual([['m b']])
  })

  it('says nothing of a node that is its only child by another path, or that is gone', () => {
    expect(listed([node('m', 0, 100), node('m m', 0, 100)]).within).toEqual([[]])
    expect(listed([node('m', 0, 100), node('m n', 0, 100)]).within).toEqual([['m n']])
    expect(listed([node('m', 100, null), node('m n', 100, null)]).within).toEqual([[]])
    const three = [node('m', 0, 90), node('m m', 0, 40), node('m n', 0, 30), node('m o', 0, 20)]
    expect(listed(three).within).toEqual([['m m', 'm n', 'm o']])
  })

  it('keeps the trees of two binaries apart', () => {
    const nodes = [node('m', 0, 100), node('m n', 0, 100, { binary: 'other' })]
    expect(listed(nodes).within).toEqual([[]])
  })
})

describe('headers', () => {
  const header = (before: number | null, after: number | null, change: Node['change'] = 'unchanged') =>
    node('header', before, after, { kind: 'header', change })

  it.each([
    { before: null, after: 5, change: 'added' },
    { before: 5, after: null, change: 'removed' },
    { before: 5, after: 6, change: 'grown' },
    { before: 6, after: 5, change: 'shrunk' },
  ])('are $change where they count: $before to $after', ({ before, after, change }) => {
    expect(withHeaders([header(before, after)], true).map(one => one.change)).toEqual([change])
    expect(withHeaders([header(before, after, 'grown')], false).map(one => one.change)).toEqual(['unchanged'])
  })

  it('leave every other node as it is', () => {
    const others = [node('m', 1, 2), node('m header', 1, 2, { kind: 'header' })]
    expect(withHeaders(others, false)).toEqual(others)
    expect(withHeaders(others, true)).toEqual(others)
  })

  it('are among the nodes that add up only where they count', () => {
    const nodes = [node('m', 1, 2), node('m n', 1, 2)]
    const paths = (all: readonly Node[]) => countedNodes(all).map(({ path }) => path.join(' '))
    expect(paths([...nodes, header(1, 2)])).toEqual(['m'])
    expect(paths([...nodes, header(1, 2, 'grown')])).toEqual(['m', 'header'])
  })
})
