import type { WeighIn } from '../../weigh-in/weigh-in.ts'
import { IMAGE_COLUMNS, type ImageRow, type ImageRows, imageRows, urgentFirst } from '../image-rows.ts'
import { printable } from '../printable.ts'
import { type Markup, html } from './markup.ts'

/** By the mark of a row, for people who do not see its color. */
export const MARKS = { good: '✓', bad: '✕', doubtful: '!', none: '–' } as const

/** The table of all images of a page for several, with what is most urgent first, and why images failed. */
export function imagesTable(weighIn: WeighIn): Markup {
  const rows = urgentFirst(imageRows(weighIn)).flatMap(image =>
    image.rows.map((row, at) => tableRow(row, image, at, weighIn)),
  )
  return html`${failures(weighIn)}
    <div class="scroller">
      <table class="images">
        <thead>
          <tr>
            ${IMAGE_COLUMNS.map(column => html`<th scope="col" class="${column === 'image' ? 'of' : column}">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`
}

function tableRow(row: ImageRow, { rows }: ImageRows, at: number, weighIn: WeighIn): Markup {
  const name = html`<bdi>${printable(row.image)}</bdi>`
  const place = weighIn.images.findIndex(image => image.name === row.image)
  const title = place < 0 ? name : html`<a href="#image-${place + 1}">${name}</a>`
  const heading = at === 0 ? html`<th scope="rowgroup" rowspan="${rows.length}">${title}</th>` : html``
  return html`<tr class="${row.mark}">
    ${heading}
    <td class="platform">${printable(row.platform)}</td>
    <td class="size">${row.size}</td>
    <td class="limit">${printable(row.limit)}</td>
    <td class="used">${row.used}</td>
    <td class="growth">${row.growth}</td>
    <td class="status">
      <span class="mark" aria-hidden="true">${MARKS[row.mark]}</span> ${printable(row.status)}
    </td>
  </tr>`
}

function failures({ failed = [] }: WeighIn): Markup {
  return html`${failed.map(
    ({ name, code, message }) =>
      html`<p class="failed">
        <strong><bdi>${printable(name)}</bdi> failed</strong> (${printable(code)}): ${printable(message)}
      </p>`,
  )}`
}
