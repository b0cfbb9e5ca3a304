import { nodeChange } from './noise.ts'
import type { NodeGrowth } from '../weigh-in/growth.ts'
import type { Breakdown } from '../weigh-in/breakdown.ts'

/** Returns the nodes below two roots whose bytes or versions differ, parents before children. */
export function compareTrees(
  before: Breakdown,
  after: Breakdown,
  binary: string | null,
): readonly NodeGrowth[] {
  return compareChildren([before], [after], { binary, path: [] })
}

interface NodePath {
  readonly binary: string | null
  readonly path: readonly string[]
}

/** The children of one node that share a name: usually one. */
type Nodes = readonly Breakdown[]

function compareChildren(before: Nodes, after: Nodes, path: NodePath): readonly NodeGrowth[] {
  const [old, now] = [childrenByKey(before), childrenByKey(after)]
  const renamed = renamedModules(old, now)
  const oldKeys = new Set([...now.keys()].map(key => renamed.get(key) ?? key))
  const gone = [...old.keys()].filter(key => !oldKeys.has(key))
  return [
    ...[...now].flatMap(([key, nodes]) => compareNodes(old.get(renamed.get(key) ?? key) ?? [], nodes, path)),
    ...gone.flatMap(key => compareNodes(old.get(key) ?? [], [], path)),
  ]
}

function compareNodes(before: Nodes, after: Nodes, { binary, path: above }: NodePath): readonly NodeGrowth[] {
  const node = after[0] ?? before[0]
  if (node === undefined) return []
  const path = [...above, node.name]
  const [from, to] = [bytesOf(before), bytesOf(after)]
  const versionBefore = before[0]?.version ?? null
  const versionAfter = after[0]?.version ?? null
  const below = compareChildren(before, after, { binary, path })
  const sameVersion = before.length === 0 || after.length === 0 || versionBefore === versionAfter
  if (from === to && sameVersion) return below
  const change = nodeChange(node.kind, from, to)
  return [
    { binary, path, kind: node.kind, versionBefore, versionAfter, before: from, after: to, change },
    ...below,
  ]
}

function bytesOf(nodes: Nodes): number | null {
  return nodes.length === 0 ? null : nodes.reduce((sum, { bytes }) => sum + bytes, 0)
}

function childrenByKey(parents: Nodes): ReadonlyMap<string, Nodes> {
  const byKey = new Map<string, Breakdown[]>()
  for (const parent of parents)
    for (const child of parent.children ?? []) {
      const key = keyOf(child, parent)
      const same = byKey.get(key)
      if (same === undefined) byKey.set(key, [child])
      else same.push(child)
    }
  return byKey
}

/**
 * Returns the key that identifies a node among its siblings. The main module has a fixed key, and a package has its
 * path within the module.
 */
function keyOf({ kind, name }: Breakdown, parent: Breakdown): string {
  if (kind === 'main') return 'main'
  const within = kind === 'package' && parent.kind !== 'std' && isBelow(name, parent.name)
  return `${kind} ${within ? name.slice(parent.name.length) : name}`
}

function isBelow(name: string, path: string): boolean {
  return name === path || name.startsWith(`${path}/`)
}

/**
 * Finds modules that differ only in the major version of their path, as a map from the new key to the old one. It
 * requires that exactly one module went and one came: two majors side by side are two modules.
 */
function renamedModules(
  old: ReadonlyMap<string, Nodes>,
  now: ReadonlyMap<string, Nodes>,
): ReadonlyMap<string, string> {
  const gone = byModule([...old.keys()].filter(key => !now.has(key)))
  const come = byModule([...now.keys()].filter(key => !old.has(key)))
  const renamed = new Map<string, string>()
  for (const [name, keys] of come) {
    const [key, ...others] = keys
    const [before, ...otherBefore] = gone.get(name) ?? []
    const alone = others.length === 0 && otherBefore.length === 0
    if (key !== undefined && before !== undefined && alone) renamed.set(key, before)
  }
  return renamed
}

/** Groups the keys of modules by their path without a major version. https://go.dev/ref/mod#major-version-suffixes */
function byModule(keys: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(
    keys.filter(key => key.startsWith('module ')),
    key => key.replace(/\/v\d+$|(?<=^module gopkg\.in\/.*)\.v\d+$/, ''),
  )
}
