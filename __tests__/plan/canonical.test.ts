import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { digestOfValue } from '../../src/plan/canonical.ts'

it('does not depend on the order of fields', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), value => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      expect(digestOfValue(turned)).toBe(digestOfValue(value))
    }),
  )
})

it('depends on values, on names and on the order of lists', () => {
  const values = [{}, [], null, { a: 1 }, { a: '1' }, { b: 1 }, [1, 2], [2, 1], { a: { b: 1 } }, { a: [1] }]
  expect(new Set(values.map(digestOfValue)).size).toBe(values.length)
})

it('takes a field that is undefined for one that is left out', () => {
  expect(digestOfValue({ a: 1, b: undefined })).toBe(digestOfValue({ a: 1 }))
})
