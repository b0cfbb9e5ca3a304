import { Failure } from '../failure.ts'
import type { Interruption } from '../isolation/as-root.ts'
import { answerIsolation, type IsolationAnswer, type IsolationRequest } from '../isolation/isolation.ts'
import { seeLinked, type LinkedSeen } from './see-linked.ts'
import { seePacked, type PackedSeeing, type PackedSeen } from './see-packed.ts'
import { openProofCell, type Seeing } from './seeing.ts'

/** What the helper that runs as root is asked, as JSON. */
export type ProverRequest =
  | IsolationRequest
  | { readonly kind: 'linked'; readonly asked: Seeing }
  | { readonly kind: 'packed'; readonly asked: PackedSeeing }

export type ProverAnswer =
  | IsolationAnswer
  | { readonly kind: 'linked'; readonly seen: LinkedSeen }
  | { readonly kind: 'packed'; readonly seen: PackedSeen }

export async function answer(request: ProverRequest): Promise<ProverAnswer | Interruption> {
  try {
    return await answerTo(request)
  } catch (error) {
    if (error instanceof Failure) return { kind: 'interrupted', clauses: error.clauses }
    throw error
  }
}

async function answerTo(request: ProverRequest): Promise<ProverAnswer> {
  switch (request.kind) {
    case 'isolation':
      return answerIsolation()
    case 'linked':
      return { kind: 'linked', seen: await seeLinked(request.asked) }
    case 'packed':
      return { kind: 'packed', seen: await packedSeen(request.asked) }
  }
}

async function packedSeen(asked: PackedSeeing): Promise<PackedSeen> {
  const place = await openProofCell(asked)
  try {
    return await seePacked(place, asked)
  } finally {
    await place.close()
  }
}
