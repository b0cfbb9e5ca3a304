import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { turns } from '../../src/host/turns.ts'

describe('turns', () => {
  it('lets at most so many run at the same time, begins them in order, and does all, whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.record({ waits: fc.integer({ min: 0, max: 3 }), fails: fc.boolean() }), {
          maxLength: 12,
        }),
        async (width, tasks) => {
          const inTurn = turns(width)
          const begun: number[] = []
          let [running, most] = [0, 0]
          const work = tasks.map(({ waits, fails }, at) =>
            inTurn(async () => {
              begun.push(at)
              running += 1
              most = Math.max(most, running)
              for (let wait = 0; wait < waits; wait += 1) await Promise.resolve()
              running -= 1
              if (fails) throw new Error(`${at}`)
              return at
            }),
          )
          const ended = await Promise.allSettled(work)
          expect(ended.map(({ status }) => status)).toEqual(
            tasks.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
          )
          expect(begun).toEqual(tasks.map((_, at) => at))
          expect(most).toBeLessThanOrEqual(width)
        },
      ),
      { numRuns: 100 },
    )
  })
})
