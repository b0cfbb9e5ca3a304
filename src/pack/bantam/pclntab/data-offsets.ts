import type { ByteReader } from '../streams/byte-reader.ts'
import type { ByteWriter } from '../streams/byte-writer.ts'
import { columnOf, type Columns } from './columns.ts'
import { INLINE_TREE } from './table-kinds.ts'

/** The offset of funcdata that a function does not have. */
export const NO_DATA = 0xffffffff

/**
 * The kinds of funcdata whose symbols the linker places together, in the order in which functions need them: maps of
 * pointers with inline trees, stack objects, what is left.
 */
const GROUPS = [0, 0, 1, 0, 2, 2, 2, 2]

/** None, or a step ahead of the last one of its group. Others are their offset plus 2. */
const CODE = { none: 0, step: 1, offset: 2 } as const
const LONGEST_STEP = 4095

/** The last funcdata of each group so far. */
export interface DataOffsets {
  write(offset: number, kind: number, width: number, columns: Columns<ByteWriter>): void
  read(kind: number, width: number, columns: Columns<ByteReader>): number
  /** Of an inline tree it is known where it ends. */
  endTree(end: number): void
}

export function dataOffsets(): DataOffsets {
  const last = GROUPS.map(() => 0)
  const groupOf = (kind: number) => GROUPS[kind] ?? GROUPS.length - 1
  return {
    write: (offset, kind, width, columns) => {
      const column = columnOf(columns.data, kind)
      const put = (code: number) => (width === 3 ? column.u24be(code) : column.u32be(code >>> 0))
      const group = groupOf(kind)
      const step = offset - (last[group] ?? 0)
      if (offset === NO_DATA) put(CODE.none)
      else if (step < 0 || step > LONGEST_STEP) put(CODE.offset + offset)
      else {
        put(CODE.step)
        columnOf(columns.steps, kind).varint(step)
      }
      if (offset !== NO_DATA && step >= 0) last[group] = offset
    },
    read: (kind, width, columns) => {
      const column = columnOf(columns.data, kind)
      const code = width === 3 ? column.u24be() : column.u32be()
      if (code === CODE.none) return NO_DATA
      const group = groupOf(kind)
      const before = last[group] ?? 0
      const offset =
        code === CODE.step ? (before + columnOf(columns.steps, kind).varint()) >>> 0 : code - CODE.offset
      if (offset >= before) last[group] = offset
      return offset
    },
    endTree: end => {
      last[groupOf(INLINE_TREE)] = end
    },
  }
}
