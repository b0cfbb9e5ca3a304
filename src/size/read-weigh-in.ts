import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { checkShape } from '../image/check-shape.ts'
import { WEIGH_IN } from '../weigh-in/shape/weigh-in.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'
import { otherVersion } from './other-version.ts'

/**
 * Reads JSON as a weigh-in of this version and checks its sums, because it can come from an untrusted source. The text
 * of a problem continues a sentence after `it`.
 */
export function readWeighIn(value: unknown): Parsed<WeighIn> {
  const other = otherVersion(value)
  if (other !== null) return problem(`${other.said}: ${other.older ? WEIGH_ANEW : TAKE_NEWER}`)
  const checked = checkShape(WEIGH_IN, value, 'schema/weigh-in.json')
  return checked.ok ? parsed(checked.value) : problem(`${checked.problem}; ${ANOTHER_BANTAM}`)
}

const WEIGH_ANEW = 'weigh the image itself again'
const TAKE_NEWER = 'use the version of Bantam that wrote it, or a newer one'

/** Before the first release, fields change without a new version number. */
const ANOTHER_BANTAM = `if another version of Bantam wrote it, ${WEIGH_ANEW}`
