import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { immediateDominators, subtreeSums } from '../../src/diet/dominators.ts'

type Graph = ReadonlyMap<string, readonly string[]>

/** Any graph at all, cycles and unreachable nodes among it; the root is n0. */
const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 1, max: 9 }).chain(size => {
  const node = fc.integer({ min: 0, max: size - 1 }).map(number => `n${number}`)
  return fc
    .array(fc.array(node, { maxLength: 3 }), { minLength: size, maxLength: size })
    .map(edges => new Map(edges.map((targets, number) => [`n${number}`, targets])))
})

function reachable(graph: Graph, without: string | null): ReadonlySet<string> {
  const reached = new Set(without === 'n0' ? [] : ['n0'])
  for (const node of reached) {
    for (const target of graph.get(node) ?? []) if (target !== without) reached.add(target)
  }
  return reached
}

/** By the definition: without it, the node is out of reach. */
function dominatedBy(graph: Graph, node: string): readonly string[] {
  const left = reachable(graph, node)
  return [...reachable(graph, null)].filter(other => !left.has(other)).sort()
}

const dominatorsOf = (graph: Graph) => immediateDominators('n0', node => graph.get(node) ?? [])

describe('immediateDominators', () => {
  it('gives a tree in which a node is above just those that its removal puts out of reach', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const dominators = dominatorsOf(graph)
        const nodes = [...reachable(graph, null)]
        expect([...dominators.keys()].sort()).toEqual(nodes.filter(node => node !== 'n0').sort())
        const isAbove = (node: string, below: string): boolean => {
          for (let at: string | undefined = below; at !== undefined; at = dominators.get(at))
            if (at === node) return true
          return false
        }
        for (const node of nodes)
          expect(nodes.filter(below => isAbove(node, below)).sort()).toEqual(dominatedBy(graph, node))
      }),
      { numRuns: 500 },
    )
  })

  it('does not mind a graph that is one long way', () => {
    const last = 200_000
    const dominators = immediateDominators('0', node =>
      Number(node) < last ? [String(Number(node) + 1)] : [],
    )
    expect(dominators.size).toBe(last)
    expect(dominators.get(String(last))).toBe(String(last - 1))
  })
})

describe('subtreeSums', () => {
  it('sums what each node dominates', () => {
    const value = (node: string) => 10 ** Number(node.slice(1))
    fc.assert(
      fc.property(graphs, graph => {
        const sums = subtreeSums(dominatorsOf(graph), value)
        for (const node of [...reachable(graph, null)].filter(node => node !== 'n0'))
          expect(sums.get(node)).toBe(dominatedBy(graph, node).reduce((sum, below) => sum + value(below), 0))
      }),
    )
  })
})
