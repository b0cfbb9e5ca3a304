import type { ByteReader } from '../byte-reader.ts'
import type { ByteWriter } from '../byte-writer.ts'
import { columnOf, type Columns } from './columns.ts'
import { type FunctionState, reachRange, startWalk } from './function-state.ts'
import type { PcValues, PcValuesBuffer } from './pc-values.ts'
import { pcCoder } from './table-pcs.ts'
import { type Knowledge, valueCoder } from './table-values.ts'

/** Numbers that differ by less can be told from the codes beside them. */
const MOST = 2 ** 29

/** Whether a table whose ends are right can be written: its values leave room for the codes. */
export function canWriteTable({ values }: PcValues): boolean {
  return values.every(value => value > -MOST && value < MOST)
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
  const [pcColumn, valueColumn] = [columnOf(columns.pcs, kind), columnOf(columns.values, kind)]
  const walk = startWalk()
  for (let index = 0; index < table.ends.length; index++) {
    const [to, value] = [table.ends[index] ?? 0, table.values[index] ?? 0]
    reachRange(walk, state)
    values.write(walk, value, valueColumn)
    pcs.write(walk, to, pcColumn)
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
  const [pcColumn, valueColumn] = [columnOf(columns.pcs, kind), columnOf(columns.values, kind)]
  const walk = startWalk()
  into.ends.length = 0
  into.values.length = 0
  do {
    reachRange(walk, state)
    const value = values.read(walk, valueColumn)
    const to = pcs.read(walk, pcColumn)
    into.ends.push(to)
    into.values.push(value)
    walk.from = to
    walk.value = value
  } while (walk.from < state.text.count)
}
