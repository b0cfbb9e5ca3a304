import * as v from 'valibot'
import { DIGEST_PATTERN, isDigest } from '../digest.ts'

/** A whole number of bytes, or a count. */
export const AMOUNT = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
/** A whole number that can be negative. */
export const CHANGE = v.pipe(v.number(), v.safeInteger())
export const MEASURE = v.pipe(v.number(), v.finite(), v.minValue(0))

export const DIGEST = v.pipe(v.string(), v.regex(DIGEST_PATTERN), v.guard(isDigest))

export const PLATFORM = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/),
  v.description('os/architecture[/variant]'),
)

export const TEXT = v.nullable(v.string())
export const TEXTS = v.array(v.string())
