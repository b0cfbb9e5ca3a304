import { clause } from '../clause.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import { formatReference, type Reference } from '../declare/reference.ts'
import { input } from '../declare/input-part.ts'
import { Failure } from '../failure.ts'
import { excerpt } from '../host/excerpt.ts'

/**
 * Returns the reason not to move a tag: it has images for platforms that this run does not build, and moving it would
 * break pulls for those. `null` if there are none.
 */
export function otherPlatform(
  reference: Reference,
  ours: readonly Platform[],
  there: readonly Platform[],
  when: 'before' | 'meanwhile',
): Failure | null {
  const names = ours.map(formatPlatform)
  const others = there.map(formatPlatform).filter(platform => !names.includes(platform))
  if (others.length === 0) return null
  const tag = reference.identifier
  const own = names.join(' and ')
  const named = excerpt(others.join(' and '))
  const wouldReplace =
    when === 'before'
      ? `holds ${named}, which pushing ${own} would replace`
      : `holds ${named}, which another run has pushed there instead of ${own}`
  const all = [...names, ...others].join(',')
  const first = ours.length === 1 ? ours[0] : undefined
  const apart =
    first === undefined
      ? ''
      : clause`give each platform a tag of its own, such as ${input('tags', ownTag(tag, first))}, `
  return new Failure(
    'registry',
    {
      what: clause`${formatReference(reference)} ${wouldReplace}`,
      fix: clause`build all in one run with ${input('platforms', all)}, ${apart}or delete ${tag} first`,
    },
    { fields: { registry: reference.registry, reference: formatReference(reference), platform: own } },
  )
}

/** `v1-arm64` */
function ownTag(tag: string, platform: Platform): string {
  return `${tag}-${formatPlatform(platform)
    .replace(/^[^/]*\//, '')
    .replaceAll('/', '-')}`
}
