import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Cell } from '../isolation/cell.ts'
import { startToEnd, type HandOver } from './hand-over.ts'
import type { FullFifo } from './identity.ts'
import { handOversOf, inCell, inLanes, isFaulty, median, sightOf, startOf } from './seeing.ts'
import type { Faulty, Seeing } from './seeing.ts'
import { smallestProgram } from './smallest-program.ts'

export interface LinkedSeeing extends Seeing {
  /** GOARCH of this machine. */
  readonly machine: string
}

export type LinkedSeen =
  | {
      readonly status: 'seen'
      /** Milliseconds from being spawned to having ended in the runtime. */
      readonly startMs: number
      /** What of that starting and ending a program costs here that does nothing: isolation, fork and exec. */
      readonly overheadMs: number
      /** Private bytes of the process; `null` under an emulator, whose times and memory say nothing. */
      readonly memory: number | null
    }
  /** A clause about the linked binary, and what it printed. */
  | { readonly status: 'linked failed'; readonly fault: string; readonly output: string }
  /** A clause about this machine: the linked binary could not be seen at all. */
  | { readonly status: 'cannot see'; readonly why: string }

/** Sees the linked binary reach the Go runtime: what the packed one is held against. Nothing in it depends on the packing. */
export async function seeLinked(asked: LinkedSeeing): Promise<LinkedSeen> {
  return inCell(
    asked,
    directory => programsOf(asked, directory),
    (cell, fifo) => seeIn(cell, fifo, asked),
  )
}

async function programsOf(
  { linked, segments, machine }: LinkedSeeing,
  directory: string,
): Promise<Readonly<Record<string, string>>> {
  const smallest = segments === null ? null : smallestProgram(machine)
  if (smallest === null) return { linked }
  const file = path.join(directory, 'smallest')
  await writeFile(file, smallest, { mode: 0o755 })
  return { linked, smallest: file }
}

/** An identity that cannot be seen of the linked binary itself is this machine's fault: it is not waited for that long. */
const SIGHT_LIMIT_MS = 5000

async function seeIn(cell: Cell, fifo: FullFifo, asked: LinkedSeeing): Promise<LinkedSeen> {
  const { runs, linked, limitMs, segments, machine } = asked
  // One after the other, as what starting costs is measured: a few milliseconds are to be told from it.
  const starts = handOversOf(cell, 'linked', [...new Set(runs), 1, 1], limitMs)
  const handOvers = await inLanes(starts, 1, isFaulty)
  const failed = handOvers.find(isFaulty)
  if (failed !== undefined) return linkedFailed(failed)
  const sightLimitMs = Math.min(SIGHT_LIMIT_MS, limitMs)
  const sight = await sightOf(cell, fifo, asked, 'linked', linked, sightLimitMs)?.()
  if (sight !== undefined && isFaulty(sight))
    return {
      status: 'cannot see',
      why: `no process can be looked into here: the linked binary ${sight.fault}`,
    }
  const measurable = segments !== null && smallestProgram(machine) !== null
  const overheadMs = measurable ? await overheadIn(cell, limitMs) : 0
  return { status: 'seen', startMs: startOf(handOvers), overheadMs, memory: sight?.memory ?? null }
}

function linkedFailed({ fault, output }: Faulty<HandOver>): LinkedSeen {
  // The runtime's own words where the processor lacks what GOAMD64 and its like promise: nothing is wrong with the binary.
  const unfit = /This program can only be run on .*/.exec(output)?.[0]
  if (unfit !== undefined) return { status: 'cannot see', why: `this machine cannot run it (${unfit})` }
  return { status: 'linked failed', fault, output }
}

async function overheadIn(cell: Cell, limitMs: number): Promise<number> {
  const runs: number[] = []
  for (let run = 0; run < 3; run++) runs.push(await startToEnd(cell, 'smallest', limitMs))
  return median(runs)
}
