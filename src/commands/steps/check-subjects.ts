import { modulePaths } from '../../binary/module-paths.ts'
import { listDependencies } from '../../compile/go-list.ts'
import { isPart, type Limit } from '../../weigh-in/limit.ts'
import { problemsFailure } from '../../declare/problem.ts'
import type { ImageSpec } from '../../declare/spec.ts'
import type { Host } from '../../host/host.ts'
import { type NamedBinary, unknownSubjects } from '../../size/subject.ts'
import type { GoToolchain } from '../../tools/go-toolchain.ts'
import { imageNamed } from './baseline/compare-with.ts'
import type { FoundBaseline } from './baseline/found.ts'
import type { ReadBinary } from './read.ts'

interface Sources {
  readonly go: GoToolchain | null
  readonly binaries: readonly ReadBinary[]
  readonly baseline: Promise<FoundBaseline>
  /** The image's. */
  readonly name: string
}

/**
 * Refuses limits on a module or package that nobody has: a typing error would never be exceeded. Go and the baseline are asked
 * only where the binaries do not have it.
 *
 * @returns packages that are compiled in, though no byte of them is left
 * @throws Failure `bad-input`
 */
export async function checkSubjects(
  host: Host,
  spec: ImageSpec,
  { go, binaries, baseline, name }: Sources,
): Promise<readonly string[]> {
  const { budget } = spec
  const limits = (budget.kind === 'limits' ? budget.limits : []).filter(({ subject }) => isPart(subject))
  if (limits.length === 0) return []
  const named = binaries.map(nameBinary)
  const unknownWith = (before: readonly NamedBinary[], packages: readonly string[]) =>
    unknownSubjects(host.surface, limits, named, { before, packages })
  if (unknownWith([], []).length === 0) return []
  const packages = await packagesAmong(host, spec, go, binaries, limits)
  if (unknownWith([], packages).length === 0) return packages
  const found = await baseline
  // What the change removes only the baseline can know; where that cannot be read the gate says so.
  if (found.status === 'unreadable') return packages
  const image = found.status === 'read' ? imageNamed(found, name) : undefined
  const unknown = unknownWith(image?.weight.binaries ?? [], packages)
  if (unknown.length > 0) throw problemsFailure(unknown)
  return packages
}

function nameBinary({ linked: { name }, breakdown, executable: { buildInfo } }: ReadBinary): NamedBinary {
  const modules = modulePaths(buildInfo)
  return { name, breakdown: breakdown(), ...(modules === null ? {} : { modules }) }
}

/** Of the packages that are limited, those that Go compiles in. */
async function packagesAmong(
  host: Host,
  { source, compile, platform, workingDirectory }: ImageSpec,
  go: GoToolchain | null,
  binaries: readonly ReadBinary[],
  limits: readonly Limit[],
): Promise<readonly string[]> {
  const wanted = limits.flatMap(({ subject }) => (subject.kind === 'package' ? [subject.path] : []))
  if (wanted.length === 0 || go === null || source.kind === 'binary') return []
  const context = { spec: compile, platform, workingDirectory }
  const mains = binaries.flatMap(({ linked: { main } }) => main ?? [])
  const listed = new Set(await listDependencies(host, go, context, mains))
  return wanted.filter(path => listed.has(path))
}
