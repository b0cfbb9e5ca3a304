import type { Records } from './pax-records.ts'
import { malformed, MOST_NUMBERS } from './tar-sparse.ts'

/**
 * The sparse file that PAX records describe. https://www.gnu.org/software/tar/manual/html_section/Sparse-Formats.html
 */
export type SparseRecords =
  /** Versions 0.0 and 0.1: the map is in the records. */
  | { readonly map: readonly number[]; readonly name: string | null; readonly size: number }
  /** Version 1.0: the map is stored before the content. */
  | { readonly map: null; readonly name: string | null; readonly size: number }

/** Reads the records; `null` if they describe no sparse file. */
export function sparseRecords(records: Records): SparseRecords | null {
  const last = new Map(records)
  const name = last.get('GNU.sparse.name') ?? null
  if (last.get('GNU.sparse.major') === '1' && last.get('GNU.sparse.minor') === '0')
    return { map: null, name, size: decimal(last.get('GNU.sparse.realsize') ?? '') }
  const size = last.get('GNU.sparse.size')
  if (size === undefined) return null
  const list = last.get('GNU.sparse.map')
  const map = list === undefined ? pairsOf(records) : list === '' ? [] : list.split(',').map(decimal)
  const count = last.get('GNU.sparse.numblocks')
  if (count !== undefined && decimal(count) * 2 !== map.length) throw malformed()
  return { map, name, size: decimal(size) }
}

/** Version 0.0: offset and length alternate, one record each. */
function pairsOf(records: Records): readonly number[] {
  const numbers: number[] = []
  for (const [key, value] of records) {
    const wanted = numbers.length % 2 === 0 ? 'GNU.sparse.offset' : 'GNU.sparse.numbytes'
    if (key === wanted) numbers.push(decimal(value))
    else if (key === 'GNU.sparse.offset' || key === 'GNU.sparse.numbytes') throw malformed()
  }
  return numbers
}

const DIGITS = /^\d{1,15}$/

function decimal(digits: string): number {
  if (!DIGITS.test(digits)) throw malformed()
  return Number(digits)
}

const BLOCK = 512
/** The same limit as for every header. A map of 1 MiB describes some 50,000 pieces. */
const MAX_MAP = 1024 * 1024

/**
 * Reads the map of version 1.0: decimal numbers, one a line, padded to a whole block. The first number says how many
 * pairs follow.
 *
 * @param next returns the next stored block; `null` after the last one
 */
export async function readMap(
  next: () => Promise<Uint8Array | null>,
): Promise<{ readonly numbers: readonly number[]; readonly bytes: number }> {
  const numbers: number[] = []
  let [rest, bytes, wanted] = ['', 0, 1]
  while (numbers.length < wanted) {
    const block = await next()
    if (block === null || bytes >= MAX_MAP) throw malformed()
    bytes += block.length
    const lines = (rest + Buffer.from(block).toString('latin1')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (numbers.length >= wanted) break
      numbers.push(decimal(line))
      if (numbers.length === 1) wanted = 1 + 2 * Math.min(numbers[0] ?? 0, MOST_NUMBERS / 2 + 1)
    }
    if (rest.length > BLOCK) throw malformed()
  }
  return { numbers: numbers.slice(1), bytes }
}

/** The type that old GNU tar gives a sparse file. */
export const OLD_GNU = 'S'
const PAIR = 24

/**
 * Reads the map of old GNU tar: four pairs in the header, and 21 in each block that follows, as long as the previous
 * one says that there is another.
 *
 * @param number reads a number of `length` bytes at `at`
 */
export async function readOldMap(
  header: Uint8Array,
  next: () => Promise<Uint8Array>,
  number: (block: Uint8Array, at: number, length: number) => number,
): Promise<{ readonly numbers: readonly number[]; readonly size: number }> {
  const numbers: number[] = []
  let [block, start, pairs, moreAt] = [header, 386, 4, 482]
  for (;;) {
    for (let index = 0; index < pairs; index++) {
      const at = start + index * PAIR
      // Unused pairs are zero.
      if ((block[at] ?? 0) === 0) break
      numbers.push(number(block, at, PAIR / 2), number(block, at + PAIR / 2, PAIR / 2))
    }
    if ((block[moreAt] ?? 0) === 0) break
    if (numbers.length > MOST_NUMBERS) throw malformed()
    ;[block, start, pairs, moreAt] = [await next(), 0, 21, 504]
  }
  return { numbers, size: number(header, 483, 12) }
}
