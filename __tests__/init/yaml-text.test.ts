import { expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse } from 'yaml'
import { yamlText } from '../../src/init/yaml-text.ts'

it.each([
  ['linux/amd64,linux/arm64', "'linux/amd64,linux/arm64'"],
  ['.=/bin/x', '.=/bin/x'],
  ['a:b', 'a:b'],
  ['a: b', "'a: b'"],
  ['a:', "'a:'"],
  ["it's", "'it''s'"],
  ['59000:59000', "'59000:59000'"],
  ['1.20', "'1.20'"],
  ['.5', "'.5'"],
  ['true', "'true'"],
  ['No', "'No'"],
  ['', "''"],
  ['*x', "'*x'"],
  ['a\nb', '"a\\nb"'],
])('yamlText writes %j as %s', (text, written) => {
  expect(yamlText(text)).toBe(written)
})

it.each(['1.1', '1.2'] as const)('yamlText is the same text again to YAML %s, on one line', version => {
  const words = fc.constantFrom(
    'a',
    ':',
    ' ',
    '#',
    '-',
    "'",
    '"',
    '{',
    '0',
    '.',
    'yes',
    '~',
    '&',
    ',',
    ']',
    '\n',
    '\u2028',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words).map(parts => parts.join('')),
  )
  fc.assert(
    fc.property(texts, text => {
      const written = yamlText(text)
      expect(written).not.toMatch(/[\n\r]/)
      expect(parse(`a: ${written}\n`, { version })).toEqual({ a: text })
      expect(parse(`[${written}, ${written}]\n`, { version })).toEqual([text, text])
    }),
  )
})
