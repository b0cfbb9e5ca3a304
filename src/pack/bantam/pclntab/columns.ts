/** How many kinds of tables by pc have streams of their own: pcsp, pcfile, pcln, and pcdata from 0 on. */
export const TABLE_KINDS = 8
/** How many kinds of funcdata have streams of their own. */
export const DATA_KINDS = 8

/** The streams in their order, before those that exist once for each kind. docs/packed-format.md has what is in each. */
const SINGLE = [
  'layout',
  'shapes',
  'names',
  'args',
  'deferReturns',
  'units',
  'lines',
  'flags',
  'references',
  'raw',
  'nodeCounts',
  'nodeIds',
  'nodeNames',
  'nodeLines',
  'nodePcs',
  'rest',
] as const

/** A column is a stream that is being written, or one that is being read. */
export type Columns<Column> = Readonly<Record<(typeof SINGLE)[number], Column>> & {
  readonly pcs: readonly Column[]
  readonly values: readonly Column[]
  readonly data: readonly Column[]
}

export const COLUMN_COUNT = SINGLE.length + 2 * TABLE_KINDS + DATA_KINDS

export function makeColumns<Column>(make: (index: number) => Column): Columns<Column> {
  const all = Array.from({ length: COLUMN_COUNT }, (_, index) => make(index))
  const single = Object.fromEntries(SINGLE.map((name, index) => [name, all[index]]))
  const pcs = SINGLE.length
  const values = pcs + TABLE_KINDS
  const data = values + TABLE_KINDS
  return {
    ...(single as Record<(typeof SINGLE)[number], Column>),
    pcs: all.slice(pcs, values),
    values: all.slice(values, data),
    data: all.slice(data),
  }
}

export function inOrder<Column>(columns: Columns<Column>): readonly Column[] {
  return [...SINGLE.map(name => columns[name]), ...columns.pcs, ...columns.values, ...columns.data]
}

/** The column of this kind; those of kinds that are still unknown share the last. */
export function columnOf<Column>(columns: readonly Column[], kind: number): Column {
  const column = columns[Math.min(kind, columns.length - 1)]
  if (column === undefined) throw new RangeError(`no column for kind ${kind}`)
  return column
}
