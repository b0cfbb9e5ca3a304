import { type GrowthBound, isPart, type Limit } from '../weigh-in/limit.ts'
import { metricRow } from '../weigh-in/metric.ts'
import type { LimitVerdict, Verdict } from '../weigh-in/verdict.ts'
import { worstStatus } from './worst-status.ts'
import { declaredLimits } from '../declare/budget.ts'
import type { PlatformSpec } from '../declare/spec.ts'
import { allowanceOf, limitOf } from './allowance.ts'
import type { Baseline } from './baseline.ts'
import { metricDelta } from './growth.ts'
import { isNoise } from './noise.ts'
import { droppedLimits, raisedFrom } from './raised.ts'
import { isAbsent, type Knowledge, type NamedBinary, sizeOf, unreadProgram } from './subject.ts'
import type { PlatformWeight } from '../weigh-in/weigh-in.ts'
import type { Sized } from './weighed.ts'

type Judged = Sized & Pick<PlatformWeight, 'platform'>

/**
 * Checks one platform's sizes against the budget, and its growth over the baseline if the budget limits growth. A size
 * equal to its limit is within it. A value that could not be measured is `unmeasured`, which always fails:
 * `onOverBudget` applies to known sizes only.
 *
 * @param baseline `null` if none was requested; limits on growth are then unmeasured
 * @param packages packages that are compiled in, even if no byte of them is left
 * @param others the binaries for other platforms: what only those contain has 0 bytes here
 */
export function judge(
  { budget, onOverBudget }: Pick<PlatformSpec, 'budget' | 'onOverBudget'>,
  weight: Judged,
  baseline: Baseline | null,
  packages: readonly string[] = [],
  others: readonly NamedBinary[] = [],
): Verdict {
  const declared = declaredLimits(budget)
  const dropped = droppedLimits(declared, weight.platform, baseline)
  const limits = declared
    .filter(({ platform }) => platform === null || platform === weight.platform)
    .map(limit => judgeLimit(limit, weight, baseline, { packages, before: others }))
  return verdictOf({ budget, onOverBudget }, limits, dropped)
}

/** The verdict that follows from limits which were checked one by one. */
export function verdictOf(
  { budget, onOverBudget }: Pick<PlatformSpec, 'budget' | 'onOverBudget'>,
  limits: readonly LimitVerdict[],
  dropped: Verdict['dropped'],
): Verdict {
  if (declaredLimits(budget).length === 0) return { status: 'none', waived: false, limits, dropped }
  const status = worstStatus(limits, 'within')
  const over = limits.filter(limit => limit.status === 'over')
  const lenient =
    onOverBudget === 'warn' || (onOverBudget === 'fail-if-grown' && over.every(({ inherited }) => inherited))
  return { status, waived: status === 'over' && lenient, limits, dropped }
}

function judgeLimit(
  limit: Limit,
  weight: Judged,
  baseline: Baseline | null,
  { packages, before: others }: Knowledge,
): LimitVerdict {
  const { subject, bound } = limit
  const actual = known(sizeOf(subject, weight))
  const before = baseline?.status === 'read' ? known(sizeOf(subject, baseline.weight)) : null
  const growth = growthOf(limit, weight, baseline)
  const compared: Compared = { limit, weight, baseline, actual, before, growth }
  const earlier = baseline?.status === 'read' ? baseline.weight.binaries : []
  const finding = isAbsent(subject, weight.binaries, { before: [...earlier, ...others], packages })
    ? unmeasured('it is not in any of the binaries')
    : bound.kind === 'size'
      ? judgeSize(bound.amount, compared)
      : judgeGrowth(bound, compared)
  return {
    subject,
    bound,
    platform: weight.platform,
    limit: limitOf(bound, before),
    actual,
    before,
    growth,
    inherited: false,
    ...finding,
    raisedFrom: raisedFrom(limit, weight.platform, baseline),
  }
}

interface Compared {
  readonly limit: Limit
  readonly weight: Judged
  readonly baseline: Baseline | null
  readonly actual: number | null
  readonly before: number | null
  readonly growth: number | null
}

type Finding = Pick<LimitVerdict, 'status' | 'reason'> & Partial<Pick<LimitVerdict, 'inherited'>>

function judgeSize(amount: number, { limit, weight, actual, before, growth }: Compared): Finding {
  if (actual === null) return unknownSize(limit, weight)
  if (actual <= amount) return { status: 'within', reason: null }
  const overBefore = before !== null && before > amount
  return { status: 'over', reason: null, inherited: overBefore && grown(limit, before, growth) <= 0 }
}

function judgeGrowth(bound: GrowthBound, compared: Compared): Finding {
  const { limit, weight, baseline, actual, before, growth } = compared
  if (actual === null) return unknownSize(limit, weight)
  if (baseline === null) return unmeasured('no baseline was requested')
  if (baseline.status === 'absent') return { status: 'within', reason: 'there is no baseline' }
  if (baseline.status === 'unreadable') return unmeasured('the baseline could not be read')
  if (before === null || growth === null) return unmeasured('the baseline does not have this value')
  const within = grown(limit, before, growth) <= allowanceOf(bound, before)
  return { status: within ? 'within' : 'over', reason: null }
}

/** Returns the growth, or 0 if it is noise. */
function grown({ subject }: Limit, before: number, growth: number | null): number {
  if (growth === null) return Infinity
  return isNoise(subject, before, growth) ? 0 : growth
}

function growthOf({ subject }: Limit, weight: Judged, baseline: Baseline | null): number | null {
  if (baseline?.status !== 'read') return null
  if (!isPart(subject)) return known(metricDelta(subject.kind, baseline.weight, weight))
  const [before, after] = [sizeOf(subject, baseline.weight), sizeOf(subject, weight)]
  return before === null || after === null ? null : known(after - before)
}

/** Explains an unknown size. The report itself already shows a metric that was not measured. */
function unknownSize({ subject }: Limit, weight: Judged): Finding {
  const part = isPart(subject)
  const ofBinaries = part || metricRow(subject.kind).of === 'linked binaries'
  const unread = ofBinaries ? unreadProgram(weight) : null
  return unmeasured(unread ?? (part ? 'the contents of the binaries are not known' : null))
}

function unmeasured(reason: string | null): Finding {
  return { status: 'unmeasured', reason }
}

export function known(size: number | null): number | null {
  return size !== null && Number.isFinite(size) ? size : null
}
