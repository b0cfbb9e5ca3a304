import { printable } from './printable.ts'
import { type Ink, type Screen, paint } from './screen.ts'
import { wrap } from '../declare/wrap.ts'

/** A row of the terminal's table: a label, a few words, a short figure and a note. */
export interface Row {
  readonly label: string
  readonly what: string
  readonly figure: string
  readonly note: string
  /** The color of the note. */
  readonly ink?: Ink
}

const MARGIN = 2
const LABEL = 10
const WHAT = 28
const FIGURE = 8
const GAP = '  '
/** The column where notes start. If there is less room for a note than `NARROWEST_NOTE`, the row has no columns. */
const NOTE_COLUMN = MARGIN + LABEL + WHAT + FIGURE
const NARROWEST_NOTE = 24

/** The text to the left of a note, and one line of the note. */
type Line = readonly [string, string]

/** Aligns the cells in columns, or stacks them if the screen is too narrow. */
export function layOut({ ink, ...row }: Row, screen: Screen): readonly string[] {
  const cells = { ...row, what: printable(row.what), note: printable(row.note) }
  const inColumns = screen.width >= NOTE_COLUMN + NARROWEST_NOTE
  const lines = inColumns ? wide(cells, screen.width) : narrow(cells, screen.width)
  return lines.map(([left, note]) =>
    note === '' ? left.trimEnd() : left + (ink ? paint(screen, ink, note) : note),
  )
}

function wide({ label, what, figure, note }: Row, width: number): readonly Line[] {
  const words = cell(what, WHAT)
  // Long words take the room of a missing figure.
  const after = figure === '' ? margin(WHAT + FIGURE - words.length) : cell(figure, FIGURE)
  const left = `${margin(MARGIN)}${cell(label, LABEL)}${words}${after}`
  const [first = '', ...rest] = wrap(note, width - NOTE_COLUMN)
  const below = (piece: string): Line => [margin(NOTE_COLUMN), piece]
  // Long cells push the note to the right. If it does not fit there, it moves to the next line, in its own column.
  return left.length + first.length <= Math.max(width, NOTE_COLUMN + first.length)
    ? [[left, first], ...rest.map(below)]
    : [[left, ''], ...[first, ...rest].map(below)]
}

function narrow({ label, what, figure, note }: Row, width: number): readonly Line[] {
  const room = Math.max(NARROWEST_NOTE, width - MARGIN - LABEL)
  const head = [what, figure].filter(text => text !== '').join(GAP)
  const start = (index: number) => margin(MARGIN) + (index === 0 ? cell(label, LABEL) : margin(LABEL))
  if (head.length + GAP.length + note.length <= room)
    return [[start(0) + (head === '' ? '' : head + GAP), note]]
  const heads = head === '' ? [] : wrap(head, room).map((line, index): Line => [start(index) + line, ''])
  const notes =
    note === '' ? [] : wrap(note, room).map((line, index): Line => [start(heads.length + index), line])
  return [...heads, ...notes]
}

/** Keeps at least two spaces before the next cell. */
function cell(text: string, width: number): string {
  return text.length + GAP.length <= width ? text.padEnd(width) : text + GAP
}

function margin(columns: number): string {
  return ' '.repeat(Math.max(0, columns))
}
