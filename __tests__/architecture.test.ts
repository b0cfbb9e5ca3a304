import { describe, expect, it } from '@jest/globals'
import { build } from 'esbuild'
import { globSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'

const root = path.dirname(import.meta.dirname)
const sources = globSync('src/**/*.ts', { cwd: root }).sort()

/** A pure room may use the rooms before it. */
const PURE = ['weigh-in', 'tools', 'declare', 'binary', 'image', 'size', 'diet', 'report', 'sbom']
const WORLD = [
  'toolchain',
  'compile',
  'isolation',
  'proof',
  'smoke',
  'pack',
  'registry',
  'output',
  'subject',
  'github',
]

/** The rooms around a packed binary share their work. */
const AROUND_PACKING = ['isolation', 'proof', 'smoke', 'pack']
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
  if (AROUND_PACKING.includes(user) && AROUND_PACKING.includes(used)) return true
  if (WORLD.includes(user)) return PURE.includes(used) || used === 'host'
  return user === 'host' && PURE.includes(used)
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
    logLevel: 'silent',
  })
  return Object.fromEntries(Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports]))
}

describe('the import graph', () => {
  it('lets pure rooms import those before them, worldly rooms pure rooms and host/, and only commands/ compose', async () => {
    const graph = await importGraph()
    expect(Object.keys(graph).length).toBeGreaterThan(50)
    const wrong = Object.entries(graph).flatMap(([file, imports]) =>
      imports
        .filter(
          target =>
            target.external !== true && target.path.startsWith('src/') && !mayImport(file, target.path),
        )
        .map(target => `${file} imports ${target.path}`),
    )
    expect(wrong).toEqual([])
  })

  it('keeps I/O out of the pure rooms, and the toolkit in host/ and github/', async () => {
    const wrong = Object.entries(await importGraph()).flatMap(([file, imports]) =>
      imports
        .filter(target => target.external === true && !mayUse(file, target.path))
        .map(target => `${file} imports ${target.path}`),
    )
    expect(wrong).toEqual([])
  })

  it('has no cycle', async () => {
    const graph = await importGraph()
    const done = new Set<string>()
    const visit = (file: string, trail: readonly string[]): string[] => {
      if (trail.includes(file)) return [[...trail.slice(trail.indexOf(file)), file].join(' → ')]
      if (done.has(file)) return []
      done.add(file)
      return (graph[file] ?? []).flatMap(target => visit(target.path, [...trail, file]))
    }
    expect(sources.flatMap(file => visit(file, []))).toEqual([])
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
    const long = texts.filter(
      ({ file, text }) => text.split('\n').length > 260 && !/mozilla-roots|inputs\.ts/.test(file),
    )
    expect(long.map(({ file }) => file)).toEqual([])
  })
})
