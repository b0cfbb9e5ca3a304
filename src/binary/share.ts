/** Bytes of the file and where they belong. A breakdown is made of these: none overlap, and their sum is the file. */
export interface Share {
  /** The import path as it stands in Go's names (`main`, `gopkg.in/yaml.v3`); `null` for what belongs to no package. */
  readonly package: string | null
  readonly kind: ShareKind
  /** A function's name without its package, an embedded file's path, a section's name. */
  readonly name: string
  readonly bytes: number
}

export type ShareKind =
  'function' | 'types' | 'data' | 'embed' | 'pclntab' | 'debug' | 'symbols' | 'header' | 'unknown'

/** A stretch of the file that was understood: its parts, and what the bytes between them are. */
export interface Claim {
  readonly start: number
  readonly end: number
  /** Their sum is at most `end - start`. Made while they are read: there are some for each of 100,000 functions. */
  readonly shares: Iterable<Share>
  readonly rest: Omit<Share, 'bytes'>
}

/** Shares that are made anew each time they are read, so that they need no memory. */
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
