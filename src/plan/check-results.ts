import { firstOf } from '../declare/first-of.ts'
import { type Clause, clause } from '../clause.ts'
import { type Checked, type Problem, wrongValue, wrongInput } from '../declare/problem.ts'
import { decide, passes } from '../size/decision.ts'
import { checkPiece, type Piece } from './check-piece.ts'
import { imageName, type Plan, type PlannedImage } from './plan.ts'
import type { ImageResult, JobResult } from './result.ts'

/** A result, and the file that it was read from, as a message names it. */
export interface FoundResult {
  readonly file: string
  readonly result: JobResult
}

/** An image of the plan with all of its platforms, in the plan's order. */
export interface WholeImage {
  readonly planned: PlannedImage
  readonly pieces: readonly [Piece, ...Piece[]]
}

interface FoundPiece {
  readonly file: string
  readonly piece: Piece
}

/** Checks that the results are those of the plan: each platform of each image once, and what was weighed is what it is. */
export function checkResults(
  plan: Plan,
  results: readonly FoundResult[],
): Checked<readonly [WholeImage, ...WholeImage[]]> {
  const problems: Problem[] = []
  const found = new Map<string, FoundPiece>()
  const [strange, ...others] = results.filter(({ result }) => result.plan !== plan.id)
  if (strange !== undefined)
    problems.push(
      wrongValue(
        'results',
        strange.file,
        others.length === 0
          ? 'is of another plan; remove it, or merge it with the plan that it was built for'
          : `and ${others.length} more are of another plan; remove them, or merge them with the plan that they were built for`,
      ),
    )
  for (const { file, result } of results) {
    const wrong = (because: string | Clause) => void problems.push(wrongValue('results', file, because))
    if (result.plan !== plan.id) continue
    for (const image of result.images) checkImage(plan, image, { file, found, wrong })
  }
  const whole = plan.images.flatMap(planned => {
    const pieces = planned.platforms.flatMap(platform => found.get(placeOf(planned, platform))?.piece ?? [])
    const [first, ...others] = pieces
    return first === undefined ? [] : [{ planned, pieces: [first, ...others] as const }]
  })
  for (const { planned, pieces } of whole) {
    const names = [...new Set(pieces.map(({ image }) => image.name))]
    if (names.length > 1)
      problems.push(
        wrongInput(
          'results',
          clause`has results that call ${imageName(planned)} ${names.join(' and ')}; build all platforms from the same main`,
        ),
      )
  }
  // What is wrong in a result explains best why its piece is missing.
  const missing = problems.length > 0 ? [] : missingOf(plan, found)
  if (missing.length > 0)
    problems.push(
      wrongInput('results', clause`has no result of ${named(missing)}; run those jobs again, and then merge`),
    )
  const [first, ...rest] = whole
  return problems.length > 0 || first === undefined
    ? { ok: false, problems }
    : { ok: true, value: [first, ...rest] }
}

interface Seen {
  readonly file: string
  readonly found: Map<string, FoundPiece>
  readonly wrong: (because: string | Clause) => void
}

function checkImage(plan: Plan, image: ImageResult, { file, found, wrong }: Seen): void {
  const planned = plan.images.find(({ key }) => key === image.key)
  if (planned === undefined) return wrong('has an image that is not in the plan')
  const { weighIn, platforms } = image
  if (weighIn.bantam !== plan.bantam)
    return wrong(
      `was weighed by another Bantam than the plan's ${plan.bantam}; use one version in all jobs, and run the job again`,
    )
  if (weighIn.revision !== plan.revision) return wrong('was built from another commit than the plan')
  if (weighIn.images.length !== 1) return wrong('weighs several images as one')
  if (weighIn.images[0]?.platforms.length !== platforms.length)
    return wrong('weighs other platforms than it has images for')
  for (const one of platforms) {
    const { platform } = one
    const place = placeOf(planned, platform)
    const earlier = found.get(place)
    if (!planned.platforms.includes(platform)) {
      wrong(`has ${imageName(planned)} for a platform that is not in the plan`)
    } else if (earlier !== undefined) {
      wrong(
        clause`has ${imageName(planned)} for ${platform}, which ${earlier.file === file ? 'it' : earlier.file} has too; remove one of them`,
      )
    } else {
      const piece = checkPiece(planned, image, one)
      const missing = piece.ok ? notPushed(planned, piece.value) : null
      if (!piece.ok) wrong(clause`is not to be trusted: ${platform} ${piece.problem}`)
      else if (missing !== null) wrong(clause`${missing}: ${platform} of ${imageName(planned)}`)
      else found.set(place, { file, piece: piece.value })
    }
  }
}

/**
 * Where the gate said no, nothing is pushed, and the merge says why. Otherwise all of it must be there, or nothing where the
 * plan does not push.
 */
function notPushed({ push, budget }: PlannedImage, { pushed, image }: Piece): string | null {
  const refused = budget.kind === 'undeclared' || !passes(decide(image.budget, budget, 'action'))
  if (pushed && !push) return 'pushed what the plan does not push'
  return push && !pushed && !refused ? 'did not push what the plan pushes' : null
}

function placeOf({ key }: Pick<PlannedImage, 'key'>, platform: string): string {
  return JSON.stringify([key, platform])
}

function missingOf({ images }: Plan, found: ReadonlyMap<string, unknown>): readonly string[] {
  return images.flatMap(planned =>
    planned.platforms
      .filter(platform => !found.has(placeOf(planned, platform)))
      .map(platform => (planned.key === null ? platform : `${planned.key} for ${platform}`)),
  )
}

const MOST = 8

function named(missing: readonly string[]): string {
  const last = missing.at(-1) ?? ''
  if (missing.length > MOST || missing.length === 1) return firstOf(missing, MOST)
  return `${missing.slice(0, -1).join(', ')} and ${last}`
}
