import { type Clause, clause } from '../clause.ts'
import type { NotPublished } from '../weigh-in/weigh-in.ts'

/**
 * Describes what a run that failed while it published has done: where the image is, and where it is not.
 *
 * @param places where the image was published: references and paths
 * @param withoutSbom repositories that have the image and not its SBOM
 */
export function failedPublication(
  places: readonly string[],
  missing: readonly NotPublished[],
  withoutSbom: readonly string[] = [],
): Clause {
  if (places.length === 0) return clause`nothing was published`
  const not = missing.map(({ reference }) => reference)
  const image = clause`the image is at ${listed(places)}${not.length === 0 ? '' : `, but not at ${listed(not)}`}`
  return withoutSbom.length === 0 ? image : clause`${image}, and its SBOM is not in ${listed(withoutSbom)}`
}

/** Returns the reasons of missing references that differ from the first reason, or `undefined` if none differs. */
export function otherReasons(missing: readonly NotPublished[]): string | undefined {
  const [first, ...others] = missing
  const different = others.filter(({ reason }) => reason !== first?.reason)
  return different.length === 0
    ? undefined
    : different.map(({ reference, reason }) => `${reference}: ${reason}`).join('\n')
}

function listed(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`
}
