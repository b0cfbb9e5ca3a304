import type { Elf } from '../binary/elf.ts'
import { Failure } from '../failure.ts'
import type { Host } from '../host/host.ts'
import type { FixedSegment } from './identity.ts'
import { isolationBy, type Way } from './isolation.ts'
import { isHandOverKept, keepHandOver } from './kept.ts'
import type { Isolation, Price, ProofReport } from './outcome.ts'
import type { Packer } from './packer.ts'
import type { ProofPlan } from './proof-plan.ts'
import { prove, type ProofAnswer, type ProofRequest } from './prove.ts'
import { askProver } from './prover-client.ts'
import { notRun } from './refusal.ts'
import { machine } from './starter.ts'

/**
 * The environments of a packer's first proof on a platform and kernel. A fault has been seen to depend on the count, on its
 * parity, and on the stack's random place: few variables show none, and the large counts take their chance three times.
 */
const FIRST_RUNS = [4000, 1001, 600, 511, 4000, 1001, 600, 4000, 1001, 4, 3, 2, 1, 1, 1]

/** Those of every further binary. What differs between binaries is their code, and that is compared. */
const RUNS = [4000, 1, 1]

export interface ToBeProven {
  readonly name: string
  readonly linked: string
  readonly elf: Elf
  readonly linkedSize: number
  readonly packed: string
  readonly packer: Packer
  readonly plan: Extract<ProofPlan, { kind: 'proof' }>
}

export interface Proven {
  readonly report: ProofReport
  readonly price: Price | null
}

/** @throws Failure `proof` where the linked binary itself does not start. */
export async function provePacked(host: Host, way: Way, asked: ToBeProven): Promise<Proven> {
  const { plan, packer } = asked
  const first = !(await isHandOverKept(host, packer.identity, plan.on))
  const runs = first ? FIRST_RUNS : RUNS
  const answer = await answerTo(host, way, requestFor(host, asked, runs))
  if (answer.status === 'proven' && first) await keepHandOver(host, packer.identity, plan.on)
  return judge(asked, answer, isolationBy(way))
}

async function answerTo(host: Host, way: Way, request: Omit<ProofRequest, 'way'>): Promise<ProofAnswer> {
  if (way !== 'sudo') return prove({ ...request, way })
  const answer = await askProver(host, { kind: 'prove', proof: { ...request, way: 'root' } })
  if (answer.kind === 'prove') return answer.proof
  throw new TypeError(`the helper was asked for a proof and answered ${answer.kind}`)
}

function requestFor(host: Host, asked: ToBeProven, runs: readonly number[]): Omit<ProofRequest, 'way'> {
  const { name, linked, linkedSize, elf, packed, plan } = asked
  const native = plan.starter.kind === 'native'
  return {
    directory: host.temporary,
    name,
    linked,
    packed,
    runs,
    segments: native ? fixedSegments(elf) : null,
    emulator: plan.starter.kind === 'emulator' ? plan.starter.file : null,
    machine: machine(),
    limitMs: limitMs(linkedSize) * (native ? 1 : 4),
    lanes: host.cores,
  }
}

/** For one start: a hundred times what unpacking takes. */
function limitMs(linkedSize: number): number {
  return 30_000 + Math.ceil((linkedSize / 1_000_000) * 1000)
}

const PT_LOAD = 1
const PF_W = 2

/** What is loaded and never written to. */
function fixedSegments({ segments }: Elf): readonly FixedSegment[] {
  return segments
    .filter(({ type, flags, fileSize }) => type === PT_LOAD && (flags & PF_W) === 0 && fileSize > 0)
    .map(({ offset, fileSize, address }) => ({ offset, size: fileSize, address: String(address) }))
}

function judge({ name, plan }: ToBeProven, answer: ProofAnswer, isolation: Isolation): Proven {
  switch (answer.status) {
    case 'proven': {
      const { starter } = plan
      const reason = starter.kind === 'native' ? null : `under ${starter.name} the memory is not compared`
      const { price, environments } = answer
      return { report: { status: 'proven', reason, isolation, environments }, price }
    }
    case 'failed': {
      const reason = `the packed binary ${answer.fault}`
      return {
        report: { status: 'failed', reason, isolation, environments: answer.environments },
        price: null,
      }
    }
    case 'cannot see':
      return { report: notRun(answer.why), price: null }
    case 'linked failed':
      throw new Failure(
        'proof',
        `The linked binary ${name} does not reach the Go runtime: it ${answer.fault}; run it by hand to see why, before it is packed.`,
        { output: firstLines(answer.output) },
      )
  }
}

function firstLines(output: string): string {
  return output.split('\n').slice(0, 10).join('\n')
}
