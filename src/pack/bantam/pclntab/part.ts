import { MARK, type TextCodec, type TextView } from '../text-view.ts'
import { readFiles } from './files.ts'
import { type FunctionTexts, functionTexts } from './function-text.ts'
import { FUNCTION_DATA, type Layout } from './layout.ts'
import { readNames } from './names.ts'
import type { Memory } from './place.ts'
import { PAIR } from './record.ts'
import type { Knowledge } from './table-values.ts'

/** What is known when the part is decoded: the text, and what is before the part in memory. */
export interface PartSurroundings {
  readonly address: bigint
  readonly text: TextView
  readonly codec: Pick<TextCodec, 'quantum' | 'stackEffect'>
  readonly memory: Memory
}

/** Both directions go through the functions with these. */
export interface PartState extends Knowledge {
  readonly quantum: number
  readonly starts: Uint32Array
  readonly texts: FunctionTexts
  /** Which 4 bytes of the funcdata in the part are in a tree. */
  readonly covered: Uint8Array
}

export function partState(layout: Layout, around: PartSurroundings): PartState {
  const { text, codec } = around
  const bytesAt = (distance: number, size: number) =>
    size === 0 ? new Uint8Array() : around.memory(around.address + BigInt(distance), size)
  const { where, size } = layout.functionData
  return {
    quantum: codec.quantum,
    starts: text.starts,
    names: readNames(bytesAt(layout.names.distance, layout.names.size)),
    files: readFiles(bytesAt(layout.units.distance, layout.units.count * 4)),
    stackEffect: at =>
      ((text.marks[at] ?? 0) & MARK.stack) === 0 ? null : codec.stackEffect(text.bytes, at),
    texts: functionTexts(text, layout.padding, codec.quantum),
    covered: new Uint8Array(where === FUNCTION_DATA.inPart ? Math.ceil(size / 4) : 0),
  }
}

/** Goes through the records: they follow functab, each at a multiple of the pointer size. */
export function recordPlaces(functions: number, pointerSize: number) {
  let end = functions * PAIR + 4
  const next = () => Math.ceil(end / pointerSize) * pointerSize
  return {
    /** Where functab has the entry of a function, and then the place of its record. From the start of functab, as all. */
    pair: (index: number) => index * PAIR,
    /** Where the next record begins. */
    next,
    take: (bytes: number) => {
      end = next() + bytes
    },
    /** Where the last record ends. */
    end: () => end,
  }
}

/** Whether there is a tree at this offset already, or cannot be one: trees are at multiples of 4. */
export function isCovered(covered: Uint8Array, offset: number): boolean {
  return offset % 4 !== 0 || covered[offset / 4] === 1
}

export function cover(covered: Uint8Array, offset: number, bytes: number): void {
  covered.fill(1, offset / 4, (offset + bytes) / 4)
}

/** The bytes that no column has, in ascending order. @param tablesEnd where the tables of pctab end */
export function restRanges(
  { pcValues, records, functionData, functionIndex }: Layout,
  tablesEnd: number,
  size: number,
  covered: Uint8Array,
): readonly (readonly [start: number, end: number])[] {
  const ranges: [number, number][] = []
  let start = tablesEnd
  const skip = (from: number, to: number) => {
    if (from > start) ranges.push([start, from])
    start = Math.max(start, to)
  }
  skip(pcValues, pcValues + records)
  for (let unit = 0; unit < covered.length; unit++) {
    if (covered[unit] !== 1) continue
    const at = functionData.distance + unit * 4
    skip(at, at + 4)
  }
  // findfunctab is behind the funcdata.
  if (functionIndex.size > 0) skip(functionIndex.distance, functionIndex.distance + functionIndex.size)
  skip(size, size)
  return ranges
}
