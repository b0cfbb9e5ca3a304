/** A layer of the image with the one of the rebuild that stands for it; `null`: there is none. */
export type Pair<One, Other> = readonly [One | null, Other | null]

interface WithDigest {
  readonly digest: string
}

/**
 * Pairs the layers of an image with those of its rebuild: first those that are the same, then the others in their
 * order, each between the same neighbors.
 */
export function pairLayers<One extends WithDigest, Other extends WithDigest>(
  image: readonly One[],
  rebuilt: readonly Other[],
): readonly Pair<One, Other>[] {
  const pairs: Pair<One, Other>[] = []
  let [at, next] = [0, 0]
  const upTo = (imageEnd: number, rebuiltEnd: number) => {
    for (; at < imageEnd || next < rebuiltEnd; at += 1, next += 1)
      pairs.push([
        at < imageEnd ? (image[at] ?? null) : null,
        next < rebuiltEnd ? (rebuilt[next] ?? null) : null,
      ])
    at = imageEnd
    next = rebuiltEnd
  }
  for (const [index, layer] of image.entries()) {
    if (index < at) continue
    const same = rebuilt.findIndex(({ digest }, place) => place >= next && digest === layer.digest)
    if (same < 0) continue
    upTo(index, same)
    pairs.push([layer, rebuilt[same] ?? null])
    at = index + 1
    next = same + 1
  }
  upTo(image.length, rebuilt.length)
  return pairs
}
