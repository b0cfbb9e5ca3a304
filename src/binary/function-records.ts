import type { Pclntab } from './pclntab.ts'
import { OutOfBytes, words } from './words.ts'
import type { Words } from './words.ts'

/**
 * The fields of the function table for each function, in the order of the code. They are stored as columns: a large
 * program has 100,000 functions, and an object for each would take more memory than the table.
 * https://go.dev/src/runtime/runtime2.go (_func)
 */
export interface FunctionRecords {
  readonly count: number
  /** Offset of the name in the name table. */
  readonly names: Uint32Array
  /** Bytes of machine code up to the start of the next function, including the padding between them. */
  readonly code: Uint32Array
  /** The place in cutab of the function's compilation unit, which is a package. */
  readonly units: Uint32Array
  /** Bytes of its functab entry and its record. */
  readonly own: Uint32Array
  /** Offsets of its tables in pctab; 0 means none. */
  readonly pcValues: Lists
  /** Offsets of its funcdata; `NONE` means none. */
  readonly functionData: Lists
  /** Where the last record ends in `Pclntab.functions`. */
  readonly end: number
}

/**
 * The lists of all functions one after another: that of `index` is `values` from `starts[index]` to `starts[index +
 * 1]`.
 */
export interface Lists {
  readonly values: Uint32Array
  readonly starts: Uint32Array
}

export const NONE = 0xffffffff
/** The size of a functab entry: a function's start and the place of its record. */
const PAIR = 8
/** pcsp, pcfile and pcln, which come before the count of the other tables. */
const FIXED_PC_VALUES = 3
const FIXED_PC_VALUES_AT = 16
/** A limit; Go 1.27 has five. */
const MAX_PC_VALUES = 32

/** @throws OutOfBytes if the table is inconsistent. */
export function readFunctionRecords(table: Pclntab, littleEndian: boolean): FunctionRecords {
  const reader = words(table.functions, table.pointerSize, littleEndian)
  // Go 1.20 inserted the start line before the last four bytes.
  const size = table.since === '1.20' ? 44 : 40
  const places = placesOf(reader, table.functionCount)
  const { pcStarts, dataStarts } = measureLists(reader, places, size)
  const records = {
    count: table.functionCount,
    names: new Uint32Array(table.functionCount),
    code: new Uint32Array(table.functionCount),
    units: new Uint32Array(table.functionCount),
    own: new Uint32Array(table.functionCount),
    pcValues: { starts: pcStarts, values: new Uint32Array(pcStarts[table.functionCount] ?? 0) },
    functionData: { starts: dataStarts, values: new Uint32Array(dataStarts[table.functionCount] ?? 0) },
  }
  let last = 0
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0
    const code = reader.u32((index + 1) * PAIR) - reader.u32(index * PAIR)
    if (code < 0) throw new OutOfBytes(`the function at ${at}`)
    records.code[index] = code
    records.names[index] = reader.u32(at + 4)
    records.units[index] = reader.u32(at + 32)
    const more = at + size
    const pcValues = pcStarts[index] ?? 0
    const pcValuesAfter = (pcStarts[index + 1] ?? 0) - pcValues - FIXED_PC_VALUES
    fill(records.pcValues.values, pcValues, reader, at + FIXED_PC_VALUES_AT, FIXED_PC_VALUES)
    fill(records.pcValues.values, pcValues + FIXED_PC_VALUES, reader, more, pcValuesAfter)
    const data = dataStarts[index] ?? 0
    const dataCount = (dataStarts[index + 1] ?? 0) - data
    fill(records.functionData.values, data, reader, more + 4 * pcValuesAfter, dataCount)
    const length = size + 4 * (pcValuesAfter + dataCount)
    records.own[index] = PAIR + Math.ceil(length / table.pointerSize) * table.pointerSize
    last = Math.max(last, at + length)
  }
  return { ...records, end: last }
}

function placesOf(reader: Words, count: number): Uint32Array {
  const places = new Uint32Array(count)
  for (let index = 0; index < count; index++) places[index] = reader.u32(index * PAIR + 4)
  return places
}

/**
 * Checks that records do not overlap, so that the lists take no more memory than the table. The linker writes one
 * record for each function, one after another.
 */
function measureLists(
  reader: Words,
  places: Uint32Array,
  size: number,
): { readonly pcStarts: Uint32Array; readonly dataStarts: Uint32Array } {
  const pcStarts = new Uint32Array(places.length + 1)
  const dataStarts = new Uint32Array(places.length + 1)
  let end = 0
  for (let index = 0; index < places.length; index++) {
    const at = places[index] ?? 0
    const [pcValues, data] = [reader.u32(at + 28), reader.u8(at + size - 1)]
    if (at < end || pcValues > MAX_PC_VALUES) throw new OutOfBytes(`a function record at ${at}`)
    end = at + size + 4 * (pcValues + data)
    pcStarts[index + 1] = (pcStarts[index] ?? 0) + FIXED_PC_VALUES + pcValues
    dataStarts[index + 1] = (dataStarts[index] ?? 0) + data
  }
  return { pcStarts, dataStarts }
}

function fill(values: Uint32Array, from: number, reader: Words, at: number, count: number): void {
  for (let index = 0; index < count; index++) values[from + index] = reader.u32(at + 4 * index)
}
