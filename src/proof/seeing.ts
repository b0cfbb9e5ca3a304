import { mkdtemp, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { openCell, type Cell } from '../isolation/cell.ts'
import type { FixedSegment } from './fixed-segments.ts'
import { handOver, type HandOver } from './hand-over.ts'
import { identity, openFullFifo, type FullFifo, type Sight } from './identity.ts'
import type { Limits } from './watch.ts'

/** What is needed to see either binary start, as JSON. This process does it, or the helper that runs as root. */
export interface Seeing {
  readonly way: 'root' | 'user' | 'process'
  /** A directory of Bantam's own, to make directories in. */
  readonly directory: string
  /** The binary's name in the image. */
  readonly name: string
  /** Absolute path. */
  readonly linked: string
  /** The number of environment variables of each hand-over run. */
  readonly runs: readonly number[]
  /** What the memory is compared with; `null` under an emulator, whose memory is not the program's. */
  readonly segments: readonly FixedSegment[] | null
  /** A static emulator; `null` where the kernel starts the binary by itself. */
  readonly emulator: string | null
  /** For each start. */
  readonly limits: Limits
}

/** Where a binary is seen: an empty cell, and the FIFO that programs fall asleep on. The caller must close it. */
export interface ProofCell {
  /** A directory of Bantam's own, to make files in. */
  readonly directory: string
  /** Fills the cell with these programs. It can be called once. */
  see<Answer>(
    programs: Readonly<Record<string, string>>,
    work: (cell: Cell, fifo: FullFifo) => Promise<Answer>,
  ): Promise<Answer>
  close(): Promise<void>
}

/** @throws Failure `proof` */
export async function openProofCell(asked: Omit<Seeing, 'runs' | 'segments'>): Promise<ProofCell> {
  const directory = await mkdtemp(path.join(asked.directory, 'proof-'))
  const remove = () => rm(directory, { recursive: true, force: true })
  const [fifo, cell] = await Promise.allSettled([openFullFifo(directory), openCell({ ...asked, directory })])
  const close = async () => {
    try {
      if (cell.status === 'fulfilled') await cell.value.close()
    } finally {
      if (fifo.status === 'fulfilled') await fifo.value.close()
      await remove()
    }
  }
  if (fifo.status === 'fulfilled' && cell.status === 'fulfilled')
    return {
      directory,
      see: async (programs, work) => work(await cell.value.fillWith(programs), fifo.value),
      close,
    }
  await close()
  throw fifo.status === 'rejected' ? fifo.reason : (cell as PromiseRejectedResult).reason
}

export function handOversOf(
  cell: Cell,
  program: string,
  runs: readonly number[],
  limits: Limits,
): readonly (() => Promise<HandOver>)[] {
  return runs.map(variables => () => handOver(cell, program, variables, limits))
}

/**
 * Inspects the program, then only measures its start, `times` starts in all, of which the least counts. Under an
 * emulator it measures nothing, because the memory is not the program's.
 */
export function sightsOf(
  cell: Cell,
  fifo: FullFifo,
  { segments, linked }: Seeing,
  program: string,
  file: string,
  limits: Limits,
  times: number,
): readonly (() => Promise<Sight>)[] {
  if (segments === null) return []
  return Array.from({ length: times }, (_, run) => async () => {
    const { size } = await stat(file)
    return identity(cell, fifo, { program, size, linked, segments: run === 0 ? segments : [] }, limits)
  })
}

/** `null` under an emulator, whose times and memory say nothing about the program. */
export interface Cost {
  readonly processorMs: number
  readonly memory: number
}

export function costOf(sights: readonly Sight[]): Cost | null {
  if (sights.length === 0) return null
  return {
    processorMs: Math.min(...sights.map(sight => sight.processorMs)),
    memory: Math.min(...sights.map(sight => sight.memory)),
  }
}

export type Faulty<T> = T & { readonly fault: string }

export function isFaulty<T extends { readonly fault: string | null }>(seen: T): seen is Faulty<T> {
  return seen.fault !== null
}

/** Runs the tasks in their order, `lanes` at a time, and starts no further one once a result says stop. */
export async function inLanes<T>(
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
