import { clause } from '../clause.ts'
import type { PieceWish } from '../declare/declare-plan.ts'
import type { Given } from '../declare/given.ts'
import { input } from '../declare/input-part.ts'
import { didYouMean } from '../declare/nearest.ts'
import { formatPlatform, parsePlatform } from '../declare/platform.ts'
import { type Problem, problemsFailure, wrongInput, wrongValue } from '../declare/problem.ts'
import type { ImageSpec } from '../declare/spec.ts'
import type { Host } from '../host/host.ts'
import { disagreements } from '../plan/agreement.ts'
import { type Plan, type PlannedImage, plannedImage } from '../plan/plan.ts'
import type { DeclaredImage, DeclaredPiece, DeclaredRun } from './steps/declare-images.ts'
import { readPlanFile } from './steps/plan/read-plan-file.ts'

const STORED = clause`this run stores images by their digests and moves no tag, since ${input('plan')} is given`

type DeclareWhole = (host: Host, given: Given) => Promise<DeclaredRun>

/**
 * Declares the piece of a plan that this run builds. The inputs are those of the plan, so the whole of each image is declared
 * and compared with the plan first; then only the platforms that were asked for are kept.
 *
 * @throws Failure `bad-input`
 */
export async function declarePieces(
  host: Host,
  given: Given,
  wish: PieceWish,
  declareWhole: DeclareWhole,
): Promise<DeclaredRun & { readonly piece: DeclaredPiece }> {
  const plan = await readPlanFile(host, wish.plan)
  const planned = imagesAsked(plan, wish)
  const runs: DeclaredRun[] = []
  const images: DeclaredImage[] = []
  for (const one of planned) {
    const run = await declareWhole(host, wholeOf(given, one))
    runs.push(run)
    images.push(...run.images.map(image => pieceOf(host, { plan, planned: one, wish }, image)))
  }
  const [first, ...others] = images
  const [run] = runs
  if (first === undefined || run === undefined) throw new Error('a plan without an image')
  return {
    images: [first, ...others],
    // Eight runs would write eight comments, and only the merge knows the whole.
    run: {
      ...run.run,
      sboms: first.sboms,
      comment: null,
      pushReason: first.spec.publish.push ? STORED : run.run.pushReason,
    },
    file: run.file,
    piece: { plan, result: wish.result },
  }
}

/** The inputs for all platforms of the image, so that limits and annotations of each have a meaning. */
function wholeOf({ values, repeated, ...given }: Given, { key, platforms }: PlannedImage): Given {
  const { plan: _, result: __, only: ___, ...others } = values
  const { platforms: ____, only: _____, ...otherRepeated } = repeated ?? {}
  return {
    ...given,
    values: { ...others, platforms: platforms.join('\n'), ...(key === null ? {} : { only: key }) },
    ...(repeated === undefined ? {} : { repeated: otherRepeated }),
  }
}

/** @throws Failure `bad-input` for one that is not in the plan */
function imagesAsked({ images }: Plan, { only }: PieceWish): readonly PlannedImage[] {
  if (only.length === 0) return images
  const keys = images.flatMap(({ key }) => key ?? [])
  const unknown = only.filter(name => !keys.includes(name))
  if (unknown.length > 0)
    throw problemsFailure(
      unknown.map(name =>
        wrongValue(
          'only',
          name,
          keys.length === 0
            ? 'is for a plan of several images, and this plan has one; leave it out'
            : `is not in the plan${didYouMean(name, keys) || `, which has ${keys.join(', ')}`}`,
        ),
      ),
    )
  return images.filter(({ key }) => key !== null && only.includes(key))
}

interface Planned {
  readonly plan: Plan
  readonly planned: PlannedImage
  readonly wish: PieceWish
}

function pieceOf(host: Host, { plan, planned, wish }: Planned, image: DeclaredImage): DeclaredImage {
  const found = disagreements(planned, plannedImage(image, host.cwd), {
    planned: plan.revision,
    declared: image.spec.revision,
  })
  if (found.length > 0) throw problemsFailure(found.map(because => wrongInput('plan', because)))
  const wanted = platformsAsked(planned, wish)
  const keep = (index: number) => wanted.includes(planned.platforms[index] ?? '')
  return { ...image, spec: narrowed(image.spec, wanted), sboms: image.sboms.filter((_, at) => keep(at)) }
}

/** @throws Failure `bad-input` for one that is not in the plan */
function platformsAsked({ platforms }: PlannedImage, wish: PieceWish): readonly string[] {
  if (wish.platforms.length === 0) return platforms
  const problems: Problem[] = []
  const asked = wish.platforms.flatMap(text => {
    const platform = parsePlatform(text)
    const name = platform.ok ? formatPlatform(platform.value) : ''
    if (platforms.includes(name)) return [name]
    const because = platform.ok
      ? clause`is not in the plan, which has ${platforms.join(' and ')}; write one of them, or plan it too`
      : platform.problem
    problems.push(wrongValue('platforms', text, because))
    return []
  })
  if (problems.length > 0) throw problemsFailure(problems)
  return asked
}

function narrowed(spec: ImageSpec, wanted: readonly string[]): ImageSpec {
  const isWanted = ({ platform }: ImageSpec['platforms'][number]) => wanted.includes(formatPlatform(platform))
  const elsewhere = spec.platforms.filter(one => !isWanted(one)).map(({ platform }) => platform)
  const publish = { ...spec.publish, piece: { elsewhere } }
  const [first, ...others] = spec.platforms.filter(isWanted).map(platform => ({ ...platform, publish }))
  if (first === undefined) throw new Error('a piece without a platform')
  return { ...spec, publish, platforms: [first, ...others] }
}
