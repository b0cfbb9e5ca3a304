// What lies right beside the edge of a rule: one more, one less, and the same thing not at the beginning or the end.
import { sentencesOf } from '../support/sentences.ts'
import { describe, expect, it } from '@jest/globals'
import { type Clause, clause, clauseText } from '../../src/clause.ts'
import { parseAnnotationLevel } from '../../src/declare/annotation-level.ts'
import { parseBound } from '../../src/declare/bound.ts'
import { formatBytesExact, parseBytes } from '../../src/declare/bytes.ts'
import { parsePort } from '../../src/declare/config-values.ts'
import { highestTag } from '../../src/declare/highest-tag.ts'
import { INPUTS } from '../../src/declare/inputs.ts'
import { checkGoFlags, checkVariable, parseBuildFlags } from '../../src/declare/go-flags.ts'
import { goFlagsFault, UNKNOWN_PLACES, variableFault } from '../../src/declare/go-programs.ts'
import { parseBinaryName, parseMain } from '../../src/declare/main-spec.ts'
import type { Parsed } from '../../src/declare/parsed.ts'
import { wrongPlace, wrongValue } from '../../src/declare/problem.ts'
import { parseBoolean, parseChoice, readerOf } from '../../src/declare/reader.ts'
import { formatReference, parseReference, parseRepository, parseTag } from '../../src/declare/reference.ts'
import { declareImage } from '../../src/declare/image-spec.ts'
import { parseUpxArgs } from '../../src/declare/upx-settings.ts'
import { wrappedBy } from '../../src/declare/wrapped-program.ts'
import { surroundings } from './surroundings.ts'
import { readThingName } from '../../src/declare/thing-name.ts'
import { readWrittenList } from '../../src/declare/written-list.ts'
import { problemOf as problemText } from '../support/sentences.ts'

function problemOf(result: Parsed<unknown, string | Clause>): string {
  return problemText(result) ?? ''
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
    expect(problemOf(parseBound('5-5', 'bytes'))).not.toContain('negative')
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
  const read = (name: string) =>
    parseAnnotationLevel({ name, value: '1' }, { level: 'manifest', platform }, [platform])

  it.each([
    ['manifest[linux/amd64]:a', { name: 'a', value: '1' }],
    ['manifest[linux/arm64]:a', null],
    ['manifest[linux/arm64],manifest[linux/amd64]:a', { name: 'a', value: '1' }],
    ['manifest[linux/arm64],manifest:a', { name: 'a', value: '1' }],
    ['index,manifest[linux/arm64]:a', null],
    ['manifest[linux/amd64]x:a', { name: 'manifest[linux/amd64]x:a', value: '1' }],
    ['manifest:', { name: 'manifest:', value: '1' }],
  ])('%s', (name, value) => {
    expect(read(name)).toEqual({ ok: true, value })
  })

  it.each(['index:a', 'index-descriptor:a', 'manifest[nonsense]:a', 'nope:a', 'manifest,nope:a'])(
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

describe('what is shown of a value', () => {
  it('is its beginning, where it is long', () => {
    expect(wrongValue('main', 'x'.repeat(120), 'is wrong').value).toBe('x'.repeat(120))
    expect(wrongValue('main', 'x'.repeat(121), 'is wrong').value).toBe(`${'x'.repeat(120)}…`)
  })

  it('is no secret, no password and no line break', () => {
    expect(wrongValue('registry-password', 's3cret', 'is wrong').value).toBe('***')
    expect(wrongValue('main', 'https://me:s3cret@a.b/c', 'is wrong').value).toBe('https://***@a.b/c')
    expect(wrongValue('main', 'a\u2028b\r\nc\x1b', 'is wrong').value).toBe('a b c ')
  })

  it('stands in one sentence that names the input as the surface does', () => {
    expect(sentencesOf([wrongValue('main', 'x', 'is wrong')])).toEqual(['--main "x" is wrong.'])
    expect(sentencesOf([wrongValue('main', 'x', 'is wrong?')], 'action')).toEqual(['main "x" is wrong?'])
    expect(sentencesOf([wrongPlace('env', 'line 5', 'is wrong.')], 'action')).toEqual([
      'env, line 5, is wrong.',
    ])
    expect(sentencesOf([wrongPlace('GOFLAGS', 'line 5', 'is wrong')])).toEqual(['GOFLAGS, line 5, is wrong.'])
  })
})

describe('choices', () => {
  it.each(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'])('%s is a boolean', text => {
    expect(parseBoolean(text)).toEqual({ ok: true, value: text.toLowerCase() === 'true' })
  })

  it.each(['truex', 'xtrue', 'falsex', 'xfalse', 'tRUE', '1', 'yes', ''])('%j is none', text => {
    expect(parseBoolean(text).ok).toBe(false)
  })

  it('name all that there is to choose from', () => {
    expect(problemOf(parseChoice('zzzzzzzz', ['one', 'two', 'three']))).toContain('one, two or three')
    expect(problemOf(parseChoice('tree', ['one', 'two', 'three']))).toContain('"three"')
  })
})

it.each(INPUTS.map(({ name, kind }) => ({ name, kind })))('$name is of a kind that there is', ({ kind }) => {
  expect(['text', 'choice', 'boolean', 'list', 'lines', 'map', 'words']).toContain(kind)
})

it('has no word for a tag of which nothing is left', () => {
  expect(problemOf(parseTag('---'))).not.toContain('null')
  expect(problemOf(parseTag('+a+b'))).toContain('a-b')
})

it.each([
  ['/x.go', '/'],
  ['x.go', '.'],
  ['./a/x.go', './a'],
  ['/a/x.go', '/a'],
])('the package of %s is %s', (file, directory) => {
  expect(problemOf(parseMain(file)).endsWith(` ${directory}`)).toBe(true)
})

it.each(['decompress', 'list', 'test', 'fileinfo', 'version', 'help', 'license', 'sysinfo'])(
  'UPX packs nothing with --%s',
  word => {
    expect(parseUpxArgs([`--${word}`]).ok).toBe(false)
    expect(parseUpxArgs([`--${word}x`]).ok).toBe(true)
  },
)

it.each([
  ['GOFLAGS', '-toolexec=x'],
  ['GOFLAGS', '-overlay=x'],
  ['GOCACHEPROG', './x'],
  ['CC', './cc'],
])('%s=%s runs what it must not', (name, value) => {
  expect(checkVariable(name, value)).not.toBeNull()
})

it.each(['1e3', '0x10', '-1', '1.5', '1 ', 'x17', '253402300800', '9999999999999'])(
  'SOURCE_DATE_EPOCH is not %j',
  epoch => {
    const declared = declareImage(
      { surface: 'terminal', values: {}, problems: [] },
      surroundings({ env: { SOURCE_DATE_EPOCH: epoch } }),
    )
    expect(declared.ok ? [] : declared.problems.map(({ input }) => input)).toEqual(['SOURCE_DATE_EPOCH'])
  },
)

it('knows what a program is given to run', () => {
  expect(wrappedBy('/bin/sh', ['-c', './x'])).toEqual([{ word: 'sh -c', kind: 'text' }])
  expect(wrappedBy('sh', ['./x', '-c'])).toEqual([{ word: './x', kind: 'file' }])
  expect(wrappedBy('env', ['-i', 'A=1', 'cc', '-O2', 'x'])).toEqual([{ word: 'cc', kind: 'program' }])
  expect(wrappedBy('nice', ['-n', 'cc'])).toEqual([{ word: 'cc', kind: 'program' }])
  expect(wrappedBy('ccache', ['gcc', '-O2', 'x'])).toEqual([{ word: 'gcc', kind: 'program' }])
  expect(wrappedBy('gcc', ['-B', 'x'])).toEqual([])
  expect(wrappedBy('ssh', ['-F', './a', '-F./b', '-F', 'none', 'host'])).toEqual([
    { word: './a', kind: 'file' },
    { word: './b', kind: 'file' },
  ])
})

describe('flags that make Go run a program', () => {
  it('are not those that other flags hold', () => {
    expect(parseBuildFlags(['-gcflags', 'all=-race']).ok).toBe(true)
    expect(parseBuildFlags(['-gcflags=all=-N', '-race']).ok).toBe(false)
    expect(goFlagsFault(['-gcflags', 'all=-toolexec=x'], UNKNOWN_PLACES)).toBeNull()
    expect(goFlagsFault(['-toolexec', 'x'], UNKNOWN_PLACES)).toContain('-toolexec')
    expect(goFlagsFault(['-toolexec'], UNKNOWN_PLACES)).toBeNull()
  })

  it('are found where Go could not split them', () => {
    expect(clauseText(clause`${checkGoFlags(`'-toolexec=x`) ?? ''}`, 'action')).toContain('-toolexec')
    expect(clauseText(clause`${checkGoFlags(`'-v -toolexec=x`) ?? ''}`, 'action')).toContain('-toolexec')
  })

  it('are found in what a compiler hands on', () => {
    for (const value of ['-Xlinker -plugin -Xlinker ./x', '-Wl,-plugin,./x', '-fplugin=./x', '-B./x'])
      expect(variableFault('CGO_CFLAGS', value, UNKNOWN_PLACES)).toContain('./x')
    expect(variableFault('CGO_CFLAGS', '-O2 -g', UNKNOWN_PLACES)).toBeNull()
  })
})

it('refuses a NUL in whatever is given', () => {
  const reader = readerOf({
    surface: 'terminal',
    values: { main: 'a\0', args: 'b\0', env: 'C=\0' },
    problems: [],
  })
  expect(reader.problems().map(({ input }) => input)).toEqual(['main', 'args', 'env'])
  expect([reader.text('main'), reader.words('args')]).toEqual([null, []])
})

it('names the volume whose mode is another than that of workdir', () => {
  const values = { workdir: '/app:0775', volumes: '/app:0700' }
  const declared = declareImage({ surface: 'terminal', values, problems: [] }, surroundings())
  expect(declared.ok ? [] : declared.problems.map(({ input, value }) => [input, value])).toEqual([
    ['volumes', '/app'],
  ])
})
