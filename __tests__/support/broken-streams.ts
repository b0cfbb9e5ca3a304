/** Numbers from 0 to below the limit, the same for the same seed. */
export function randomNumbers(seed: number): (limit: number) => number {
  let state = seed >>> 0 || 1
  return limit => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % Math.max(limit, 1)
  }
}

/** Streams with one to a few bytes changed, cut off or added in some of them. */
export function breakStreams(
  streams: readonly Uint8Array[],
  random: (limit: number) => number,
): Uint8Array[] {
  const broken = streams.map(stream => Uint8Array.from(stream))
  const used = broken.flatMap((stream, index) => (stream.length > 0 ? [index] : []))
  for (let count = 1 + random(4); count > 0; count--) {
    const index = used[random(used.length)] ?? 0
    const stream = broken[index] ?? new Uint8Array()
    const at = random(Math.min(stream.length, random(2) === 0 ? 64 : stream.length))
    const kind = random(8)
    if (kind === 0) broken[index] = stream.slice(0, at)
    else if (kind === 1)
      broken[index] = Uint8Array.from([...stream.subarray(0, at), ...stream.subarray(at + 1)])
    else stream[at] = [0, 1, 127, 128, 255, random(256), random(256), (stream[at] ?? 0) + 1][random(8)] ?? 0
  }
  return broken
}
