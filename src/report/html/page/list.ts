import { formatDelta } from '../../figures.ts'
import { formatBytes } from '../../../declare/bytes.ts'
import { formatShare } from '../words.ts'
import { element, meter } from './element.ts'
import { familyOf } from './family.ts'
import type { PageNode } from './page-node.ts'
import { beforeOf, byOf, rowsOf, sorted } from './rows.ts'
import { shadeOf } from './shade.ts'
import type { Actions, Piece, State } from './state.ts'
import { fullTitleOf, placeOf, titleOf } from './words.ts'

const LONGEST = 15

/** The list beside the map: the largest parts, the largest changes, or the results of a search. */
export function largestList(actions: Actions): Piece {
  const title = element('h3')
  const list = element('ol')
  const more = element('button', {
    type: 'button',
    class: 'quiet',
    on: { click: () => actions.change({ view: 'table' }) },
  })
  return {
    element: element('section', { class: 'list', 'aria-label': 'Largest parts' }, title, list, more),
    show: state => {
      const rows = listed(state)
      const shown = rows.slice(0, LONGEST)
      title.textContent = titleOfList(state, rows.length)
      list.replaceChildren(...shown.map(part => row(part, shown, state, actions)))
      more.hidden = rows.length <= shown.length
      more.textContent = `All ${rows.length.toLocaleString('en')} in the table`
    },
  }
}

function listed({ at, found, colouring }: State): readonly PageNode[] {
  if (colouring === 'growth' && found === null) {
    return changedIn(at).toSorted((one, other) => Math.abs(byOf(other)) - Math.abs(byOf(one)))
  }
  const present = rowsOf(at, 'parts', found).filter(({ bytes }) => bytes > 0)
  return sorted(present, { column: 'bytes', descending: true })
}

/** Returns the innermost parts that changed. A part that is new or gone is returned itself, without the parts in it. */
function changedIn(at: PageNode): readonly PageNode[] {
  return at.children.flatMap(part => {
    const whole = part.bytes === 0 || beforeOf(part) === 0
    const within = whole ? [] : changedIn(part)
    if (within.length > 0) return within
    return byOf(part) === 0 ? [] : [part]
  })
}

function titleOfList({ at, found, colouring }: State, count: number): string {
  if (found !== null) return count === 0 ? 'Nothing found in here' : `Found in ${titleOf(at)}`
  if (colouring === 'growth') return count === 0 ? 'Nothing changed in here' : 'Changed most'
  return at.children.length === 0 ? 'No parts' : `Largest in ${titleOf(at)}`
}

function row(
  part: PageNode,
  all: readonly PageNode[],
  { at, colouring, found }: State,
  actions: Actions,
): HTMLElement {
  const growth = colouring === 'growth' && found === null
  const name = growth || found !== null ? fullTitleOf(part) : titleOf(part)
  const largest = Math.max(...all.map(other => (growth ? Math.abs(byOf(other)) : other.bytes)))
  const figure = growth
    ? formatDelta(byOf(part))
    : `${formatBytes(part.bytes)} · ${formatShare(part.bytes, at.bytes)}`
  const line = meter(growth ? Math.abs(byOf(part)) : part.bytes, largest)
  line.classList.add(growth ? `shade-${shadeOf(part)}` : `family-${familyOf(part)}`)
  const button = element(
    'button',
    {
      type: 'button',
      title: placeOf(part),
      on: {
        click: () => actions.enter(part),
        pointerenter: () => actions.point(part),
        pointerleave: () => actions.point(null),
      },
    },
    element('span', { class: 'name', text: name }),
    element('span', { class: 'figure', text: figure }),
    line,
  )
  return element('li', {}, button)
}
