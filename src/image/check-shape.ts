import * as v from 'valibot'
import { type Parsed, parsed, problem } from '../declare/parsed.ts'
import { type Digest, isDigest } from '../weigh-in/digest.ts'

/**
 * Returns `value` if it matches the schema, otherwise a problem that names the wrong field but none of the content.
 *
 * @param by the source of the schema, for the message
 */
export function checkShape<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  by = 'the specification',
): Parsed<v.InferOutput<Schema>> {
  const checked = v.safeParse(schema, value, { abortEarly: true })
  if (checked.success) return parsed(checked.output)
  const place = v.getDotPath(checked.issues[0]) ?? ''
  // A key can come from an untrusted document.
  const shown = place.length <= 80 && /^\w+(?:\.\w+)*$/.test(place) ? ` in ${place}` : ''
  return problem(`is not what ${by} has${shown}`)
}

export const DIGEST = v.custom<Digest>(value => typeof value === 'string' && isDigest(value))

/** A size in bytes. */
export const SIZE = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const STRINGS = v.nullish(v.record(v.string(), v.string()), {})

export const PLATFORM = v.object({
  os: v.string(),
  architecture: v.string(),
  variant: v.optional(v.string()),
})
