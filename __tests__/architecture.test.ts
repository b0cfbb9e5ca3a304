import { describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'
import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const sources = globSync('src/**/*.ts', { cwd: root }).sort()

/** A pure room may use the rooms before it. */
const PURE = [
  'weigh-in',
  'tools',
  'declare',
  'binary',
  'image',
  'size',
  'verify',
  'diet',
  'report',
  'init',
  'sbom',
  'plan',
]
const WORLD = [
  'toolchain',
  'compile',
  'isolation',
  'proof',
  'smoke',
  'pack',
  'registry',
  'output',
  'thing',
  'github',
]

/** The rooms around a packed binary share their work in this order: isolation, then proof and smoke, then pack. */
const AROUND_PACKING: Readonly<Record<string, readonly string[]>> = {
  proof: ['isolation'],
  smoke: ['isolation'],
  pack: ['isolation', 'proof'],
}
const PURE_BUILTINS = ['node:crypto', 'node:zlib', 'node:path', 'node:stream', 'node:util', 'node:buffer']
const MAY_USE_ACTIONS = ['host', 'github', '']

function roomOf(file: string): string {
  const parts = file.split('/')
  return parts.length > 2 ? (parts[1] ?? '') : ''
}

/** Entry points, failure.ts and version.ts lie outside the rooms: the former may use all, the latter are used by all. */
function mayImport(from: string, to: string): boolean {
  const [user, used] = [roomOf(from), roomOf(to)]
  if (user === used || user === '' || used === '') return true
  if (user === 'commands') return true
  if (PURE.includes(user)) return PURE.includes(used) && PURE.indexOf(used) < PURE.indexOf(user)
  if (AROUND_PACKING[user]?.includes(used) === true) return true
  if (WORLD.includes(user)) return PURE.includes(used) || used === 'host'
  return user === 'host' && PURE.includes(used)
}

type Graph = Readonly<Record<string, readonly string[]>>

/** `from './a.ts'` of an import or export, `import './a.ts'` and `import('./a.ts')`, types included. */
const IMPORT = /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s+'(\.[^']+)'|\bimport\s*\(?\s*'(\.[^']+)'/g

/** What each source file imports of the others, as a value or as a type. */
function sourceGraph(): Graph {
  return Object.fromEntries(
    sources.map(file => {
      const text = readFileSync(path.join(root, file), 'utf8')
      const named = Array.from(text.matchAll(IMPORT), ([, from, alone]) => from ?? alone ?? '')
      return [file, named.map(name => path.posix.join(path.posix.dirname(file), name))]
    }),
  )
}

/** The files that import one another in a circle, each circle sorted: Tarjan's strongly connected components. */
function cyclesOf(graph: Graph): readonly (readonly string[])[] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const cycles: (readonly string[])[] = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    let low = number
    open.push(file)
    for (const target of graph[file] ?? []) {
      if (!order.has(target)) low = Math.min(low, visit(target))
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low)
    }
    lowest.set(file, low)
    if (low === number) {
      const circle = open.splice(open.indexOf(file))
      if (circle.length > 1 || (graph[file] ?? []).includes(file)) cycles.push(circle.sort())
    }
    return low
  }
  for (const file of Object.keys(graph)) if (!order.has(file)) visit(file)
  return cycles.toSorted((one, other) => (one.join() < other.join() ? -1 : 1))
}

/** What each source file imports as a value: esbuild leaves type-only imports out. */
async function importGraph(): Promise<Record<string, readonly { path: string; external?: boolean }[]>> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: sources,
    outdir: 'unused',
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.pem': 'text' },
    logLevel: 'silent',
  })
  return Object.fromEntries(Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports]))
}

describe('the import graph', () => {
  const values = importGraph()

  it('lets pure rooms import those before them, worldly rooms pure rooms and host/, and only commands/ compose', () => {
    const graph = sourceGraph()
    const wrong = Object.entries(graph).flatMap(([file, targets]) =>
      targets.filter(target => !mayImport(file, target)).map(target => `${file} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  it('is what esbuild finds, and the types besides', async () => {
    const graph = sourceGraph()
    const found = Object.entries(await values).flatMap(([file, imports]) =>
      imports
        .filter(({ external, path: target }) => external !== true && !target.startsWith('data/'))
        .map(target => ({ file, target: target.path })),
    )
    expect(found.length).toBeGreaterThan(500)
    const unseen = found.filter(
      ({ file, target }) => sources.includes(file) && !graph[file]?.includes(target),
    )
    expect(unseen).toEqual([])
    const missing = Object.values(graph).flatMap(targets =>
      targets.filter(target => !sources.includes(target) && !target.startsWith('data/')),
    )
    expect(missing).toEqual([])
  })

  it('keeps I/O out of the pure rooms, and the toolkit in host/ and github/', async () => {
    const wrong = Object.entries(await values).flatMap(([file, imports]) =>
      imports
        .filter(target => target.external === true && !mayUse(file, target.path))
        .map(target => `${file} imports ${target.path}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no circle, types included', () => {
    expect(cyclesOf(sourceGraph())).toEqual([])
  })

  it('would show a circle', () => {
    const graph = { a: ['b'], b: ['c'], c: ['b'], d: ['d', 'a'] }
    expect(cyclesOf(graph)).toEqual([['b', 'c'], ['d']])
  })
})

function mayUse(file: string, module: string): boolean {
  const room = roomOf(file)
  if (module.startsWith('@actions/')) return MAY_USE_ACTIONS.includes(room)
  const builtin = builtinModules.includes(module.replace(/^node:/, ''))
  return !(builtin && PURE.includes(room)) || PURE_BUILTINS.includes(module)
}

describe('every source file', () => {
  const texts = sources.map(file => ({ file, text: readFileSync(path.join(root, file), 'utf8') }))

  it('leaves the environment and the console to host/, github/ and the entry points', () => {
    const wrong = texts.filter(
      ({ file, text }) =>
        !MAY_USE_ACTIONS.includes(roomOf(file)) && /\bprocess\.env\b|\bconsole\./.test(text),
    )
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it("gives no child Bantam's own environment, which holds every secret", () => {
    const wrong = texts.filter(({ text }) =>
      /\.\.\.(?:host|process)\.env\b|\benv: (?:host|process)\.env\b/.test(text),
    )
    // The inputs' templates and the summary read it; a host that is offline is made from another.
    expect(wrong.map(({ file }) => file)).toEqual([
      'src/host/repository.ts',
      'src/toolchain/go-module-proxy.ts',
    ])
  })

  it('holds no mutable state of a module', () => {
    const wrong = texts.filter(({ text }) => /^(?:export )?(?:let|var) /m.test(text))
    expect(wrong.map(({ file }) => file)).toEqual([])
  })

  it('is small', () => {
    const long = texts.filter(({ file, text }) => text.split('\n').length > 260 && !/inputs\.ts/.test(file))
    expect(long.map(({ file }) => file)).toEqual([])
  })
})
