import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { askLoader, compileLoader, numberBytes } from '../support/loader-host.ts'
import { describeWith } from '../support/tools.ts'

const [COPY, MOVE, SET, TAKE] = [0, 1, 2, 3].map(numberBytes) as [Buffer, Buffer, Buffer, Buffer]
const SIZE = 100

describeWith(['gcc'], 'memory in the loader', () => {
  it.each([
    { kind: 'of x86', flags: ['-O2'] },
    { kind: 'of other machines', flags: ['-O2', '-DPLAIN'] },
  ])('copies, moves and fills: $kind', ({ flags }) => {
    const program = compileLoader({ main: 'memory', sources: [], flags })
    const place = fc.nat({ max: SIZE })
    const places = fc.tuple(place, place, place).map(([to, from, count]) => ({
      to,
      from,
      count: Math.min(count, SIZE - Math.max(to, from)),
    }))
    const content = fc.uint8Array({ minLength: SIZE, maxLength: SIZE })
    fc.assert(
      fc.property(content, fc.array(places, { minLength: 1, maxLength: 100 }), (content, all) => {
        const strings: Uint8Array[] = []
        const expected: Buffer[] = []
        for (const { to, from, count } of all) {
          const numbers = [to, from, count].map(numberBytes)
          const moved = Buffer.from(content)
          moved.copyWithin(to, from, from + count)
          const filled = Buffer.from(content).fill(from, to, to + count)
          strings.push(MOVE, content, ...numbers, SET, content, ...numbers)
          expected.push(moved, filled)
          if (Math.abs(to - from) < count) continue
          strings.push(COPY, content, ...numbers)
          expected.push(moved)
        }
        expect(askLoader(program, strings)).toEqual(expected)
      }),
      { numRuns: 20 },
    )
  })

  it('takes what is there, at multiples of 16', () => {
    const program = compileLoader({ main: 'memory', sources: [], flags: ['-O2'] })
    const sizes = [1, 255, 16, 17, 200, 20, 0, 1, 0]
    const answer = askLoader(program, [TAKE, Uint8Array.from(sizes)])[0] ?? []
    expect([...answer]).toEqual([16, 255, 32, 48, 255, 80, 255, 255, 255])
  })
})
