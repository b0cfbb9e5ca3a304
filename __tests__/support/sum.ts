import type { Breakdown } from '../../src/weigh-in/breakdown.ts'

/** Nodes whose bytes are not the sum of their children's: none, in a breakdown. */
export function wrongSums(node: Breakdown): readonly string[] {
  if (node.children === undefined) return []
  const sum = node.children.reduce((total, { bytes }) => total + bytes, 0)
  const own = sum === node.bytes ? [] : [`${node.kind} ${node.name}: ${node.bytes}, its parts: ${sum}`]
  return [...own, ...node.children.flatMap(wrongSums)]
}

/** Bytes of all top nodes of a kind. */
export function bytesOfKind({ children = [] }: Breakdown, kind: Breakdown['kind']): number {
  return children.filter(child => child.kind === kind).reduce((total, { bytes }) => total + bytes, 0)
}

/** The node at the end of these names, from under the root. */
export function nodeAt(root: Breakdown, ...names: readonly string[]): Breakdown | undefined {
  return names.reduce<Breakdown | undefined>(
    (node, name) => node?.children?.find(child => child.name === name),
    root,
  )
}
