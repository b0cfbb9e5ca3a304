import type { ByteWriter } from '../streams/byte-writer.ts'
import { zigzag } from '../streams/byte-writer.ts'
import type { Columns } from './columns.ts'
import type { FunctionText } from './function-text.ts'
import { type KnownTables, REFERENCE, SHAPE } from './known-tables.ts'
import type { PartState } from './part.ts'
import { countInstructions, pcValuesBuffer, type PcValuesBuffer, rawEnd, readPcValues } from './pc-values.ts'
import { canWriteTable } from './tables.ts'

/** A table that is not as the linkers of Go 1.20 to 1.27 write it. */
export class UnknownTable extends Error {
  override readonly name = 'UnknownTable'
}

/** One table of a function, in the order of pctab. */
interface Slot {
  readonly slot: number
  /** In pctab; 0: none. */
  readonly offset: number
  readonly end: number
  readonly isNew: boolean
  /** Its ends are numbers of instructions; `null` where that is not possible, or where there is no table. */
  readonly table: PcValuesBuffer | null
}

/** What is to be written of a function's tables. */
export interface TablePlan {
  readonly shape: number
  readonly text: FunctionText
  readonly slots: readonly Slot[]
  /** Where pctab goes on. */
  readonly next: number
}

/** Finds how the tables of a function can be coded. @throws UnknownTable where their order is not the linker's */
export function planTables(
  index: number,
  offsets: readonly (readonly [slot: number, offset: number])[],
  pctab: Uint8Array,
  from: number,
  { texts, quantum, starts }: PartState,
): TablePlan {
  const start = starts[index] ?? 0
  let next = from
  let end = -1
  const found: Slot[] = []
  for (const [slot, offset] of offsets) {
    const isNew = offset === next
    if (offset > next) throw new UnknownTable('the tables of pctab are not one after another')
    const table = pcValuesBuffer()
    const isRead = offset !== 0 && readPcValues(pctab, offset, pctab.length, table) !== -1
    const tableEnd = offset === 0 ? 0 : rawEnd(pctab, offset, pctab.length)
    if (tableEnd === -1) throw new UnknownTable('a table does not end')
    if (isRead && end === -1) end = start + (table.ends.at(-1) ?? 0) * quantum
    if (isNew) next = tableEnd
    found.push({ slot, offset, end: tableEnd, isNew, table: isRead ? table : null })
  }
  const probable = texts.probableEnd(index)
  const isInside = end > start && end <= (starts[index + 1] ?? 0)
  const text = texts.read(index, isInside ? end : probable)
  const slots = found.map(one => ({ ...one, table: inInstructions(one.table, text, quantum) }))
  const isUsual = slots.every(({ isNew, table }) => !isNew || table !== null)
  const moved = isInside ? (end - probable) / quantum : 0
  const shape = !isUsual ? SHAPE.raw : moved === 0 ? SHAPE.usual : SHAPE.end + zigzag(moved)
  // The end of a raw function is not written.
  return { shape, text: isUsual ? text : texts.read(index, probable), slots, next }
}

function inInstructions(table: PcValuesBuffer | null, text: FunctionText, quantum: number) {
  return table !== null && countInstructions(table, text, quantum) && canWriteTable(table) ? table : null
}

/** Writes the references, and the tables of a function that is raw. @returns the slots whose tables are to be coded */
export function writeReferences(
  { shape, slots }: TablePlan,
  pctab: Uint8Array,
  from: number,
  known: KnownTables,
  columns: Columns<ByteWriter>,
): readonly { readonly slot: number; readonly table: PcValuesBuffer }[] {
  const coded: { slot: number; table: PcValuesBuffer }[] = []
  let next = from
  for (const { slot, offset, end, isNew, table } of slots) {
    const bytes = pctab.subarray(offset, end)
    const before = offset === 0 ? 0 : known.find(bytes)
    const isCoded = isNew || (before === offset && table !== null && shape !== SHAPE.raw)
    if (offset === 0) columns.references.varint(REFERENCE.none)
    else if (!isCoded) columns.references.varint(REFERENCE.back + next - 1 - offset)
    else columns.references.varint(isNew && before !== 0 ? REFERENCE.again : REFERENCE.coded)
    if (isNew) {
      known.add(bytes, offset)
      next = end
      if (shape === SHAPE.raw) columns.raw.bytes(bytes)
    }
    if (isCoded && shape !== SHAPE.raw && table !== null) coded.push({ slot, table })
  }
  return coded
}
