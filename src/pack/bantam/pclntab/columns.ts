/** How many kinds of tables by pc have streams of their own: pcsp, pcfile, pcln, and pcdata from 0 on. */
export const TABLE_KINDS = 8
/** How many kinds of funcdata have streams of their own. */
export const DATA_KINDS = 8

/** Values of pcln by what is known of their context: see `lineClass`. */
export const LINE_CLASSES = 6

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
  'inlinedLinePcs',
] as const

/** A column is a stream that is being written, or one that is being read. */
export type Columns<Column> = Readonly<Record<(typeof SINGLE)[number], Column>> & {
  readonly pcs: readonly Column[]
  readonly values: readonly Column[]
  readonly lineValues: readonly Column[]
  readonly data: readonly Column[]
  readonly steps: readonly Column[]
}

export const COLUMN_COUNT = SINGLE.length + 2 * TABLE_KINDS + LINE_CLASSES + 2 * DATA_KINDS

export function makeColumns<Column>(make: (index: number) => Column): Columns<Column> {
  const all = Array.from({ length: COLUMN_COUNT }, (_, index) => make(index))
  const single = Object.fromEntries(SINGLE.map((name, index) => [name, all[index]]))
  const pcs = SINGLE.length
  const values = pcs + TABLE_KINDS
  const lineValues = values + TABLE_KINDS
  const data = lineValues + LINE_CLASSES
  const steps = data + DATA_KINDS
  return {
    ...(single as Record<(typeof SINGLE)[number], Column>),
    pcs: all.slice(pcs, values),
    values: all.slice(values, lineValues),
    lineValues: all.slice(lineValues, data),
    data: all.slice(data, steps),
    steps: all.slice(steps),
  }
}

export function inOrder<Column>(columns: Columns<Column>): readonly Column[] {
  const { pcs, values, lineValues, data, steps } = columns
  return [...SINGLE.map(name => columns[name]), ...pcs, ...values, ...lineValues, ...data, ...steps]
}

/** The column of this kind; those of kinds that are still unknown share the last. */
export function columnOf<Column>(columns: readonly Column[], kind: number): Column {
  const column = columns[Math.min(kind, columns.length - 1)]
  if (column === undefined) throw new RangeError(`no column for kind ${kind}`)
  return column
}
