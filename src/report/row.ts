import { printable } from './printable.ts'
import { type Ink, type Screen, paint } from './screen.ts'
import { wrap } from '../declare/wrap.ts'

/** A row of the terminal's table: a label, a few words, a short figure, and what it means. */
export interface Row {
  readonly label: string
  readonly what: string
  readonly figure: string
  readonly note: string
  /** Of the note. */
  readonly ink?: Ink
}

const MARGIN = 2
const LABEL = 10
const WHAT = 28
const FIGURE = 8
const GAP = '  '
/** Where a note starts in columns, and how wide it must at least be for columns to be worth their room. */
const NOTE_COLUMN = MARGIN + LABEL + WHAT + FIGURE
const NARROWEST_NOTE = 24

/** What stands left of a note, and a line of the note. */
type Line = readonly [string, string]

/** Aligned columns, under each other where the screen is too narrow for them. */
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
  // Words that are too long take the room of a figure that is not there.
  const after = figure === '' ? margin(WHAT + FIGURE - words.length) : cell(figure, FIGURE)
  const left = `${margin(MARGIN)}${cell(label, LABEL)}${words}${after}`
  const [first = '', ...rest] = wrap(note, width - NOTE_COLUMN)
  const below = (piece: string): Line => [margin(NOTE_COLUMN), piece]
  // Cells that are too long push the note away: where it has no room left, it goes below, into its own column.
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

/** At least two spaces apart from what follows. */
function cell(text: string, width: number): string {
  return text.length + GAP.length <= width ? text.padEnd(width) : text + GAP
}

function margin(columns: number): string {
  return ' '.repeat(Math.max(0, columns))
}
