import { clause } from '../clause.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import { formatReference, type Reference } from '../declare/reference.ts'
import { input } from '../declare/input-part.ts'
import { Failure } from '../failure.ts'
import { excerpt } from '../host/excerpt.ts'

/**
 * Returns the reason not to move a tag: it names an image for other platforms. A tag names one image, so moving it
 * would break pulls for those platforms. `null` if the present image is for the same platform, or is not an image.
 */
export function otherPlatform(
  reference: Reference,
  ours: Platform,
  there: readonly Platform[],
  when: 'before' | 'meanwhile',
): Failure | null {
  const own = formatPlatform(ours)
  const others = there.map(formatPlatform).filter(platform => platform !== own)
  if (others.length === 0) return null
  const tag = reference.identifier
  const named = excerpt(others.join(' and '))
  const wouldReplace =
    when === 'before'
      ? `holds ${named}, which pushing ${own} would replace`
      : `holds ${named}, which another run has pushed there instead of ${own}`
  const meant = `${tag}-${own.replace(/^[^/]*\//, '').replaceAll('/', '-')}`
  const shown = formatReference(reference)
  return new Failure(
    'registry',
    {
      what: clause`${shown} ${wouldReplace}`,
      fix: clause`give each platform a tag of its own, such as ${input('tags', meant)}, or delete ${tag} first`,
    },
    { fields: { registry: reference.registry, reference: shown, platform: own } },
  )
}
