import { clause } from '../../clause.ts'
import path from 'node:path'
import type { BinaryPlace } from '../../declare/binary-place.ts'
import type { PlatformSpec, MainSpec } from '../../declare/spec.ts'
import type { BuildContext } from '../../compile/build-context.ts'
import { listDependencies, type Dependency } from '../../compile/dependencies.ts'
import { findAmong, findMains, type FoundMain } from '../../compile/find-mains.ts'
import { compile, compileOnly } from '../../compile/go-build.ts'
import { readEmbeddedFiles } from '../../compile/read-embedded-files.ts'
import type { EmbeddedFile } from '../../binary/embedded-file.ts'
import type { LinkedBinary } from '../../compile/linked-binary.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import { withSideWork, type Begin } from '../../host/side-work.ts'
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
export async function linkBinaries(host: Host, spec: PlatformSpec, go: GoToolchain | null): Promise<Linked> {
  const { source } = spec
  if (source.kind === 'binary') return prebuilt(source)
  const toolchain = requireToolchain(go)
  return link(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)))
}

type Check = (binaries: readonly BinaryPlace[]) => void

/**
 * Does the same as `linkBinaries`. Go lists the packages at the same time, because linking keeps one core busy.
 *
 * @param check gets the binaries' names as soon as they are known, and may throw
 */
export async function linkService(
  host: Host,
  spec: PlatformSpec,
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
  if (only !== undefined && more.length === 0)
    return withSideWork(host, (inside, begin) => linkOnly(inside, spec, toolchain, only, check, begin))
  const mains = await findMains(host, toolchain, source.mains, context)
  check(mains)
  return withSideWork(host, async (inside, begin) => {
    const listed = begin(listWithFiles(inside, toolchain, context, mains))
    return { ...(await link(inside, spec, toolchain, mains)), ...(await listed) }
  })
}

/**
 * Checks a single main while it compiles, because nearly always nothing is wrong with it. If both fail, the message
 * about the main is more useful.
 */
async function linkOnly(
  host: Host,
  spec: PlatformSpec,
  go: GoToolchain,
  named: MainSpec,
  check: Check,
  begin: Begin,
): Promise<LinkedService> {
  const context = contextOf(spec)
  const compiling = begin(compileOnly(host, go, { ...context, output: linkedDirectory(host) }, named.path))
  const { packages, dependencies } = await listDependencies(host, go, context, [named.path])
  const mains = await findAmong(host, go, [named], context, packages)
  check(mains)
  const { file, output } = await compiling
  const [found] = mains
  if (found === undefined) throw nothingCompiled(spec)
  const binary = {
    name: found.name,
    directory: found.directory,
    file,
    main: found.path,
    importPath: found.importPath,
  }
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
  const paths = mains.map(main => main.path)
  const { dependencies } = await listDependencies(host, go, context, paths)
  return { dependencies, embedded: await readEmbeddedFiles(dependencies) }
}

function prebuilt({
  name,
  directory,
  path: file,
}: Extract<PlatformSpec['source'], { kind: 'binary' }>): Linked {
  return { binaries: [{ name, directory, file, main: null, importPath: null }], output: '' }
}

async function link(
  host: Host,
  spec: PlatformSpec,
  go: GoToolchain,
  mains: readonly FoundMain[],
): Promise<Linked> {
  const request = { ...contextOf(spec), mains, output: linkedDirectory(host) }
  const { binaries, output } = await compile(host, go, request)
  const [first, ...others] = binaries
  if (first === undefined) throw nothingCompiled(spec)
  return { binaries: [first, ...others], output }
}

function nothingCompiled({ workingDirectory }: PlatformSpec): Failure {
  return new Failure(
    'compile',
    { what: clause`no main package was compiled` },
    { fields: { directory: workingDirectory } },
  )
}

function contextOf({ compile: spec, platform, workingDirectory }: PlatformSpec): BuildContext {
  return { spec, platform, workingDirectory }
}

function requireToolchain(go: GoToolchain | null): GoToolchain {
  if (go === null) throw new Error('a main package is compiled by a toolchain that was not resolved')
  return go
}
