import { webcrypto } from 'node:crypto'
import { mkdtemp, readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Host } from '../host/host.ts'
import { isolationsOf, type Isolations } from '../isolation/isolation.ts'
import { keepPack, packKey, readKeptPack, type KeptPack } from './kept.ts'
import type { PackReport } from '../weigh-in/pack-report.ts'
import type { BegunPacking, Packed, PackOutcome } from './outcome.ts'
import { packedFileFault } from './packed-file.ts'
import type { PackRequest } from './pack-request.ts'
import type { Packer } from './packer.ts'
import { notRun } from '../proof/not-run.ts'
import { planProof, type ProofPlan } from '../proof/proof-plan.ts'
import { beginProof, type BegunProof, type Proven, type ToBeProven } from '../proof/proof.ts'
import { Refusal, whyRequired } from './refusal.ts'

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
export function beginPacking(
  host: Host,
  request: PackRequest,
  isolations: Isolations = isolationsOf(host),
): BegunPacking {
  const times: Times = { packMs: 0, proveMs: 0 }
  const packing = packOrRefuse(host, request, isolations, times)
  const packed = packing.then(one => packedOf(request, one))
  const outcome = packing.then(one =>
    one.status === 'unproven' ? prove(host, request, one, times) : one.outcome,
  )
  // The caller awaits one promise after the other. The first that rejects is enough.
  packed.catch(() => {})
  outcome.catch(() => {})
  return { packed, outcome }
}

/** How long the stages took, as far as they went. A refusal is reported with them too. */
interface Times {
  packMs: number
  proveMs: number
}

async function timed<Value>(times: Times, stage: keyof Times, work: () => Promise<Value>): Promise<Value> {
  const started = performance.now()
  try {
    return await work()
  } finally {
    times[stage] = performance.now() - started
  }
}

/** A packed binary whose proof is prepared. */
interface Unproven {
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

async function packBesideProof(
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
  // The packer goes first: it takes longest.
  const packing = timed(times, 'packMs', async () => {
    if (kept === null) await pack(request, packer, shipped)
    else await writeFile(shipped, kept.bytes, { mode: 0o755 })
  })
  const proof = kept?.proof == null ? beginProofBy(host, request, packer, plan, isolations) : null
  try {
    await Promise.all([packing, kept === null ? afterwards(proof, request) : null])
    const { size } = await stat(shipped)
    return { status: 'unproven', packer, shipped, size, packMs: times.packMs, key, plan, kept, proof }
  } catch (error) {
    await proof?.close()
    throw error
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

async function prove(
  host: Host,
  request: PackRequest,
  packing: Unproven,
  times: Times,
): Promise<PackOutcome> {
  const { packer, shipped, key, plan, kept, proof } = packing
  try {
    const proven = await timed(times, 'proveMs', async () => kept?.proof ?? (await provenBy(proof, shipped)))
    if (kept?.proof == null) await keepPack(host, key, plan.on, await keepable(shipped, proven))
    return { shipped, pack: packedReport(packing), proof: proven.report, price: proven.price, ...times }
  } catch (error) {
    return refused(request, packer, error, times)
  } finally {
    await proof?.close()
  }
}

/** @throws Failure where `mode` is `require`, and the error itself where it is not a refusal */
function refused(request: PackRequest, packer: Packer, error: unknown, times: Times): PackOutcome {
  if (!(error instanceof Refusal)) throw error
  if (request.mode === 'require') throw whyRequired(request, packer, error)
  return unpacked(request, error, times)
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

/** Calls `meanwhile`, which blocks this thread, once the proof is prepared. */
async function afterwards(proof: BegunProof | null, { meanwhile }: PackRequest): Promise<void> {
  await proof?.prepared
  meanwhile?.()
}

/**
 * @throws Refusal where it is known in advance that it must not be packed, or that nothing could show whether it
 *   starts
 */
function planOf(host: Host, request: PackRequest, packer: Packer): PossibleProof {
  const refused = packer.refuses(request)
  if (refused !== null) throw new Refusal('pack', refused)
  const plan = planProof(host, request)
  if (plan.kind === 'impossible')
    throw new Refusal('proof', `it cannot be proven: ${plan.why}`, notRun(plan.why))
  return plan
}

/** @throws Refusal where the packer fails, or its output is not worth proving */
async function pack(request: PackRequest, packer: Packer, packed: string): Promise<void> {
  const failed = await packer.pack(request.linked, packed, request.platform)
  if (failed !== null) throw new Refusal('pack', failed.why, undefined, failed.output)
  const fault = await packedFileFault(request.linked, packed)
  if (fault !== null) throw new Refusal('pack', `${packer.title} succeeded, but ${fault}`)
}

/** @throws Refusal where the packed binary fails its proof, or no proof could be made */
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

function toBeProven(
  { name, linked, linkedBytes, executable, othersCode }: PackRequest,
  packer: Packer,
  plan: Extract<ProofPlan, { kind: 'proof' }>,
): ToBeProven {
  const { elf } = executable
  return { name, linked, linkedBytes, elf, packerIdentity: packer.identity, plan, othersCode }
}

async function keepable(shipped: string, proven: Proven): Promise<KeptPack> {
  return { bytes: await readFile(shipped), proof: proven.report.status === 'proven' ? proven : null }
}

function unpacked({ linked, packer }: PackRequest, { reason, proof }: Refusal, times: Times): PackOutcome {
  const report = { status: 'unpacked', packer: packer?.title ?? null, reason } as const
  return { shipped: linked, pack: report, proof, price: null, ...times }
}

/** Computed off the event loop: the file may have a hundred megabytes. */
async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}
