import { immediateDominators, subtreeSums } from './dominators.ts'
import type { GraphPackage, PackageGraph } from './package-graph.ts'

/** What the binary would lose if the user's own code no longer imported something. */
export interface ImportAdvice {
  readonly kind: 'module' | 'package'
  /** What the user's own code imports: a module's path, or a package of the standard library. */
  readonly imported: string
  /** Bytes of the linked binary that belong to it and to what nothing else needs. */
  readonly bytes: number
  /** How many packages those are. */
  readonly packages: number
  /** Import paths from a main to it, by the shortest path through the user's own code. */
  readonly path: readonly string[]
}

/** What the user's own code imports, with every package of it that is imported. */
interface Dependency extends Pick<ImportAdvice, 'kind' | 'imported'> {
  readonly entries: Set<string>
}

/** An import path cannot contain a space. */
const OWN_CODE = 'own code'
/** The linker includes it in every program. */
const ALWAYS = 'runtime'

/**
 * Returns what each direct dependency adds that nothing else needs, the largest first. Dependencies whose removal would
 * free nothing are left out.
 *
 * @param bytes of the linked binary by import path, as its breakdown has them
 */
export function adviseOnImports(
  graph: PackageGraph,
  bytes: ReadonlyMap<string, number>,
): readonly ImportAdvice[] {
  const ways = waysThroughOwnCode(graph)
  const dependencies = directDependencies(graph, ways)
  const dominators = immediateDominators(OWN_CODE, node => successorsOf(node, graph, ways, dependencies))
  const freed = subtreeSums(dominators, node => bytes.get(node) ?? 0)
  const counts = subtreeSums(dominators, node => (graph.packages.has(node) ? 1 : 0))
  return [...dependencies]
    .map(([node, { kind, imported, entries }]) => ({
      kind,
      imported,
      bytes: freed.get(node) ?? 0,
      packages: counts.get(node) ?? 0,
      path: shortestImportPath(ways, entries),
    }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes || (a.imported < b.imported ? -1 : 1))
}

/**
 * In the graph, the user's own code is one node. Between it and the packages that it imports of a dependency, each
 * dependency has a node of its own. What such a node dominates is exactly what goes away when own code imports none of
 * those packages.
 */
function successorsOf(
  node: string,
  { packages }: PackageGraph,
  ways: ReadonlyMap<string, string | null>,
  dependencies: ReadonlyMap<string, Dependency>,
): Iterable<string> {
  if (node === OWN_CODE) return [...(packages.has(ALWAYS) ? [ALWAYS] : []), ...dependencies.keys()]
  const imports = dependencies.get(node)?.entries ?? packages.get(node)?.imports ?? []
  // In a workspace, a dependency may import own code. What a main reaches without the dependency stays.
  return [...imports].filter(imported => packages.get(imported)?.own !== true || !ways.has(imported))
}

/** Direct dependencies, each by the name of its node. */
function directDependencies(
  { packages }: PackageGraph,
  ways: ReadonlyMap<string, string | null>,
): ReadonlyMap<string, Dependency> {
  const dependencies = new Map<string, Dependency>()
  for (const importPath of ways.keys()) {
    const imported = packages.get(importPath)
    if (imported === undefined || imported.own) continue
    const { kind, name } = dependencyOf(imported)
    const node = `${kind} ${name}`
    const dependency = dependencies.get(node) ?? { kind, imported: name, entries: new Set() }
    dependency.entries.add(importPath)
    dependencies.set(node, dependency)
  }
  return dependencies
}

function dependencyOf({ module, importPath }: GraphPackage): {
  readonly kind: ImportAdvice['kind']
  readonly name: string
} {
  return module === null ? { kind: 'package', name: importPath } : { kind: 'module', name: module }
}

/**
 * Every package that own code is or imports, nearest to a main first, with the package before it on the shortest path.
 */
function waysThroughOwnCode({ roots, packages }: PackageGraph): ReadonlyMap<string, string | null> {
  const ways = new Map<string, string | null>(roots.map(root => [root, null]))
  // A Map's iteration includes entries that are added during it, so this is a breadth-first search.
  for (const importPath of ways.keys()) {
    const found = packages.get(importPath)
    if (found?.own !== true) continue
    for (const imported of found.imports) if (!ways.has(imported)) ways.set(imported, importPath)
  }
  return ways
}

/** The path to the entry that is nearest to a main: the entries come in that order. */
function shortestImportPath(
  ways: ReadonlyMap<string, string | null>,
  [entry]: Iterable<string>,
): readonly string[] {
  const way: string[] = []
  for (let at = entry ?? null; at !== null; at = ways.get(at) ?? null) way.unshift(at)
  return way
}
