import { BrokenStream, ByteReader } from './byte-reader.ts'
import { ByteWriter } from './byte-writer.ts'

/**
 * Numbers from 0 to 2^32 − 1 of which a few are frequent. Those are in a list, and their place in it is one byte. The
 * bytes that the list leaves begin the others: 1 to 3 bytes more follow, and it is the distance from the least.
 */
export interface RankedValues {
  readonly values: Uint8Array
  /** The bytes that follow, the least number in four bytes, then the frequent ones in four bytes each, ascending. */
  readonly list: Uint8Array
}

/** A longer list has numbers in it that are as rare as others. */
const LONGEST_LIST = 192

export function rankValues(values: Uint32Array): RankedValues {
  if (values.length === 0) return { values: new Uint8Array(0), list: new Uint8Array(0) }
  const { least, most, byFrequency } = countValues(values)
  const choices = [1, 2, 3].flatMap(width => {
    const room = 255 - Math.floor((most - least) / 256 ** width)
    if (room < 0) return []
    const listed = byFrequency.slice(0, Math.min(room, LONGEST_LIST))
    const inList = listed.reduce((sum, [, uses]) => sum + uses, 0)
    return [{ width, listed, bytes: inList + (values.length - inList) * (1 + width) + 4 * listed.length }]
  })
  const best = choices.reduce((least, choice) => (choice.bytes < least.bytes ? choice : least))
  return writeRanked(values, least, best.width, Uint32Array.from(best.listed, ([value]) => value).sort())
}

function countValues(values: Uint32Array) {
  const uses = new Map<number, number>()
  let least = 0xffffffff
  let most = 0
  for (const value of values) {
    uses.set(value, (uses.get(value) ?? 0) + 1)
    if (value < least) least = value
    if (value > most) most = value
  }
  const repeated = [...uses].filter(([, count]) => count > 1)
  return { least, most, byFrequency: repeated.sort((a, b) => b[1] - a[1] || a[0] - b[0]) }
}

function writeRanked(values: Uint32Array, least: number, width: number, listed: Uint32Array): RankedValues {
  const list = new ByteWriter()
  list.byte(width)
  list.u32be(least)
  for (const value of listed) list.u32be(value)
  const ranks = new Map(Array.from(listed, (value, rank) => [value, rank]))
  const out = new ByteWriter()
  for (const value of values) {
    const rank = ranks.get(value)
    const rest = value - least
    if (rank === undefined) {
      out.byte(listed.length + Math.floor(rest / 256 ** width))
      for (let shift = 8 * (width - 1); shift >= 0; shift -= 8) out.byte(rest >>> shift)
    } else out.byte(rank)
  }
  return { values: out.end(), list: list.end() }
}

/** Collects numbers one after the other. */
export class RankedWriter {
  #values = new Uint32Array(64)
  #length = 0

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const twice = new Uint32Array(2 * this.#length)
      twice.set(this.#values)
      this.#values = twice
    }
    this.#values[this.#length++] = value
  }

  end(): RankedValues {
    return rankValues(this.#values.subarray(0, this.#length))
  }
}

/** Reads what `rankValues` wrote, one number after the other. @throws BrokenStream for a list that it did not write */
export function rankedReader({ values, list }: RankedValues): { next(): number; readonly isAtEnd: boolean } {
  const reader = new ByteReader(values)
  const { width, least, listed } = readList(list)
  const next = (): number => {
    const first = reader.byte()
    const frequent = listed[first]
    if (frequent !== undefined) return frequent
    let rest = first - listed.length
    for (let count = 0; count < width; count++) rest = (rest << 8) | reader.byte()
    return (least + rest) >>> 0
  }
  return {
    next,
    get isAtEnd() {
      return reader.isAtEnd
    },
  }
}

function readList(list: Uint8Array): { width: number; least: number; listed: readonly number[] } {
  if (list.length === 0) return { width: 1, least: 0, listed: [] }
  const reader = new ByteReader(list)
  const width = reader.byte()
  const least = reader.u32be()
  const listed: number[] = []
  while (!reader.isAtEnd) listed.push(reader.u32be())
  if (width < 1 || width > 3 || listed.length > 255)
    throw new BrokenStream('a list of frequent values is too long')
  return { width, least, listed }
}
