import { digestOf } from '../image/digest.ts'
import type { Digest } from '../weigh-in/digest.ts'

/** The digest of a value as JSON, whatever the order of its fields. */
export function digestOfValue(value: unknown): Digest {
  return digestOf(new TextEncoder().encode(JSON.stringify(sorted(value))))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  // An array of pairs, because an object would put names that are numbers first.
  return {
    fields: fields
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, field]) => [name, sorted(field)]),
  }
}
