import { clause } from '../../clause.ts'
import path from 'node:path'
import type { ImageSpec, MainSpec } from '../../declare/spec.ts'
import type { BuildContext } from '../../compile/build-context.ts'
import { listDependencies, listWithDependencies, type Dependency } from '../../compile/dependencies.ts'
import { findAmong, findMains, type FoundMain } from '../../compile/find-mains.ts'
import { compile, compileOnly } from '../../compile/go-build.ts'
import { readEmbeddedFiles } from '../../compile/read-embedded-files.ts'
import type { EmbeddedFile } from '../../binary/embedded-file.ts'
import type { LinkedBinary } from '../../compile/linked-binary.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'

/** At least one. */
export type LinkedBinaries = readonly [LinkedBinary, ...LinkedBinary[]]

export interface Linked {
  readonly binaries: LinkedBinaries
  /** What go printed although it succeeded. Empty for a binary that the user supplied. */
  readonly output: string
}

/** The linked binaries, and the packages they are made of. */
export interface LinkedService extends Linked {
  /** `null` for a binary that the user supplied: only Go knows its packages. */
  readonly dependencies: readonly Dependency[] | null
  /** The files that its packages embed. */
  readonly embedded: readonly EmbeddedFile[]
}

/** Returns the linked binaries: compiled, or the one that the user supplied. */
export async function linkBinaries(host: Host, spec: ImageSpec, go: GoToolchain | null): Promise<Linked> {
  const { source } = spec
  if (source.kind === 'binary') return prebuilt(source)
  const toolchain = requireToolchain(go)
  return link(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)))
}

type Check = (binaries: readonly { readonly name: string }[]) => void

/**
 * Does the same as `linkBinaries`. Go lists the packages at the same time, because linking keeps one core busy.
 *
 * @param check gets the binaries' names as soon as they are known, and may throw
 */
export async function linkService(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain | null,
  check: Check = () => {},
): Promise<LinkedService> {
  const { source } = spec
  if (source.kind === 'binary') {
    check([source])
    return { ...prebuilt(source), dependencies: null, embedded: [] }
  }
  const toolchain = requireToolchain(go)
  const context = contextOf(spec)
  const [only, ...more] = source.mains
  if (only !== undefined && more.length === 0) return linkOnly(host, spec, toolchain, only, check)
  const mains = await findMains(host, toolchain, source.mains, context)
  check(mains)
  const listed = listWithFiles(host, toolchain, context, mains)
  listed.catch(() => {})
  return { ...(await link(host, spec, toolchain, mains)), ...(await listed) }
}

/** Checks a single main while it compiles, because nearly always nothing is wrong with it. */
async function linkOnly(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain,
  named: MainSpec,
  check: Check,
): Promise<LinkedService> {
  const context = contextOf(spec)
  const compiling = compileOnly(host, go, { ...context, output: linkedDirectory(host) }, named.path)
  // If both fail, the message about the main is more useful.
  compiling.catch(() => {})
  const { packages, dependencies } = await listWithDependencies(host, go, context, named.path)
  const mains = await findAmong(host, go, [named], context, packages)
  check(mains)
  const { file, output } = await compiling
  const [found] = mains
  if (found === undefined) throw nothingCompiled(spec)
  const binary = { name: found.name, file, main: found.path, importPath: found.importPath }
  return { binaries: [binary], output, dependencies, embedded: await readEmbeddedFiles(dependencies) }
}

function linkedDirectory(host: Host): string {
  return path.join(host.temporary, 'linked')
}

async function listWithFiles(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  mains: readonly FoundMain[],
): Promise<Pick<LinkedService, 'dependencies' | 'embedded'>> {
  const dependencies = await listDependencies(host, go, context, mains)
  return { dependencies, embedded: await readEmbeddedFiles(dependencies) }
}

function prebuilt({ name, path: file }: Extract<ImageSpec['source'], { kind: 'binary' }>): Linked {
  return { binaries: [{ name, file, main: null, importPath: null }], output: '' }
}

async function link(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain,
  mains: readonly FoundMain[],
): Promise<Linked> {
  const request = { ...contextOf(spec), mains, output: linkedDirectory(host) }
  const { binaries, output } = await compile(host, go, request)
  const [first, ...others] = binaries
  if (first === undefined) throw nothingCompiled(spec)
  return { binaries: [first, ...others], output }
}

function nothingCompiled({ workingDirectory }: ImageSpec): Failure {
  return new Failure(
    'compile',
    { what: clause`no main package was compiled` },
    { fields: { directory: workingDirectory } },
  )
}

function contextOf({ compile: spec, platform, workingDirectory }: ImageSpec): BuildContext {
  return { spec, platform, workingDirectory }
}

function requireToolchain(go: GoToolchain | null): GoToolchain {
  if (go === null) throw new Error('a main package is compiled by a toolchain that was not resolved')
  return go
}
