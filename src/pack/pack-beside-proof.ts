import { webcrypto } from 'node:crypto'
import { mkdtemp, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Host } from '../host/host.ts'
import { withSideWork } from '../host/side-work.ts'
import type { Isolations } from '../isolation/isolation.ts'
import { notRun } from '../proof/not-run.ts'
import { planProof, type ProofPlan } from '../proof/proof-plan.ts'
import { beginProof, type BegunProof, type ToBeProven } from '../proof/proof.ts'
import { packKey, readKeptPack, type KeptPack } from './kept.ts'
import type { PackRequest } from './pack-request.ts'
import { packedFileFault } from './packed-file.ts'
import type { Packer } from './packer.ts'
import { Refusal } from './refusal.ts'
import { timed, type Times } from './times.ts'

/** A packed binary whose proof is prepared. */
export interface Unproven {
  readonly status: 'unproven'
  readonly packer: Packer
  /** Absolute path of the packed file. */
  readonly shipped: string
  readonly size: number
  readonly packMs: number
  readonly key: string
  readonly plan: PossibleProof
  readonly kept: KeptPack | null
  /** `null`: it was proven before, or its smoke test proves it. */
  readonly proof: BegunProof | null
}

type PossibleProof = Exclude<ProofPlan, { kind: 'impossible' }>

/**
 * Packs a binary, or takes what an earlier run packed, and prepares its proof meanwhile.
 *
 * @throws Refusal where it must not be packed, or cannot be
 */
export async function packBesideProof(
  host: Host,
  request: PackRequest,
  packer: Packer,
  isolations: Isolations,
  times: Times,
): Promise<Unproven> {
  const plan = planOf(host, request, packer)
  const key = packKey(await sha256(request.linkedBytes), packer.identity)
  const kept = await readKeptPack(host, key, plan.on, request.linkedBytes)
  const shipped = path.join(await mkdtemp(path.join(host.temporary, 'pack-')), request.name)
  return withSideWork(host, async ({ stop }, begin) => {
    // The packer goes first: it takes longest.
    const packing = begin(
      timed(times, 'packMs', async () => {
        if (kept === null) await pack(request, packer, shipped, stop)
        else await writeFile(shipped, kept.bytes, { mode: 0o755 })
      }),
    )
    const proof = kept?.proof == null ? beginProofBy(host, request, packer, plan, isolations) : null
    try {
      await Promise.all([packing, kept === null ? afterwards(proof, request) : null])
      const { size } = await stat(shipped)
      return { status: 'unproven', packer, shipped, size, packMs: times.packMs, key, plan, kept, proof }
    } catch (error) {
      await proof?.close()
      throw error
    }
  })
}

/**
 * @throws Refusal where it is known in advance that it must not be packed, or that nothing could show whether it
 *   starts
 */
function planOf(host: Host, request: PackRequest, packer: Packer): PossibleProof {
  if (packer.recognizes(request.linkedBytes)) throw new Refusal('pack', 'it is packed already')
  const refused = packer.refuses(request)
  if (refused !== null) throw new Refusal('pack', refused)
  const plan = planProof(host, request)
  if (plan.kind === 'impossible')
    throw new Refusal('proof', `it cannot be proven: ${plan.why}`, notRun(plan.why))
  return plan
}

/** @throws Refusal where the packer fails, or its output is not worth proving */
async function pack(
  { linked, platform }: PackRequest,
  packer: Packer,
  packed: string,
  stop: AbortSignal | undefined,
): Promise<void> {
  const failed = await packer.pack(linked, packed, platform, stop)
  if (failed !== null) throw new Refusal('pack', failed.why, undefined, failed.output)
  const fault = await packedFileFault(linked, packed)
  if (fault !== null) throw new Refusal('pack', `${packer.title} succeeded, but ${fault}`)
}

/** `null`: only its smoke test can show whether it starts. */
function beginProofBy(
  host: Host,
  request: PackRequest,
  packer: Packer,
  plan: PossibleProof,
  isolations: Isolations,
): BegunProof | null {
  switch (plan.kind) {
    case 'proof':
      return beginProof(host, isolations, toBeProven(request, packer, plan))
    case 'smoke test':
      return null
  }
}

function toBeProven(
  { name, linked, linkedBytes, executable, othersCode }: PackRequest,
  packer: Packer,
  plan: Extract<ProofPlan, { kind: 'proof' }>,
): ToBeProven {
  const { elf } = executable
  return { name, linked, linkedBytes, elf, packerIdentity: packer.identity, plan, othersCode }
}

/** Calls `meanwhile`, which blocks this thread, once the proof is prepared. */
async function afterwards(proof: BegunProof | null, { meanwhile }: PackRequest): Promise<void> {
  await proof?.prepared
  meanwhile?.()
}

/** Computed off the event loop: the file may have a hundred megabytes. */
async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}
