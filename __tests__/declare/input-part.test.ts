import { expect, it } from '@jest/globals'
import { input } from '../../src/declare/input-part.ts'

it('names an input, alone or with a value', () => {
  expect(input('files')).toEqual({ kind: 'input', name: 'files', value: null })
  expect(input('cgo', 'static')).toEqual({ kind: 'input', name: 'cgo', value: 'static' })
})
