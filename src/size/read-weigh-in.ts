import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { checkShape } from '../image/check-shape.ts'
import { SCHEMA_VERSION, WEIGH_IN } from '../weigh-in/shape/weigh-in.ts'
import type { WeighIn } from '../weigh-in/weigh-in.ts'

/**
 * Reads JSON as a weigh-in of this version and checks its sums, because it can come from an untrusted source. The text
 * of a problem continues a sentence after `it`.
 */
export function readWeighIn(value: unknown): Parsed<WeighIn> {
  const version: unknown =
    typeof value === 'object' && value !== null && 'schemaVersion' in value ? value.schemaVersion : null
  if (typeof version === 'number' && version !== SCHEMA_VERSION) return problem(otherVersion(version))
  const checked = checkShape(WEIGH_IN, value, 'schema/weigh-in.json')
  return checked.ok ? parsed(checked.value) : problem(`${checked.problem}; ${ANOTHER_BANTAM}`)
}

/** Before the first release, fields change without a new version number. */
const ANOTHER_BANTAM = 'if another version of Bantam wrote it, weigh the image itself again'

function otherVersion(version: number): string {
  const advice =
    version > SCHEMA_VERSION
      ? 'use the version of Bantam that wrote it, or a newer one'
      : 'weigh the image itself again'
  return `has schemaVersion ${version}, and this Bantam reads ${SCHEMA_VERSION}: ${advice}`
}
