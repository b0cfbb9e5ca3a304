import { formatBytes } from '../../../declare/bytes.ts'
import { element } from './element.ts'
import { type PageNode, pathTo } from './page-node.ts'
import type { Actions, Piece } from './state.ts'
import { countOf, growthWords, titleOf } from './words.ts'

/** The path from the root to the current part, with its size. */
export function crumbs(actions: Actions): Piece {
  const list = element('ol')
  const facts = element('p', { class: 'facts' })
  return {
    element: element('nav', { class: 'crumbs', 'aria-label': 'Where you are in the tree' }, list, facts),
    show: ({ at, tree }) => {
      const path = pathTo(at)
      list.replaceChildren(...path.map(part => element('li', {}, crumb(part, part === at, actions))))
      facts.textContent = [
        formatBytes(at.bytes),
        ...(at === tree.root ? [tree.what] : []),
        ...(at.children.length > 0 ? [countOf(at.children.length)] : []),
        ...(growthWords(at) === '' ? [] : [growthWords(at)]),
      ].join(' · ')
    },
  }
}

function crumb(part: PageNode, current: boolean, { enter }: Actions): HTMLElement {
  return current
    ? element('span', { 'aria-current': 'location', tabindex: -1, text: titleOf(part) })
    : element('button', { type: 'button', text: titleOf(part), on: { click: () => enter(part) } })
}
