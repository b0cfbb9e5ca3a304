import { OutOfBytes } from './words.ts'

/** funcnametab: names that end with a NUL, each identified by its offset. */
export interface NameTable {
  /** Offsets in ascending order. */
  readonly starts: Uint32Array
  /** Returns the index in `starts` of the name at an offset. */
  indexOf(place: number): number
  nameOf(index: number): string
  /** Returns the size of a name in bytes, including its NUL. */
  sizeOf(index: number): number
}

export function readNameTable(names: Uint8Array): NameTable {
  const starts = startsOf(names)
  // One shared view: a view for each name would take more memory than the names.
  const text = Buffer.from(names.buffer, names.byteOffset, names.byteLength)
  const endOf = (index: number) => starts[index + 1] ?? names.byteLength
  return {
    starts,
    indexOf: place => {
      const index = search(starts, place)
      if (starts[index] !== place) throw new OutOfBytes(`a name at ${place}`)
      return index
    },
    nameOf: index => text.toString('utf8', starts[index] ?? 0, endOf(index) - 1),
    sizeOf: index => endOf(index) - (starts[index] ?? 0),
  }
}

function startsOf(names: Uint8Array): Uint32Array {
  let count = 0
  for (let end = names.indexOf(0); end !== -1; end = names.indexOf(0, end + 1)) count++
  const starts = new Uint32Array(count)
  let start = 0
  for (let index = 0; index < count; index++) {
    starts[index] = start
    start = names.indexOf(0, start) + 1
  }
  return starts
}

function search(sorted: Uint32Array, wanted: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
