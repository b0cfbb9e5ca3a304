import { modulePaths } from '../../../binary/module-paths.ts'
import { formatPlatform } from '../../../declare/platform.ts'
import { declaredLimits } from '../../../declare/budget.ts'
import type { Limit } from '../../../weigh-in/limit.ts'
import { problemsFailure } from '../../../declare/problem.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import type { Host } from '../../../host/host.ts'
import { type NamedBinary, unknownSubjects } from '../../../size/subject.ts'
import { isPart } from '../../../weigh-in/limit.ts'
import { imageNamed } from '../baseline/compare-with.ts'
import type { FoundBaseline } from '../baseline/found.ts'
import type { LinkedService } from '../link.ts'
import type { ReadBinary } from '../read.ts'

interface Sources {
  readonly service: Pick<LinkedService, 'dependencies'>
  readonly binaries: readonly ReadBinary[]
  readonly baseline: Promise<FoundBaseline>
  /** The image's name. */
  readonly name: string
  /** The binaries for the run's other platforms. A subject need only exist on one of them. */
  readonly others?: readonly NamedBinary[]
}

/**
 * Refuses limits on a module or package that does not exist: a limit with a typing error would never be exceeded. The
 * baseline is awaited only where neither the binaries nor Go's list contain it.
 *
 * @returns packages that are compiled in although the linker left none of their bytes
 * @throws Failure `bad-input`
 */
export async function checkSubjects(
  host: Host,
  spec: PlatformSpec,
  { service, binaries, baseline, name, others = [] }: Sources,
): Promise<readonly string[]> {
  const limits = limitsOn(spec).filter(({ subject }) => isPart(subject))
  if (limits.length === 0) return []
  const named = binaries.map(nameBinary)
  const unknownWith = (before: readonly NamedBinary[], packages: readonly string[]) =>
    unknownSubjects(limits, named, { before: [...before, ...others], packages })
  if (unknownWith([], []).length === 0) return []
  const packages = packagesAmong(service, limits)
  if (unknownWith([], packages).length === 0) return packages
  const before = binariesBefore(await baseline, name)
  const unknown = before === null ? [] : unknownWith(before, packages)
  // Another run of the plan may have it for its platform, and the merge looks at all of them.
  const elsewhere = spec.publish.piece?.elsewhere ?? []
  if (unknown.length > 0 && elsewhere.length === 0) throw problemsFailure(unknown)
  return packages
}

/**
 * The binaries of the baseline: only they show what the change removes. `null`: it cannot be read, and the gate reports
 * that.
 */
function binariesBefore(found: FoundBaseline, name: string): readonly NamedBinary[] | null {
  switch (found.status) {
    case 'read':
      return imageNamed(found, name)?.weight.binaries ?? []
    case 'absent':
      return []
    case 'unreadable':
      return null
  }
}

export function nameBinary({
  linked: { name },
  breakdown,
  executable: { buildInfo },
}: ReadBinary): NamedBinary {
  const modules = modulePaths(buildInfo)
  return { name, breakdown: breakdown(), ...(modules === null ? {} : { modules }) }
}

function limitsOn({ budget, platform }: PlatformSpec): readonly Limit[] {
  const own = formatPlatform(platform)
  return declaredLimits(budget).filter(limit => limit.platform === null || limit.platform === own)
}

/** The limited packages that Go compiles in. */
function packagesAmong(
  { dependencies }: Pick<LinkedService, 'dependencies'>,
  limits: readonly Limit[],
): readonly string[] {
  const listed = new Set(dependencies?.map(({ importPath }) => importPath))
  return limits.flatMap(({ subject }) =>
    subject.kind === 'package' && listed.has(subject.path) ? [subject.path] : [],
  )
}
