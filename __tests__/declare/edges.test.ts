// What lies right beside the edge of a rule: one more, one less, and the same thing not at the beginning or the end.
import { describe, expect, it } from '@jest/globals'
import { parseAnnotationLevel } from '../../src/declare/annotation-level.ts'
import { parseBound } from '../../src/declare/bound.ts'
import { formatBytesExact, parseBytes } from '../../src/declare/bytes.ts'
import { parsePort } from '../../src/declare/config-values.ts'
import { highestTag } from '../../src/declare/highest-tag.ts'
import { parseBinaryName } from '../../src/declare/main-spec.ts'
import type { Parsed } from '../../src/declare/parsed.ts'
import { readerOf } from '../../src/declare/reader.ts'
import { formatReference, parseReference, parseRepository, parseTag } from '../../src/declare/reference.ts'
import { readThingName } from '../../src/declare/thing-name.ts'
import { readWrittenList } from '../../src/declare/written-list.ts'

function problemOf(result: Parsed<unknown>): string {
  return result.ok ? '' : result.problem
}

describe('sizes', () => {
  it('go as far as whole numbers are exact', () => {
    expect(parseBytes('9007199254740991B')).toEqual({ ok: true, value: Number.MAX_SAFE_INTEGER })
    expect(parseBytes('9007199254740992B').ok).toBe(false)
  })

  it('are not taken for something else by a piece of them', () => {
    expect(problemOf(parseBytes('5-MB'))).not.toContain('sign')
    expect(problemOf(parseBytes('x5,5MB'))).not.toContain('comma')
    expect(problemOf(parseBytes('5xk'))).not.toMatch(/5X|5kB/)
    expect(problemOf(parseBytes('5kx'))).not.toMatch(/5K|5kB/)
    expect(problemOf(parseBound('5-5'))).not.toContain('negative')
  })

  it.each([
    [3_072, '3 KiB'],
    [2_147_483_648, '2 GiB'],
    [3_000_000_000, '3 GB'],
    [1_000, '1 kB'],
    [1_024, '1 KiB'],
  ])('%d is exactly %s', (bytes, text) => {
    expect(formatBytesExact(bytes)).toBe(text)
  })
})

describe('ports', () => {
  it.each(['1', '65535', '080'])('may be %s', text => {
    expect(parsePort(text)).toEqual({ ok: true, value: Number(text) })
  })

  it.each(['0', '65536', '8e1', '0x50', '1.5', '0000080', ''])('may not be %j', text => {
    expect(parsePort(text).ok).toBe(false)
  })
})

describe('tags', () => {
  it('have at most 128 characters', () => {
    expect(parseTag('x'.repeat(128)).ok).toBe(true)
    expect(problemOf(parseTag('x'.repeat(129)))).toContain('128')
    expect(problemOf(parseTag(`${'x'.repeat(127)}+`))).not.toContain('128')
    expect(parseTag('')).toMatchObject({ ok: false })
  })

  it.each([
    [['x', 'v1'], 'v1'],
    [['v1', 'v1.2'], 'v1.2'],
    [['v1.2', 'v1'], 'v1.2'],
    [['x', 'y'], 'x'],
    [['svc/v2.0.0', 'v1.0.0'], 'v1.0.0'],
  ])('of %j the highest is %s', (tags, tag) => {
    expect(highestTag(tags)).toBe(tag)
  })
})

describe('references', () => {
  it.each(['localhost:5000/r', 'localhost:1/r', 'localhost:65535/r', '[::1]:5000/r', 'a-b.c/r'])(
    'name the registry of %s',
    text => {
      expect(parseRepository(text)).toMatchObject({ ok: true, value: { registry: text.slice(0, -2) } })
    },
  )

  it.each([
    'localhost:0/r',
    'localhost:65536/r',
    'a.b:5000x/r',
    'a.b:/r',
    '-a.b/r',
    'a-.b/r',
    '.a/r',
    'a..b/r',
  ])('refuse the registry of %s', text => {
    expect(problemOf(parseRepository(text))).toContain(`"${text.slice(0, -2)}"`)
  })

  it('are as long as registries take them', () => {
    const name = (length: number) => `a.b/${'x'.repeat(length - 4)}`
    expect(parseRepository(name(255)).ok).toBe(true)
    expect(problemOf(parseRepository(name(256)))).toContain('255')
  })

  it.each(['docker.io/library/r:v1', `ghcr.io/o/r@sha256:${'a'.repeat(64)}`])(
    'are written as read: %s',
    text => {
      const read = parseReference(text)
      expect(read.ok && formatReference(read.value)).toBe(text)
    },
  )

  it.each([
    ['a.b', 'either'],
    ['localhost', 'either'],
    ['localhost/a', 'image'],
    ['a.b/c', 'image'],
    ['a.b/c.tar', 'either'],
    ['a.b/c.tar:v1', 'image'],
    ['./a.b/c', 'path'],
  ])('%s alone is %s', (text, kind) => {
    expect(readThingName(text).kind).toBe(kind)
  })
})

describe('names of binaries', () => {
  it.each(['etc', 'tmp', 'usr', 'proc', 'dev', 'sys', 'home', 'root'])(
    'are none of the directory %s',
    name => {
      expect(parseBinaryName(name).ok).toBe(false)
      expect(parseBinaryName(`${name}2`).ok).toBe(true)
    },
  )

  it('have at most 100 characters', () => {
    expect(parseBinaryName('x'.repeat(100)).ok).toBe(true)
    expect(parseBinaryName('x'.repeat(101)).ok).toBe(false)
  })
})

describe('annotations', () => {
  const platform = { os: 'linux', architecture: 'amd64' }
  const read = (name: string) => parseAnnotationLevel({ name, value: '1' }, platform)

  it.each([
    ['manifest[linux/amd64]:a', { name: 'a', value: '1' }],
    ['manifest[linux/arm64]:a', null],
    ['manifest[nonsense]:a', null],
    ['manifest[linux/arm64],manifest[linux/amd64]:a', { name: 'a', value: '1' }],
    ['manifest[linux/arm64],manifest:a', { name: 'a', value: '1' }],
    ['index,manifest[linux/arm64]:a', null],
    ['manifest[linux/amd64]x:a', { name: 'manifest[linux/amd64]x:a', value: '1' }],
    ['manifest:', { name: 'manifest:', value: '1' }],
  ])('%s', (name, value) => {
    expect(read(name)).toEqual({ ok: true, value })
  })

  it.each(['index:a', 'index-descriptor:a', 'manifest-descriptor:a', 'nope:a', 'manifest,nope:a'])(
    'not %s',
    name => {
      expect(read(name).ok).toBe(false)
    },
  )
})

describe('strings in double quotes', () => {
  it.each([
    ['\\0', '\0'],
    ['\\a', '\x07'],
    ['\\b', '\b'],
    ['\\t', '\t'],
    ['\\\t', '\t'],
    ['\\n', '\n'],
    ['\\v', '\v'],
    ['\\f', '\f'],
    ['\\r', '\r'],
    ['\\e', '\x1b'],
    ['\\ ', ' '],
    ['\\"', '"'],
    ['\\/', '/'],
    ['\\\\', '\\'],
    ['\\N', '\u0085'],
    ['\\_', '\u00a0'],
    ['\\L', '\u2028'],
    ['\\P', '\u2029'],
    ['\\x41', 'A'],
    ['\\u0041', 'A'],
    ['\\U0001F600', '😀'],
    ['\\U0010FFFF', '\u{10ffff}'],
  ])('write %j', (escape, text) => {
    expect(readWrittenList(`["x${escape}y"]`, { colons: 'refused' })).toEqual({
      ok: true,
      value: [`x${text}y`],
    })
  })

  it.each(['\\q', '\\x4', '\\x4"', '\\u004', '\\uzzzz', '\\x4z', '\\U00110000'])('refuse %j', escape => {
    expect(readWrittenList(`["x${escape}"]`, { colons: 'refused' }).ok).toBe(false)
  })
})

describe('a reader', () => {
  it('reports problems in the order of the reference, whatever is read first, and what is no input last', () => {
    const reader = readerOf({ surface: 'terminal', values: {}, problems: [] })
    reader.contradiction('SOURCE_DATE_EPOCH', 'is wrong')
    reader.contradiction('budget', 'is wrong')
    reader.contradiction('main', 'is wrong')
    reader.contradiction('platforms', 'is wrong')
    expect(reader.problems().map(({ input }) => input)).toEqual([
      'main',
      'platforms',
      'budget',
      'SOURCE_DATE_EPOCH',
    ])
  })

  it('knows what was given besides its default', () => {
    const reader = readerOf({ surface: 'terminal', values: { pack: 'auto', cgo: 'static' }, problems: [] })
    expect([reader.asked('pack'), reader.asked('cgo'), reader.asked('main')]).toEqual([false, true, false])
    expect(reader.choice('pack', ['off', 'auto'])).toBe('auto')
    expect(reader.choice('timezones', ['none', 'auto'])).toBe('auto')
  })
})
