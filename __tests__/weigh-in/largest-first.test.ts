import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { largestFirst } from '../../src/weigh-in/largest-first.ts'

describe('largestFirst', () => {
  it('orders by size, then by name as its characters are numbered', () => {
    const parts = ['b', 'é', 'B', 'a'].map(name => ({ name, bytes: 7 }))
    const sorted = [...parts, { name: 'z', bytes: 8 }, { name: 'a', bytes: 0 }].sort(largestFirst)
    expect(sorted.map(({ name }) => name)).toEqual(['z', 'B', 'a', 'b', 'é', 'a'])
  })

  it('gives one order, whatever came first', () => {
    const parts = fc.uniqueArray(fc.record({ name: fc.string(), bytes: fc.nat(3) }), {
      selector: ({ name, bytes }) => `${bytes} ${name}`,
    })
    fc.assert(
      fc.property(parts, all => {
        expect([...all].reverse().sort(largestFirst)).toEqual([...all].sort(largestFirst))
      }),
    )
  })
})
