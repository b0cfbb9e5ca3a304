import { expect, it } from '@jest/globals'
import { secretsOf } from '../../src/host/secrets.ts'

it('hides a secret, and each line of a key', () => {
  const secrets = secretsOf()
  const key = '{\n  "type": "service_account",\n  "key": "abc"\n}\n'
  expect(secrets.add(key)).toEqual(['  "type": "service_account",', '  "key": "abc"'])
  expect(secrets.hide('{ a }   "key": "abc" and more')).toBe('{ a } *** and more')
})

it.each(['', 'x', 'abc', ' a ', 'a\nb\nc', '\n\n\n\n'])('masks nothing that is as short as %j', text => {
  const secrets = secretsOf()
  expect(secrets.add(text)).toEqual([])
  expect(secrets.hide('a box, abc')).toBe('a box, abc')
})

it('masks from four characters on', () => {
  const secrets = secretsOf()
  expect(secrets.add('abcd')).toEqual(['abcd'])
  expect(secrets.hide('abc abcd')).toBe('abc ***')
})
