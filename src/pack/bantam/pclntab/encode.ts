import { BrokenStream } from '../streams/byte-reader.ts'
import { inOrder } from './columns.ts'
import { decodePclntab } from './decode.ts'
import { writeFunctions } from './encode-functions.ts'
import { UnknownTable } from './encode-tables.ts'
import type { PclntabInput } from './input.ts'
import { FUNCTION_DATA, type Layout, writeLayout } from './layout.ts'
import { readNames } from './names.ts'
import { NO_PADDING } from './padding.ts'
import { restRanges } from './part.ts'
import { computedIndexSize } from './place.ts'

export interface EncodedPclntab {
  readonly streams: readonly Uint8Array[]
}

/**
 * Splits the part into streams that compress well. Returns `null` where it would not come back as it is: then it has to
 * be packed as it is.
 */
export function encodePclntab(input: PclntabInput): EncodedPclntab | null {
  const { functionData } = input.place
  for (const where of new Set([functionData.where, FUNCTION_DATA.unknown])) {
    const place = { ...input.place, functionData: { ...functionData, where } }
    const streams = orNull(() => encode({ ...input, place }))
    if (streams !== null) return { streams }
  }
  return null
}

function orNull<Value>(make: () => Value | null): Value | null {
  try {
    return make()
  } catch (error) {
    // RangeError: something points behind the part.
    if (error instanceof UnknownTable || error instanceof BrokenStream || error instanceof RangeError)
      return null
    throw error
  }
}

function encode(input: PclntabInput): readonly Uint8Array[] | null {
  const { part, text } = input
  if (text.starts.length !== input.place.functionCount + 1 || part.length !== input.place.size) return null
  const { layout, columns, covered, tablesEnd } = writeFunctions(input, layoutBefore(input))
  writeLayout(layout, columns.layout)
  for (const [start, end] of restRanges(layout, tablesEnd, part.length, covered)) {
    columns.rest.bytes(part.subarray(start, end))
  }
  const streams = inOrder(columns).map(column => column.end())
  const decoded = decodePclntab(streams, { ...input, size: part.length })
  return Buffer.compare(decoded, part) === 0 ? streams : null
}

/** What is known before the first function; what is 0 here is known after the last. */
function layoutBefore({ place, part, text, memory, address }: PclntabInput): Layout {
  const { functionData, functionIndex, names, units } = place
  const dataEnd = functionIndex?.distance ?? part.length
  const inPart = functionData.where === FUNCTION_DATA.inPart
  return {
    pointerSize: place.pointerSize,
    base: Number(place.textStart - text.address),
    padding: NO_PADDING,
    pcValues: place.pcValues,
    records: 0,
    instructions: 0,
    tables: 0,
    names: {
      ...names,
      count: readNames(memory(address + BigInt(names.distance), names.size)).offsets.length,
    },
    units: { distance: units.distance, count: units.size >> 2 },
    functionData: {
      ...functionData,
      size: inPart ? dataEnd - functionData.distance : 0,
      nodes: 0,
      width: 3,
    },
    functionIndex: {
      distance: functionIndex?.distance ?? 0,
      size: computedIndexSize(place, part, text.starts),
    },
  }
}
