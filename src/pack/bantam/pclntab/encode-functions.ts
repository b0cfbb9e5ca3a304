import { ByteWriter } from '../streams/byte-writer.ts'
import { type Columns, makeColumns } from './columns.ts'
import type { PclntabInput } from './input.ts'
import { dataOffsets, NO_DATA } from './data-offsets.ts'
import { planTables, UnknownTable, writeReferences } from './encode-tables.ts'
import { treeWriter } from './encode-trees.ts'
import type { FunctionFields } from './function-fields.ts'
import { contextOf, notInlined } from './function-state.ts'
import { knownTables } from './known-tables.ts'
import type { Layout } from './layout.ts'
import type { Names } from './names.ts'
import { commonPadding } from './padding.ts'
import { partState, recordPlaces } from './part.ts'
import { pcValuesBuffer, readPcValues } from './pc-values.ts'
import {
  dataField,
  FIRST_RECORD,
  readRecord,
  type RecordBefore,
  recordBytes,
  tableField,
  writeRecord,
} from './record.ts'
import { INLINE_TREE, TABLE, tableOrder } from './table-kinds.ts'
import { writeTable } from './tables.ts'

export interface WrittenFunctions {
  readonly layout: Layout
  readonly columns: Columns<ByteWriter>
  /** As in `PartState`. */
  readonly covered: Uint8Array
  /** Where the tables of pctab end. */
  readonly tablesEnd: number
}

/** @throws UnknownTable, RangeError where the part is not as a linker writes it */
export function writeFunctions(input: PclntabInput, start: Layout): WrittenFunctions {
  const { part, text, codec } = input
  const columns = makeColumns(() => new ByteWriter())
  const pctab = part.subarray(0, start.pcValues)
  const { names } = partState(start, input)
  const { functions, records } = readFunctions(part, start, text.starts.length - 1, names)
  const padding = commonPadding(text, codec.quantum, knownEnds(functions, pctab, text.starts, codec.quantum))
  const state = partState({ ...start, padding }, input)
  const width = functions.some(({ data }) => data.some(one => one !== NO_DATA && one >= 0xfffffe)) ? 4 : 3
  const offsets = dataOffsets()
  const trees = treeWriter(input, start, state, columns, functions, offsets)
  const known = knownTables()
  let next = 1
  let before: RecordBefore = FIRST_RECORD
  let instructions = 0
  functions.forEach(({ record, tables, data }, index) => {
    const plan = planTables(index, tables, pctab, next, state)
    columns.shapes.varint(plan.shape)
    writeRecord(record, before, state.names, columns)
    before = record
    data.forEach((offset, kind) => offsets.write(offset, kind, width, columns))
    const coded = writeReferences(plan, pctab, next, known, columns)
    next = plan.next
    instructions = Math.max(instructions, plan.text.count)
    const own = contextOf(record.name, record.line)
    const alone = { text: plan.text, unit: record.unit, inlined: notInlined(plan.text), contexts: [own] }
    const inlined = coded.find(({ slot }) => slot === TABLE.inlined)?.table
    if (inlined !== undefined) writeTable(TABLE.inlined, inlined, alone, state, columns)
    const found = { ...alone, inlined: inlined ?? alone.inlined }
    const nodes = trees.write(data[INLINE_TREE] ?? NO_DATA, found)
    const whole = { ...found, contexts: [own, ...nodes] }
    for (const { slot, table } of coded) {
      if (slot !== TABLE.inlined) writeTable(slot, table, whole, state, columns)
    }
  })
  const functionData = { ...start.functionData, ...trees.found(), width }
  const layout = { ...start, padding, records, instructions, tables: known.count(), functionData }
  return { layout, columns, covered: state.covered, tablesEnd: next }
}

/** Where functions end by their first table. */
function* knownEnds(
  functions: readonly FunctionFields[],
  pctab: Uint8Array,
  starts: Uint32Array,
  quantum: number,
): Iterable<readonly [index: number, end: number]> {
  const table = pcValuesBuffer()
  for (const [index, { tables }] of functions.entries()) {
    const offset = tables.find(([, offset]) => offset !== 0)?.[1] ?? 0
    if (offset === 0 || readPcValues(pctab, offset, pctab.length, table) === -1) continue
    const end = (starts[index] ?? 0) + (table.ends.at(-1) ?? 0) * quantum
    if (end <= (starts[index + 1] ?? 0)) yield [index, end]
  }
}

function readFunctions(
  part: Uint8Array,
  { pcValues, pointerSize }: Layout,
  count: number,
  names: Names,
): { readonly functions: readonly FunctionFields[]; readonly records: number } {
  const view = new DataView(part.buffer, part.byteOffset, part.byteLength)
  const places = recordPlaces(count, pointerSize)
  const functions: FunctionFields[] = []
  for (let index = 0; index < count; index++) {
    const place = view.getUint32(pcValues + places.pair(index) + 4, true)
    const at = pcValues + place
    const record = place === places.next() ? readRecord(view, at, names) : null
    if (record === null) throw new UnknownTable(`the record of function ${index}`)
    places.take(recordBytes(record))
    functions.push({
      record,
      tables: tableOrder(record.tables).map(slot => [slot, view.getUint32(at + tableField(slot), true)]),
      data: Array.from({ length: record.data }, (_, kind) =>
        view.getUint32(at + dataField(record, kind), true),
      ),
    })
  }
  return { functions, records: places.end() }
}
