import type { ByteReader } from '../streams/byte-reader.ts'
import type { ByteWriter } from '../streams/byte-writer.ts'
import { columnOf, type Columns } from './columns.ts'
import { type FunctionState, isOwn, lineClass, reachRange, startWalk, type Walk } from './function-state.ts'
import type { PcValues, PcValuesBuffer } from './pc-values.ts'
import { pcCoder } from './table-pcs.ts'
import { TABLE } from './table-kinds.ts'
import { type Knowledge, valueCoder } from './table-values.ts'

/** Numbers that differ by less can be told from the codes beside them. */
const MOST = 2 ** 29

/** Whether a table whose ends are right can be written: its values leave room for the codes. */
export function canWriteTable({ values }: PcValues): boolean {
  return values.every(value => value > -MOST && value < MOST)
}

/** The streams of the next value and its end. */
function columnsOf<Column>(kind: number, walk: Walk, state: FunctionState, columns: Columns<Column>) {
  return kind === TABLE.line
    ? {
        value: columnOf(columns.lineValues, lineClass(walk, state)),
        pc: isOwn(walk, state) ? columnOf(columns.pcs, kind) : columns.inlinedLinePcs,
      }
    : { value: columnOf(columns.values, kind), pc: columnOf(columns.pcs, kind) }
}

/** Writes a table of a function: its ends are numbers of instructions, the last is that of the function's end. */
export function writeTable(
  kind: number,
  table: PcValues,
  state: FunctionState,
  knowledge: Knowledge,
  columns: Columns<ByteWriter>,
): void {
  const [pcs, values] = [pcCoder(kind, state), valueCoder(kind, state, knowledge)]
  const walk = startWalk()
  for (let index = 0; index < table.ends.length; index++) {
    const [to, value] = [table.ends[index] ?? 0, table.values[index] ?? 0]
    reachRange(walk, state)
    const column = columnsOf(kind, walk, state, columns)
    values.write(walk, value, column.value)
    pcs.write(walk, to, column.pc)
    walk.from = to
    walk.value = value
  }
}

/** @throws BrokenStream where the streams do not have a table for a function of this length */
export function readTable(
  kind: number,
  into: PcValuesBuffer,
  state: FunctionState,
  knowledge: Knowledge,
  columns: Columns<ByteReader>,
): void {
  const [pcs, values] = [pcCoder(kind, state), valueCoder(kind, state, knowledge)]
  const walk = startWalk()
  into.ends.length = 0
  into.values.length = 0
  do {
    reachRange(walk, state)
    const column = columnsOf(kind, walk, state, columns)
    const value = values.read(walk, column.value)
    const to = pcs.read(walk, column.pc)
    into.ends.push(to)
    into.values.push(value)
    walk.from = to
    walk.value = value
  } while (walk.from < state.text.count)
}
