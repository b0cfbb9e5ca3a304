import type { Cell } from '../isolation/cell.ts'
import type { HandOver } from './hand-over.ts'
import { SIGHT_VARIABLES, type FullFifo, type Sight } from './identity.ts'
import { costOf, handOversOf, inLanes, isFaulty, sightsOf } from './seeing.ts'
import type { Cost, ProofCell, Seeing } from './seeing.ts'

export interface PackedSeeing extends Seeing {
  /** Absolute path. */
  readonly packed: string
  /** How many starts may run at the same time. */
  readonly lanes: number
}

export type PackedSeen =
  | {
      readonly status: 'seen'
      readonly environments: readonly number[]
      readonly cost: Cost | null
    }
  /** A clause about the packed binary, and the environments that it did start in. */
  | { readonly status: 'failed'; readonly fault: string; readonly environments: readonly number[] }

/** Sees whether the packed binary reaches the Go runtime as the linked one does, with the same code in memory. */
export async function seePacked(place: ProofCell, asked: PackedSeeing): Promise<PackedSeen> {
  return place.see({ packed: asked.packed }, (cell, fifo) => seeIn(cell, fifo, asked))
}

/** How often its start is measured. Each takes as long as unpacking, and the run waits for it. */
const TIMES = 2

async function seeIn(cell: Cell, fifo: FullFifo, asked: PackedSeeing): Promise<PackedSeen> {
  const { runs, packed, segments, limits, lanes } = asked
  // A sight starts it in this environment too. Unpacking takes a while, and a second start would show nothing more.
  const others = segments === null ? runs : runs.filter(variables => variables !== SIGHT_VARIABLES)
  const starts = handOversOf(cell, 'packed', others, limits)
  // The sights come last: where a start fails too, its message says more.
  const tasks = [...starts, ...sightsOf(cell, fifo, asked, 'packed', packed, limits, TIMES)]
  const evidence = await inLanes<HandOver | Sight>(tasks, lanes, isFaulty)
  const handOvers = evidence.filter(seen => 'variables' in seen).toSorted((a, b) => a.variables - b.variables)
  const sights = evidence.filter(seen => 'memory' in seen)
  // The smallest environment that it fails in says most, and is the same whichever lane was faster.
  const failed = [...handOvers, ...sights].find(isFaulty)
  const environments = environmentsOf(handOvers, sights)
  if (failed !== undefined) return { status: 'failed', fault: failed.fault, environments }
  return { status: 'seen', environments, cost: costOf(sights) }
}

/** The environments in which it started every time. */
function environmentsOf(handOvers: readonly HandOver[], sights: readonly Sight[]): readonly number[] {
  const runs = [...handOvers, ...sights.map(({ fault }) => ({ fault, variables: SIGHT_VARIABLES }))]
  const failed = runs.filter(isFaulty).map(run => run.variables)
  const passed = runs.map(run => run.variables).filter(variables => !failed.includes(variables))
  return [...new Set(passed)].toSorted((a, b) => a - b)
}
