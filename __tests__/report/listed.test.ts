import { expect, it } from '@jest/globals'
import { listed } from '../../src/report/listed.ts'

it('starts every line in the same column, and breaks none below what can be read', () => {
  const screen = { width: 20, colour: false }
  expect(listed(['one two three four five six', 'seven'], 4, screen)).toEqual([
    '    one two three four five',
    '    six',
    '    seven',
  ])
})
