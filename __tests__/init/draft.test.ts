import { expect, it } from '@jest/globals'
import { inputOf } from '../../src/init/draft.ts'
import { unsafeReason } from '../../src/init/safe-value.ts'

it('inputOf writes one line for each item, and makes no two of one', () => {
  expect(inputOf('env', [])).toEqual({})
  expect(inputOf('env', ['A=1', 'B=2'])).toEqual({ env: 'A=1\nB=2' })
  const { env = '' } = inputOf('env', ['A=1\nB=2', 'C=\r\n3'])
  expect(env.split('\n').map(line => unsafeReason('env', line) === null)).toEqual([false, false])
})
