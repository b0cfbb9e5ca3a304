import { clause } from '../clause.ts'
import type { MergeSpec } from '../declare/declare-merge.ts'
import { input } from '../declare/input-part.ts'
import { problemsFailure, wrongValue } from '../declare/problem.ts'
import type { Host } from '../host/host.ts'
import { labelledLog } from '../host/labelled-log.ts'
import { type ImageRoot, rootOf } from '../image/image-set.ts'
import { checkResults, type WholeImage } from '../plan/check-results.ts'
import { limitsOnNothing, mergedSet, mergedWeight } from '../plan/merged.ts'
import { differingTools } from '../plan/differing-tools.ts'
import type { Plan } from '../plan/plan.ts'
import { gate, type Gate } from '../report/gate.ts'
import { jointGate } from '../report/joint-gate.ts'
import { VERSION } from '../version.ts'
import type { ImageWeight, WeighIn } from '../weigh-in/weigh-in.ts'
import type { Published } from './steps/build/publish.ts'
import { type MergedImage, publishMerged } from './steps/plan/publish-merged.ts'
import { readPlanFile, shownPath } from './steps/plan/read-plan-file.ts'
import { readResults } from './steps/plan/read-results.ts'

/** The pieces of a plan, put together. */
export interface Merged {
  readonly weighIn: WeighIn
  readonly gate: Gate
  /** In the order of the plan. */
  readonly images: readonly { readonly name: string; readonly root: ImageRoot }[]
  /** What went wrong while tags were moved; `null` if nothing did. A Failure, unless it is a defect. */
  readonly failure: unknown
}

interface Judged extends MergedImage {
  readonly weight: ImageWeight
  readonly gate: Gate
}

/**
 * Puts the pieces of a plan together: checks the results, makes the index of each image, judges the whole, and moves the
 * tags last.
 *
 * @throws Failure `bad-input` where the results are not those of the plan. An exceeded budget is not a failure: `gate`
 *   reports it. A failure while publishing is in the result, beside what was published.
 */
export async function merge(host: Host, spec: MergeSpec): Promise<Merged> {
  const plan = await readPlanFile(host, spec.plan)
  checkId(host, spec, plan)
  const checked = checkResults(plan, await readResults(host, spec.results))
  if (!checked.ok) throw problemsFailure(checked.problems)
  const onNothing = checked.value.flatMap(limitsOnNothing)
  if (onNothing.length > 0) throw problemsFailure(onNothing)
  const pushes = pushedBy(host, spec, plan)
  for (const notice of checked.value.flatMap(differingTools)) host.log.notice(notice)

  const [first, ...others] = checked.value
  const judged: readonly [Judged, ...Judged[]] = [
    judge(host, first),
    ...others.map(image => judge(host, image)),
  ]
  const [only, ...more] = judged
  const whole =
    more.length === 0
      ? only.gate
      : jointGate(
          judged.map(one => ({ name: one.weight.name, status: one.weight.budget.status, gate: one.gate })),
        )
  for (const { weight, gate: own } of judged) {
    const log = more.length === 0 ? host.log : labelledLog(host.log, `Image ${weight.name}`)
    for (const notice of own.notices) log.notice(notice)
  }

  const pushed = pushes && whole.publish ? judged.filter(image => image.whole.planned.push) : []
  const published = await publishMerged(host, pushed, spec)
  const images = judged.map(image => {
    const at = pushed.indexOf(image)
    return at < 0 ? image.weight : withPublished(image.weight, published[at])
  })
  return {
    gate: whole,
    images: judged.map(({ weight, set }) => ({ name: weight.name, root: rootOf(set) })),
    failure: published.find(({ failure }) => failure !== null)?.failure ?? null,
    weighIn: {
      schemaVersion: 2,
      bantam: VERSION,
      revision: plan.revision,
      images,
      stages: stagesOf(checked.value),
    },
  }
}

/**
 * A job that builds can replace the plan, but not what another job reported of it.
 *
 * @throws Failure `bad-input`
 */
function checkId(host: Host, { planId, plan: file }: MergeSpec, { id }: Plan): void {
  if (planId === null || planId === id) return
  const because = clause`is not the id of ${shownPath(host, file)}, which is ${id}: the file was replaced, or is of another run; merge the plan that has this id`
  throw problemsFailure([wrongValue('plan-id', planId, because)])
}

/** Whether this run moves the tags of the plan. Its own event decides, because a plan can come from anywhere. */
function pushedBy(host: Host, { wish, push, plan: file }: MergeSpec, plan: Plan): boolean {
  const asked = plan.images.some(image => image.push)
  if (!asked && wish === 'true')
    throw problemsFailure([
      wrongValue(
        'push',
        'true',
        clause`moves the tags of the plan, and ${file} has none to move; make it with ${input('push')} and ${input('image')}`,
      ),
    ])
  if (asked && !push)
    host.log.notice(
      clause`the plan pushes, but this run moves no tag; to move the tags, give ${input('push', 'true')}`,
    )
  return asked && push
}

function judge(host: Host, whole: WholeImage): Judged {
  const set = mergedSet(whole)
  const weight = mergedWeight(whole, set)
  const said = gate(weight.budget, whole.planned, host.surface, {
    imageSize: Math.max(...weight.platforms.map(({ sizes }) => sizes.imageSize)),
    noBaseline: weight.baseline?.reason ?? null,
  })
  return { whole, set, weight, gate: said }
}

function withPublished(weight: ImageWeight, published: Published | undefined): ImageWeight {
  if (published === undefined) return weight
  const { references, missing } = published
  return {
    ...weight,
    references,
    published: references.length > 0,
    ...(missing.length === 0 ? {} : { missing }),
  }
}

function stagesOf(images: readonly WholeImage[]): WeighIn['stages'] {
  return images.flatMap(({ pieces }) => pieces.flatMap(({ stages }) => stages))
}
