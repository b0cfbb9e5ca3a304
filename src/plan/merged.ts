import { declaredLimits } from '../declare/budget.ts'
import type { Problem } from '../declare/problem.ts'
import type { ImageSet } from '../image/image-set.ts'
import { imageSet } from '../image/image-set.ts'
import { unknownSubjects } from '../size/subject.ts'
import { together } from '../size/together.ts'
import { isPart, isSameSubject } from '../weigh-in/limit.ts'
import type { ImageWeight } from '../weigh-in/weigh-in.ts'
import type { WholeImage } from './check-results.ts'
import { judged } from './sound-verdict.ts'

/** The index over all platforms, or the manifest of the only one: the same bytes as those of one run for all of them. */
export function mergedSet({ planned, pieces }: WholeImage): ImageSet {
  const [first, ...others] = pieces.map(({ platform, manifest, config }) => ({
    platform,
    // They are in the registry already.
    layers: [],
    manifest,
    config,
  }))
  if (first === undefined) throw new Error('an image without a platform')
  const { annotations, descriptors } = planned.index
  return imageSet([first, ...others], { index: annotations, descriptor: {}, images: descriptors })
}

/** The weight of the whole image with the verdict on all of its platforms, before anything is published. */
export function mergedWeight({ planned, pieces }: WholeImage, { root }: ImageSet): ImageWeight {
  const baselines = pieces.flatMap(({ image }) => image.baseline ?? [])
  return {
    name: pieces[0].image.name,
    references: [],
    digest: root.digest,
    published: false,
    budget: together(pieces.map(({ image, weight }) => judged(planned, image.budget, weight.platform))),
    baseline: baselines.find(({ reason }) => reason === null) ?? baselines[0] ?? null,
    platforms: pieces.map(({ weight }) => weight),
  }
}

/**
 * Limits on a module or package that no platform has. A run for one platform lets them pass, because another platform may
 * have it.
 */
export function limitsOnNothing({ planned, pieces }: WholeImage): readonly Problem[] {
  const unreadable = pieces.some(
    ({ image: { baseline } }) => baseline !== null && baseline.kind !== 'none' && baseline.reason !== null,
  )
  if (unreadable) return []
  const verdicts = pieces.flatMap(({ image }) => image.budget.limits)
  const limits = declaredLimits(planned.budget).filter(
    ({ subject }) =>
      isPart(subject) &&
      !verdicts.some(limit => isSameSubject(limit.subject, subject) && (limit.before ?? 0) > 0),
  )
  // Binaries for several platforms have the same names, and those of the first are named.
  const [first, ...others] = pieces
  return unknownSubjects(limits, first.weight.binaries, {
    before: others.flatMap(({ weight }) => weight.binaries),
    packages: pieces.flatMap(({ packages }) => packages),
  })
}
