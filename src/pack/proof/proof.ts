import type { Elf } from '../../binary/elf.ts'
import { Failure } from '../../failure.ts'
import type { Host } from '../../host/host.ts'
import type { FixedSegment } from './identity.ts'
import { isolationBy, type Way } from '../isolation/isolation.ts'
import { isHandOverKept, keepHandOver } from '../kept.ts'
import type { Isolation, Price, ProofReport } from '../outcome.ts'
import type { Packer } from '../packer.ts'
import type { ProofPlan } from './proof-plan.ts'
import { askProver } from './prover-client.ts'
import { notRun } from '../refusal.ts'
import { seeLinked, type LinkedSeen } from './see-linked.ts'
import { seePacked, type PackedSeeing, type PackedSeen } from './see-packed.ts'
import type { Seeing } from './seeing.ts'
import type { Limits } from './watch.ts'

/**
 * The environments of a packer's first proof on a platform and kernel. A fault has been seen to depend on the count, on its
 * parity, and on the stack's random place: few variables show none, and the large counts take their chance three times.
 */
const FIRST_RUNS = [4000, 1001, 600, 511, 4000, 1001, 600, 4000, 1001, 4, 3, 2, 1]

/** Those of every further binary. What differs between binaries is their code, and that is compared. */
const RUNS = [4000, 1]

export interface ToBeProven {
  readonly name: string
  readonly linked: string
  readonly elf: Elf
  readonly linkedSize: number
  readonly packer: Packer
  readonly plan: Extract<ProofPlan, { kind: 'proof' }>
  /** Whether somebody may have written the code who may not push it, such as the author of a pull request. */
  readonly othersCode: boolean
}

export interface Proven {
  readonly report: ProofReport
  readonly price: Price | null
}

/** A proof whose first part, about the linked binary, is under way: it needs nothing packed. */
export interface BegunProof {
  /** @throws Failure `proof` where the linked binary itself does not start. */
  prove(packed: string): Promise<Proven>
  /** Once nothing of it runs any more, however it went; for who will not have anything proven. */
  ended(): Promise<void>
}

export function beginProof(host: Host, isolation: () => Promise<Way>, asked: ToBeProven): BegunProof {
  const beginning = begin(host, isolation, asked)
  const ended = beginning.then(
    () => {},
    () => {},
  )
  return {
    ended: () => ended,
    prove: async packed => provePacked(host, asked, await beginning, packed),
  }
}

interface Beginning {
  readonly way: Way
  /** Whether this packer's hand-over was never seen on such a machine. */
  readonly first: boolean
  readonly seeing: Omit<Seeing, 'way'>
  readonly linked: LinkedSeen
}

async function begin(host: Host, isolation: () => Promise<Way>, asked: ToBeProven): Promise<Beginning> {
  const first = !(await isHandOverKept(host, asked.packer.identity, asked.plan.on))
  const seeing = seeingOf(host, asked, first ? FIRST_RUNS : RUNS)
  const way = await isolation()
  const linked = way === 'process' && asked.othersCode ? UNSHELTERED : await linkedSeen(host, way, seeing)
  return { way, first, seeing, linked }
}

/**
 * A program can hook the runtime (`//go:linkname` to `runtime.overrideWrite`), and so run code of its own before the
 * runtime stops. In namespaces it reaches nothing; in a plain process it would reach all that the job may.
 */
const UNSHELTERED: LinkedSeen = {
  status: 'cannot see',
  why: 'this machine lets Bantam make no namespaces, and the code is of a pull request or of an event like one',
}

async function provePacked(
  host: Host,
  asked: ToBeProven,
  { way, first, seeing, linked }: Beginning,
  packed: string,
): Promise<Proven> {
  if (linked.status === 'linked failed') throw linkedFailure(asked.name, linked)
  if (linked.status === 'cannot see') return { report: notRun(linked.why), price: null }
  const seen = await packedSeen(host, way, { ...seeing, packed, lanes: host.cores })
  if (seen.status === 'seen' && first) await keepHandOver(host, asked.packer.identity, asked.plan.on)
  return judge(asked.plan, linked, seen, isolationBy(way))
}

async function linkedSeen(host: Host, way: Way, asked: Omit<Seeing, 'way'>): Promise<LinkedSeen> {
  if (way !== 'sudo') return seeLinked({ ...asked, way })
  const answer = await askProver(host, { kind: 'linked', asked: { ...asked, way: 'root' } })
  if (answer.kind === 'linked') return answer.seen
  throw new TypeError(`the helper was asked for the linked binary and answered ${answer.kind}`)
}

async function packedSeen(host: Host, way: Way, asked: Omit<PackedSeeing, 'way'>): Promise<PackedSeen> {
  if (way !== 'sudo') return seePacked({ ...asked, way })
  const answer = await askProver(host, { kind: 'packed', asked: { ...asked, way: 'root' } })
  if (answer.kind === 'packed') return answer.seen
  throw new TypeError(`the helper was asked for the packed binary and answered ${answer.kind}`)
}

function seeingOf(host: Host, asked: ToBeProven, runs: readonly number[]): Omit<Seeing, 'way'> {
  const { name, linked, linkedSize, elf, plan } = asked
  const native = plan.starter.kind === 'native'
  return {
    directory: host.temporary,
    name,
    linked,
    runs,
    segments: native ? fixedSegments(elf) : null,
    emulator: plan.starter.kind === 'emulator' ? plan.starter.file : null,
    limits: limitsOf(linkedSize, native),
  }
}

/** For one start: a hundred times what unpacking takes, and an emulator several times as long. */
function limitsOf(linkedSize: number, native: boolean): Limits {
  const processorMs = 30_000 + Math.ceil((linkedSize / 1_000_000) * 1000)
  return { processorMs: processorMs * (native ? 1 : 4), asleepMs: 30_000 }
}

const PT_LOAD = 1
const PF_W = 2

/** What is loaded and never written to. */
function fixedSegments({ segments }: Elf): readonly FixedSegment[] {
  return segments
    .filter(({ type, flags, fileSize }) => type === PT_LOAD && (flags & PF_W) === 0 && fileSize > 0)
    .map(({ offset, fileSize, address }) => ({ offset, size: fileSize, address: String(address) }))
}

function judge(
  { starter }: ToBeProven['plan'],
  linked: Extract<LinkedSeen, { status: 'seen' }>,
  packed: PackedSeen,
  isolation: Isolation,
): Proven {
  const { environments } = packed
  if (packed.status === 'failed') {
    const reason = `the packed binary ${packed.fault}`
    return { report: { status: 'failed', reason, isolation, environments }, price: null }
  }
  const reason = starter.kind === 'native' ? null : `under ${starter.name} the memory is not compared`
  return { report: { status: 'proven', reason, isolation, environments }, price: priceOf(linked, packed) }
}

function priceOf(
  { cost: linked, overheadMs }: Extract<LinkedSeen, { status: 'seen' }>,
  { cost: shipped }: Extract<PackedSeen, { status: 'seen' }>,
): Price | null {
  if (linked === null || shipped === null) return null
  return {
    processorMs: {
      linked: Math.max(0, linked.processorMs - overheadMs),
      shipped: Math.max(0, shipped.processorMs - overheadMs),
    },
    memory: { linked: linked.memory, shipped: shipped.memory },
  }
}

function linkedFailure(name: string, seen: Extract<LinkedSeen, { status: 'linked failed' }>): Failure {
  return new Failure(
    'proof',
    `The linked binary ${name} does not reach the Go runtime: it ${seen.fault}; run it by hand to see why, before it is packed.`,
    { output: firstLines(seen.output) },
  )
}

function firstLines(output: string): string {
  return output.split('\n').slice(0, 10).join('\n')
}
