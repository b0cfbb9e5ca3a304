/** A whole number from 0 to below `below`. */
export type Random = (below: number) => number

/** mulberry32: the same inputs for the same seed. */
export function generator(seed: number): Random {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) % below
  }
}

export function pick<One>(random: Random, values: readonly One[]): One {
  const value = values[random(values.length)]
  if (value === undefined) throw new Error('there is nothing to pick from')
  return value
}
