import { webcrypto } from 'node:crypto'
import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ET_DYN } from '../binary/elf-constants.ts'
import type { Executable } from '../binary/executable.ts'
import { formatPlatform, type Platform } from '../declare/platform.ts'
import { Failure, Interrupted } from '../failure.ts'
import type { Host } from '../host/host.ts'
import { isolationsOf, type Isolations } from '../isolation/isolation.ts'
import { keepPack, packKey, readKeptPack, type KeptPack } from './kept.ts'
import type { PackOutcome } from './outcome.ts'
import { packedFileFault } from './packed-file.ts'
import type { Packer } from './packer.ts'
import { planProof, type ProofPlan } from '../proof/proof-plan.ts'
import { beginProof, type BegunProof, type Proven, type ToBeProven } from '../proof/proof.ts'
import { notRun, Refusal } from './refusal.ts'

export interface PackRequest {
  /** The binary's name in the image. */
  readonly name: string
  /** The linked binary: absolute path, its bytes, and what is in it. */
  readonly linked: string
  readonly linkedBytes: Uint8Array
  readonly executable: Executable
  readonly platform: Platform
  readonly mode: 'auto' | 'require' | 'off'
  /** `null`: nothing is to be packed. */
  readonly packer: Packer | null
  /** Whether the finished image will be run before it is published: that tells of what no proof can see start. */
  readonly smokeTested: boolean
  /** Whether somebody may have written the code who may not push it. */
  readonly othersCode: boolean
  /** What holds this thread for a while and is wanted anyway: called while the packer is at work. */
  readonly meanwhile?: () => void
}

/**
 * Packs a binary and proves that what was packed starts. What cannot be packed safely ships as it was linked.
 *
 * @param isolations how programs are shut in here; searched only where a proof is to be made, and beside the packing.
 * @throws Failure `pack` or `proof` where `mode` is `require` and it cannot ship packed.
 * @throws Failure `proof` where the linked binary itself does not start.
 */
export async function packBinary(
  host: Host,
  request: PackRequest,
  isolations: Isolations = isolationsOf(host),
): Promise<PackOutcome> {
  const { mode, packer } = request
  const times: Times = { packMs: 0, proveMs: 0 }
  if (mode === 'off' || packer === null)
    return unpacked(request, new Refusal('pack', 'packing is off'), times)
  try {
    return await packAndProve(host, request, packer, isolations, times)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (mode === 'require') throw required(request, packer, error)
    return unpacked(request, error, times)
  }
}

/** How long the stages took, as far as they went: a refusal is told with them too. */
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

async function packAndProve(
  host: Host,
  request: PackRequest,
  packer: Packer,
  isolations: Isolations,
  times: Times,
): Promise<PackOutcome> {
  const plan = planOf(host, request, packer)
  const key = packKey(await sha256(request.linkedBytes), packer.identity)
  const kept = await readKeptPack(host, key, plan.on, request.linkedBytes)
  const shipped = path.join(await mkdtemp(path.join(host.temporary, 'pack-')), request.name)
  // The packer goes first: it takes longest.
  const packing = timed(times, 'packMs', async () => {
    if (kept === null) await pack(request, packer, shipped)
    else await writeFile(shipped, kept.bytes, { mode: 0o755 })
  })
  const proof =
    kept?.proof == null && plan.kind === 'proof'
      ? beginProof(host, isolations, toBeProven(request, packer, plan))
      : null
  try {
    await Promise.all([packing, kept === null ? afterwards(proof, request) : null])
    const proven = await timed(times, 'proveMs', async () => kept?.proof ?? (await provenBy(proof, shipped)))
    if (kept?.proof == null) await keepPack(host, key, plan.on, await keepable(shipped, proven))

    const { report: proved, price } = proven
    const report = { status: 'packed', packer: packer.title, reason: null, kept: kept !== null } as const
    return { shipped, pack: report, proof: proved, price, ...times }
  } finally {
    await proof?.close()
  }
}

/** Once the proof is prepared: `meanwhile` holds this thread. */
async function afterwards(proof: BegunProof | null, { meanwhile }: PackRequest): Promise<void> {
  await proof?.prepared
  meanwhile?.()
}

/** @throws Refusal where it is known beforehand that it must not be packed, or that nobody could tell whether it starts. */
function planOf(
  host: Host,
  request: PackRequest,
  packer: Packer,
): Exclude<ProofPlan, { kind: 'impossible' }> {
  const refused = packer.refuses(request.platform)
  if (refused !== null) throw new Refusal('pack', refused)
  if (isPositionIndependent(request.executable))
    throw new Refusal('pack', 'it is position-independent (-buildmode=pie), which UPX cannot pack')
  const plan = planProof(host, request)
  if (plan.kind === 'impossible')
    throw new Refusal('proof', `it cannot be proven: ${plan.why}`, notRun(plan.why))
  return plan
}

function isPositionIndependent({ elf, buildInfo }: Executable): boolean {
  return elf.type === ET_DYN || buildInfo?.settings['-buildmode'] === 'pie'
}

/** @throws Refusal where the packer fails, or gives nothing that is worth proving. */
async function pack(request: PackRequest, packer: Packer, packed: string): Promise<void> {
  try {
    await packer.pack(request.linked, packed, request.platform)
  } catch (cause) {
    if (!(cause instanceof Failure) || cause.code !== 'pack' || cause instanceof Interrupted) throw cause
    throw new Refusal('pack', cause.message.replace(/\.$/, ''), undefined, { cause })
  }
  const fault = await packedFileFault(request.linked, packed)
  if (fault !== null) throw new Refusal('pack', `${packer.title} ended well, but ${fault}`)
}

/** @throws Refusal where the packed binary fails its proof, or none could be made. */
async function provenBy(proof: BegunProof | null, packed: string): Promise<Proven> {
  if (proof === null) return { report: notRun('it is proven by its smoke test'), price: null }
  const proven = await proof.prove(packed)
  const { status, reason } = proven.report
  if (status === 'failed') throw new Refusal('proof', `it fails its proof: ${reason}`, proven.report)
  if (status === 'not run') throw new Refusal('proof', `it cannot be proven: ${reason}`, proven.report)
  return proven
}

function toBeProven(
  { name, linked, linkedBytes, executable, othersCode }: PackRequest,
  packer: Packer,
  plan: Extract<ProofPlan, { kind: 'proof' }>,
): ToBeProven {
  return { name, linked, linkedSize: linkedBytes.length, elf: executable.elf, packer, plan, othersCode }
}

async function keepable(shipped: string, proven: Proven): Promise<KeptPack> {
  return { bytes: await readFile(shipped), proof: proven.report.status === 'proven' ? proven : null }
}

function unpacked({ linked, packer }: PackRequest, { reason, proof }: Refusal, times: Times): PackOutcome {
  const report = { status: 'unpacked', packer: packer?.title ?? null, reason } as const
  return { shipped: linked, pack: report, proof, price: null, ...times }
}

function required({ name, platform }: PackRequest, packer: Packer, refusal: Refusal): Failure {
  const { cause } = refusal
  const what = `${name} for ${formatPlatform(platform)} cannot ship packed by ${packer.title}`
  const wayOut = 'set pack: auto to ship it unpacked where that is so, or pack: off'
  return new Failure(refusal.stage, `${what}: ${refusal.reason}; ${wayOut}.`, {
    cause,
    ...(cause instanceof Failure && cause.output !== undefined ? { output: cause.output } : {}),
  })
}

/** Off the event loop: it may be a hundred megabytes. */
async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex')
}
