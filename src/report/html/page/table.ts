import { formatDelta } from '../../figures.ts'
import { formatBytes } from '../../../declare/bytes.ts'
import { formatExact, formatShare } from '../words.ts'
import { breakable, element, meter } from './element.ts'
import { familyOf } from './family.ts'
import type { PageNode } from './page-node.ts'
import { type Column, type Scope, beforeOf, byOf, rowsOf, scopesOf, sorted } from './rows.ts'
import { type Actions, FIRST_ROWS, type Piece, type State } from './state.ts'
import { kindOf, placeOf, titleOf } from './words.ts'

interface Heading {
  readonly column: Column
  readonly label: string
  readonly compared: boolean
}

const HEADINGS: readonly Heading[] = [
  { column: 'name', label: 'Part', compared: false },
  { column: 'kind', label: 'Kind', compared: false },
  { column: 'bytes', label: 'Size', compared: false },
  { column: 'before', label: 'Before', compared: true },
  { column: 'by', label: 'Change', compared: true },
]

/** A table of the parts that the map shows, with exact bytes, sortable by any column. */
export function partsTable(actions: Actions): Piece {
  const scopes = element('select', {
    on: { change: () => actions.change({ scope: asScope(scopes.value), rows: FIRST_ROWS }) },
  })
  const chosen = element('label', { class: 'scope' }, element('span', { text: 'List ' }), scopes)
  const caption = element('caption')
  const head = element('thead')
  const body = element('tbody')
  const table = element('table', {}, caption, head, body)
  const more = element('button', { type: 'button', class: 'quiet' })
  const scroller = element('div', { class: 'scroller' }, table)
  let listed: State | null = null
  more.addEventListener('click', () => {
    if (listed !== null) actions.change({ rows: listed.rows + 5 * FIRST_ROWS })
  })
  return {
    element: element('section', { class: 'table', 'aria-label': 'Table of parts' }, chosen, scroller, more),
    show: state => {
      listed = state
      const rows = sorted(rowsOf(state.at, state.scope, state.found), state.sorting)
      const shown = rows.slice(0, state.rows)
      chosen.hidden = state.found !== null
      scopes.replaceChildren(...scopesOf(state.at).map(([scope, label]) => option(scope, label, state.scope)))
      caption.textContent = captionOf(state, rows.length)
      const column =
        document.activeElement instanceof HTMLElement ? document.activeElement.dataset['column'] : undefined
      head.replaceChildren(headings(state, actions))
      if (column !== undefined) head.querySelector<HTMLElement>(`[data-column="${column}"]`)?.focus()
      body.replaceChildren(...shown.map(part => row(part, state, actions)))
      more.hidden = rows.length <= shown.length
      more.textContent = `Show more: ${(rows.length - shown.length).toLocaleString('en')} are left`
    },
  }
}

function option(scope: Scope, label: string, chosen: Scope): HTMLOptionElement {
  return element('option', { value: scope, text: label, selected: scope === chosen })
}

function asScope(value: string): Scope {
  return value === 'module' || value === 'package' || value === 'function' || value === 'all'
    ? value
    : 'parts'
}

function captionOf({ at, found }: State, count: number): string {
  const rows = count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`
  return found === null
    ? `${titleOf(at)}, ${formatExact(at.bytes)}: ${rows}`
    : `Found in ${titleOf(at)}: ${rows}`
}

function headings({ sorting, tree }: State, { change }: Actions): HTMLElement {
  const cells = HEADINGS.filter(({ compared }) => tree.compared || !compared).map(({ column, label }) => {
    const current = sorting.column === column
    // Text sorts from A first, numbers from the largest.
    const descending = current ? !sorting.descending : column !== 'name' && column !== 'kind'
    const order = sorting.descending ? 'descending' : 'ascending'
    const button = element('button', {
      type: 'button',
      text: label,
      'data-column': column,
      on: { click: () => change({ sorting: { column, descending } }) },
    })
    return element('th', { scope: 'col', class: column, 'aria-sort': current ? order : 'none' }, button)
  })
  return element('tr', {}, ...cells)
}

function row(part: PageNode, { at, tree }: State, { enter }: Actions): HTMLElement {
  const size = element(
    'td',
    { class: 'bytes', title: formatExact(part.bytes) },
    element('span', { class: 'figure', text: formatBytes(part.bytes) }),
    element('span', { class: 'share', text: formatShare(part.bytes, at.bytes) }),
    meter(part.bytes, at.bytes),
  )
  size.classList.add(`family-${familyOf(part)}`)
  const growth = tree.compared
    ? [
        element('td', { class: 'before', text: wasThere(part) ? formatBytes(beforeOf(part)) : 'new' }),
        element('td', {
          class: `by ${direction(byOf(part))}`,
          text: byOf(part) === 0 ? '' : formatDelta(byOf(part)),
        }),
      ]
    : []
  return element(
    'tr',
    {},
    element('th', { scope: 'row', class: 'name' }, nameOf(part, at, enter)),
    element('td', { class: 'kind', text: kindOf(part) }),
    size,
    ...growth,
  )
}

/** Adds the place of a part that is not a direct child of the part shown. */
function nameOf(part: PageNode, at: PageNode, enter: Actions['enter']): HTMLElement {
  const title = breakable(titleOf(part))
  const name =
    part.children.length > 0 || part.opens !== null
      ? element('button', { type: 'button', on: { click: () => enter(part) } }, ...title)
      : element('span', {}, ...title)
  const elsewhere = part.parent !== null && part.parent !== at && !at.children.includes(part)
  return elsewhere
    ? element('div', {}, name, element('span', { class: 'place' }, ...breakable(placeOf(part.parent))))
    : element('div', {}, name)
}

function wasThere({ growth }: PageNode): boolean {
  return growth.change === 'unchanged' || growth.before !== null
}

function direction(by: number): string {
  return by > 0 ? 'more' : by < 0 ? 'less' : ''
}
