import { BrokenStream, ByteReader } from '../streams/byte-reader.ts'
import { unzigzag } from '../streams/byte-writer.ts'
import { type ByteWriter, zigzag } from '../streams/byte-writer.ts'

/**
 * Where the tables are: all that a decoder has to know of a version of Go. The part begins with pctab; functab follows,
 * and then what the linker puts behind it. Distances are from the start of the part, in bytes, and can be negative.
 */
export interface Layout {
  /** Records begin at multiples of it. */
  readonly pointerSize: number
  /** What functab's offsets are relative to, as an offset in the text. */
  readonly base: number
  /** What the linker fills the space between functions with: a byte, or a word where all instructions are words. */
  readonly padding: number
  /** Bytes of pctab. */
  readonly pcValues: number
  /** Bytes of functab and the records. */
  readonly records: number
  /** The most instructions of a function. */
  readonly instructions: number
  /** How many tables pctab has. */
  readonly tables: number
  readonly names: { readonly distance: number; readonly size: number; readonly count: number }
  /** cutab, in entries of 4 bytes. */
  readonly units: { readonly distance: number; readonly count: number }
  readonly functionData: {
    readonly where: FunctionDataWhere
    readonly distance: number
    readonly size: number
    /** The most nodes of an inline tree. */
    readonly nodes: number
    /** Bytes of an offset in its stream. */
    readonly width: number
  }
  /** findfunctab, where it is computed; a size of 0 where it is not. */
  readonly functionIndex: { readonly distance: number; readonly size: number }
}

/** Go 1.26 moved the funcdata behind the records. */
export const FUNCTION_DATA = { unknown: 0, inPart: 1, inMemory: 2 } as const
export type FunctionDataWhere = (typeof FUNCTION_DATA)[keyof typeof FUNCTION_DATA]

export function writeLayout(layout: Layout, out: ByteWriter): void {
  const { names, units, functionData, functionIndex } = layout
  out.varint(layout.pointerSize)
  out.varint(zigzag(layout.base))
  out.varint(layout.padding)
  out.varint(layout.pcValues)
  out.varint(layout.records)
  out.varint(layout.instructions)
  out.varint(layout.tables)
  out.varint(zigzag(names.distance))
  out.varint(names.size)
  out.varint(names.count)
  out.varint(zigzag(units.distance))
  out.varint(units.count)
  out.varint(functionData.where)
  out.varint(zigzag(functionData.distance))
  out.varint(functionData.size)
  out.varint(functionData.nodes)
  out.varint(functionData.width)
  out.varint(functionIndex.distance)
  out.varint(functionIndex.size)
}

/** @throws BrokenStream where the tables are not in a part of this size */
export function readLayout(stream: Uint8Array, size: number): Layout {
  const from = new ByteReader(stream)
  const signed = () => unzigzag(from.varint())
  const layout: Layout = {
    pointerSize: from.varint(),
    base: signed(),
    padding: from.varint(),
    pcValues: from.varint(),
    records: from.varint(),
    instructions: from.varint(),
    tables: from.varint(),
    names: { distance: signed(), size: from.varint(), count: from.varint() },
    units: { distance: signed(), count: from.varint() },
    functionData: {
      where: readWhere(from),
      distance: signed(),
      size: from.varint(),
      nodes: from.varint(),
      width: from.varint(),
    },
    functionIndex: { distance: from.varint(), size: from.varint() },
  }
  const { pcValues, records, functionData, functionIndex } = layout
  const end = pcValues + records
  const inPart = functionData.where === FUNCTION_DATA.inPart
  if (
    (layout.pointerSize !== 4 && layout.pointerSize !== 8) ||
    (functionData.width !== 3 && functionData.width !== 4) ||
    end > size ||
    (inPart && (functionData.distance < end || functionData.distance + functionData.size > size)) ||
    (functionIndex.size > 0 &&
      (functionIndex.distance < end || functionIndex.distance + functionIndex.size > size))
  ) {
    throw new BrokenStream('the tables of functions are not where they can be')
  }
  return layout
}

function readWhere(from: ByteReader): FunctionDataWhere {
  const where = from.varint()
  if (where !== 0 && where !== 1 && where !== 2) throw new BrokenStream('funcdata is in an unknown place')
  return where
}

/** Bytes of memory that the loader's decoder takes at most for its time: as in loader/pclntab.c, which needs no marks now. */
export function pclntabScratch(streams: readonly Uint8Array[], size: number): number {
  const { names, instructions, tables, functionData } = readLayout(streams[0] ?? new Uint8Array(), size)
  const arrays = [
    // Of each name: its place, its line and its file.
    ...[1, 2, 3].map(() => 4 * (names.count + 1)),
    // Of the function: instructions, those that move the stack, calls; ends and values of what is inlined; marks.
    ...[4, 4, 4, 4, 4, 1].map(bytes => bytes * (instructions + INSTRUCTION_SLACK)),
    // The bytes of a table: a value and an end for each instruction, at most.
    ...[1, 2].map(() => 10 * instructions + TABLE_SLACK),
    // Of each node of its inline tree, and of itself: name, line, file, whether it was seen; first instruction.
    ...[16, 4].map(bytes => bytes * (functionData.nodes + 1)),
    functionData.where === FUNCTION_DATA.inPart ? Math.ceil(functionData.size / 4) : 0,
    FILE_CACHE_BYTES,
    4 * knownSlots(tables),
  ]
  return arrays.reduce((sum, bytes) => sum + Math.ceil(bytes / 16) * 16, 0)
}

/** The instructions are found 64 bytes of text at a time. */
const INSTRUCTION_SLACK = 66
const FILE_CACHE_BYTES = 1024 * 12

const TABLE_SLACK = 16

/** Slots of the hash table of all tables: at most half of them are used. */
function knownSlots(tables: number): number {
  let slots = 2
  while (slots < 2 * (tables + 1)) slots *= 2
  return slots
}
