import type { CacheEntry } from './cache-entries.ts'

/** An entry that `main` leaves for `post` to save. */
export interface Unsaved extends Pick<CacheEntry, 'name' | 'path' | 'key'> {
  /** What the directory held before this run. If it has not changed, it does not need to be saved. */
  readonly listing: string | null
}

export function encodeState(unsaved: readonly Unsaved[]): string {
  return JSON.stringify(unsaved)
}

/**
 * Reads the state. It is empty if the state is missing or was not written by `encodeState`, for example by another
 * version of the action.
 */
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
