import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { carve } from '../../src/binary/carve.ts'
import type { Extent } from '../../src/binary/extents.ts'
import { sumOf } from '../../src/binary/share.ts'
import type { Claim, Share } from '../../src/binary/share.ts'

const extents: readonly Extent[] = [
  { name: 'a', role: 'data', start: 0, end: 100 },
  { name: 'b', role: 'data', start: 100, end: 150 },
]
const share = (name: string, bytes: number): Share => ({ package: null, kind: 'data', name, bytes })
const claim = (start: number, end: number, ...shares: readonly Share[]): Claim => ({
  start,
  end,
  shares,
  rest: { package: null, kind: 'data', name: 'rest' },
})
const carved = (...claims: readonly Claim[]) =>
  Array.from(
    carve(extents, claims, ({ name }) => ({ package: null, kind: 'data', name })),
    ({ name, bytes }) => `${name} ${bytes}`,
  )

describe('carve', () => {
  it.each([
    { name: 'nothing claimed', claims: [], is: ['a 100', 'b 50'] },
    { name: 'the middle', claims: [claim(10, 30, share('x', 15))], is: ['x 15', 'rest 5', 'a 80', 'b 50'] },
    { name: 'all of it', claims: [claim(100, 150, share('x', 50))], is: ['a 100', 'x 50'] },
    {
      name: 'in any order',
      claims: [claim(110, 120), claim(0, 5)],
      is: ['rest 5', 'a 95', 'rest 10', 'b 40'],
    },
    { name: 'more than it has', claims: [claim(10, 20, share('x', 11))], is: ['a 100', 'b 50'] },
    { name: 'over the end of an extent', claims: [claim(90, 110)], is: ['a 100', 'b 50'] },
    { name: 'beyond the file', claims: [claim(140, 200)], is: ['a 100', 'b 50'] },
    {
      name: 'what is claimed already',
      claims: [claim(0, 50), claim(49, 60)],
      is: ['rest 50', 'a 50', 'b 50'],
    },
    {
      name: 'the larger of two from one place',
      claims: [claim(0, 5), claim(0, 50)],
      is: ['rest 50', 'a 50', 'b 50'],
    },
    {
      name: 'no place at all',
      claims: [claim(Number.NaN, 5), claim(7, 3), claim(2 ** 60, 2 ** 61)],
      is: ['a 100', 'b 50'],
    },
  ])('$name', ({ claims, is }) => {
    expect(carved(...claims)).toEqual(is)
  })

  it('gives every byte away once, whatever is claimed', () => {
    const anyClaim = fc
      .tuple(
        fc.integer({ min: -5, max: 200 }),
        fc.integer({ min: -5, max: 200 }),
        fc.array(fc.nat(60), { maxLength: 3 }),
      )
      .map(([start, end, sizes]) => claim(start, end, ...sizes.map(bytes => share('x', bytes))))
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 12 }), claims => {
        const shares = [...carve(extents, claims, ({ name }) => ({ package: null, kind: 'data', name }))]
        expect(sumOf(shares)).toBe(150)
        expect(Math.min(...shares.map(({ bytes }) => bytes))).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})
