import { METRIC_NAMES } from '../../src/weigh-in/metric.ts'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Bound, Limit, Subject } from '../../src/weigh-in/limit.ts'
import { parseBudget } from '../../src/declare/budget.ts'
import { formatBound, parseBound } from '../../src/declare/bound.ts'
import { formatLimit, parseLimit } from '../../src/declare/limit.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }
const ARM64 = { os: 'linux', architecture: 'arm64' }

const size = (amount: number): Bound => ({ kind: 'size', amount })
const growth = (amount: number): Bound => ({ kind: 'growth', amount })
const percent = (share: number): Bound => ({ kind: 'growth percent', percent: share })

type Row = readonly [subject: string, bound: Bound, platform?: string]

function limits(...rows: readonly Row[]) {
  const read = rows.map(([written, bound, platform = null]): Limit => {
    const [kind, path] = written.split(' ')
    return { subject: (path === undefined ? { kind } : { kind, path }) as Subject, bound, platform }
  })
  return { ok: true, value: { kind: 'limits', limits: read } }
}

describe('parseBudget', () => {
  it.each([
    ['5MB', limits(['image', size(5_000_000)])],
    ['image: 5MB', limits(['image', size(5_000_000)])],
    ['image@linux/amd64: 5MB', limits(['image', size(5_000_000), 'linux/amd64'])],
    ['image@linux/amd64/v1: 5MB', limits(['image', size(5_000_000), 'linux/amd64'])],
    ['image:5MB, binary: 12 MB', limits(['image', size(5_000_000)], ['binary', size(12_000_000)])],
    ['# why\nimage: 5MB\n\nmemory: 8MiB\n', limits(['image', size(5_000_000)], ['memory', size(8_388_608)])],
    ['5MB\ndownload: 2MB', limits(['image', size(5_000_000)], ['download', size(2_000_000)])],
    ['none', { ok: true, value: { kind: 'none' } }],
    ['+50kB', limits(['image', growth(50_000)])],
    ['image: +50kB', limits(['image', growth(50_000)])],
    ['image: + 50 kB', limits(['image', growth(50_000)])],
    ['binary: +2%', limits(['binary', percent(2)])],
    ['binary@linux/amd64: +0.5 %', limits(['binary', percent(0.5), 'linux/amd64'])],
    ['image: +0', limits(['image', growth(0)])],
    ['image: +0kB', limits(['image', growth(0)])],
    ['5MB, image: +50kB', limits(['image', size(5_000_000)], ['image', growth(50_000)])],
    ['module golang.org/x/net: 1MB', limits(['module golang.org/x/net', size(1_000_000)])],
    ['module golang.org/x/net: +0', limits(['module golang.org/x/net', growth(0)])],
    [
      'module  golang.org/x/net @ linux/amd64 : +1%',
      limits(['module golang.org/x/net', percent(1), 'linux/amd64']),
    ],
    ['module std: 4MB', limits(['module std', size(4_000_000)])],
    ['module gopkg.in/yaml.v3: 300kB', limits(['module gopkg.in/yaml.v3', size(300_000)])],
    ['package net/http: 2MB', limits(['package net/http', size(2_000_000)])],
    [
      'module a.b/c: 1MB, module a.b/c: +0, package a.b/c: 1MB',
      limits(
        ['module a.b/c', size(1_000_000)],
        ['module a.b/c', growth(0)],
        ['package a.b/c', size(1_000_000)],
      ),
    ],
  ])('reads %j', (text, budget) => {
    expect(parseBudget(text, [AMD64])).toEqual(budget)
  })

  it('takes a limit for each of the platforms, and for all of them', () => {
    const text = 'image@linux/amd64: 6MB\nimage@linux/arm64: 5MB\nbinary: 7MB\nmodule a.b/c@linux/amd64: +0'
    expect(parseBudget(text, [AMD64, ARM64])).toEqual(
      limits(
        ['image', size(6_000_000), 'linux/amd64'],
        ['image', size(5_000_000), 'linux/arm64'],
        ['binary', size(7_000_000)],
        ['module a.b/c', growth(0), 'linux/amd64'],
      ),
    )
  })

  it('names all platforms where a limit is for none of them', () => {
    expect(parseBudget('image@linux/arm/v6: 5MB', [AMD64, ARM64])).toMatchObject({
      ok: false,
      wrong: [{ because: expect.stringContaining('this run builds linux/amd64 and linux/arm64;') }],
    })
  })

  it.each([
    ['# only a comment', 'has no limit'],
    ['5MB\nimage: 6MB', 'is a second limit of image'],
    ['5MB\nimage@linux/amd64: 6MB', 'is a second limit of image'],
    ['image: +1kB\nimage: +2%', 'is a second limit of the growth of image'],
    ['module a.b/c: 1MB\nmodule a.b/c: 2MB', 'is a second limit of module a.b/c'],
    ['imge: 5MB', 'did you mean "image"'],
    ['height: 5MB', `limits are of ${METRIC_NAMES.join(', ')}, module <path> and package <path>`],
    ['image net/http: 5MB', 'names an unknown metric "image net/http"'],
    ['modul a.b/c: 5MB', 'did you mean "module"'],
    ['module: 5MB', 'names no module; write module golang.org/x/net: 1MB'],
    ['package : 5MB', 'names no package; write package net/http: 1MB'],
    ['module a.b/c', 'has no colon between module and limit'],
    ['module a.b/c 5MB', 'has no colon between module and limit'],
    [
      'module a.b/c@v1.2.3: 5MB',
      'names a version, but a limit applies to the version that is built; write module a.b/c: …',
    ],
    ['module a.b/c@latest: 5MB', 'names the platform "latest"'],
    ['module https://a.b/c: 5MB', 'write module a.b/c: …'],
    ['module /a/b: 5MB', 'not an import path'],
    ['module a b: 5MB', 'not an import path'],
    ['image@linux/amd46: 5MB', 'did you mean "amd64"'],
    ['image@linux/arm64: 5MB', 'is a limit for linux/arm64, but this run builds linux/amd64; write image: …'],
    ['module a.b/c@linux/arm64: +0', 'write module a.b/c: …'],
    ['image: -5MB', 'is negative'],
    ['image: 2%', 'is a percentage without a sign; write +2%'],
    ['image: +x%', 'is not a percentage'],
    ['image: +1e3%', 'is not a percentage'],
    ['image: +9999999%', 'too large'],
    ['image: +', 'has no size behind its sign'],
    ['image: +5', 'has no unit; write +5kB, or +5% of the baseline'],
    ['image: +5M', 'is ambiguous'],
    ['image: ++5MB', 'has a sign'],
    ['image: 0kB', 'allows nothing'],
    ['0', 'allows nothing'],
    ['-5MB', 'is negative; write a size such as 3MB, or +50kB'],
    ['5%', 'is a percentage without a sign; write +5% for growth'],
    ['3,5MB', 'has a comma in its number; write 3.5MB'],
    ['image: +1,5%', 'has a comma in its number; write image: +1.5%'],
    ['image=5MB', 'no colon'],
    ['image +5MB', 'no colon'],
    ['image:', 'is empty'],
  ])('refuses %j', (text, because) => {
    expect(parseBudget(text, [AMD64])).toEqual({
      ok: false,
      wrong: [{ line: expect.any(String), because: expect.stringContaining(because) }],
    })
  })

  it('says what is wrong in every line', () => {
    expect(parseBudget('imge: 5MB, binary: 5M', [AMD64])).toEqual({
      ok: false,
      wrong: [
        { line: 'imge: 5MB', because: 'names an unknown metric "imge"; did you mean "image"?' },
        { line: 'binary: 5M', because: expect.stringContaining('is ambiguous') },
      ],
    })
  })

  it('never throws, and never makes no limit of what is not "none"', () => {
    const piece = fc.constantFrom(
      'module ',
      'package ',
      'image',
      '@linux/amd64',
      ':',
      ' ',
      '+',
      '5',
      'kB',
      '%',
      'a.b/c',
      ',',
    )
    const text = fc.oneof(
      fc.string(),
      fc.array(piece).map(pieces => pieces.join('')),
    )
    fc.assert(
      fc.property(text, written => {
        const budget = parseBudget(written, [AMD64])
        if (budget.ok && budget.value.kind === 'limits') expect(budget.value.limits.length).toBeGreaterThan(0)
        if (budget.ok && budget.value.kind !== 'limits')
          expect(written.trim().replace(/,/g, '')).toContain('none')
        if (budget.ok && budget.value.kind === 'limits')
          expect(parseBudget(budget.value.limits.map(formatLimit).join('\n'), [AMD64])).toEqual(budget)
      }),
    )
  })
})

const bytes = fc.oneof(
  fc.integer({ min: 1, max: 2 ** 50 }),
  fc.nat({ max: 5_000 }).map(count => (count + 1) * 10_000),
)
const bound: fc.Arbitrary<Bound> = fc.oneof(
  bytes.map(size),
  fc.oneof(bytes, fc.constant(0)).map(growth),
  fc.nat({ max: 1_000_000_000 }).map(share => percent(share / 1_000)),
)
const element = fc.stringMatching(/^[A-Za-z0-9_.~-]{1,12}$/)
const importPath = fc.array(element, { minLength: 1, maxLength: 4 }).map(elements => elements.join('/'))
const subject: fc.Arbitrary<Subject> = fc.oneof(
  fc.constantFrom(...METRIC_NAMES).map(kind => ({ kind })),
  fc.record({ kind: fc.constantFrom('module', 'package'), path: importPath }),
)
const platform = fc.constantFrom('linux/amd64', null)

describe('what is written of a limit', () => {
  it('is read back as the same limit', () => {
    fc.assert(
      fc.property(subject, bound, platform, (of, by, on) => {
        const limit: Limit = { subject: of, bound: by, platform: on }
        expect(parseLimit(formatLimit(limit), [AMD64])).toEqual({ ok: true, value: limit })
        expect(parseBound(formatBound(by, 'bytes'), 'bytes')).toEqual({ ok: true, value: by })
      }),
    )
  })

  it.each([
    [size(3_000_000), '3 MB'],
    [growth(0), '+0'],
    [growth(50_000), '+50 kB'],
    [percent(0.5), '+0.5 %'],
  ])('%j reads %s', (by, text) => {
    expect(formatBound(by, 'bytes')).toBe(text)
  })
})
