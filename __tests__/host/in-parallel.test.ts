import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { inParallel } from '../../src/host/in-parallel.ts'

describe('inParallel', () => {
  it('gives the values in the order of the items, with no more than the width under way', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(5), { maxLength: 20 }),
        fc.integer({ min: 1, max: 4 }),
        async (items, width) => {
          const under = { way: 0, most: 0 }
          const values = await inParallel(width, items, async item => {
            under.most = Math.max(under.most, ++under.way)
            await new Promise(resolve => void setTimeout(resolve, item % 3))
            under.way--
            return item * 2
          })
          expect(values).toEqual(items.map(item => item * 2))
          expect(under.most).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 30 },
    )
  })

  it('ends with the first error', async () => {
    const failing = async (item: number) => {
      if (item === 2) throw new Error('two')
      return item
    }
    await expect(inParallel(2, [1, 2, 3], failing)).rejects.toThrow('two')
  })
})
