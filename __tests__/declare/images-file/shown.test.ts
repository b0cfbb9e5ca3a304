import { expect, it } from '@jest/globals'
import { shown } from '../../../src/declare/images-file/shown.ts'

it.each([
  ['api', '"api"'],
  ['a\nb\u001b[31m', String.raw`"a\nb\u001b[31m"`],
  ['a"b', String.raw`"a\"b"`],
  ['x'.repeat(65), `"${'x'.repeat(64)}…"`],
])('%j is shown as %s', (text, is) => {
  expect(shown(text)).toBe(is)
})
