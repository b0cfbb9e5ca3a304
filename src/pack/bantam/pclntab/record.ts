import { BrokenStream, type ByteReader } from '../streams/byte-reader.ts'
import { unzigzag } from '../streams/byte-writer.ts'
import { type ByteWriter, zigzag } from '../streams/byte-writer.ts'
import type { Columns } from './columns.ts'
import { codeOfName, nameOfCode, type Names, readLine, writeLine } from './names.ts'
import { FIXED_TABLES } from './table-kinds.ts'

/** The fields of a function's record that are columns. https://go.dev/src/runtime/runtime2.go (_func) */
export interface FunctionRecord {
  /** The number of the name. */
  readonly name: number
  readonly args: number
  readonly deferReturn: number
  /** The place of the compilation unit in cutab. */
  readonly unit: number
  readonly line: number
  readonly id: number
  readonly flag: number
  /** How many tables by pc, with the three that each record has. */
  readonly tables: number
  readonly data: number
}

/** Bytes of a record before its lists. */
export const RECORD_SIZE = 44
/** A limit; Go 1.27 has five kinds of pcdata. */
export const MOST_TABLES = 35

const AT = {
  entry: 0,
  name: 4,
  args: 8,
  deferReturn: 12,
  pcdata: 28,
  unit: 32,
  line: 36,
  id: 40,
  flag: 41,
  data: 43,
} as const

export function recordBytes({ tables, data }: Pick<FunctionRecord, 'tables' | 'data'>): number {
  return RECORD_SIZE + 4 * (tables - FIXED_TABLES + data)
}

/** Where the record has the offset of this table. */
export function tableField(slot: number): number {
  return slot < FIXED_TABLES ? 16 + 4 * slot : RECORD_SIZE + 4 * (slot - FIXED_TABLES)
}

export function dataField(record: Pick<FunctionRecord, 'tables'>, kind: number): number {
  return RECORD_SIZE + 4 * (record.tables - FIXED_TABLES + kind)
}

/** Returns `null` where it is not as a linker writes it. @throws RangeError beyond the end */
export function readRecord(view: DataView, at: number, names: Names): FunctionRecord | null {
  const pcdata = view.getUint32(at + AT.pcdata, true)
  const name = names.numberAt(view.getUint32(at + AT.name, true))
  if (pcdata > MOST_TABLES - FIXED_TABLES || name === -1) return null
  return {
    name,
    args: view.getUint32(at + AT.args, true),
    deferReturn: view.getUint32(at + AT.deferReturn, true),
    unit: view.getUint32(at + AT.unit, true),
    line: view.getInt32(at + AT.line, true),
    id: view.getUint8(at + AT.id),
    flag: view.getUint8(at + AT.flag),
    tables: FIXED_TABLES + pcdata,
    data: view.getUint8(at + AT.data),
  }
}

/** Writes the record into the part. Its lists are written by others. */
export function placeRecord(
  view: DataView,
  at: number,
  entry: number,
  record: FunctionRecord,
  names: Names,
): void {
  view.setUint32(at + AT.entry, entry, true)
  view.setUint32(at + AT.name, names.offsets[record.name] ?? 0, true)
  view.setUint32(at + AT.args, record.args, true)
  view.setUint32(at + AT.deferReturn, record.deferReturn, true)
  view.setUint32(at + AT.pcdata, record.tables - FIXED_TABLES, true)
  view.setUint32(at + AT.unit, record.unit, true)
  view.setInt32(at + AT.line, record.line, true)
  view.setUint8(at + AT.id, record.id)
  view.setUint8(at + AT.flag, record.flag)
  view.setUint8(at + AT.data, record.data)
}

/** What the fields of a record are compared with: those of the function before. */
export type RecordBefore = Pick<FunctionRecord, 'unit' | 'line'>

export const FIRST_RECORD: RecordBefore = { unit: 0, line: 0 }

export function writeRecord(
  record: FunctionRecord,
  before: RecordBefore,
  names: Names,
  columns: Columns<ByteWriter>,
): void {
  columns.names.varint(codeOfName(names, record.name))
  columns.args.varint(record.args)
  columns.deferReturns.varint(record.deferReturn)
  columns.units.varint(zigzag((record.unit - before.unit) | 0))
  writeLine(names, record.name, record.line, before.line, columns.lines)
  columns.flags.byte(record.id)
  columns.flags.byte(record.flag)
  columns.flags.byte(record.tables)
  columns.flags.byte(record.data)
}

/** @throws BrokenStream where the streams have no record */
export function decodeRecord(
  before: RecordBefore,
  names: Names,
  columns: Columns<ByteReader>,
): FunctionRecord {
  const name = nameOfCode(names, columns.names.varint())
  const record = {
    name,
    args: columns.args.varint(),
    deferReturn: columns.deferReturns.varint(),
    unit: (before.unit + unzigzag(columns.units.varint())) >>> 0,
    line: readLine(names, name, before.line, columns.lines),
    id: columns.flags.byte(),
    flag: columns.flags.byte(),
    tables: columns.flags.byte(),
    data: columns.flags.byte(),
  }
  if (record.tables < FIXED_TABLES || record.tables > MOST_TABLES) {
    throw new BrokenStream('a record has too many tables')
  }
  return record
}

/** Bytes of functab for a function: its entry and the place of its record. */
export const PAIR = 8
