import { BrokenStream, ByteReader } from '../streams/byte-reader.ts'
import { unzigzag } from '../streams/byte-writer.ts'
import { COLUMN_COUNT, type Columns, makeColumns } from './columns.ts'
import { readTables, type TableSink } from './decode-tables.ts'
import { contextOf, type Context, type FunctionState, notInlined } from './function-state.ts'
import { dataOffsets, type DataOffsets, NO_DATA } from './data-offsets.ts'
import { functionIndex } from './function-index.ts'
import { knownTree, NODE_SIZE, nodesOf, readTree } from './inline-tree.ts'
import { knownTables, SHAPE } from './known-tables.ts'
import { FUNCTION_DATA, type Layout, readLayout } from './layout.ts'
import { cover, isCovered, type PartState, partState, type PartSurroundings, recordPlaces } from './part.ts'
import { restRanges } from './part.ts'
import type { PcValues } from './pc-values.ts'
import {
  dataField,
  decodeRecord,
  FIRST_RECORD,
  placeRecord,
  type RecordBefore,
  recordBytes,
  tableField,
} from './record.ts'
import { INLINE_TREE } from './table-kinds.ts'

export interface PclntabTarget extends PartSurroundings {
  /** Bytes of the part. */
  readonly size: number
}

/** @throws BrokenStream where the streams do not describe a part of this size behind this text */
export function decodePclntab(streams: readonly Uint8Array[], target: PclntabTarget): Uint8Array {
  if (streams.length !== COLUMN_COUNT) throw new BrokenStream('the function table has other streams')
  const layout = readLayout(streams[0] ?? new Uint8Array(), target.size)
  const columns = makeColumns(index => new ByteReader(streams[index] ?? new Uint8Array()))
  const part = new Uint8Array(target.size)
  const state = partState(layout, target)
  const tablesEnd = readFunctions(part, layout, target, state, columns)
  placeIndex(part, layout, target)
  for (const [start, end] of restRanges(layout, tablesEnd, target.size, state.covered)) {
    part.set(columns.rest.bytes(end - start), start)
  }
  return part
}

function placeIndex(
  part: Uint8Array,
  { functionIndex: { distance, size } }: Layout,
  { text }: PclntabTarget,
) {
  if (size === 0) return
  const index = functionIndex(text.starts)
  if (index?.length !== size) throw new BrokenStream('findfunctab is not as long as it says')
  part.set(index, distance)
}

/** @returns where the tables of pctab end */
function readFunctions(
  part: Uint8Array,
  layout: Layout,
  target: PclntabTarget,
  state: PartState,
  columns: Columns<ByteReader>,
): number {
  const { starts } = target.text
  const count = starts.length - 1
  if (count < 0) throw new BrokenStream('a function table without functions')
  const places = recordPlaces(count, layout.pointerSize)
  if (places.end() > layout.records) throw new BrokenStream('more functions than their table has room for')
  const functab = new DataView(part.buffer, layout.pcValues, layout.records)
  const pctab: TableSink = { bytes: part, at: 1, end: layout.pcValues, known: knownTables() }
  const entry = (index: number) => ((starts[index] ?? 0) - layout.base) >>> 0
  const offsets = dataOffsets()
  const trees = treeReader(part, layout, target, state, columns, offsets)
  let before: RecordBefore = FIRST_RECORD
  for (let index = 0; index < count; index++) {
    const shape = columns.shapes.varint()
    const record = decodeRecord(before, state.names, columns)
    before = record
    const at = places.next()
    places.take(recordBytes(record))
    if (places.end() > layout.records) throw new BrokenStream('more records than there is room for')
    functab.setUint32(places.pair(index), entry(index), true)
    functab.setUint32(places.pair(index) + 4, at, true)
    placeRecord(functab, at, entry(index), record, state.names)
    const data = readData(functab, at, record, layout, columns, offsets)
    const text = state.texts.read(index, endOf(index, shape, state))
    if (text.count > layout.instructions) throw new BrokenStream('a function has too many instructions')
    const own = contextOf(record.name, record.line)
    const alone = { text, unit: record.unit, inlined: notInlined(text), contexts: [own] }
    readTables(shape === SHAPE.raw, record.tables, alone, state, pctab, columns, {
      contexts: inlined => [own, ...trees(data, { ...alone, inlined })],
      place: (slot, offset) => functab.setUint32(at + tableField(slot), offset, true),
    })
  }
  functab.setUint32(places.pair(count), entry(count), true)
  if (pctab.known.count() > layout.tables) throw new BrokenStream('pctab has more tables than it says')
  return pctab.at
}

function endOf(index: number, shape: number, { texts, starts, quantum }: PartState): number {
  const probable = texts.probableEnd(index)
  const end = shape < SHAPE.end ? probable : probable + unzigzag(shape - SHAPE.end) * quantum
  if (end < (starts[index] ?? 0) || end > (starts[index + 1] ?? 0)) {
    throw new BrokenStream('a function ends in another')
  }
  return end
}

/** @returns the offset of the inline tree */
function readData(
  functab: DataView,
  at: number,
  record: { readonly tables: number; readonly data: number },
  { functionData }: Layout,
  columns: Columns<ByteReader>,
  offsets: DataOffsets,
): number {
  let tree: number = NO_DATA
  for (let kind = 0; kind < record.data; kind++) {
    const offset = offsets.read(kind, functionData.width, columns)
    functab.setUint32(at + dataField(record, kind), offset, true)
    if (kind === INLINE_TREE) tree = offset
  }
  return tree
}

type TreeReader = (
  offset: number,
  state: Pick<FunctionState, 'text'> & { readonly inlined: PcValues },
) => readonly Context[]

function treeReader(
  part: Uint8Array,
  { functionData }: Layout,
  { address, memory }: PclntabTarget,
  { names, covered }: PartState,
  columns: Columns<ByteReader>,
  offsets: DataOffsets,
): TreeReader {
  const { where, distance, size } = functionData
  const inPart = where === FUNCTION_DATA.inPart
  return (offset, { text, inlined }) => {
    if (offset === NO_DATA || where === FUNCTION_DATA.unknown) return []
    if (inPart && (offset >= size || isCovered(covered, offset))) return []
    const count = nodesOf(inlined) + unzigzag(columns.nodeCounts.varint())
    const bytes = count * NODE_SIZE
    if (count < 0 || count > functionData.nodes || offset + bytes > size) {
      throw new BrokenStream('an inline tree goes beyond the funcdata')
    }
    offsets.endTree(offset + bytes)
    if (inPart) {
      cover(covered, offset, bytes)
      return readTree(new DataView(part.buffer, distance + offset, bytes), { text, inlined, names }, columns)
    }
    const known = memory(address + BigInt(distance + offset), bytes)
    return knownTree(new DataView(known.buffer, known.byteOffset, bytes), names)
  }
}
