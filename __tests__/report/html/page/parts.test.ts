import { describe, expect, it } from '@jest/globals'
import { encodeTree } from '../../../../src/report/html/encode.ts'
import { composition, familyOf } from '../../../../src/report/html/page/family.ts'
import { find } from '../../../../src/report/html/page/find.ts'
import { type PageNode, isWithin, partsOf, pathTo } from '../../../../src/report/html/page/page-node.ts'
import { rowsOf, scopesOf, sorted } from '../../../../src/report/html/page/rows.ts'
import { shadeOf } from '../../../../src/report/html/page/shade.ts'
import {
  describe as describePart,
  fit,
  growthWords,
  placeOf,
  titleOf,
} from '../../../../src/report/html/page/words.ts'
import { formatExact, formatShare } from '../../../../src/report/html/words.ts'
import { compareTrees } from '../../../../src/size/node-growth.ts'
import { earlierProxyTree, proxyTree } from '../sample.ts'

const after = proxyTree()
const parts = partsOf({
  name: '',
  what: '',
  group: '',
  opens: {},
  ...encodeTree(after, compareTrees(earlierProxyTree(), after, 'proxy')),
})
const named = (name: string, kind?: string): PageNode => {
  const part = parts.find(part => part.name === name && (kind === undefined || part.kind === kind))
  if (part === undefined) throw new Error(`no part ${name}`)
  return part
}
const root = named('proxy')

describe('a part', () => {
  it('knows its place', () => {
    expect(placeOf(named('net/http'))).toBe('proxy › standard library › net/http')
    expect(pathTo(root)).toEqual([root])
    expect(isWithin(named('net/http'), named('std'))).toBe(true)
    expect(isWithin(named('std'), named('net/http'))).toBe(false)
  })

  it('that no package owns is called as the other reports call it', () => {
    const [types, data] = (['types', 'data'] as const).map(name => parts.find(part => part.name === name))
    expect([types, data].map(part => part && titleOf(part))).toEqual([
      'type descriptors',
      'data without an owner',
    ])
    expect(types && fit(types, 6)).toBe('types')
  })

  it('is told in words', () => {
    expect(describePart(named('net/http'), named('std'))).toBe(
      'net/http, package, 812 kB, 19 % of standard library, +14.0 kB, 24 parts',
    )
    expect(growthWords(named('golang.org/x/net/html'))).toBe('new')
    expect(growthWords(named('gopkg.in/yaml.v3', 'module'))).toBe('gone, −88.0 kB')
    expect(growthWords(named('runtime'))).toBe('')
  })

  it.each([
    { name: 'golang.org/x/net/http2', room: 40, text: 'golang.org/x/net/http2' },
    { name: 'golang.org/x/net/http2', room: 16, text: '…/x/net/http2' },
    { name: 'golang.org/x/net/http2', room: 9, text: '…/http2' },
    { name: 'golang.org/x/net/http2', room: 6, text: 'http2' },
    { name: 'golang.org/x/net/http2', room: 3, text: '' },
    { name: 'golang.org/x/net', room: 19, text: 'golang.org/x/net' },
    { name: '(*header).readHeader', room: 12, text: 'readHeader' },
    { name: 'runtime', room: 7, text: 'runtime' },
    { name: 'strconv', room: 6, text: '' },
  ])('called $name has "$text" for $room characters', ({ name, room, text }) => {
    expect(fit(named(name), room)).toBe(text)
  })
})

describe('what a tree is made of', () => {
  it('is whose it is, and for what is nobody’s, what it is; to the byte', () => {
    expect(familyOf(named('net/http'))).toBe('std')
    expect(familyOf(named('index.html'))).toBe('data')
    const shares = composition(root)
    expect(shares.map(({ family }) => family)).toEqual([
      'main',
      'module',
      'std',
      'types',
      'data',
      'pclntab',
      'other',
    ])
    expect(shares.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(root.bytes)
    expect(composition(named('net/http'))).toEqual([
      { family: 'std', label: 'standard library', bytes: named('net/http').bytes },
    ])
  })
})

describe('find', () => {
  it('finds by words in a name or in what it is within, and counts each byte once', () => {
    const found = find(parts, 'HTTP2 write')
    const names = [...(found?.parts ?? [])].map(({ name }) => name)
    expect(names).toContain('(*header).writeHeader')
    expect(names.every(name => /write/i.test(name))).toBe(true)
    const all = find(parts, 'net/http')
    expect(all?.bytes).toBe(
      [
        named('net/http'),
        named('vendor/golang.org/x/net/http2/hpack'),
        named('golang.org/x/net/http2'),
      ].reduce((sum, { bytes }) => sum + bytes, 0),
    )
  })

  it('lights what it found and all that is around it', () => {
    const found = find(parts, 'strconv')
    expect(found?.lit.has(named('strconv'))).toBe(true)
    expect(found?.lit.has(root)).toBe(true)
    expect(found?.lit.has(named('net/http'))).toBe(false)
  })

  it('is no search without words, and finds nothing where nothing is', () => {
    expect(find(parts, '  ')).toBeNull()
    expect(find(parts, 'zzz')).toMatchObject({ bytes: 0 })
    expect(find(parts, Array.from({ length: 99 }, (_, index) => `w${index}`).join(' '))?.parts.size).toBe(0)
  })

  it('finds by a version', () => {
    expect([...(find(parts, 'v1.36.9')?.parts ?? [])]).toEqual([named('google.golang.org/protobuf')])
  })
})

describe('rows', () => {
  it('are the parts, all of a kind within, or what was found within', () => {
    expect(rowsOf(root, 'parts', null)).toBe(root.children)
    expect(rowsOf(root, 'module', null).map(({ kind }) => kind)).toContain('std')
    expect(rowsOf(named('std'), 'package', null)).toHaveLength(25)
    expect(rowsOf(root, 'all', null)).toHaveLength(parts.length - 1)
    expect(rowsOf(named('std'), 'parts', find(parts, 'http2'))).toEqual([
      named('vendor/golang.org/x/net/http2/hpack'),
    ])
  })

  it('offer only kinds that are there', () => {
    expect(scopesOf(root).map(([scope]) => scope)).toEqual(['parts', 'module', 'package', 'function', 'all'])
    expect(scopesOf(named('net/http')).map(([scope]) => scope)).toEqual(['parts', 'function', 'all'])
  })

  it.each(['name', 'kind', 'bytes', 'before', 'by'] as const)(
    'are sorted by %s both ways, without losing any',
    column => {
      const rows = rowsOf(root, 'package', null)
      const up = sorted(rows, { column, descending: false })
      const down = sorted(rows, { column, descending: true })
      expect(new Set(up)).toEqual(new Set(rows))
      expect(sorted(up, { column, descending: true })).toEqual(down)
      expect(sorted(down, { column, descending: false })).toEqual(up)
    },
  )
})

describe('the shade of a change', () => {
  it.each([
    { name: 'golang.org/x/net/html', shade: 'more-4' },
    { name: 'example.com/proxy/internal/cache', shade: 'more-4' },
    { name: 'net/http', shade: 'more-2' },
    { name: 'fmt', shade: 'less-2' },
    { name: 'crypto/x509', shade: 'less-3' },
    { name: 'runtime', shade: 'same' },
  ])('of $name is $shade', ({ name, shade }) => {
    expect(shadeOf(named(name))).toBe(shade)
  })
})

describe('figures', () => {
  it('are exact, or a share that never claims to be nothing or all', () => {
    expect(formatExact(6_316_194)).toBe('6,316,194 bytes')
    expect(formatExact(12)).toBe('12 bytes')
    expect(formatShare(0, 100)).toBe('0 %')
    expect(formatShare(1, 100_000)).toBe('<0.1 %')
    expect(formatShare(12_345, 100_000)).toBe('12 %')
    expect(formatShare(1234, 100_000)).toBe('1.2 %')
    expect(formatShare(5, 0)).toBe('')
  })
})
