import { formatBytes } from '../../../declare/bytes.ts'
import type { PageData } from '../page-data.ts'
import { element } from './element.ts'
import type { Actions, Piece, State } from './state.ts'

/** A limit: more trees would not fit beside each other. */
const MOST_BESIDE = 4

interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
}

/** A group of native radio buttons, which come with arrow keys and names for screen readers. */
function choose<Value extends string>(
  name: string,
  label: string,
  choices: readonly Choice<Value>[],
  chosen: (value: Value) => void,
): { readonly element: HTMLElement; readonly mark: (value: Value) => void } {
  const inputs = choices.map(({ value }) =>
    element('input', { type: 'radio', name, value, on: { change: () => chosen(value) } }),
  )
  const labels = inputs.map((input, index) =>
    element('label', {}, input, element('span', { text: choices[index]?.label ?? '' })),
  )
  return {
    element: element('fieldset', { class: 'choice' }, element('legend', { text: label }), ...labels),
    mark: value => {
      for (const input of inputs) input.checked = input.value === value
    },
  }
}

export function treeChoice({ trees }: PageData, { showTree }: Actions): Piece {
  const label = ({ name, what, group }: PageData['trees'][number]) =>
    `${group === '' ? '' : `${group}: `}${name}, ${what}`
  if (trees.length <= MOST_BESIDE) {
    const choices = trees.map((tree, index) => ({ value: `${index}`, label: label(tree) }))
    const choice = choose('tree', 'Tree', choices, value => showTree(Number(value)))
    choice.element.hidden = trees.length < 2
    return { element: choice.element, show: ({ treeIndex }) => choice.mark(`${treeIndex}`) }
  }
  const select = element(
    'select',
    { on: { change: () => showTree(Number(select.value)) } },
    ...trees.map((tree, index) => element('option', { value: `${index}`, text: label(tree) })),
  )
  return {
    element: element('label', { class: 'scope' }, element('span', { text: 'Tree ' }), select),
    show: ({ treeIndex }) => {
      select.value = `${treeIndex}`
    },
  }
}

export function viewChoice({ change }: Actions): Piece {
  const choices = [
    { value: 'map', label: 'Map' },
    { value: 'table', label: 'Table' },
  ] as const
  const choice = choose('view', 'View', choices, view => change({ view }))
  return { element: choice.element, show: ({ view }) => choice.mark(view) }
}

export function colourChoice({ change }: Actions): Piece {
  const choices = [
    { value: 'kind', label: 'Kind' },
    { value: 'growth', label: 'Growth' },
  ] as const
  const choice = choose('colour', 'Color by', choices, colouring => change({ colouring }))
  return {
    element: choice.element,
    show: ({ tree, colouring }) => {
      choice.element.hidden = !tree.compared
      choice.mark(colouring)
    },
  }
}

/** The choice of the theme. It belongs to the page, so it does not use the state. */
export function themeChoice(): HTMLElement {
  const choices = [
    { value: 'auto', label: 'Auto' },
    { value: 'light', label: 'Light' },
    { value: 'dark', label: 'Dark' },
  ] as const
  const choice = choose('theme', 'Theme', choices, theme => {
    document.documentElement.dataset['theme'] = theme
  })
  choice.mark('auto')
  return choice.element
}

export function searchField({ search, enter }: Actions): Piece {
  let found: State['found'] = null
  const field = element('input', {
    type: 'search',
    placeholder: 'Search names  /',
    'aria-label': 'Search names',
    autocomplete: 'off',
    spellcheck: 'false',
    on: { input: () => search(field.value) },
  })
  const result = element('output', { 'aria-live': 'polite' })
  field.addEventListener('keydown', event => {
    if (event.key === 'Escape') search('')
    const first = largestOf(found)
    if (event.key === 'Enter' && first !== null) enter(first)
  })
  return {
    element: element('div', { class: 'search', role: 'search' }, field, result),
    show: state => {
      found = state.found
      if (field.value !== state.query) field.value = state.query
      result.textContent = found === null ? '' : resultOf(found)
    },
  }
}

function largestOf(found: State['found']) {
  const parts = [...(found?.parts ?? [])]
  return parts.toSorted((one, other) => other.bytes - one.bytes)[0] ?? null
}

function resultOf({ parts, bytes }: NonNullable<State['found']>): string {
  if (parts.size === 0) return 'nothing found'
  return `${parts.size.toLocaleString('en')} found, ${formatBytes(bytes)} together`
}
