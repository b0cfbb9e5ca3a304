/**
 * Returns the immediate dominator of every node that `root` reaches, except the root's: the last node that is on every
 * path from the root. Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm":
 * https://www.cs.tufts.edu/~nr/cs257/archive/keith-cooper/dom14.pdf
 */
export function immediateDominators(
  root: string,
  successors: (node: string) => Iterable<string>,
): ReadonlyMap<string, string> {
  const order = reversePostorder(root, successors)
  const numbers = new Map(order.map((node, number) => [node, number]))
  const predecessors = predecessorsOf(order, numbers, successors)
  // Nodes by number. A node's dominator always has a smaller number.
  const dominators: (number | undefined)[] = [0]
  for (let changed = true; changed;) {
    changed = false
    for (let node = 1; node < order.length; node++) {
      const dominator = commonDominator(predecessors[node] ?? [], dominators)
      changed ||= dominators[node] !== dominator
      dominators[node] = dominator
    }
  }
  return new Map(order.slice(1).map((node, at) => [node, order[dominators[at + 1] ?? 0] ?? root]))
}

/** Returns, for every node, the sum of its own value and of all values below it in the dominator tree. */
export function subtreeSums(
  dominators: ReadonlyMap<string, string>,
  valueOf: (node: string) => number,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  const add = (node: string, value: number) => sums.set(node, (sums.get(node) ?? 0) + value)
  // In reverse postorder, a dominator comes before the nodes that it dominates.
  for (const [node, dominator] of [...dominators].reverse()) {
    add(node, valueOf(node))
    add(dominator, sums.get(node) ?? 0)
  }
  return sums
}

function commonDominator(
  predecessors: readonly number[],
  dominators: readonly (number | undefined)[],
): number | undefined {
  const reached = predecessors.filter(node => dominators[node] !== undefined)
  return reached.reduce<number | undefined>(
    (common, node) => (common === undefined ? node : intersect(common, node, dominators)),
    undefined,
  )
}

function intersect(one: number, other: number, dominators: readonly (number | undefined)[]): number {
  let [left, right] = [one, other]
  while (left !== right) {
    if (left > right) left = dominators[left] ?? 0
    else right = dominators[right] ?? 0
  }
  return left
}

function predecessorsOf(
  order: readonly string[],
  numbers: ReadonlyMap<string, number>,
  successors: (node: string) => Iterable<string>,
): readonly (readonly number[])[] {
  const predecessors: number[][] = order.map(() => [])
  for (const [number, node] of order.entries()) {
    for (const successor of successors(node)) predecessors[numbers.get(successor) ?? 0]?.push(number)
  }
  return predecessors
}

/** It does not recurse, because a graph may be as deep as it has nodes. */
function reversePostorder(root: string, successors: (node: string) => Iterable<string>): readonly string[] {
  const seen = new Set([root])
  const finished: string[] = []
  const open = [{ node: root, rest: successors(root)[Symbol.iterator]() }]
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const next = top.rest.next()
    if (next.done === true) {
      finished.push(top.node)
      open.pop()
    } else if (!seen.has(next.value)) {
      seen.add(next.value)
      open.push({ node: next.value, rest: successors(next.value)[Symbol.iterator]() })
    }
  }
  return finished.reverse()
}
