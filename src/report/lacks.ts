import type { Needs } from '../weigh-in/needs.ts'
import type { BaseSetting } from '../weigh-in/weigh-in.ts'

/**
 * Things that a program can use but an image on `scratch` does not contain. Certificates, zones and `/tmp` are added to
 * the image.
 */
const LACKED: readonly (readonly [keyof Needs, string])[] = [
  ['exec', 'other programs (os/exec)'],
  ['users', 'users besides root, nonroot and nobody (os/user)'],
]

/**
 * Returns one clause for the report: `can use other programs (os/exec), which only files adds`. It is not a notice,
 * because most programs can reach such code but never run it.
 *
 * @param base the base image, which may have all of it; the report lists its programs
 * @returns `null` if there is nothing to say
 */
export function lacks(needs: Needs | null, base?: BaseSetting): string | null {
  if (base !== undefined) return null
  const lacked = needs === null ? [] : LACKED.filter(([need]) => needs[need]).map(([, words]) => words)
  return lacked.length === 0
    ? null
    : `can use ${lacked.join(' and ')}, which the image has only if files adds them`
}
