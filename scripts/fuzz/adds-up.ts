import type { Breakdown } from '../../src/weigh-in/breakdown.ts'

/** @throws Error where the tree is not of so many bytes, or a node is not the sum of its parts. */
export function addsUp(node: Breakdown, bytes: number): void {
  if (node.bytes !== bytes) throw new Error(`${node.name} is ${node.bytes} bytes of ${bytes}`)
  for (const child of node.children ?? []) addsUp(child, child.bytes)
  const sum = (node.children ?? [node]).reduce((total, child) => total + child.bytes, 0)
  if (sum !== node.bytes) throw new Error(`the parts of ${node.name} are ${sum} bytes of ${node.bytes}`)
}
