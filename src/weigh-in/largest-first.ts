/** Orders by size, largest first, then by name, so that the order is the same in every run and locale. */
export function largestFirst(one: Sized, other: Sized): number {
  if (one.bytes !== other.bytes) return other.bytes - one.bytes
  return one.name < other.name ? -1 : Number(one.name > other.name)
}

interface Sized {
  readonly name: string
  readonly bytes: number
}
