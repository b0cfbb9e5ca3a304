import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { openCell, type Cell } from './cell.ts'
import { handOver, startToEnd, type HandOver } from './hand-over.ts'
import { identity, type FixedSegment, type Sight } from './identity.ts'
import type { Price } from './outcome.ts'
import { smallestProgram } from './smallest-program.ts'

/** Everything a proof needs, as JSON: it is made here or, by the helper, as root. */
export interface ProofRequest {
  readonly way: 'root' | 'user' | 'process'
  /** Ours, to make directories in. */
  readonly directory: string
  /** The binary's name in the image. */
  readonly name: string
  /** Absolute paths. */
  readonly linked: string
  readonly packed: string
  /** One hand-over run of the packed binary for each: its number of environment variables. */
  readonly runs: readonly number[]
  /** What the memory is compared with; `null` under an emulator, whose memory is not the program's. */
  readonly segments: readonly FixedSegment[] | null
  /** A static emulator; `null` where the kernel starts the binary by itself. */
  readonly emulator: string | null
  /** GOARCH of this machine. */
  readonly machine: string
  /** For each start. */
  readonly limitMs: number
  /** How many starts may run side by side. */
  readonly lanes: number
}

export type ProofAnswer =
  /** `price` is `null` under an emulator, whose times and memory say nothing. */
  | { readonly status: 'proven'; readonly price: Price | null; readonly environments: readonly number[] }
  /** A clause about the packed binary, and the environments that it did start in. */
  | { readonly status: 'failed'; readonly fault: string; readonly environments: readonly number[] }
  /** A clause about the linked binary, and what it printed. */
  | { readonly status: 'linked failed'; readonly fault: string; readonly output: string }
  /** A clause about this machine: the linked binary could not be seen at all. */
  | { readonly status: 'cannot see'; readonly why: string }

/** Sees whether the packed binary reaches the Go runtime as the linked one does, with the linked one's code in memory. */
export async function prove(request: ProofRequest): Promise<ProofAnswer> {
  const directory = await mkdtemp(path.join(request.directory, 'proof-'))
  try {
    const cell = await openCell({ ...request, directory, programs: await programs(request, directory) })
    try {
      return await proveIn(cell, { ...request, directory })
    } finally {
      await cell.close()
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function programs(request: ProofRequest, directory: string): Promise<Record<string, string>> {
  const { linked, packed, machine, segments } = request
  const smallest = segments === null ? null : smallestProgram(machine)
  if (smallest === null) return { linked, packed }
  const file = path.join(directory, 'smallest')
  await writeFile(file, smallest, { mode: 0o755 })
  return { linked, packed, smallest: file }
}

async function proveIn(cell: Cell, request: ProofRequest): Promise<ProofAnswer> {
  const linked = await seeLinked(cell, request)
  if ('status' in linked) return linked
  const packed = await seePacked(cell, request)
  if ('status' in packed) return packed
  const environments = environmentsOf(packed.handOvers)
  if (linked.memory === null || packed.memory === null) return { status: 'proven', price: null, environments }
  const overhead = await overheadOf(cell, request)
  const startMs = {
    linked: Math.max(0, startOf(linked) - overhead),
    shipped: Math.max(0, startOf(packed) - overhead),
  }
  const memory = { linked: linked.memory, shipped: packed.memory }
  return { status: 'proven', price: { startMs, memory }, environments }
}

interface Seen {
  readonly handOvers: readonly HandOver[]
  readonly memory: number | null
}

/** An identity that cannot be seen of the linked binary itself is this machine's fault: it is not waited for that long. */
const LINKED_LIMIT_MS = 5000

async function seeLinked(cell: Cell, request: ProofRequest): Promise<Seen | ProofAnswer> {
  const runs = [...new Set(request.runs), 1, 1].map(variables => runOf(cell, request, 'linked', variables))
  // One after the other, as what starting costs is measured: a few milliseconds are to be told from it.
  const handOvers = await inLanes(runs, 1, isFaulty)
  const failed = handOvers.find(isFaulty)
  if (failed !== undefined) return linkedFailed(failed)
  const sight = await sightOf(cell, request, 'linked', Math.min(LINKED_LIMIT_MS, request.limitMs))?.()
  if (sight !== undefined && isFaulty(sight))
    return {
      status: 'cannot see',
      why: `no process can be looked into here: the linked binary ${sight.fault}`,
    }
  return { handOvers, memory: sight?.memory ?? null }
}

function linkedFailed({ fault, output }: Faulty<HandOver>): ProofAnswer {
  // The runtime's own words where the processor lacks what GOAMD64 and its like promise: nothing is wrong with the binary.
  const unfit = /This program can only be run on .*/.exec(output)?.[0]
  if (unfit !== undefined) return { status: 'cannot see', why: `this machine cannot run it (${unfit})` }
  return { status: 'linked failed', fault, output }
}

async function seePacked(cell: Cell, request: ProofRequest): Promise<Seen | ProofAnswer> {
  const runs = request.runs.map(variables => runOf(cell, request, 'packed', variables))
  const sight = sightOf(cell, request, 'packed', request.limitMs)
  const evidence = await inLanes<HandOver | Sight>(
    sight === null ? runs : [...runs, sight],
    request.lanes,
    isFaulty,
  )
  const handOvers = evidence.filter(seen => 'variables' in seen).toSorted((a, b) => a.variables - b.variables)
  const seen = evidence.find(each => 'memory' in each)
  // The smallest environment that it fails in says most, and is the same whichever lane was faster.
  const failed = [...handOvers, ...(seen === undefined ? [] : [seen])].find(isFaulty)
  if (failed !== undefined)
    return { status: 'failed', fault: failed.fault, environments: environmentsOf(handOvers) }
  return { handOvers, memory: seen?.memory ?? null }
}

type Faulty<T> = T & { readonly fault: string }

function isFaulty<T extends { readonly fault: string | null }>(seen: T): seen is Faulty<T> {
  return seen.fault !== null
}

function runOf(cell: Cell, { limitMs }: ProofRequest, program: 'linked' | 'packed', variables: number) {
  return () => handOver(cell, program, variables, limitMs)
}

/** `null`: under an emulator there is nothing to be compared. */
function sightOf(
  cell: Cell,
  request: ProofRequest,
  program: 'linked' | 'packed',
  limitMs: number,
): (() => Promise<Sight>) | null {
  const { segments, linked, directory } = request
  if (segments === null) return null
  return async () => {
    const { size } = await stat(request[program])
    return identity(cell, directory, { program, size, linked, segments }, limitMs)
  }
}

/** The median of the runs with one variable. */
function startOf({ handOvers }: Seen): number {
  return median(handOvers.filter(run => run.variables === 1).map(run => run.ms))
}

/** Those that it started in every time. */
function environmentsOf(handOvers: readonly HandOver[]): readonly number[] {
  const failed = handOvers.filter(isFaulty).map(run => run.variables)
  const passed = handOvers.map(run => run.variables).filter(variables => !failed.includes(variables))
  return [...new Set(passed)].toSorted((a, b) => a - b)
}

/** What starting and ending a program costs here that does nothing: isolation, fork and exec. 0 where we have no such program. */
async function overheadOf(cell: Cell, { machine, limitMs }: ProofRequest): Promise<number> {
  if (smallestProgram(machine) === null) return 0
  const runs: number[] = []
  for (let run = 0; run < 3; run++) runs.push(await startToEnd(cell, 'smallest', limitMs))
  return median(runs)
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]]
  return low === undefined || high === undefined ? 0 : (low + high) / 2
}

/** Runs the tasks in their order, so many at a time, and begins no further one once a result says stop. */
async function inLanes<T>(
  tasks: readonly (() => Promise<T>)[],
  lanes: number,
  stops: (result: T) => boolean,
): Promise<readonly T[]> {
  const waiting = [...tasks]
  const results: T[] = []
  const lane = async () => {
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      const result = await task()
      results.push(result)
      if (stops(result)) waiting.length = 0
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane))
  return results
}
