import { readFile } from 'node:fs/promises'
import type { Host } from '../host/host.ts'
import { notRun } from '../proof/not-run.ts'
import type { BegunProof, Proven } from '../proof/proof.ts'
import { keepPack, type KeptPack } from './kept.ts'
import type { Unproven } from './pack-beside-proof.ts'
import { Refusal } from './refusal.ts'
import { timed, type Times } from './times.ts'

/**
 * Proves a packed binary, unless an earlier run did, and keeps both for later runs. Its proof is closed, whatever comes
 * of it.
 *
 * @throws Refusal where the packed binary fails its proof, or no proof could be made
 */
export async function provePacked(host: Host, packing: Unproven, times: Times): Promise<Proven> {
  const { shipped, key, plan, kept, proof } = packing
  try {
    const proven = await timed(times, 'proveMs', async () => kept?.proof ?? (await provenBy(proof, shipped)))
    if (kept?.proof == null) await keepPack(host, key, plan.on, await keepable(shipped, proven))
    return proven
  } finally {
    await proof?.close()
  }
}

async function provenBy(proof: BegunProof | null, packed: string): Promise<Proven> {
  if (proof === null) return { report: notRun('it is proven by its smoke test'), price: null }
  const proven = await proof.prove(packed)
  const { status, reason } = proven.report
  switch (status) {
    case 'proven':
      return proven
    case 'failed':
      throw new Refusal('proof', `it fails its proof: ${reason}`, proven.report)
    case 'not run':
      throw new Refusal('proof', `it cannot be proven: ${reason}`, proven.report)
  }
}

async function keepable(shipped: string, proven: Proven): Promise<KeptPack> {
  return { bytes: await readFile(shipped), proof: proven.report.status === 'proven' ? proven : null }
}
