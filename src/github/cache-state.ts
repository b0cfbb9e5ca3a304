import type { CacheEntry } from './cache-entries.ts'

/** What `main` leaves to be saved by `post`. */
export interface Unsaved extends Pick<CacheEntry, 'name' | 'path' | 'key'> {
  /** What was there before this run; the same again needs no saving. */
  readonly listing: string | null
}

export function encodeState(unsaved: readonly Unsaved[]): string {
  return JSON.stringify(unsaved)
}

/** Nothing, where the state is missing or not one that `encodeState` wrote: another version of the action may have. */
export function decodeState(text: string): readonly Unsaved[] {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value.filter(isUnsaved) : []
  } catch {
    return []
  }
}

function isUnsaved(value: unknown): value is Unsaved {
  if (typeof value !== 'object' || value === null) return false
  const { name, path, key, listing } = value as Readonly<Record<string, unknown>>
  const known = name === 'modules' || name === 'build' || name === 'packed'
  return (
    known &&
    typeof path === 'string' &&
    typeof key === 'string' &&
    (listing === null || typeof listing === 'string')
  )
}
