import type { Price } from '../../src/weigh-in/price.ts'
import { openProofCell } from '../../src/proof/seeing.ts'
import { seeLinked, type LinkedSeen } from '../../src/proof/see-linked.ts'
import { seePacked, type PackedSeeing, type PackedSeen } from '../../src/proof/see-packed.ts'

export type ProofRequest = PackedSeeing

export type ProofAnswer =
  | { readonly status: 'proven'; readonly price: Price | null; readonly environments: readonly number[] }
  | Exclude<LinkedSeen, { status: 'seen' }>
  | Exclude<PackedSeen, { status: 'seen' }>

async function seePackedAlone(request: ProofRequest): Promise<PackedSeen> {
  const place = await openProofCell(request)
  try {
    return await seePacked(place, request)
  } finally {
    await place.close()
  }
}

/** Both parts of a proof, one after the other. */
export async function prove(request: ProofRequest): Promise<ProofAnswer> {
  const linked = await seeLinked(request)
  if (linked.status !== 'seen') return linked
  const packed = await seePackedAlone(request)
  if (packed.status !== 'seen') return packed
  const { environments } = packed
  if (linked.cost === null || packed.cost === null) return { status: 'proven', price: null, environments }
  const processorMs = {
    linked: linked.cost.processorMs - linked.overheadMs,
    shipped: packed.cost.processorMs - linked.overheadMs,
  }
  const memory = { linked: linked.cost.memory, shipped: packed.cost.memory }
  return { status: 'proven', price: { processorMs, memory }, environments }
}
