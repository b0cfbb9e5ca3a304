import { clause } from '../clause.ts'
import type { Elf } from '../binary/elf.ts'
import { Failure, Interrupted } from '../failure.ts'
import type { Host } from '../host/host.ts'
import { askAsRoot } from '../isolation/as-root.ts'
import { isolationBy, type Isolations, type IsolationWay } from '../isolation/isolation.ts'
import type { Isolation } from '../weigh-in/isolation.ts'
import type { Price } from '../weigh-in/price.ts'
import type { ProofReport } from '../weigh-in/proof-report.ts'
import { fixedSegments } from './fixed-segments.ts'
import { isHandOverKept, keepHandOver } from './kept-hand-over.ts'
import { notRun } from './not-run.ts'
import type { ProofPlan } from './proof-plan.ts'
import type { ProverAnswer, ProverRequest } from './prover.ts'
import { seeLinked, type LinkedSeen } from './see-linked.ts'
import { seePacked, type PackedSeeing, type PackedSeen } from './see-packed.ts'
import { openProofCell, type ProofCell, type Seeing } from './seeing.ts'
import type { Limits } from './watch.ts'

/**
 * The environments of a packer's first proof on a platform and kernel, as numbers of variables. A fault has been seen
 * to depend on that number, on whether it is odd or even, and on the random place of the stack. Few variables show no
 * fault. The large numbers come three times, because the place of the stack differs each time.
 */
const FIRST_RUNS = [4000, 1001, 600, 511, 4000, 1001, 600, 4000, 1001, 4, 3, 2, 1]

/** The environments of every further binary. Binaries differ in their code, and that is compared. */
const RUNS = [4000, 1]

export interface ToBeProven {
  readonly name: string
  readonly linked: string
  readonly linkedBytes: Uint8Array
  readonly elf: Elf
  /** Identity of the packer: once its hand-over was seen, that holds for everything that it packs. */
  readonly packerIdentity: string
  readonly plan: Extract<ProofPlan, { kind: 'proof' }>
  /** Whether the code may be written by a person who may not push it, such as the author of a pull request. */
  readonly othersCode: boolean
}

export interface Proven {
  readonly report: ProofReport
  readonly price: Price | null
}

/**
 * A proof whose steps that need no packed binary are under way. The caller must close it, whether or not something is
 * proven.
 */
export interface BegunProof {
  /** Resolves when all of those steps are done, whether or not they succeeded. */
  readonly prepared: Promise<void>
  /** @throws Failure `proof` where the linked binary itself does not start. */
  prove(packed: string): Promise<Proven>
  /** Resolves when none of its processes runs any more. */
  close(): Promise<void>
}

export function beginProof(host: Host, isolations: Isolations, asked: ToBeProven): BegunProof {
  const beginning = begin(host, isolations, asked)
  return {
    prepared: beginning.then(
      () => {},
      () => {},
    ),
    prove: async packed => provePacked(host, asked, await beginning, packed),
    close: () =>
      beginning.then(
        ({ cell }) => cell?.close(),
        () => {},
      ),
  }
}

interface Beginning {
  readonly way: IsolationWay
  /** Whether this packer's hand-over has never been seen on such a machine. */
  readonly first: boolean
  readonly seeing: Omit<Seeing, 'way'>
  readonly linked: LinkedSeen
  /** For the packed binary. `null` where the helper makes it, or where nothing will be seen. */
  readonly cell: ProofCell | null
}

async function begin(host: Host, isolations: Isolations, asked: ToBeProven): Promise<Beginning> {
  const first = !(await isHandOverKept(host, asked.packerIdentity, asked.plan.on))
  const seeing = seeingOf(host, asked, first ? FIRST_RUNS : RUNS)
  const { way, linked } =
    (await triedAtOnce(isolations.likely(), seeing)) ?? (await searched(host, isolations, asked, seeing))
  const cell = linked.status === 'seen' && way !== 'sudo' ? await openProofCell({ ...seeing, way }) : null
  return { way, first, seeing, linked, cell }
}

type WaySeen = Pick<Beginning, 'way' | 'linked'>

/**
 * `null` where this machine may not allow what most do, so that a search must find out what it allows. Only a binary that was seen
 * to start says that it does: one that was not seen may have met a limit of this machine.
 */
async function triedAtOnce(
  way: ReturnType<Isolations['likely']>,
  seeing: Omit<Seeing, 'way'>,
): Promise<WaySeen | null> {
  if (way === null) return null
  try {
    const linked = await seeLinked({ ...seeing, way })
    return linked.status === 'seen' ? { way, linked } : null
  } catch (error) {
    // An interruption ends the run: what ships must not depend on how busy the machine is.
    if (error instanceof Failure && !(error instanceof Interrupted)) return null
    throw error
  }
}

async function searched(
  host: Host,
  isolations: Isolations,
  { othersCode }: ToBeProven,
  seeing: Omit<Seeing, 'way'>,
): Promise<WaySeen> {
  const way = await isolations.search()
  return {
    way,
    linked: way === 'process' && othersCode ? UNSHELTERED : await linkedSeen(host, way, seeing),
  }
}

/**
 * A program can hook the runtime (`//go:linkname` to `runtime.overrideWrite`) and so run its own code before the
 * runtime stops. In namespaces it reaches nothing. In a plain process it would reach everything that the job can.
 */
const UNSHELTERED: LinkedSeen = {
  status: 'cannot see',
  why: 'this machine does not let Bantam make namespaces, and the code comes from a pull request or a similar event',
}

async function provePacked(
  host: Host,
  asked: ToBeProven,
  { way, first, seeing, linked, cell }: Beginning,
  packed: string,
): Promise<Proven> {
  if (linked.status === 'linked failed') throw linkedFailure(asked.name, linked)
  if (linked.status === 'cannot see') return { report: notRun(linked.why), price: null }
  const seen = await packedSeen(host, cell, { ...seeing, packed, lanes: host.cores, way: wayInside(way) })
  if (seen.status === 'seen' && first) await keepHandOver(host, asked.packerIdentity, asked.plan.on)
  return judge(asked.plan, linked, seen, isolationBy(way))
}

/** The way that the process that makes the proof uses: the helper is root. */
function wayInside(way: IsolationWay): Seeing['way'] {
  return way === 'sudo' ? 'root' : way
}

async function linkedSeen(host: Host, way: IsolationWay, asked: Omit<Seeing, 'way'>): Promise<LinkedSeen> {
  const seeing = { ...asked, way: wayInside(way) }
  if (way !== 'sudo') return seeLinked(seeing)
  const request: ProverRequest = { kind: 'linked', asked: seeing }
  const answer = await askAsRoot<ProverAnswer>(host, request)
  if (answer.kind === 'linked') return answer.seen
  throw new TypeError(`the helper was asked for the linked binary and answered ${answer.kind}`)
}

/** @param cell `null`: the helper makes it. */
async function packedSeen(host: Host, cell: ProofCell | null, asked: PackedSeeing): Promise<PackedSeen> {
  if (cell !== null) return seePackedIn(host, cell, asked)
  const request: ProverRequest = { kind: 'packed', asked }
  const answer = await askAsRoot<ProverAnswer>(host, request)
  if (answer.kind === 'packed') return answer.seen
  throw new TypeError(`the helper was asked for the packed binary and answered ${answer.kind}`)
}

/**
 * The process that holds the cell's namespaces has waited while the packer ran. Where it has ended meanwhile, for
 * example because memory was short, a fresh cell takes its place: packing took too long to fail for that.
 */
async function seePackedIn(host: Host, cell: ProofCell, asked: PackedSeeing): Promise<PackedSeen> {
  try {
    return await seePacked(cell, asked)
  } catch (error) {
    if (!(error instanceof Failure) || error instanceof Interrupted) throw error
    host.log.debug(`proof: ${error.message} A fresh one is made.`)
    const fresh = await openProofCell(asked)
    try {
      return await seePacked(fresh, asked)
    } finally {
      await fresh.close()
    }
  }
}

function seeingOf(host: Host, asked: ToBeProven, runs: readonly number[]): Omit<Seeing, 'way'> {
  const { name, linked, linkedBytes, elf, plan } = asked
  const native = plan.starter.kind === 'native'
  return {
    directory: host.temporary,
    name,
    linked,
    runs,
    segments: native ? fixedSegments(elf, linkedBytes) : null,
    emulator: plan.starter.kind === 'emulator' ? plan.starter.file : null,
    limits: limitsOf(linkedBytes.length, native),
  }
}

/** For one start: a hundred times what unpacking takes, and several times more under an emulator. */
function limitsOf(linkedSize: number, native: boolean): Limits {
  const processorMs = 30_000 + Math.ceil((linkedSize / 1_000_000) * 1000)
  return { processorMs: processorMs * (native ? 1 : 4), asleepMs: 30_000 }
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
    {
      what: clause`the linked binary ${name} does not reach the Go runtime`,
      why: clause`it ${seen.fault}`,
      fix: clause`run it by hand to see why, before it is packed`,
    },
    { output: firstLines(seen.output), fields: { file: name } },
  )
}

function firstLines(output: string): string {
  return output.split('\n').slice(0, 10).join('\n')
}
