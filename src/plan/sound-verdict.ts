import { declaredLimits } from '../declare/budget.ts'
import { formatLimit } from '../declare/limit.ts'
import { allowanceOf } from '../size/allowance.ts'
import { isNoise } from '../size/noise.ts'
import { sizeOf } from '../size/subject.ts'
import { known, verdictOf } from '../size/verdict.ts'
import type { Limit } from '../weigh-in/limit.ts'
import type { LimitVerdict, Verdict } from '../weigh-in/verdict.ts'
import type { PlatformWeight } from '../weigh-in/weigh-in.ts'
import type { PlannedImage } from './plan.ts'

/** The limits of the plan for a platform, as a verdict has them. */
export function limitsFor({ budget }: Pick<PlannedImage, 'budget'>, platform: string): readonly Limit[] {
  return declaredLimits(budget)
    .filter(limit => limit.platform === null || limit.platform === platform)
    .map(limit => ({ ...limit, platform }))
}

/** What a run says of the limits of one platform. */
function verdictOn({ limits }: Verdict, platform: string): readonly LimitVerdict[] {
  return limits.filter(limit => limit.platform === platform)
}

/**
 * Why a verdict cannot be that of the plan's budget on these sizes, as the end of a sentence; `null` if it can. A run that
 * calls a size within its limit is not believed where the numbers that it gives say otherwise.
 */
export function unsound(
  planned: Pick<PlannedImage, 'budget'>,
  verdict: Verdict,
  weight: PlatformWeight,
): string | null {
  const { platform } = weight
  const wanted = limitsFor(planned, platform)
  const found = verdictOn(verdict, platform)
  const missing = wanted.find(limit => !found.some(other => formatLimit(limit) === formatLimit(other)))
  if (missing !== undefined) return `was not checked against "${formatLimit(missing)}" of the plan's budget`
  if (found.length !== wanted.length) return "was checked against limits that are not in the plan's budget"
  const wrong = found.find(limit => !isSound(limit, weight))
  if (wrong !== undefined)
    return `says that "${formatLimit(wrong)}" is ${wrong.status}, which its own sizes contradict`
  return null
}

function isSound(limit: LimitVerdict, weight: PlatformWeight): boolean {
  const { subject, bound, actual, before, growth, status, inherited, reason } = limit
  if (actual !== known(sizeOf(subject, weight))) return false
  const grown = growth === null || before === null ? Infinity : isNoise(subject, before, growth) ? 0 : growth
  if (inherited && !(bound.kind === 'size' && before !== null && before > bound.amount && grown <= 0))
    return false
  if (status !== 'within') return true
  if (actual === null) return false
  if (bound.kind === 'size') return actual <= bound.amount
  // Without a baseline there is nothing to compare with.
  if (before === null || growth === null) return reason !== null
  return grown <= allowanceOf(bound, before)
}

/** The verdict on one platform by the plan's own rules. */
export function judged(
  planned: Pick<PlannedImage, 'budget' | 'onOverBudget'>,
  verdict: Verdict,
  platform: string,
): Verdict {
  return verdictOf(planned, verdictOn(verdict, platform), verdict.dropped)
}
