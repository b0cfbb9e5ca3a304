import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { pairLayers } from '../../src/verify/pair-layers.ts'

const layers = (text: string) => Array.from(text, digest => ({ digest }))
const paired = (image: string, rebuilt: string) =>
  pairLayers(layers(image), layers(rebuilt)).map(
    ([one, other]) => `${one?.digest ?? '-'}${other?.digest ?? '-'}`,
  )

describe('pairLayers', () => {
  it.each([
    { image: 'abc', rebuilt: 'abc', pairs: ['aa', 'bb', 'cc'] },
    { image: 'axc', rebuilt: 'abc', pairs: ['aa', 'xb', 'cc'] },
    { image: 'axyc', rebuilt: 'abc', pairs: ['aa', 'xb', 'y-', 'cc'] },
    { image: 'ac', rebuilt: 'abc', pairs: ['aa', '-b', 'cc'] },
    { image: 'abcx', rebuilt: 'abc', pairs: ['aa', 'bb', 'cc', 'x-'] },
    { image: '', rebuilt: 'a', pairs: ['-a'] },
  ])('pairs $image with $rebuilt', ({ image, rebuilt, pairs }) => {
    expect(paired(image, rebuilt)).toEqual(pairs)
  })

  it('leaves nothing out and keeps both orders', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 8 })
    fc.assert(
      fc.property(text, text, (image, rebuilt) => {
        const pairs = pairLayers(layers(image), layers(rebuilt))
        expect(pairs.flatMap(([one]) => one?.digest ?? []).join('')).toBe(image)
        expect(pairs.flatMap(([, other]) => other?.digest ?? []).join('')).toBe(rebuilt)
      }),
    )
  })
})
