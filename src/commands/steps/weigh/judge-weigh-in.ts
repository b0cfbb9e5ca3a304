import type { Limit } from '../../../weigh-in/limit.ts'
import { type Budget, declaredLimits, parseBudget } from '../../../declare/budget.ts'
import type { Platform } from '../../../declare/platform.ts'
import { problemsFailure, wrongValue } from '../../../declare/problem.ts'
import type { Host } from '../../../host/host.ts'
import { type Gate, gate } from '../../../report/gate.ts'
import { unknownSubjects, unreadProgram } from '../../../size/subject.ts'
import { together } from '../../../size/together.ts'
import { judge } from '../../../size/verdict.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../../../weigh-in/weigh-in.ts'
import type { Verdict } from '../../../weigh-in/verdict.ts'

export interface Judged {
  readonly weighIn: WeighIn
  readonly gate: Gate
}

/**
 * Checks what was weighed against a budget, for every image and platform. The verdicts of an earlier run no longer
 * count.
 *
 * @param text `null`: there is no budget
 * @throws Failure `bad-input` for a budget that cannot be read, or that limits what is in none of the binaries
 */
export function judgeWeighIn({ surface }: Host, weighIn: WeighIn, text: string | null): Judged {
  const images = weighIn.images.map(image => ({ ...image, budget: judgeImage(image, text) }))
  const whole = together(images.map(({ budget }) => budget))
  const imageSize = Math.max(
    ...images.flatMap(({ platforms }) => platforms.map(({ sizes }) => sizes.imageSize)),
  )
  const declared = { budget: { kind: 'none' }, onOverBudget: 'fail' } as const
  return {
    weighIn: { ...weighIn, images },
    gate: gate(whole, declared, surface, { imageSize, noBaseline: null }),
  }
}

function judgeImage({ platforms }: ImageWeight, text: string | null): Verdict {
  const budget = budgetOf(
    platforms.map(({ platform }) => platformOf(platform)),
    text,
  )
  return together(
    platforms.map(weight => {
      // A program that was not read may contain it. The limit is then unmeasured.
      const unknown =
        unreadProgram(weight) === null ? unknownSubjects(limitsFor(budget, weight), weight.binaries) : []
      if (unknown.length > 0) throw problemsFailure(unknown)
      return judge({ budget, onOverBudget: 'fail' }, weight, null)
    }),
  )
}

function budgetOf(platforms: readonly Platform[], text: string | null): Budget {
  if (text === null) return { kind: 'none' }
  const budget = parseBudget(text, platforms)
  if (budget.ok) return budget.value
  throw problemsFailure(budget.wrong.map(({ line, because }) => wrongValue('budget', line, because)))
}

function limitsFor(budget: Budget, weight: Pick<PlatformWeight, 'platform'>): readonly Limit[] {
  return declaredLimits(budget).filter(({ platform }) => platform === null || platform === weight.platform)
}

/** An image from elsewhere may be for a platform that Bantam does not build for. */
function platformOf(text: string): Platform {
  const [os = '', architecture = '', variant] = text.split('/')
  return { os, architecture, ...(variant === undefined ? {} : { variant }) }
}
