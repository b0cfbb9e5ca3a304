import { wrap } from '../declare/wrap.ts'
import { IMAGE_COLUMNS, type ImageRow, type ImageRows } from './image-rows.ts'
import { printable, shorten } from './printable.ts'
import { type Ink, type Screen, paint } from './screen.ts'

const GAP = '  '
const LONGEST_NAME = 40
const FIGURES: readonly string[] = ['size', 'used', 'growth']
const INKS: Readonly<Record<ImageRow['mark'], Ink | null>> = {
  good: 'good',
  bad: 'bad',
  doubtful: 'doubtful',
  none: null,
}

/**
 * Returns the table of all images for the terminal. Where the screen is too narrow for its columns, each platform is a line of
 * words below its image.
 */
export function imagesLines(images: readonly ImageRows[], screen: Screen): readonly string[] {
  const rows = images.flatMap(image => image.rows.map((row, at) => cellsOf(row, at === 0)))
  const used = IMAGE_COLUMNS.filter(column => rows.some(({ cells }) => cells[column] !== ''))
  const widths = new Map(
    used.map(column => [column, Math.max(column.length, ...rows.map(({ cells }) => cells[column].length))]),
  )
  const whole = [...widths.values()].reduce((sum, width) => sum + width + GAP.length, 0)
  if (whole > screen.width) return narrow(images, screen)
  const line = (cells: Cells, ink: Ink | null) =>
    used
      .map(column => {
        const text = padded(column, cells[column], widths.get(column) ?? 0)
        return column === 'status' && ink !== null ? paint(screen, ink, text.trimEnd()) : text
      })
      .join(GAP)
      .trimEnd()
  const titles = Object.fromEntries(
    IMAGE_COLUMNS.map(column => [column, column === 'status' ? '' : column]),
  ) as Cells
  return [line(titles, null), ...rows.map(({ cells, ink }) => line(cells, ink))].map(text => `${GAP}${text}`)
}

type Cells = Readonly<Record<(typeof IMAGE_COLUMNS)[number], string>>

/** The name is shown once for all platforms of an image. */
function cellsOf(row: ImageRow, isFirst: boolean): { readonly cells: Cells; readonly ink: Ink | null } {
  const { mark, image, ...rest } = row
  const cells = { ...rest, image: isFirst ? nameOf(image) : '', limit: printable(row.limit) }
  return { cells, ink: INKS[mark] }
}

function nameOf(image: string): string {
  return shorten(printable(image), LONGEST_NAME)
}

function padded(column: string, text: string, width: number): string {
  return FIGURES.includes(column) ? text.padStart(width) : text.padEnd(width)
}

function narrow(images: readonly ImageRows[], screen: Screen): readonly string[] {
  return images.flatMap(({ name, rows }) => [
    `${GAP}${paint(screen, 'strong', nameOf(name))}`,
    ...rows.flatMap(row => narrowRow(row, screen)),
  ])
}

function narrowRow({ platform, size, limit, used, growth, status, mark }: ImageRow, screen: Screen) {
  const [ink, margin] = [INKS[mark], GAP + GAP]
  const figures = [
    platform,
    size,
    limit === '' || limit === 'none' ? '' : `of ${printable(limit)}`,
    used,
    growth === 'unchanged' ? '' : growth,
  ]
  const words = figures.filter(text => text !== '').join(GAP)
  const room = Math.max(10, screen.width - margin.length)
  const lines = wrap(words, room).filter(line => line !== '')
  const last = lines.at(-1) ?? ''
  const painted = ink === null ? status : paint(screen, ink, status)
  const fits = last.length + GAP.length + status.length <= room && lines.length > 0
  const all = fits ? [...lines.slice(0, -1), `${last}${GAP}${painted}`] : [...lines, painted]
  return all.map(text => margin + text)
}
