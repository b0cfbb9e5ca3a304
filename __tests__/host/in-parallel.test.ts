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

  it('begins nothing after an error, and has waited for what was under way', async () => {
    const begun: number[] = []
    const ended: number[] = []
    const slow = Promise.withResolvers<void>()
    const all = inParallel(2, [1, 2, 3, 4], async item => {
      begun.push(item)
      if (item === 1) await slow.promise
      if (item === 2) throw new Error('two')
      ended.push(item)
    })
    // Long after the error.
    setTimeout(slow.resolve, 20)
    await expect(all).rejects.toThrow('two')
    expect({ begun, ended }).toEqual({ begun: [1, 2], ended: [1] })
  })

  it('throws the error of the first item, whichever failed first', async () => {
    const failing = async (item: number) => {
      await new Promise(resolve => void setTimeout(resolve, item * 10))
      throw new Error(`error ${item}`)
    }
    await expect(inParallel(2, [2, 1], failing)).rejects.toThrow('error 2')
  })
})
