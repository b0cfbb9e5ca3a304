import { formatBytes } from '../../../declare/bytes.ts'
import { element } from './element.ts'
import { familyOf } from './family.ts'
import type { Found } from './find.ts'
import { type PageNode, isWithin } from './page-node.ts'
import { shadeOf } from './shade.ts'
import type { Actions, Piece, State } from './state.ts'
import { type Direction, neighbour } from './steer.ts'
import { type Box, NAME_LINE, type Tile, layOut } from './tiles.ts'
import { describe, fit, growthWords, titleOf } from './words.ts'

/** The average width in pixels of a character in a tile's name, with a small reserve. */
const CHARACTER = 7
const BOLD_CHARACTER = 7.7
const LOWEST_FOR_SIZE = 36

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

export interface TreeMap extends Piece {
  /** Moves the focus to the tile of a part, or to the largest tile. */
  readonly focus: (part: PageNode | null) => void
}

/**
 * The treemap. The tiles of its first level are buttons; one of them at a time is a tab stop, and arrow keys move
 * between them. Inner tiles can only be seen and clicked, and become buttons when their parent is opened.
 */
export function treeMap(actions: Actions): TreeMap {
  const layer = element('div', { class: 'layer' })
  // A separate element for the focus outline, because inner tiles would cover the outline of their tile.
  const ring = element('div', { class: 'ring', 'aria-hidden': 'true' })
  const map = element('div', { class: 'map', role: 'group', 'aria-describedby': 'keys' }, layer, ring)
  const parts = new WeakMap<Element, PageNode>()
  /** The tiles and buttons on the screen, and the state that was drawn last. */
  const drawn: { tiles: readonly Tile[]; buttons: readonly HTMLButtonElement[]; state: State | null } = {
    tiles: [],
    buttons: [],
    state: null,
  }

  const draw = (state: State): void => {
    const { clientWidth: width, clientHeight: height } = map
    const tiles = layOut(state.at, width, height)
    const first = tiles.filter(({ depth }) => depth === 1)
    const elements = tiles.map(tile => tileElement(tile, state, width, height))
    drawn.tiles = first
    drawn.buttons = elements.filter(made => made instanceof HTMLButtonElement)
    drawn.state = state
    drawn.buttons[0]?.setAttribute('tabindex', '0')
    map.setAttribute('aria-label', `Treemap of ${titleOf(state.at)}, ${formatBytes(state.at.bytes)}`)
    for (const [index, made] of elements.entries()) parts.set(made, tiles[index]?.part ?? state.at)
    if (elements.length > 0) layer.replaceChildren(...elements)
    else layer.replaceChildren(element('p', { class: 'nothing', text: 'No part in here has any bytes.' }))
  }
  const partAt = (target: EventTarget | null): PageNode | null => {
    const tile = target instanceof Element ? target.closest('.tile') : null
    return tile === null ? null : (parts.get(tile) ?? null)
  }

  const focusTile = (index: number): void => {
    for (const [at, button] of drawn.buttons.entries()) button.tabIndex = at === index ? 0 : -1
    drawn.buttons[index]?.focus({ preventScroll: true })
  }
  const focused = (): number => drawn.buttons.findIndex(button => button === document.activeElement)

  const press = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const { key } = event
    if (key === 'Escape' || key === 'Backspace') actions.leave()
    else {
      const next = nextTile(
        key,
        focused(),
        drawn.tiles.map(({ box }) => box),
      )
      if (next === undefined) return
      if (next !== null) focusTile(next)
    }
    event.preventDefault()
  }

  map.addEventListener('click', event => {
    const part = partAt(event.target)
    if (part !== null) actions.enter(part)
  })
  map.addEventListener('keydown', press)
  map.addEventListener('pointerover', event => actions.point(partAt(event.target)))
  map.addEventListener('pointerleave', () => actions.point(null))
  map.addEventListener('focusin', event => {
    if (event.target instanceof HTMLElement) lieOver(ring, event.target)
    actions.point(partAt(event.target))
  })
  map.addEventListener('focusout', () => actions.point(null))
  const redraw = (): void => {
    const { state } = drawn
    if (state === null || state.view !== 'map' || map.clientWidth === 0) return
    const held = focused()
    draw(state)
    if (held >= 0) focusTile(Math.min(held, drawn.buttons.length - 1))
  }
  new ResizeObserver(redraw).observe(map)

  return {
    element: map,
    focus: part => {
      // A tile for the rest is created anew for each drawing. It contains the parts that are too small to draw.
      const holds = ({ part: { kind, children } }: Tile, part: PageNode) =>
        kind === 'rest' && (part.kind === 'rest' || children.some(child => isWithin(part, child)))
      const index = drawn.tiles.findIndex(
        tile => part !== null && (isWithin(part, tile.part) || holds(tile, part)),
      )
      focusTile(Math.max(0, index))
    },
    show: state => {
      const before = drawn.state?.at ?? null
      const box = drawn.tiles.find(({ part }) => part === state.at)?.box ?? null
      draw(state)
      if (before !== null && before !== state.at) grow(layer, box)
    },
  }
}

/** Returns the tile that a key moves to: `null` for no tile, `undefined` for a key without a meaning here. */
function nextTile(key: string, from: number, boxes: readonly Box[]): number | null | undefined {
  const direction = DIRECTIONS[key]
  if (direction !== undefined) return from < 0 ? 0 : neighbour(boxes, from, direction)
  switch (key) {
    case 'Home':
      return 0
    case 'End':
      return boxes.length - 1
    case 'PageDown':
      return Math.min(from + 1, boxes.length - 1)
    case 'PageUp':
      return Math.max(from - 1, 0)
    default:
      return undefined
  }
}

function tileElement(tile: Tile, state: State, width: number, height: number): HTMLElement {
  const { part, box, depth } = tile
  const faded = state.found !== null && !isLit(part, state.found)
  const colour = state.colouring === 'growth' ? `shade-${shadeOf(part)}` : `family-${familyOf(part)}`
  const content = labelOf(tile, state)
  const made =
    depth === 1
      ? element(
          'button',
          { type: 'button', tabindex: -1, 'aria-label': describe(part, state.at) },
          ...content,
        )
      : element('div', { 'aria-hidden': 'true' }, ...content)
  made.className = `tile depth-${depth} ${colour}${tile.parted ? ' parted' : ''}${faded ? ' faded' : ''}`
  // In percent of the map, so that a layout for the screen also fits paper.
  made.style.left = `${(100 * box.x0) / width}%`
  made.style.top = `${(100 * box.y0) / height}%`
  made.style.width = `${(100 * (box.x1 - box.x0)) / width}%`
  made.style.height = `${(100 * (box.y1 - box.y0)) / height}%`
  return made
}

function isLit(part: PageNode, { lit }: Found): boolean {
  return part.kind === 'rest' ? part.children.some(child => lit.has(child)) : lit.has(part)
}

function lieOver(ring: HTMLElement, { style }: HTMLElement): void {
  const { left, top, width, height } = style
  Object.assign(ring.style, { left, top, width, height })
}

function labelOf({ part, box, parted, depth }: Tile, { colouring }: State): readonly HTMLElement[] {
  const [width, height] = [box.x1 - box.x0 - 8, box.y1 - box.y0]
  if (height < NAME_LINE - 2) return []
  const growth = colouring === 'growth' ? growthWords(part) : ''
  const size = growth === '' ? formatBytes(part.bytes) : growth
  const character = depth === 1 ? BOLD_CHARACTER : CHARACTER
  const sizeWidth = size.length * CHARACTER
  // If the parts are drawn below, the size is beside the name. If only one fits, it is the name.
  const beside = parted ? fit(part, Math.floor((width - sizeWidth - 2 * CHARACTER) / character)) : ''
  const text = beside === '' ? fit(part, Math.floor(width / character)) : beside
  if (text === '') return []
  const name = element('span', { class: 'name', text })
  const sized = parted ? beside !== '' : height >= LOWEST_FOR_SIZE && sizeWidth <= width
  return sized ? [name, element('span', { class: 'size', text: size })] : [name]
}

/**
 * Animates a part from its place in the map to its full size. Without a place it only fades in, and with reduced motion
 * nothing moves.
 */
function grow(layer: HTMLElement, box: Box | null): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const { clientWidth: width, clientHeight: height } = layer
  const from =
    box === null
      ? { transform: 'scale(0.97)', opacity: 0.4 }
      : {
          transform: `translate(${box.x0}px, ${box.y0}px) scale(${(box.x1 - box.x0) / width}, ${(box.y1 - box.y0) / height})`,
          opacity: 0.4,
        }
  layer.animate([from, { transform: 'none', opacity: 1 }], { duration: 160, easing: 'ease-out' })
}
