import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { entriesAt, itemsAt, readYaml, textAt, textsAt, valueAt } from '../../src/init/yaml-value.ts'

describe('readYaml', () => {
  it.each([
    { of: 'a tab', text: 'a:\n\t- b' },
    { of: 'an open bracket', text: 'a: [' },
    { of: 'many open brackets', text: '[\n'.repeat(20_000) },
    { of: 'a long line', text: `a: ${'x'.repeat(2000)}` },
    { of: 'a long file', text: 'a:\n'.repeat(50_000) },
    {
      of: 'an alias bomb',
      text: `a0: &a0 [x]\n${Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [${`*a${at},`.repeat(9)}]`).join('\n')}\n`,
    },
  ])('has nothing of $of', ({ text }) => {
    expect(readYaml(text)).toBeNull()
  })

  it('reads what can be read, and takes the last of a repeated key', () => {
    expect(readYaml('a: 1\na: 2\non: push\n')).toEqual({ a: 2, on: 'push' })
    expect(readYaml('a: 1\n---\nb: 2\n')).toEqual({ a: 1 })
  })

  it('never fails', () => {
    const words = fc.constantFrom(
      'a',
      ':',
      ' ',
      '\n',
      '- ',
      '&a ',
      '*a',
      '[',
      ']',
      '{',
      '}',
      '"',
      '!!x ',
      '|',
      '<<: ',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(words).map(parts => parts.join('')),
    )
    fc.assert(fc.property(texts, text => void textsAt(readYaml(text), 'a', 'b')))
  })
})

describe('the values', () => {
  const value = { a: { b: ['x', 1, null, {}], c: 'y' }, d: [{ e: true }] }

  it('are found by their keys, and are never what an object has by itself', () => {
    expect(valueAt(value, 'a', 'c')).toBe('y')
    expect(valueAt(value, 'toString')).toBeUndefined()
    expect(valueAt(value, '__proto__')).toBeUndefined()
    expect(valueAt(null, 'a')).toBeUndefined()
    expect(valueAt(value, 'a', 'c', 'length')).toBeUndefined()
  })

  it('are lists, texts and entries where they are', () => {
    expect(itemsAt(value, 'd')).toEqual([{ e: true }])
    expect(itemsAt(value, 'a')).toEqual([])
    expect(textsAt(value, 'a', 'b')).toEqual(['x', '1'])
    expect(textsAt(value, 'a', 'c')).toEqual(['y'])
    expect(textsAt(value, 'a')).toEqual([])
    expect(textAt(value, 'd')).toBeNull()
    expect(entriesAt(value).map(([name]) => name)).toEqual(['a', 'd'])
    expect(entriesAt(value, 'd')).toEqual([])
  })
})
