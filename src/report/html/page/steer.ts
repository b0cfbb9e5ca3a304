import type { Box } from './tiles.ts'

export type Direction = 'left' | 'right' | 'up' | 'down'

/** The tile next to one in a direction: the nearest of those that lie beside it, and of these the one it shares most with. */
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
  // Rounding leaves tiles that touch a fraction of a pixel apart.
  beside.sort(
    (one, other) => Math.round(one.distance) - Math.round(other.distance) || other.shared - one.shared,
  )
  return beside[0]?.index ?? null
}

/** Every direction is the one to the right of a map that is mirrored or turned. */
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
