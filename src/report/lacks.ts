import type { Needs } from '../weigh-in/needs.ts'
import type { BaseSetting } from '../weigh-in/weigh-in.ts'

/**
 * Things that a program can use but an image on `scratch` does not contain. Certificates, zones and `/tmp` are added to
 * the image.
 */
const LACKED: readonly (readonly [need: keyof Needs, words: string, input: string])[] = [
  ['exec', 'other programs (os/exec)', 'files'],
  ['users', 'users besides root, nonroot and nobody (os/user)', 'accounts'],
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
  const lacked = needs === null ? [] : LACKED.filter(([need]) => needs[need])
  if (lacked.length === 0) return null
  const what = lacked.map(([, words]) => words).join(' and ')
  const inputs = lacked.map(([, , input]) => input).join(' and ')
  return `can use ${what}, which the image has only if ${inputs} ${lacked.length === 1 ? 'adds' : 'add'} them`
}
