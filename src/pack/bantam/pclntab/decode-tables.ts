import { BrokenStream, type ByteReader } from '../streams/byte-reader.ts'
import type { Columns } from './columns.ts'
import type { Context, FunctionState } from './function-state.ts'
import { type KnownTables, REFERENCE } from './known-tables.ts'
import type { PartState } from './part.ts'
import { pcValuesBuffer, pcValuesBytes, type PcValues } from './pc-values.ts'
import { TABLE, tableOrder } from './table-kinds.ts'
import { readTable } from './tables.ts'

/** pctab, as far as it is written. */
export interface TableSink {
  readonly bytes: Uint8Array
  at: number
  readonly end: number
  readonly known: KnownTables
}

export interface FunctionTables {
  /** The contexts of the function, once it is known what is inlined: to be asked for once. */
  contexts(inlined: PcValues): readonly Context[]
  /** Sets the record's field for a table. */
  place(slot: number, offset: number): void
}

/** Reads the tables of a function, in the order of pctab, and writes those that are new. */
export function readTables(
  isRaw: boolean,
  count: number,
  alone: FunctionState,
  state: PartState,
  pctab: TableSink,
  columns: Columns<ByteReader>,
  into: FunctionTables,
): void {
  const slots = tableOrder(count).map(slot => ({ slot, reference: columns.references.varint() }))
  const isCoded = (reference: number) =>
    !isRaw && (reference === REFERENCE.coded || reference === REFERENCE.again)
  const inlined = pcValuesBuffer()
  const hasInlined = slots.some(({ slot, reference }) => slot === TABLE.inlined && isCoded(reference))
  if (hasInlined) readTable(TABLE.inlined, inlined, alone, state, columns)
  const known = hasInlined ? inlined : alone.inlined
  const whole = { ...alone, inlined: known, contexts: into.contexts(known) }
  const table = pcValuesBuffer()
  for (const { slot, reference } of slots) {
    if (reference === REFERENCE.none) continue
    if (reference >= REFERENCE.back) {
      const offset = pctab.at - 1 - (reference - REFERENCE.back)
      if (offset <= 0) throw new BrokenStream('a table is before the first')
      into.place(slot, offset)
    } else if (isRaw) {
      const start = pctab.at
      copyRaw(columns.raw, pctab)
      pctab.known.add(pctab.bytes.subarray(start, pctab.at), start)
      into.place(slot, start)
    } else {
      if (slot !== TABLE.inlined) readTable(slot, table, whole, state, columns)
      const bytes = pcValuesBytes(slot === TABLE.inlined ? inlined : table, alone.text, state.quantum)
      into.place(slot, settle(bytes, reference, pctab))
    }
  }
}

/** Appends a table, if it is new. @returns where the table is */
function settle(table: Uint8Array, reference: number, pctab: TableSink): number {
  const before = pctab.known.find(table)
  if (before !== 0 && reference !== REFERENCE.again) return before
  const start = pctab.at
  if (table.length > pctab.end - start) throw new BrokenStream('more tables than pctab has room for')
  pctab.bytes.set(table, start)
  pctab.known.add(table, start)
  pctab.at += table.length
  return start
}

/** Up to a zero byte in the place of a value that is not the first. */
function copyRaw(from: ByteReader, out: TableSink): void {
  for (let number = 0; out.at < out.end; number++) {
    let byte = from.byte()
    out.bytes[out.at++] = byte
    if (number > 0 && number % 2 === 0 && byte === 0) return
    while (byte >= 0x80 && out.at < out.end) {
      byte = from.byte()
      out.bytes[out.at++] = byte
    }
  }
  throw new BrokenStream('a table does not end')
}
