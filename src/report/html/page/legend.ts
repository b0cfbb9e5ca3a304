import { formatBytes } from '../../../declare/bytes.ts'
import { formatShare } from '../words.ts'
import { element } from './element.ts'
import { composition } from './family.ts'
import type { PageNode } from './page-node.ts'
import { SHADES } from './shade.ts'
import type { Piece } from './state.ts'

/** The meaning of the colors; when coloring by kind, also the size of each kind. */
export function legend(): Piece {
  const piece = element('div', { class: 'legend' })
  return {
    element: piece,
    show: ({ at, colouring }) =>
      piece.replaceChildren(...(colouring === 'growth' ? growthLegend() : kindLegend(at))),
  }
}

function kindLegend(at: PageNode): readonly HTMLElement[] {
  const shares = composition(at)
  const bar = shares.map(({ family, bytes }) => {
    const piece = element('span', { class: `family-${family}` })
    piece.style.flexGrow = `${bytes}`
    return piece
  })
  const keys = shares.map(({ family, label, bytes }) =>
    element(
      'li',
      {},
      element('span', { class: `key family-${family}` }),
      `${label} `,
      element('span', { class: 'figure', text: `${formatBytes(bytes)}, ${formatShare(bytes, at.bytes)}` }),
    ),
  )
  return [element('div', { class: 'strip', 'aria-hidden': 'true' }, ...bar), element('ul', {}, ...keys)]
}

function growthLegend(): readonly HTMLElement[] {
  const keys = SHADES.map(([shade, label]) =>
    element('li', {}, element('span', { class: `key shade-${shade}` }), ...(label === '' ? [] : [label])),
  )
  return [
    element('ul', { class: 'scale', 'aria-label': 'Colors of growth, from smaller to larger' }, ...keys),
  ]
}
