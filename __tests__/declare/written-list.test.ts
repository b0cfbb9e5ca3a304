import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parse, parseDocument } from 'yaml'
import { readWrittenList, readWrittenMap } from '../../src/declare/written-list.ts'

const list = (text: string) => readWrittenList(text, { colons: 'refused' })

describe('readWrittenList', () => {
  it.each([
    ['JSON', '["serve", "--port=8080"]', ['serve', '--port=8080']],
    ['JSON on several lines', '[\n  "serve",\n  "--port=8080"\n]\n', ['serve', '--port=8080']],
    ['JSON without spaces', '["a","b"]', ['a', 'b']],
    [
      'JSON with escapes',
      String.raw`["a\"b", "c\\d", "\u00e4\ud83d\ude00\/", "tab\there"]`,
      ['a"b', 'c\\d', 'ä😀/', 'tab\there'],
    ],
    ['plain words', '[serve, --port=8080]', ['serve', '--port=8080']],
    ['single quotes', `['it''s', 'a, b', '#no']`, [`it's`, 'a, b', '#no']],
    [
      'numbers and the like as their text',
      '[1.20, true, 0x10, null, ~, 2024-01-01]',
      ['1.20', 'true', '0x10', 'null', '~', '2024-01-01'],
    ],
    ['a comma at the end', '[a, b,]', ['a', 'b']],
    ['comments', '# why\n[a, # first\n b] # done', ['a', 'b']],
    ['nothing', '[]', []],
    ['an empty word', `["", '']`, ['', '']],
    ['templates', '[v{{.Version}}, {{ .Tag }}]', ['v{{.Version}}', '{{ .Tag }}']],
    [
      'addresses',
      '[http://x:80/a, [::1]:80]'.replace('[::1]', '"[::1]"').replace('":80', ':80"'),
      ['http://x:80/a', '[::1]:80'],
    ],
    ['dashes', '- serve\n- --port=8080', ['serve', '--port=8080']],
    ['dashes with quotes', `- "a b"\n- 'c: d'\n- e f`, ['a b', 'c: d', 'e f']],
    ['dashes, comments and empty lines', '# x\n\n- a # first\n\n# y\n-   b', ['a', 'b']],
    ['one dash', '- serve', ['serve']],
    ['dashes that are indented alike', '  - a\n  - b', ['a', 'b']],
    ['dashes with a line that goes on', '- a\n  b\n- c', ['a b', 'c']],
    ['dashes with a template', '- {{.Version}}', ['{{.Version}}']],
    ['Windows line ends', '- a\r\n- b\r\n', ['a', 'b']],
  ])('reads %s', (_, text, items) => {
    expect(list(text)).toEqual({ ok: true, value: items })
  })

  it.each([
    'serve --port=8080',
    '-v',
    '--port=8080',
    '-',
    '',
    '[serve',
    '[a-z]* x',
    '[x] y',
    "'[a]'",
    '-X main.v=1',
  ])('leaves %j to others', text => {
    expect(list(text)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['[["a"]]', 'a list within its list'],
    ['[{"a": 1}]', 'a map within its list'],
    ['- - a', 'a list within its list'],
    ['- a\n  - b', 'a list within its list'],
    ['- {a: b}', 'a map within its list'],
    ['- a: b', 'is a map in YAML; quote the item'],
    ['["a": "b"]', 'is a map in YAML; quote the item'],
    ['[a: b]', 'is a map in YAML; quote the item'],
    ['[a,, b]', 'empty item'],
    ['- a\n-\n- b', 'empty item'],
    ['["a" "b"]', 'without a comma'],
    ['["a", "b"', 'never closed'],
    ['["a]', 'never closed'],
    ["- 'a", 'never closed'],
    ['["a"] x', 'text behind the ]'],
    ['[x] [y]', 'text behind the ]'],
    ['- "a" b', 'behind the quotes'],
    ['- a\nb', 'mixes'],
    ['[*.go]', 'begins with *'],
    ['- &a b', 'begins with &'],
    ['- |\n  a', 'begins with |'],
    [String.raw`["\q"]`, String.raw`has \q`],
    [String.raw`["\u12"]`, 'hexadecimal'],
  ])('refuses %j', (text, because) => {
    expect(list(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it('takes a colon for text where a budget is read', () => {
    const budget = (text: string) => readWrittenList(text, { colons: 'text' })
    const items = { ok: true, value: ['image: 3MB', 'binary: +2%'] }
    expect(budget('- image: 3MB\n- binary: +2%')).toEqual(items)
    expect(budget('[image: 3MB, binary: +2%]')).toEqual(items)
    expect(budget('["image: 3MB", "binary: +2%"]')).toEqual(items)
  })

  it('reads back whatever JSON writes', () => {
    const words = fc.array(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })))
    fc.assert(
      fc.property(words, fc.constantFrom(undefined, 2), (words, indent) => {
        expect(list(JSON.stringify(words, null, indent))).toEqual({ ok: true, value: words })
      }),
    )
  })

  it('never reads a list in another way than YAML does', () => {
    const piece = fc.constantFrom(
      'a',
      'b c',
      ',',
      ' ',
      '\n',
      '\n  ',
      "'",
      '"',
      '#',
      ' #',
      ':',
      ': ',
      '-',
      '- ',
      '[',
      ']',
      '\\n',
      '\\',
      '0',
      '~',
    )
    const text = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map(pieces => `[${pieces.join('')}]`),
      fc.array(piece, { maxLength: 12 }).map(pieces => `- ${pieces.join('')}`),
    )
    fc.assert(
      fc.property(text, text => {
        const ours = list(text)
        if (!ours.ok || ours.value === null) return
        const theirs = parseDocument(text, { schema: 'failsafe' })
        // A comment amid an item is an error to YAML, and none here.
        if (theirs.errors.length > 0) return
        expect({ text, items: theirs.toJS() as unknown }).toEqual({ text, items: ours.value })
      }),
      { numRuns: 3000 },
    )
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[[\]{}"'\\,:#\- \nau0-9]{0,40}$/)), text => {
        list(text)
        readWrittenMap(text)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('readWrittenMap', () => {
  it.each(['{"A": "b", "C": "d=e, f"}', '{A: b, C: "d=e, f"}', "{\n  'A': b,\n  C: 'd=e, f',\n}"])(
    'reads %j',
    text => {
      const value = [
        { name: 'A', value: 'b' },
        { name: 'C', value: 'd=e, f' },
      ]
      expect(readWrittenMap(text)).toEqual({ ok: true, value })
      expect(parse(text)).toEqual(Object.fromEntries(value.map(({ name, value }) => [name, value])))
    },
  )

  it.each(['A: b\nC: d=e, f', '# x\n"A": "b"\n\nC : \'d=e, f\' # y', '  A:\tb\r\n  C:  d=e, f\r\n'])(
    'reads the lines %j',
    text => {
      const value = [
        { name: 'A', value: 'b' },
        { name: 'C', value: 'd=e, f' },
      ]
      expect(readWrittenMap(text)).toEqual({ ok: true, value })
      expect(parse(text)).toEqual(Object.fromEntries(value.map(({ name, value }) => [name, value])))
    },
  )

  it('takes values as their text, and templates', () => {
    expect(readWrittenMap('a.b/c: 1.20\nempty: ""\nv: {{.Version}}\nurl: http://x:80/a')).toEqual({
      ok: true,
      value: [
        { name: 'a.b/c', value: '1.20' },
        { name: 'empty', value: '' },
        { name: 'v', value: '{{.Version}}' },
        { name: 'url', value: 'http://x:80/a' },
      ],
    })
  })

  it.each([
    ['A: b\nC=d', 'in line 2, another'],
    ['A: b\n  C: d', 'in line 2, another'],
    ['\nA:\n  C: d', 'without a value in line 2'],
    ['A: [b]', 'more than text for a value'],
    ['A: {b: c}', 'more than text for a value'],
    ['A: b: c', 'text behind the value of line 1'],
    ['A: "b" c', 'text behind the value of line 1'],
    ['A: |', 'begins with |'],
  ])('refuses the lines %j', (text, because) => {
    expect(readWrittenMap(text)).toEqual({ ok: false, problem: expect.stringContaining(because) })
  })

  it.each(['A=b', 'manifest:a=b', 'A=b: c', 'a:=b', '"A: b"=c', '{{.Version}}=x', '{"a":1}=b', ''])(
    'leaves %j to others',
    text => {
      expect(readWrittenMap(text)).toEqual({ ok: true, value: null })
    },
  )

  it.each(['{A}', '{A: }', '{A: [b]}', '{A: b} {C: d}', '{A: b C: d}'])('refuses %j', text => {
    expect(readWrittenMap(text)).toMatchObject({ ok: false })
  })
})
