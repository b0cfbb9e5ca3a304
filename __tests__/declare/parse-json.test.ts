import { expect, it } from '@jest/globals'
import { parseJson } from '../../src/declare/parse-json.ts'

it.each([
  ['{"a":[1]}', { a: [1] }],
  ['"text"', 'text'],
  ['null', null],
  ['', null],
  ['{"a":', null],
  ["{'a':1}", null],
])('parseJson of %p is %p', (text, value) => {
  expect(parseJson(text)).toEqual(value)
})
