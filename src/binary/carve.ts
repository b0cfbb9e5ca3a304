import type { Extent } from './extents.ts'
import { sumOf } from './share.ts'
import type { Claim, Share } from './share.ts'

/**
 * Every byte of the extents, once: what is claimed goes to the claim's shares and its rest, the others to `otherwise`.
 * A claim that lies is passed over: one that leaves its extent, overlaps an earlier one, or gives away more than it has.
 */
export function* carve(
  extents: readonly Extent[],
  claims: readonly Claim[],
  otherwise: (extent: Extent) => Omit<Share, 'bytes'>,
): Generator<Share> {
  const inOrder = claims
    .filter(({ start, end }) => Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end)
    .sort((one, other) => one.start - other.start || other.end - one.end)
  let next = 0
  for (const extent of extents) {
    let end = extent.start
    let unclaimed = 0
    for (; next < inOrder.length; next++) {
      const claim = inOrder[next]
      if (claim === undefined || claim.start >= extent.end) break
      if (claim.start < end || claim.end > extent.end) continue
      const rest = claim.end - claim.start - sumOf(claim.shares)
      if (rest < 0) continue
      unclaimed += claim.start - end
      yield* claim.shares
      if (rest > 0) yield { ...claim.rest, bytes: rest }
      end = claim.end
    }
    unclaimed += extent.end - end
    if (unclaimed > 0) yield { ...otherwise(extent), bytes: unclaimed }
  }
}
