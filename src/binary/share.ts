/**
 * Bytes of the file and the package they belong to. A breakdown is made of shares that do not overlap and add up to the
 * file.
 */
export interface Share {
  /**
   * The import path as Go's symbol names have it (`main`, `gopkg.in/yaml.v3`); `null` for bytes that belong to no
   * package.
   */
  readonly package: string | null
  readonly kind: ShareKind
  /** A function's name without its package, an embedded file's path, a section's name. */
  readonly name: string
  readonly bytes: number
}

export type ShareKind =
  'function' | 'types' | 'data' | 'embed' | 'pclntab' | 'debug' | 'symbols' | 'header' | 'unknown'

/** A stretch of the file whose meaning is known: its parts, and the kind of the bytes between them. */
export interface Claim {
  readonly start: number
  readonly end: number
  /**
   * Their sum is at most `end - start`. They are generated while they are read, because each of 100,000 functions has
   * several.
   */
  readonly shares: Iterable<Share>
  readonly rest: Omit<Share, 'bytes'>
}

/** Makes the shares again on each iteration, so that they are never held in memory. */
export function lazily(make: () => Iterator<Share>): Iterable<Share> {
  return { [Symbol.iterator]: make }
}

export function inTurn(one: Iterable<Share>, other: Iterable<Share>): Iterable<Share> {
  return lazily(function* () {
    yield* one
    yield* other
  })
}

export function sumOf(parts: Iterable<{ readonly bytes: number }>): number {
  let sum = 0
  for (const { bytes } of parts) sum += bytes
  return sum
}
