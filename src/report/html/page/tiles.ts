import { type HierarchyRectangularNode, treemapSquarify } from 'd3-hierarchy'
import { formatBytes } from '../../../declare/bytes.ts'
import { type PageNode, UNCHANGED } from './page-node.ts'

/** A rectangle in pixels, from the top left of the map. */
export interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

export interface Tile {
  readonly part: PageNode
  readonly box: Box
  /** 1 for the parts of the part shown, 2 for their parts, and so on. */
  readonly depth: number
  /** Whether its own parts are drawn inside it, below a line with its name. */
  readonly parted: boolean
}

/** The height of the line with the name, in a tile whose parts are drawn. */
export const NAME_LINE = 20
const DEEPEST = 3
/**
 * In square pixels, by depth: smaller parts are drawn together as one tile. The first level needs more room, because
 * its tiles are clickable.
 */
const SMALLEST = [0, 500, 150, 100]
const MOST = [0, 200, 100, 60]
const MOST_GROUPS = 64
/** In pixels, by depth: a smaller tile shows no parts. Deep tiles need room for names, or they would only be lines. */
const NARROWEST = [0, 60, 130]
const LOWEST = [0, NAME_LINE + 18, 90]

/**
 * Returns the tiles of the part shown, outer tiles before inner ones. It lays out only what is visible, so the cost
 * does not depend on the size of the tree.
 */
export function layOut(whole: PageNode, width: number, height: number): readonly Tile[] {
  return tilesWithin(whole, { x0: 0, y0: 0, x1: width, y1: height }, 1)
}

function tilesWithin(whole: PageNode, box: Box, depth: number): readonly Tile[] {
  const parts = gather(whole, area(box), depth)
  return squarify(parts, box).flatMap(({ part, box }) => {
    const inner = { x0: box.x0 + 2, y0: box.y0 + NAME_LINE, x1: box.x1 - 3, y1: box.y1 - 3 }
    const parted =
      depth < DEEPEST &&
      part.children.length > 0 &&
      part.kind !== 'rest' &&
      box.x1 - box.x0 >= (NARROWEST[depth] ?? 0) &&
      box.y1 - box.y0 >= (LOWEST[depth] ?? 0)
    const tile = { part, box, depth, parted }
    return parted ? [tile, ...tilesWithin(part, inner, depth + 1)] : [tile]
  })
}

function area({ x0, y0, x1, y1 }: Box): number {
  return Math.max(0, x1 - x0) * Math.max(0, y1 - y0)
}

/** Returns the parts that are large enough to draw, and one part for all others. Their sizes add up to the whole. */
function gather(whole: PageNode, pixels: number, depth: number): readonly PageNode[] {
  const present = whole.children.filter(({ bytes }) => bytes > 0)
  const smallest = ((SMALLEST[depth] ?? 0) * whole.bytes) / Math.max(1, pixels)
  const found = present.findIndex(({ bytes }, index) => bytes < smallest || index >= (MOST[depth] ?? 0))
  // A single small part is drawn as itself.
  if (found < 0 || present.length - found < 2) return present
  if (found === 0 && depth === 1) return alike(whole, present)
  const rest = present.slice(found)
  return [...present.slice(0, found), restOf(whole, rest, `${countOf(rest)} smaller`)]
}

/** Groups parts of similar size if all are too small, so that each can be reached in a few steps. */
function alike(whole: PageNode, parts: readonly PageNode[]): readonly PageNode[] {
  const size = Math.ceil(parts.length / MOST_GROUPS)
  return Array.from({ length: Math.ceil(parts.length / size) }, (_, index) => {
    const group = parts.slice(index * size, (index + 1) * size)
    const about = group[Math.floor(group.length / 2)]?.bytes ?? 0
    return restOf(whole, group, `${countOf(group)} of about ${formatBytes(about)}`)
  })
}

function countOf(parts: readonly PageNode[]): string {
  return parts.length.toLocaleString('en')
}

function restOf(whole: PageNode, children: readonly PageNode[], name: string): PageNode {
  return {
    name,
    kind: 'rest',
    bytes: children.reduce((sum, { bytes }) => sum + bytes, 0),
    version: null,
    versionBefore: null,
    parent: whole,
    children,
    growth: restGrowth(children),
    opens: null,
  }
}

function restGrowth(children: readonly PageNode[]): PageNode['growth'] {
  const changed = children.flatMap(({ growth }) => (growth.change === 'changed' ? [growth.by] : []))
  if (changed.length === 0) return UNCHANGED
  const by = changed.reduce((sum, change) => sum + change, 0)
  return { change: 'changed', before: children.reduce((sum, { bytes }) => sum + bytes, 0) - by, by }
}

function squarify(
  parts: readonly PageNode[],
  box: Box,
): readonly { readonly part: PageNode; readonly box: Box }[] {
  const children = parts.map(part => ({ part, value: part.bytes, x0: 0, y0: 0, x1: 0, y1: 0 }))
  const value = parts.reduce((sum, { bytes }) => sum + bytes, 0)
  // d3 lays out one level of a hierarchy at a time and uses only values and children.
  const level = { value, children } as unknown as HierarchyRectangularNode<unknown>
  treemapSquarify(level, box.x0, box.y0, box.x1, box.y1)
  return children.map(({ part, x0, y0, x1, y1 }) => ({ part, box: { x0, y0, x1, y1 } }))
}
