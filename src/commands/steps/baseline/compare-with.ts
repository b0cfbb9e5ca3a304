import { declaredLimits } from '../../../declare/budget.ts'
import { formatPlatform } from '../../../declare/platform.ts'
import type { PlatformSpec } from '../../../declare/spec.ts'
import type { Baseline } from '../../../size/baseline.ts'
import { growthOf } from '../../../size/growth.ts'
import type { Growth } from '../../../weigh-in/growth.ts'
import type { BaselineReport, PlatformWeight } from '../../../weigh-in/weigh-in.ts'
import type { Weighed } from '../../../size/weighed.ts'
import { NOTHING, type FoundBaseline, type FoundImage, type ReadBaseline } from './found.ts'

/** The baseline and the growth over it, for the gate and the reports. */
export interface Comparison {
  readonly baseline: Baseline | null
  readonly report: BaselineReport | null
  readonly growth: Growth | null
}

/** Compares a finished image with the baseline. Of a weigh-in of several images, the one with its name counts. */
export function compareWith(
  found: FoundBaseline,
  spec: PlatformSpec,
  name: string,
  weight: Weighed & Pick<PlatformWeight, 'platform'>,
): Comparison {
  if (found.status !== 'read') {
    const { status, reason, report } = found
    const untold = report ?? (isNeeded(spec) ? { ...NOTHING, reason } : null)
    return { baseline: { status, reason }, report: untold, growth: null }
  }
  const { report } = found
  const image = imageNamed(found, name)
  if (image === undefined) {
    const reason = `${report.reference ?? 'what was found'} has no ${name} for ${formatPlatform(spec.platform)}`
    return {
      baseline: { status: 'absent', reason },
      report: { ...report, kind: 'none', reason },
      growth: null,
    }
  }
  const { weight: before, budget } = image
  return {
    baseline: { status: 'read', weight: before, budget },
    report,
    growth: growthOf(before, weight, { ofCommits: true }),
  }
}

/** The image with that name in a weigh-in of several images. */
export function imageNamed({ images }: ReadBaseline, name: string): FoundImage | undefined {
  return images.find(one => one.name === name) ?? (images.length === 1 ? images[0] : undefined)
}

function isNeeded({ budget }: PlatformSpec): boolean {
  return declaredLimits(budget).some(({ bound }) => bound.kind !== 'size')
}
