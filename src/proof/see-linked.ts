import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { callMachine } from '../isolation/call-machine.ts'
import { callProgram } from '../isolation/call-program.ts'
import type { Cell } from '../isolation/cell.ts'
import type { HandOver } from './hand-over.ts'
import { processorTimeOf, type FullFifo, type Sight } from './identity.ts'
import { costOf, handOversOf, inLanes, isFaulty, openProofCell, sightsOf } from './seeing.ts'
import type { Cost, Faulty, ProofCell, Seeing } from './seeing.ts'

export type LinkedSeen =
  | {
      readonly status: 'seen'
      readonly cost: Cost | null
      /** Processor time that it takes here to start a program that does nothing: isolation and exec. */
      readonly overheadMs: number
    }
  /** A clause about the linked binary, and what it printed. */
  | { readonly status: 'linked failed'; readonly fault: string; readonly output: string }
  /** A clause about this machine: the linked binary could not be seen at all. */
  | { readonly status: 'cannot see'; readonly why: string }

/**
 * Sees the linked binary reach the Go runtime. The packed one is compared with the result, which does not depend on
 * packing.
 */
export async function seeLinked(asked: Seeing): Promise<LinkedSeen> {
  const smallest = asked.segments === null ? null : smallestProgram()
  const place = await openProofCell(asked)
  try {
    const programs = { linked: asked.linked, ...(await writeSmallest(place, smallest)) }
    return await place.see(programs, (cell, fifo) => seeIn(cell, fifo, asked, smallest?.length ?? null))
  } finally {
    await place.close()
  }
}

async function writeSmallest(
  { directory }: ProofCell,
  bytes: Uint8Array | null,
): Promise<{ smallest?: string }> {
  if (bytes === null) return {}
  const smallest = path.join(directory, 'smallest')
  await writeFile(smallest, bytes, { mode: 0o755 })
  return { smallest }
}

/** Writes a byte to its standard error. What its start costs, the start of any program costs. */
function smallestProgram(): Uint8Array | null {
  const machine = callMachine()
  return machine === null ? null : callProgram(machine, [{ call: 'write', args: [2, 'x', 1], purpose: null }])
}

/** How often its start is measured. For a small binary, more of them would take longer than the packer. */
const TIMES = 2

/** A program that sleeps for this long outside a trace line cannot be inspected on this machine. */
const ASLEEP_MS = 5000

async function seeIn(
  cell: Cell,
  fifo: FullFifo,
  asked: Seeing,
  smallest: number | null,
): Promise<LinkedSeen> {
  const { runs, linked, limits } = asked
  const starts = handOversOf(cell, 'linked', [...new Set(runs)], limits)
  const handOvers = await inLanes(starts, 1, isFaulty)
  const failed = handOvers.find(isFaulty)
  if (failed !== undefined) return linkedFailed(failed)
  const patience = { ...limits, asleepMs: Math.min(ASLEEP_MS, limits.asleepMs) }
  const sights = await inLanes<Sight>(
    sightsOf(cell, fifo, asked, 'linked', linked, patience, TIMES),
    1,
    isFaulty,
  )
  const unseen = sights.find(isFaulty)
  if (unseen !== undefined)
    return {
      status: 'cannot see',
      why: `processes cannot be inspected on this machine: the linked binary ${unseen.fault}`,
    }
  const overheads =
    smallest === null
      ? []
      : await inLanes(
          sights.map(() => () => processorTimeOf(cell, fifo, 'smallest', smallest, patience)),
          1,
          () => false,
        )
  const known = overheads.filter(overhead => overhead !== null)
  return { status: 'seen', cost: costOf(sights), overheadMs: known.length === 0 ? 0 : Math.min(...known) }
}

function linkedFailed({ fault, output }: Faulty<HandOver>): LinkedSeen {
  // The runtime prints this where the processor lacks what GOAMD64 and similar settings promise. The binary is not at
  // fault.
  const unfit = /This program can only be run on .*/.exec(output)?.[0]
  if (unfit !== undefined) return { status: 'cannot see', why: `this machine cannot run it (${unfit})` }
  return { status: 'linked failed', fault, output }
}
