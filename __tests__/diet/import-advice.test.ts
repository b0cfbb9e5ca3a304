import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { adviseOnImports } from '../../src/diet/import-advice.ts'
import type { GraphPackage, PackageGraph } from '../../src/diet/package-graph.ts'
import { packageGraph } from '../support/package-graph.ts'

const sizes = (bytes: Readonly<Record<string, number>>) => new Map(Object.entries(bytes))

describe('adviseOnImports', () => {
  it('counts what nothing else needs', () => {
    const graph = packageGraph({
      'own/main': { imports: ['fmt', 'net/http', 'os'] },
      fmt: { imports: ['os', 'runtime'] },
      'net/http': { imports: ['fmt', 'crypto/tls'] },
      'crypto/tls': { imports: ['runtime'] },
      os: {},
      runtime: {},
    })
    const bytes = sizes({
      'own/main': 1,
      fmt: 10,
      'net/http': 100,
      'crypto/tls': 1000,
      os: 1e4,
      runtime: 1e5,
    })
    expect(adviseOnImports(graph, bytes)).toEqual([
      {
        kind: 'package',
        imported: 'net/http',
        bytes: 1100,
        packages: 2,
        path: ['own/main', 'net/http'],
      },
    ])
  })

  it('takes a module as one, whichever of its packages own code imports', () => {
    const graph = packageGraph({
      'own/main': { imports: ['own/store', 'example.com/log'] },
      'own/store': { imports: ['example.com/db/sql', 'example.com/db/pool'] },
      'example.com/db/sql': { imports: ['example.com/db/wire'] },
      'example.com/db/pool': { imports: ['example.com/db/wire', 'example.com/log'] },
      'example.com/db/wire': { imports: ['encoding/gob'] },
      'encoding/gob': {},
      'example.com/log': {},
    })
    const bytes = sizes({
      'example.com/db/sql': 1,
      'example.com/db/pool': 2,
      'example.com/db/wire': 4,
      'encoding/gob': 8,
      'example.com/log': 16,
    })
    expect(adviseOnImports(graph, bytes)).toEqual([
      {
        kind: 'module',
        imported: 'example.com/db',
        bytes: 15,
        packages: 4,
        path: ['own/main', 'own/store', 'example.com/db/sql'],
      },
    ])
  })

  it('never counts own code that a dependency imports too', () => {
    const graph = packageGraph({
      'own/main': { imports: ['own/shared', 'example.com/plugin'] },
      'own/shared': { imports: ['example.com/big'] },
      'example.com/plugin': { imports: ['own/shared', 'own/hook'] },
      'own/hook': {},
      'example.com/big': {},
    })
    const bytes = sizes({ 'own/shared': 1, 'example.com/plugin': 2, 'own/hook': 4, 'example.com/big': 8 })
    expect(adviseOnImports(graph, bytes).map(({ imported, bytes }) => [imported, bytes])).toEqual([
      ['example.com/big', 8],
      ['example.com/plugin', 6],
    ])
  })

  it('has nothing to say of a program that imports nothing', () => {
    const graph = packageGraph({ 'own/main': {}, runtime: {} })
    expect(adviseOnImports(graph, sizes({ 'own/main': 1, runtime: 2 }))).toEqual([])
  })

  it('agrees with taking the imports away and looking what is left', () => {
    fc.assert(
      fc.property(graphs, graph => {
        const bytes = new Map([...graph.packages.keys()].map((path, at) => [path, 2 ** at]))
        const advice = adviseOnImports(graph, bytes)
        const all = reached(graph, () => true)
        const own = ownCode(graph)
        const expected = [...dependenciesOf(graph)].flatMap(imported => {
          const left = reached(
            graph,
            ({ importPath }, target) => !(own.has(importPath) && nameOf(target) === imported),
          )
          const gone = [...all].filter(path => !left.has(path))
          const sum = gone.reduce((total, path) => total + (bytes.get(path) ?? 0), 0)
          return gone.length === 0 ? [] : [{ imported, bytes: sum, packages: gone.length }]
        })
        expect(advice.map(({ imported, bytes, packages }) => ({ imported, bytes, packages }))).toEqual(
          expected.sort((a, b) => b.bytes - a.bytes),
        )
        const total = [...bytes.values()].reduce((sum, size) => sum + size, 0)
        expect(advice.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(total)
        for (const { path, imported } of advice) expect(isShortest(graph, path, imported)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

const PATHS = [
  'own/main',
  'own/a',
  'own/b',
  'runtime',
  'fmt',
  'os',
  'example.com/x',
  'example.com/x/y',
].concat(['example.com/z', 'example.com/z/a'])

/** As Go has it, without cycles, but for what a workspace allows: a dependency that imports own code. */
const graphs = fc
  .array(fc.subarray(PATHS), { minLength: PATHS.length, maxLength: PATHS.length })
  .map(imports =>
    packageGraph(
      Object.fromEntries(
        PATHS.map((path, at) => [
          path,
          { imports: (imports[at] ?? []).filter(target => target !== path && target !== 'own/main') },
        ]),
      ),
    ),
  )

/** The packages that are still needed; own code that own code reaches always is. */
function reached(
  { roots, packages }: PackageGraph,
  keeps: (from: GraphPackage, to: GraphPackage) => boolean,
): ReadonlySet<string> {
  const found = new Set([...roots, 'runtime'])
  for (const path of found) {
    const from = packages.get(path)
    for (const target of from?.imports ?? []) {
      const to = packages.get(target)
      if (from !== undefined && to !== undefined && keeps(from, to)) found.add(target)
    }
  }
  return found
}

const nameOf = ({ module, importPath }: GraphPackage) => module ?? importPath

function ownCode({ roots, packages }: PackageGraph): ReadonlyMap<string, number> {
  const steps = new Map(roots.map(root => [root, 0]))
  for (const [path, step] of steps) {
    for (const target of packages.get(path)?.imports ?? [])
      if (packages.get(target)?.own === true && !steps.has(target)) steps.set(target, step + 1)
  }
  return steps
}

function importedByOwnCode(graph: PackageGraph): readonly (readonly [GraphPackage, number])[] {
  return [...ownCode(graph)].flatMap(([path, step]) =>
    (graph.packages.get(path)?.imports ?? [])
      .flatMap(target => graph.packages.get(target) ?? [])
      .filter(({ own }) => !own)
      .map(target => [target, step + 1] as const),
  )
}

function dependenciesOf(graph: PackageGraph): ReadonlySet<string> {
  return new Set(importedByOwnCode(graph).map(([target]) => nameOf(target)))
}

function isShortest(graph: PackageGraph, path: readonly string[], imported: string): boolean {
  const steps = importedByOwnCode(graph).filter(([target]) => nameOf(target) === imported)
  const connected = path.every((to, at) => {
    const before = path[at - 1]
    return before === undefined ? graph.roots.includes(to) : graph.packages.get(before)?.imports.includes(to)
  })
  return connected && path.length - 1 === Math.min(...steps.map(([, step]) => step))
}
