import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { jsonText } from '../../src/report/json-text.ts'

it('says the same value, and nothing that a terminal or a runner obeys', () => {
  const nasty = fc.string({
    unit: fc.constantFrom('##[', '::', '\u009B', '\u202E', '\u2028', '\u{E0001}', '"', 'a', '\n'),
  })
  fc.assert(
    fc.property(fc.dictionary(nasty, nasty), value => {
      const text = jsonText(value)
      expect(JSON.parse(text)).toEqual(value)
      expect(text).not.toMatch(/##\[|^\s*::|[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/mu)
    }),
  )
})
