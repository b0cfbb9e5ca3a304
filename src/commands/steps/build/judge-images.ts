import { declaredLimits } from '../../../declare/budget.ts'
import type { Host } from '../../../host/host.ts'
import type { NamedBinary } from '../../../size/subject.ts'
import { judge } from '../../../size/verdict.ts'
import { together } from '../../../size/together.ts'
import type { Growth } from '../../../weigh-in/growth.ts'
import { isPart } from '../../../weigh-in/limit.ts'
import type { Verdict } from '../../../weigh-in/verdict.ts'
import type { BaselineReport } from '../../../weigh-in/weigh-in.ts'
import { compareWith, type Comparison } from '../baseline/compare-with.ts'
import { checkSubjects, nameBinary } from './check-subjects.ts'
import type { PlatformOnBase } from '../platform-on-base.ts'
import type { MadeImage } from './made-image.ts'

/** How the budget was kept on all platforms, and what each was compared with. */
export interface JudgedImages {
  readonly budget: Verdict
  /** For each image in its order; `null` where it has no baseline. */
  readonly growths: readonly (Growth | null)[]
  readonly baseline: BaselineReport | null
  /** Why an image has no usable baseline, as a clause; `null` if each has one, or none was asked for. */
  readonly noBaseline: string | null
  /** Packages with a limit that are compiled in although no byte of them is left. */
  readonly packages: readonly string[]
}

/**
 * Compares the images with their baselines, and checks each against the budget. A limit on a module or package needs to
 * know it on one of the platforms only.
 *
 * @throws Failure `bad-input` for a limit on what is on none of them
 */
export async function judgeImages(host: Host, made: readonly MadeImage[]): Promise<JudgedImages> {
  const comparisons: Comparison[] = []
  const verdicts: Verdict[] = []
  const compiledIn = new Set<string>()
  for (const one of made) {
    const { spec, name, weight, binaries, service, baseline } = one
    const others = made.filter(other => other !== one).flatMap(other => other.binaries.map(nameBinary))
    const packages =
      others.length === 0
        ? one.packages
        : await checkSubjects(host, spec, { service, binaries, baseline, name, others })
    for (const compiled of packages) compiledIn.add(compiled)
    const comparison = compareWith(await baseline, spec, name, weight)
    comparisons.push(comparison)
    verdicts.push(judge(spec, weight, comparison.baseline, packages, [...others, ...builtElsewhere(spec)]))
  }
  return {
    budget: together(verdicts),
    growths: comparisons.map(({ growth }) => growth),
    baseline: baselineOf(comparisons),
    noBaseline: whyNoBaseline(comparisons),
    packages: [...compiledIn],
  }
}

/**
 * The binaries of the platforms that other runs of a plan build, of which nothing is known yet: any of the limited modules
 * and packages may be in them. The merge knows.
 */
function builtElsewhere({ budget, publish }: PlatformOnBase): readonly NamedBinary[] {
  if ((publish.piece?.elsewhere ?? []).length === 0) return []
  const modules = declaredLimits(budget).flatMap(({ subject }) => (isPart(subject) ? [subject.path] : []))
  return [{ name: '', breakdown: null, modules }]
}

/** A baseline that was read, or else the first report that says why there is none. */
function baselineOf(comparisons: readonly Comparison[]): BaselineReport | null {
  const read = comparisons.find(({ baseline }) => baseline?.status === 'read')
  return read?.report ?? comparisons.find(({ report }) => report !== null)?.report ?? null
}

function whyNoBaseline(comparisons: readonly Comparison[]): string | null {
  const missing = comparisons.find(({ baseline, report }) => baseline?.status !== 'read' && report !== null)
  return missing?.report?.reason ?? null
}
