/**
 * The tables of pctab so far, by their bytes. The linker keeps one of those that are the same, so a table that is known
 * is never written again.
 */
export interface KnownTables {
  /** Where the first table of these bytes is; 0 if there is none. */
  find(table: Uint8Array): number
  add(table: Uint8Array, offset: number): void
  /** How many were added. */
  count(): number
}

export function knownTables(): KnownTables {
  const offsets = new Map<string, number>()
  let count = 0
  const key = (table: Uint8Array) =>
    Buffer.from(table.buffer, table.byteOffset, table.byteLength).toString('latin1')
  return {
    find: table => offsets.get(key(table)) ?? 0,
    add: (table, offset) => {
      count++
      if (!offsets.has(key(table))) offsets.set(key(table), offset)
    },
    count: () => count,
  }
}

/** How a record's field for a table is coded. A higher number is the distance back to a table that is known. */
export const REFERENCE = {
  none: 0,
  /** The table is in the streams. It is the one of these bytes that is known, or else new and the next. */
  coded: 1,
  /** The same, but it is new although there is one. */
  again: 2,
  back: 3,
} as const

/** How a function's tables are coded. A higher number is where its code ends, by where it probably does. */
export const SHAPE = {
  /** By the instructions; the function ends before the padding. */
  usual: 0,
  /** As they are. */
  raw: 1,
  end: 2,
} as const
