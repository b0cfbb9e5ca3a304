import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { type Direction, neighbour } from '../../../../src/report/html/page/steer.ts'
import type { Box } from '../../../../src/report/html/page/tiles.ts'

/**
 *  +---+---+
 *  |   | 1 |
 *  | 0 +---+
 *  |   | 2 |
 *  +---+---+
 *  |   3   |
 *  +-------+
 */
const boxes: readonly Box[] = [
  { x0: 0, y0: 0, x1: 50, y1: 100 },
  { x0: 50, y0: 0, x1: 100, y1: 45 },
  { x0: 50, y0: 45, x1: 100, y1: 100 },
  { x0: 0, y0: 100, x1: 100, y1: 150 },
]

describe('neighbour', () => {
  const rows: readonly { from: number; direction: Direction; to: number | null }[] = [
    { from: 0, direction: 'right', to: 2 },
    { from: 0, direction: 'down', to: 3 },
    { from: 0, direction: 'left', to: null },
    { from: 1, direction: 'down', to: 2 },
    { from: 1, direction: 'left', to: 0 },
    { from: 2, direction: 'up', to: 1 },
    { from: 2, direction: 'down', to: 3 },
    { from: 3, direction: 'up', to: 0 },
    { from: 3, direction: 'right', to: null },
  ]
  it.each(rows)('is $to, $direction of $from', ({ from, direction, to }) => {
    expect(neighbour(boxes, from, direction)).toBe(to)
  })

  it('lies in the direction that was asked for, and never is the one it is from', () => {
    const box = fc
      .tuple(fc.nat(900), fc.nat(900), fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }))
      .map(([x0, y0, width, height]) => ({ x0, y0, x1: x0 + width, y1: y0 + height }))
    fc.assert(
      fc.property(fc.array(box, { minLength: 1, maxLength: 30 }), many => {
        const to = neighbour(many, 0, 'right')
        expect(to).not.toBe(0)
        if (to !== null) expect(many[to]?.x0).toBeGreaterThan((many[0]?.x1 ?? 0) - 1)
      }),
    )
  })

  it('of what is not there is nothing', () => {
    expect(neighbour([], 0, 'up')).toBeNull()
  })
})
