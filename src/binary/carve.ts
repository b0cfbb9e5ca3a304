import type { Extent } from './extents.ts'
import { sumOf } from './share.ts'
import type { Claim, Share } from './share.ts'

/**
 * Assigns every byte of the extents once. Claimed bytes go to the claim's shares and its rest; all other bytes go to
 * `otherwise`. An invalid claim is skipped: one that leaves its extent, overlaps an earlier claim, or has shares larger
 * than itself.
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
