import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { parseModuleInfo } from '../../src/binary/module-info.ts'

const NOTHING = { path: null, main: null, dependencies: [], settings: {} }

describe('parseModuleInfo', () => {
  it('reads what the linker writes', () => {
    const text = [
      'path\texample.com/x/cmd/api',
      'mod\texample.com/x\t(devel)\t',
      'dep\tgolang.org/x/net\tv0.60.0\th1:abc=',
      'dep\texample.com/old\tv1.0.0',
      '=>\t../new\t(devel)\t',
      'build\t-buildmode=exe',
      'build\t-ldflags="-X main.a=\\"b\\" -s"',
      'build\tCGO_ENABLED=0',
      '',
    ].join('\n')
    expect(parseModuleInfo(text)).toEqual({
      path: 'example.com/x/cmd/api',
      main: { path: 'example.com/x', version: '(devel)', sum: null, replacedBy: null },
      dependencies: [
        { path: 'golang.org/x/net', version: 'v0.60.0', sum: 'h1:abc=', replacedBy: null },
        {
          path: 'example.com/old',
          version: 'v1.0.0',
          sum: null,
          replacedBy: { path: '../new', version: '(devel)' },
        },
      ],
      settings: { '-buildmode': 'exe', '-ldflags': '-X main.a="b" -s', CGO_ENABLED: '0' },
    })
  })

  it.each([
    { name: 'an empty text', text: '', expected: NOTHING },
    { name: 'unknown lines', text: 'wheel\tround\n\n\t\n', expected: NOTHING },
    { name: 'a replacement of nothing', text: '=>\tx\tv1\n', expected: NOTHING },
    { name: 'a setting without "="', text: 'build\tCGO_ENABLED\n', expected: NOTHING },
    {
      name: 'a replaced main module',
      text: 'mod\ta\tv1\n=>\tb\tv2\n',
      expected: {
        ...NOTHING,
        main: { path: 'a', version: 'v1', sum: null, replacedBy: { path: 'b', version: 'v2' } },
      },
    },
    {
      name: 'a quoted key',
      text: 'build\t"a=b c"=d\n',
      expected: { ...NOTHING, settings: { 'a=b c': 'd' } },
    },
    { name: 'back quotes', text: 'build\tk=`a "b"`\n', expected: { ...NOTHING, settings: { k: 'a "b"' } } },
    {
      name: 'every escape',
      text: 'build\tk="\\t\\n\\\\\\"\\x41\\u00e9\\U0001f600"\n',
      expected: { ...NOTHING, settings: { k: '\t\n\\"Aé😀' } },
    },
    {
      name: 'a character beyond Unicode',
      text: 'build\tk="\\Uffffffff"\n',
      expected: { ...NOTHING, settings: { k: '\ufffd' } },
    },
  ])('reads $name', ({ text, expected }) => {
    expect(parseModuleInfo(text)).toEqual(expected)
  })

  it('keeps a setting named like a member of every object to itself', () => {
    const { settings } = parseModuleInfo('build\t__proto__=x\n')
    expect(Object.entries(settings)).toEqual([['__proto__', 'x']])
    expect(Object.getPrototypeOf(settings)).toBe(Object.prototype)
  })

  it('gives a value for any text', () => {
    const word = fc.oneof(
      fc.constantFrom('path', 'mod', 'dep', '=>', 'build', '\t', '\n', '=', '"', '`', '\\', '\\x4'),
      fc.string(),
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), parts => {
        expect(Array.isArray(parseModuleInfo(parts.join('')).dependencies)).toBe(true)
      }),
    )
  })
})
