/** At most `count` of them in their order, always the same for one seed. */
export function sample<Value>(values: readonly Value[], count: number, seed: number): readonly Value[] {
  const random = mulberry32(seed)
  const drawn = values
    .map((value, index) => ({ value, index, lot: random() }))
    .sort((one, other) => one.lot - other.lot)
    .slice(0, count)
  return drawn.sort((one, other) => one.index - other.index).map(({ value }) => value)
}

/** A small generator that is good enough to draw lots. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
