import { formatBytes } from '../../../declare/bytes.ts'
import type { PageData } from '../page-data.ts'
import { formatExact, formatShare } from '../words.ts'
import { colourChoice, searchField, themeChoice, treeChoice, viewChoice } from './controls.ts'
import { crumbs } from './crumbs.ts'
import { element } from './element.ts'
import { find } from './find.ts'
import { legend } from './legend.ts'
import { largestList } from './list.ts'
import { treeMap } from './map.ts'
import { type PageNode, isWithin, partsOf } from './page-node.ts'
import { type Actions, FIRST_ROWS, type State, type Tree } from './state.ts'
import { partsTable } from './table.ts'
import { countOf, growthWords, kindOf, placeOf, titleOf } from './words.ts'

const KEYS =
  'Arrow keys move, Enter opens, Escape or Backspace goes back, Page Down and Page Up go by size, / searches.'

start(document)

function start(document: Document): void {
  const source = document.getElementById('data')
  const place = document.getElementById('explorer')
  if (source === null || place === null) return
  const data: PageData = JSON.parse(source.textContent)
  document.getElementById('theme')?.replaceWith(themeChoice())
  if (data.trees.length > 0) explore(data, place)
}

function explore(data: PageData, place: HTMLElement): void {
  const trees = new Map<number, Tree>()
  const treeAt = (index: number): Tree => {
    const tree = trees.get(index) ?? decode(data, index)
    trees.set(index, tree)
    return tree
  }
  let state = initial(data.first, treeAt(data.first))
  const show = (change: Partial<State>): void => {
    state = { ...state, ...change }
    place.dataset['view'] = state.view
    for (const piece of pieces) piece.show(state)
  }
  const say = (text: string): void => {
    said.textContent = text
  }

  /** Shows a new state and keeps the focus near its place, because the focused element is often gone afterwards. */
  const moving = (change: Partial<State>, from: PageNode | null): void => {
    const active = document.activeElement
    const held = active !== null && place.contains(active)
    show(change)
    if (!held || active.isConnected) return
    if (state.view === 'map') map.focus(from)
    else where.element.querySelector<HTMLElement>('[aria-current]')?.focus()
  }
  const goTo = (at: PageNode, from: PageNode | null): void => {
    moving({ at, rows: FIRST_ROWS, scope: 'parts' }, from)
    point(null)
    say(`${titleOf(at)}, ${formatBytes(at.bytes)}, ${countOf(at.children.length)}`)
  }
  const point = (part: PageNode | null): void => {
    detail.replaceChildren(...detailOf(part ?? state.at, state))
  }
  const actions: Actions = {
    change: show,
    point,
    enter: part => {
      if (part.opens !== null) return actions.showTree(part.opens)
      const at = part.children.length > 0 ? part : (part.parent ?? part)
      if (at === state.at) say(`${titleOf(part)} has no parts.`)
      else goTo(at, isWithin(state.at, at) ? state.at : at === part ? null : part)
    },
    leave: () => {
      if (state.at.parent !== null) goTo(state.at.parent, state.at)
      else if (state.query !== '') actions.search('')
      else say('This is the whole tree.')
    },
    showTree: index => {
      const tree = treeAt(index)
      const { view, query } = state
      moving({ ...initial(index, tree), view, query, found: find(tree.parts, query) }, null)
      point(null)
      say(`${tree.name}, ${tree.what}, ${formatBytes(tree.root.bytes)}`)
    },
    search: query => show({ query, found: find(state.tree.parts, query), rows: FIRST_ROWS }),
  }

  const map = treeMap(actions)
  const said = element('p', { class: 'unseen', role: 'status' })
  const detail = element('p', { class: 'detail' })
  const [tree, view, colour, search, where, key, list, table] = [
    treeChoice(data, actions),
    viewChoice(actions),
    colourChoice(actions),
    searchField(actions),
    crumbs(actions),
    legend(),
    largestList(actions),
    partsTable(actions),
  ]
  const pieces = [tree, view, colour, search, where, key, map, list, table]
  place.replaceChildren(
    element('h2', { text: 'What is inside' }),
    element('div', { class: 'controls' }, tree.element, view.element, colour.element, search.element),
    where.element,
    key.element,
    element(
      'div',
      { class: 'views' },
      element('div', { class: 'mapped' }, map.element, detail),
      list.element,
    ),
    table.element,
    element('p', { class: 'keys', id: 'keys', text: KEYS }),
    said,
  )
  show({})
  point(null)

  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'search'
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    search.element.querySelector('input')?.focus()
  })
}

function decode({ trees }: PageData, index: number): Tree {
  const tree = trees[index]
  const parts = tree === undefined ? [] : partsOf(tree)
  const [root] = parts
  if (tree === undefined || root === undefined) throw new Error(`There is no tree ${index} in this page.`)
  const { name, what, group } = tree
  return { name, what, group, parts, root, compared: tree.before !== null }
}

function initial(treeIndex: number, tree: Tree): State {
  return {
    treeIndex,
    tree,
    at: tree.root,
    view: 'map',
    colouring: 'kind',
    query: '',
    found: null,
    scope: 'parts',
    sorting: { column: 'bytes', descending: true },
    rows: FIRST_ROWS,
  }
}

/** Describes a part in full. The map cuts names and rounds sizes. */
function detailOf(part: PageNode, { tree }: State): readonly HTMLElement[] {
  const facts = [
    kindOf(part),
    formatExact(part.bytes),
    ...(part === tree.root ? [] : [`${formatShare(part.bytes, tree.root.bytes)} of ${titleOf(tree.root)}`]),
    ...(growthWords(part) === '' ? [] : [growthWords(part)]),
    ...(part.opens === null ? [] : ['opens the binary, as linked']),
  ]
  return [
    element('span', { class: 'place', text: placeOf(part) }),
    element('span', { class: 'facts', text: facts.join(' · ') }),
  ]
}
