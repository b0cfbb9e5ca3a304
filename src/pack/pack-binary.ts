import type { Host } from '../host/host.ts'
import type { Isolations } from '../isolation/isolation.ts'
import type { PackReport } from '../weigh-in/pack-report.ts'
import type { BegunPacking, Packed, PackOutcome } from './outcome.ts'
import { packBesideProof, type Unproven } from './pack-beside-proof.ts'
import type { PackRequest } from './pack-request.ts'
import type { Packer } from './packer.ts'
import { provePacked } from './prove-packed.ts'
import { Refusal, whyRequired } from './refusal.ts'
import type { Times } from './times.ts'

/**
 * Begins to pack a binary, and to prove that the packed binary starts. A binary that cannot be packed safely ships as
 * it was linked.
 *
 * Both promises reject with a Failure `pack` or `proof` where `mode` is `require` and the binary cannot ship packed,
 * and with a Failure `proof` where the linked binary itself does not start.
 *
 * @param isolations how programs can be isolated on this machine. They are searched only where a proof is made, while
 *   the packer runs.
 */
export function beginPacking(host: Host, request: PackRequest, isolations: Isolations): BegunPacking {
  const times: Times = { packMs: 0, proveMs: 0 }
  const packing = packOrRefuse(host, request, isolations, times)
  const packed = packing.then(one => packedOf(request, one))
  const outcome = packing.then(one =>
    one.status === 'unproven' ? proveOrRefuse(host, request, one, times) : one.outcome,
  )
  // The caller awaits one promise after the other. The first that rejects is enough.
  packed.catch(() => {})
  outcome.catch(() => {})
  return { packed, outcome }
}

type Packing = Unproven | { readonly status: 'refused'; readonly outcome: PackOutcome }

async function packOrRefuse(
  host: Host,
  request: PackRequest,
  isolations: Isolations,
  times: Times,
): Promise<Packing> {
  const { mode, packer } = request
  if (mode === 'off' || packer === null)
    return { status: 'refused', outcome: unpacked(request, new Refusal('pack', 'packing is off'), times) }
  try {
    return await packBesideProof(host, request, packer, isolations, times)
  } catch (error) {
    return { status: 'refused', outcome: refused(request, packer, error, times) }
  }
}

async function proveOrRefuse(
  host: Host,
  request: PackRequest,
  packing: Unproven,
  times: Times,
): Promise<PackOutcome> {
  const { shipped } = packing
  try {
    const { report: proof, price } = await provePacked(host, packing, times)
    return { shipped, pack: packedReport(packing), proof, price, ...times }
  } catch (error) {
    return refused(request, packing.packer, error, times)
  }
}

function packedOf({ linkedBytes }: PackRequest, packing: Packing): Packed {
  switch (packing.status) {
    case 'unproven':
      return { pack: packedReport(packing), size: packing.size, packMs: packing.packMs }
    case 'refused': {
      const { pack, packMs } = packing.outcome
      return { pack, size: linkedBytes.length, packMs }
    }
  }
}

function packedReport({ packer, kept }: Unproven): PackReport {
  return { status: 'packed', packer: packer.title, reason: null, kept: kept !== null }
}

/** @throws Failure where `mode` is `require`, and the error itself where it is not a refusal */
function refused(request: PackRequest, packer: Packer, error: unknown, times: Times): PackOutcome {
  if (!(error instanceof Refusal)) throw error
  if (request.mode === 'require') throw whyRequired(request, packer, error)
  return unpacked(request, error, times)
}

function unpacked({ linked, packer }: PackRequest, { reason, proof }: Refusal, times: Times): PackOutcome {
  const report = { status: 'unpacked', packer: packer?.title ?? null, reason } as const
  return { shipped: linked, pack: report, proof, price: null, ...times }
}
