import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { settingText } from '../../../src/declare/images-file/setting-text.ts'
import type { Tree } from '../../../src/declare/images-file/tree.ts'
import { type InputName, rowOf } from '../../../src/declare/inputs.ts'
import { readerOf } from '../../../src/declare/reader.ts'

const at = { line: 1, column: 1 }
const text = (value: string): Tree => ({ kind: 'text', text: value, at })

/** The input's own reader, over the text that was made of the value. */
function readerFor(name: InputName, value: Tree) {
  const written = settingText(rowOf(name), value)
  if (!written.ok) throw new Error(written.problem)
  return readerOf({ surface: 'action', values: { [name]: written.value.text }, problems: [] })
}

const items = fc.array(
  fc.string({ unit: 'grapheme' }).filter(item => !item.includes('\0')),
  { maxLength: 5 },
)

describe('the text of a setting', () => {
  it('is a list that its input reads as the same items', () => {
    fc.assert(
      fc.property(items, values => {
        const list: Tree = { kind: 'list', items: values.map(text), at }
        expect(readerFor('tags', list).items('tags')).toEqual(values)
        expect(readerFor('files', list).lines('files')).toEqual(values)
        expect(readerFor('entrypoint', list).words('entrypoint')).toEqual(values)
      }),
    )
  })

  it('is a map that its input reads as the same pairs', () => {
    const names = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_.-]{0,10}$/).filter(name => name !== '__proto__')
    const pairs = fc.dictionary(
      names,
      fc.string({ unit: 'grapheme' }).filter(value => !value.includes('\0')),
      { noNullPrototype: true },
    )
    fc.assert(
      fc.property(pairs, values => {
        const entries = Object.entries(values).map(([key, value]) => ({ key, at, value: text(value) }))
        expect(readerFor('env', { kind: 'map', entries, at }).map('env')).toEqual(values)
      }),
    )
  })

  it('is a line for every limit of a metric', () => {
    const limits: Tree = {
      kind: 'map',
      at,
      entries: [
        { key: 'image', at, value: { kind: 'list', items: [text('3MB'), text('+50kB')], at } },
        { key: 'module golang.org/x/net', at, value: text('+0') },
      ],
    }
    const lines = 'image: 3MB\nimage: +50kB\nmodule golang.org/x/net: +0'
    expect(readerFor('budget', limits).listed('budget')).toBe(lines)
    expect(readerFor('budget', { kind: 'list', items: [limits], at }).listed('budget')).toBe(lines)
  })

  it('is what stands there, without the blanks around it', () => {
    expect(settingText(rowOf('user'), text(' 1 \n'))).toEqual({ ok: true, value: { text: '1', items: [] } })
    expect(settingText(rowOf('env'), text('\nA=1\n'))).toMatchObject({ value: { text: '\nA=1' } })
  })
})
