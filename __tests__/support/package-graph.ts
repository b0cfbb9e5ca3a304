import type { GraphPackage, PackageGraph } from '../../src/diet/package-graph.ts'

/** A graph of packages by their import paths: `own/…` is the main module, `example.com/a/…` the module `example.com/a`, all else the standard library. */
export function packageGraph(
  packages: Readonly<Record<string, Partial<GraphPackage>>>,
  graph: Partial<PackageGraph> = {},
): PackageGraph {
  const entries = Object.entries(packages).map(([importPath, given]) => {
    const own = given.own ?? importPath.startsWith('own/')
    const found: GraphPackage = {
      importPath,
      module: own ? 'own' : moduleOf(importPath),
      own,
      imports: [],
      directory: `/${importPath}`,
      files: [],
      ignoredFiles: [],
      ...given,
    }
    return [importPath, found] as const
  })
  return { roots: ['own/main'], packages: new Map(entries), tags: new Set(), ...graph }
}

function moduleOf(importPath: string): string | null {
  return importPath.includes('.') ? importPath.split('/').slice(0, 2).join('/') : null
}
