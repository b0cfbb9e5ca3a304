import path from 'node:path'
import type { ImageSpec } from '../../declare/spec.ts'
import type { BuildContext } from '../../compile/build-context.ts'
import { listDependencies, type Dependency } from '../../compile/dependencies.ts'
import { findMains, type FoundMain } from '../../compile/find-mains.ts'
import { compile } from '../../compile/go-build.ts'
import { readEmbeddedFiles } from '../../compile/read-embedded-files.ts'
import type { EmbeddedFile } from '../../binary/embedded-file.ts'
import type { LinkedBinary } from '../../compile/linked-binary.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { GoToolchain } from '../../toolchain/go-toolchain.ts'

/** At least one. */
export type LinkedBinaries = readonly [LinkedBinary, ...LinkedBinary[]]

export interface Linked {
  readonly binaries: LinkedBinaries
  /** What go printed although it succeeded. Empty for a binary that was there already. */
  readonly output: string
}

/** What is linked, and what it is made of. */
export interface LinkedService extends Linked {
  /** `null` for a binary that was there already: only Go knows its packages. */
  readonly dependencies: readonly Dependency[] | null
  /** What its packages embed. */
  readonly embedded: readonly EmbeddedFile[]
}

/** The linked binaries: compiled, or the one that the user gave. */
export async function linkBinaries(host: Host, spec: ImageSpec, go: GoToolchain | null): Promise<Linked> {
  const { source } = spec
  if (source.kind === 'binary') return prebuilt(source)
  const toolchain = requireToolchain(go)
  return link(host, spec, toolchain, await findMains(host, toolchain, source.mains, contextOf(spec)))
}

/**
 * As `linkBinaries`. Go lists the packages at the same time, because linking keeps one core busy.
 *
 * @param check gets the binaries' names as soon as they are known, before any is compiled, and may throw
 */
export async function linkService(
  host: Host,
  spec: ImageSpec,
  go: GoToolchain | null,
  check: (binaries: readonly { readonly name: string }[]) => void = () => {},
): Promise<LinkedService> {
  const { source } = spec
  if (source.kind === 'binary') {
    check([source])
    return { ...prebuilt(source), dependencies: null, embedded: [] }
  }
  const toolchain = requireToolchain(go)
  const context = contextOf(spec)
  const finding = findMains(host, toolchain, source.mains, context)
  const listing = source.mains.length > 0 ? listWithFiles(host, toolchain, context, source.mains) : null
  // If both fail, what is said of the mains, or what the compiler says, is more to the point.
  listing?.catch(() => {})
  const mains = await finding
  check(mains)
  const listed = listing ?? listWithFiles(host, toolchain, context, mains)
  listed.catch(() => {})
  return { ...(await link(host, spec, toolchain, mains)), ...(await listed) }
}

async function listWithFiles(
  host: Host,
  go: GoToolchain,
  context: BuildContext,
  mains: readonly Pick<FoundMain, 'path'>[],
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
  const request = { ...contextOf(spec), mains, output: path.join(host.temporary, 'linked') }
  const { binaries, output } = await compile(host, go, request)
  const [first, ...others] = binaries
  if (first === undefined) throw new Failure('compile', 'No main package was compiled.')
  return { binaries: [first, ...others], output }
}

function contextOf({ compile: spec, platform, workingDirectory }: ImageSpec): BuildContext {
  return { spec, platform, workingDirectory }
}

function requireToolchain(go: GoToolchain | null): GoToolchain {
  if (go === null) throw new Error('a main package is compiled by a toolchain that was not resolved')
  return go
}
