import type { Cell } from '../isolation/cell.ts'
import type { HandOver } from './hand-over.ts'
import type { FullFifo, Sight } from './identity.ts'
import { handOversOf, inCell, inLanes, isFaulty, sightOf, startOf, type Seeing } from './seeing.ts'

export interface PackedSeeing extends Seeing {
  /** Absolute path. */
  readonly packed: string
  /** How many starts may run side by side. */
  readonly lanes: number
}

export type PackedSeen =
  | {
      readonly status: 'seen'
      readonly environments: readonly number[]
      /** Milliseconds from being spawned to having ended in the runtime. */
      readonly startMs: number
      /** Private bytes of the process; `null` under an emulator. */
      readonly memory: number | null
    }
  /** A clause about the packed binary, and the environments that it did start in. */
  | { readonly status: 'failed'; readonly fault: string; readonly environments: readonly number[] }

/** Sees whether the packed binary reaches the Go runtime as the linked one does, with the linked one's code in memory. */
export async function seePacked(asked: PackedSeeing): Promise<PackedSeen> {
  return inCell(
    asked,
    async () => ({ packed: asked.packed }),
    (cell, fifo) => seeIn(cell, fifo, asked),
  )
}

async function seeIn(cell: Cell, fifo: FullFifo, asked: PackedSeeing): Promise<PackedSeen> {
  const { runs, packed, limitMs, lanes } = asked
  const starts = handOversOf(cell, 'packed', runs, limitMs)
  const sight = sightOf(cell, fifo, asked, 'packed', packed, limitMs)
  // The sight comes last: where a start fails too, that says more.
  const tasks = sight === null ? starts : [...starts, sight]
  const evidence = await inLanes<HandOver | Sight>(tasks, lanes, isFaulty)
  const handOvers = evidence.filter(seen => 'variables' in seen).toSorted((a, b) => a.variables - b.variables)
  const seen = evidence.find(each => 'memory' in each)
  // The smallest environment that it fails in says most, and is the same whichever lane was faster.
  const failed = [...handOvers, ...(seen === undefined ? [] : [seen])].find(isFaulty)
  const environments = environmentsOf(handOvers)
  if (failed !== undefined) return { status: 'failed', fault: failed.fault, environments }
  return { status: 'seen', environments, startMs: startOf(handOvers), memory: seen?.memory ?? null }
}

/** Those that it started in every time. */
function environmentsOf(handOvers: readonly HandOver[]): readonly number[] {
  const failed = handOvers.filter(isFaulty).map(run => run.variables)
  const passed = handOvers.map(run => run.variables).filter(variables => !failed.includes(variables))
  return [...new Set(passed)].toSorted((a, b) => a - b)
}
