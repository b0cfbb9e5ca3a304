import type { Box } from './tiles.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/**
 * Returns the neighboring tile in a direction: the nearest one, and of several the one with the longest shared edge.
 */
export function neighbour(boxes: readonly Box[], from: number, direction: Direction): number | null {
  const own = boxes[from]
  if (own === undefined) return null
  const turned = turn(own, direction)
  const beside = boxes.flatMap((box, index) => {
    const other = turn(box, direction)
    const shared = Math.min(turned.y1, other.y1) - Math.max(turned.y0, other.y0)
    const distance = other.x0 - turned.x1
    return index !== from && distance > -1 && shared > 0 ? [{ index, distance, shared }] : []
  })
  // Because of rounding, tiles that touch can be a fraction of a pixel apart.
  beside.sort(
    (one, other) => Math.round(one.distance) - Math.round(other.distance) || other.shared - one.shared,
  )
  return beside[0]?.index ?? null
}

/** Rotates or mirrors the map so that every direction becomes "right". */
function turn({ x0, y0, x1, y1 }: Box, direction: Direction): Box {
  switch (direction) {
    case 'right':
      return { x0, y0, x1, y1 }
    case 'left':
      return { x0: -x1, y0, x1: -x0, y1 }
    case 'down':
      return { x0: y0, y0: x0, x1: y1, y1: x1 }
    case 'up':
      return { x0: -y1, y0: x0, x1: -y0, y1: x1 }
  }
}
