import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { isDeepStrictEqual } from 'node:util'
import { differingFields } from '../../src/verify/json-fields.ts'

describe('differingFields', () => {
  it('names the fields, down to the one that differs', () => {
    const image = { os: 'linux', config: { Env: ['A=1'], User: '1' }, created: 'x' }
    const rebuilt = { os: 'linux', config: { Env: ['A=2'], User: '1' }, history: [] }
    expect(differingFields(image, rebuilt).toSorted()).toEqual(['config.Env', 'created', 'history'])
    expect(differingFields({ a: 1 }, { a: 2 }, 'annotations')).toEqual(['annotations.a'])
  })

  it('names none of the same, and some of everything else', () => {
    fc.assert(
      fc.property(fc.json(), fc.json(), (one, other) => {
        const read = (text: string): unknown => JSON.parse(text)
        expect(differingFields(read(one), read(one))).toEqual([])
        expect(differingFields(read(one), read(other)).length === 0).toBe(
          isDeepStrictEqual(read(one), read(other)),
        )
      }),
    )
  })
})
