import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { jsonText } from '../../src/report/json-text.ts'
import { commandsIn } from '../support/runner-commands.ts'

it('says the same value, and nothing that a terminal or a runner obeys', () => {
  const nasty = fc.string({
    unit: fc.constantFrom(
      '##[error]',
      '##',
      '[error]',
      '\u034F',
      '\uFE0F',
      '\u3164',
      '\u0301',
      '::',
      '\u009B',
      '\u202E',
      '\u2028',
      '\u{E0001}',
      '"',
      'a',
      '\n',
    ),
  })
  fc.assert(
    fc.property(fc.dictionary(nasty, nasty), value => {
      const text = jsonText(value)
      expect(JSON.parse(text)).toEqual(value)
      expect(commandsIn(text)).toEqual([])
      expect(text).not.toMatch(/##\[|^\s*::|[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/mu)
    }),
  )
})
