import { constants, openSync, writeSync, closeSync } from 'node:fs'
import { mkdtemp, open, readdir, readFile, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { processState } from '../host/process-state.ts'
import type { Cell, Running } from '../isolation/cell.ts'
import { makeFifo } from '../isolation/fifo.ts'
import type { FixedSegment } from './fixed-segments.ts'
import { startFault } from './start-fault.ts'
import { stuck, type Limits } from './watch.ts'

export interface Sight {
  /** What went wrong, as a clause about the binary; `null` where its memory equals that of the linked binary. */
  readonly fault: string | null
  /** Private bytes of the process. */
  readonly memory: number
  /**
   * Processor time that it took until then, in milliseconds: its own, and that of every program that it became by exec.
   */
  readonly processorMs: number
}

/** What `identity` looks at: a program of the cell, and the linked binary that it must be once it runs. */
export interface Likeness {
  readonly program: string
  /** Bytes of the executable that was started. The process must still be that executable. */
  readonly size: number
  readonly linked: string
  /** Empty where only the price is wanted. */
  readonly segments: readonly FixedSegment[]
}

/**
 * Starts a program whose standard error is the full FIFO, so that it falls asleep in the Go runtime's first trace line,
 * before any init function of the service. Compares its memory with the linked binary's file, and kills it.
 *
 * @throws Failure `proof` where the program's end says nothing about the binary
 */
export async function identity(cell: Cell, fifo: FullFifo, like: Likeness, limits: Limits): Promise<Sight> {
  return asleepInWrite(cell, fifo, like, limits, pid => look(pid, like))
}

/** Processor time, in milliseconds, of a program that only writes to its standard error. */
export async function processorTimeOf(
  cell: Cell,
  fifo: FullFifo,
  program: string,
  size: number,
  limits: Limits,
): Promise<number | null> {
  const like = { program, size, linked: '', segments: [] }
  const { fault, processorMs } = await asleepInWrite(cell, fifo, like, limits, async () => NOTHING_WRONG)
  return fault === null ? processorMs : null
}

const ENVIRONMENT = { GODEBUG: 'inittrace=1' } as const

/** How many environment variables a sight starts the program with. It reaches the Go runtime as a hand-over does. */
export const SIGHT_VARIABLES = Object.keys(ENVIRONMENT).length

const NOTHING_WRONG = { fault: null, memory: 0 } as const

async function asleepInWrite(
  cell: Cell,
  fifo: FullFifo,
  { program, size }: Likeness,
  limits: Limits,
  see: (pid: number) => Promise<Pick<Sight, 'fault' | 'memory'>>,
): Promise<Sight> {
  const running = cell.start(program, ENVIRONMENT, fifo.sleeper)
  const { child } = running
  const over = new AbortController()
  const end = Promise.withResolvers<string>()
  child.on('error', cause => end.reject(startFault(cause.message, cause)))
  child.on('exit', (code, signal) => {
    if (signal === 'SIGKILL') end.reject(startFault('it was killed (SIGKILL), or memory ran out'))
    const how = signal === null ? `exited with ${code}` : `was ended by ${signal}`
    end.resolve(`${how} before its first trace line`)
  })
  const gone = end.promise
  const standing = stuck(child.pid ?? NaN, limits, over.signal).then(seen => {
    if (seen.kind === 'fault') return `${seen.fault} before its first trace line`
    throw startFault('it was stopped from outside (SIGSTOP)')
  })
  // The promise that loses the race may reject after the answer is there.
  for (const late of [gone, standing]) late.catch(() => {})
  try {
    const seen = await Promise.race([gone, standing, sleepsInTrace(running, size, over.signal)])
    if (typeof seen === 'string') return { fault: seen, memory: 0, processorMs: 0 }
    const processorMs = await processorTime(seen.pid)
    const found = await see(seen.pid).catch((error: Error) => ({
      fault: `cannot be inspected (${error.message})`,
      memory: 0,
    }))
    return { ...found, processorMs }
  } finally {
    over.abort()
    running.kill()
    await gone.catch(() => {})
  }
}

/** A full FIFO that no process reads. */
export interface FullFifo {
  /** A blocking descriptor: a process that writes to it sleeps. */
  readonly sleeper: number
  close(): Promise<void>
}

export async function openFullFifo(directory: string): Promise<FullFifo> {
  const at = await mkdtemp(path.join(directory, 'fifo-'))
  const file = path.join(at, 'stderr')
  await makeFifo(file)
  const filler = openSync(file, constants.O_RDWR | constants.O_NONBLOCK)
  fillUp(filler)
  // Opened for reading and writing, so that the sleeping program is a reader too. If Bantam is killed, the program
  // sleeps on and does not continue with EPIPE.
  const sleeper = openSync(file, constants.O_RDWR)
  return {
    sleeper,
    close: async () => {
      closeSync(filler)
      closeSync(sleeper)
      await rm(at, { recursive: true, force: true })
    },
  }
}

function fillUp(fd: number): void {
  for (const size of [4096, 1]) {
    try {
      for (;;) writeSync(fd, Buffer.alloc(size))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
    }
  }
}

/** A process that sleeps in that write for this long as another executable will not become the expected one. */
const ANOTHER_MS = 1000

/** Waits until the process sleeps in a write to descriptor 2 and still is the executable that was started. */
async function sleepsInTrace(
  running: Running,
  size: number,
  over: AbortSignal,
): Promise<{ readonly pid: number } | string> {
  let pid: number | null = null
  let anotherSince: number | null = null
  while (!over.aborted) {
    pid ??= running.pid()
    const asleep = pid !== null && (await writesToStderr(pid))
    if (asleep && (await sizeOfExecutable(pid ?? NaN)) === size) return { pid: pid ?? NaN }
    anotherSince = asleep ? (anotherSince ?? performance.now()) : null
    if (anotherSince !== null && performance.now() - anotherSince > ANOTHER_MS)
      return 'became another program'
    await sleep(2)
  }
  return 'was not waited for'
}

/** Nanoseconds of all its threads. Where the kernel does not count them, clock ticks of 10 ms. */
async function processorTime(pid: number): Promise<number> {
  const threads = await readdir(`/proc/${pid}/task`).catch(() => [])
  const times = await Promise.all(
    threads.map(async thread => {
      const counted = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '')
      return /^\d+/.exec(counted)?.[0]
    }),
  )
  const known = times.filter(time => time !== undefined)
  if (known.length === 0 || known.length < times.length) return (processState(pid)?.ticks ?? 0) * 10
  return known.reduce((sum, time) => sum + Number(time) / 1e6, 0)
}

/** `/proc/PID/syscall` of a sleeping thread: the call's number, then its arguments. */
async function writesToStderr(pid: number): Promise<boolean> {
  const call = await readFile(`/proc/${pid}/syscall`, 'utf8').catch(() => '')
  return WRITES.includes(call.split(' ')[0] ?? '') && call.split(' ')[1] === '0x2'
}

/** The number of `write`: amd64; 386, arm, ppc64 and s390x; arm64, riscv64 and loong64. */
const WRITES = ['1', '4', '64']

async function sizeOfExecutable(pid: number): Promise<number | null> {
  return stat(`/proc/${pid}/exe`).then(
    found => found.size,
    () => null,
  )
}

async function look(pid: number, { linked, segments }: Likeness): Promise<Pick<Sight, 'fault' | 'memory'>> {
  const [file, memory] = await Promise.all([open(linked), open(`/proc/${pid}/mem`)])
  try {
    for (const segment of segments) {
      const fault = await compare(file, memory, segment)
      if (fault !== null) return { fault, memory: 0 }
    }
    return { fault: null, memory: privateBytes(await readFile(`/proc/${pid}/smaps_rollup`, 'utf8')) }
  } finally {
    await Promise.all([file.close(), memory.close()])
  }
}

const CHUNK = 1024 * 1024

async function compare(file: FileHandle, memory: FileHandle, segment: FixedSegment): Promise<string | null> {
  const [wanted, found] = [Buffer.alloc(CHUNK), Buffer.alloc(CHUNK)]
  for (let at = 0; at < segment.size; at += CHUNK) {
    const length = Math.min(CHUNK, segment.size - at)
    const address = BigInt(segment.address) + BigInt(at)
    await read(file, wanted, length, BigInt(segment.offset + at))
    const there = await read(memory, found, length, address).then(
      () => true,
      () => false,
    )
    if (!there) return `has no memory at 0x${address.toString(16)}`
    if (wanted.compare(found, 0, length, 0, length) !== 0) {
      const differs = address + BigInt(firstDifference(wanted, found))
      return `has other bytes in memory than the linked one, from 0x${differs.toString(16)} on`
    }
  }
  return null
}

/** @throws where there are not that many bytes. */
async function read(from: FileHandle, into: Buffer, length: number, position: bigint): Promise<void> {
  for (let at = 0; at < length;) {
    const { bytesRead } = await from.read(into, at, length - at, position + BigInt(at))
    if (bytesRead === 0) throw new RangeError(`only ${at} of ${length} bytes at ${position}`)
    at += bytesRead
  }
}

function firstDifference(a: Uint8Array, b: Uint8Array): number {
  return a.findIndex((byte, index) => byte !== b[index])
}

/**
 * Anonymous pages: the memory that the process has for itself. Pages of the executable's file are shared by all
 * processes that run it. They count as private here only because one process runs it.
 */
function privateBytes(smaps: string): number {
  const kib = /^Anonymous:\s+(\d+) kB$/m.exec(smaps)?.[1]
  return kib === undefined ? 0 : Number(kib) * 1024
}
