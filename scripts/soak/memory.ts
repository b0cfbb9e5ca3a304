import { readFileSync } from 'node:fs'

export interface Sample {
  readonly seconds: number
  readonly linked: number
  readonly packed: number
}

/** Bytes of memory that no other process shares. */
export function privateBytes(pid: number): number {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'latin1')
  const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)]
  return sizes.reduce((sum, [, size]) => sum + Number(size) * 1024, 0)
}

/** Of every PT_LOAD: what is shared with the file in the linked program, and private in the packed one. */
export function loadedBytes(elf: Buffer): number {
  const [offset, size, count] = [Number(elf.readBigUInt64LE(32)), elf.readUInt16LE(54), elf.readUInt16LE(56)]
  const headers = Array.from({ length: count }, (_, index) => elf.subarray(offset + index * size))
  return headers
    .filter(header => header.readUInt32LE(0) === 1)
    .reduce((sum, header) => sum + Number(header.readBigUInt64LE(32)), 0)
}

/** What the collector of garbage may leave at one time and not at another. */
const SLACK = 1.25
const SLACK_BYTES = 6_000_000
/** Until then a service still takes memory that it keeps. */
const MIN_SECONDS = 60

/** @returns the lines to print, and whether the memory is as it should be */
export function judgeMemory(samples: readonly Sample[], loaded: number): { lines: string[]; right: boolean } {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined) return { lines: ['memory: no sample'], right: false }
  const lines = [
    `private memory at the start: linked ${kib(first.linked)}, packed ${kib(first.packed)}`,
    `private memory at the end: linked ${kib(last.linked)}, packed ${kib(last.packed)}`,
  ]
  if (last.seconds < MIN_SECONDS)
    return { lines: [...lines, `steady: not judged below ${MIN_SECONDS} seconds`], right: true }
  const [second, fourth] = [quarter(samples, 1), quarter(samples, 3)]
  lines.push(`mean of the second quarter: linked ${kib(second.linked)}, packed ${kib(second.packed)}`)
  lines.push(`mean of the last quarter: linked ${kib(fourth.linked)}, packed ${kib(fourth.packed)}`)
  const steady = fourth.packed <= Math.max(second.packed, fourth.linked + loaded) * SLACK + SLACK_BYTES
  const more = fourth.packed - fourth.linked
  const alike = more <= loaded + fourth.linked * (SLACK - 1) + SLACK_BYTES
  lines.push(`steady: ${steady ? 'yes' : 'NO'}`)
  lines.push(
    `as the linked one's: ${alike ? 'yes' : 'NO'}, packed − linked is ${kib(more)}, and ${kib(loaded)} of the file are loaded`,
  )
  return { lines, right: steady && alike }
}

function quarter(samples: readonly Sample[], index: number): Pick<Sample, 'linked' | 'packed'> {
  const part = samples.slice((samples.length * index) / 4, (samples.length * (index + 1)) / 4)
  const mean = (of: (sample: Sample) => number) => part.reduce((sum, one) => sum + of(one), 0) / part.length
  return { linked: mean(one => one.linked), packed: mean(one => one.packed) }
}

function kib(bytes: number): string {
  return `${Math.round(bytes / 1024)} KiB`
}
