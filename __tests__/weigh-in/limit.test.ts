import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import * as v from 'valibot'
import { formatLimit, parseLimit } from '../../src/declare/limit.ts'
import { isPercent, PART_PATH, PARTS, type Limit } from '../../src/weigh-in/limit.ts'
import { METRIC_NAMES } from '../../src/weigh-in/metric.ts'
import { BOUND, SUBJECT } from '../../src/weigh-in/shape/verdict.ts'

const accepts = ({ subject, bound }: { readonly subject: unknown; readonly bound: unknown }): boolean =>
  v.is(SUBJECT, subject) && v.is(BOUND, bound)

const PATHS = fc.oneof(
  fc.constantFrom(
    'golang.org/x/net',
    'std',
    'a/',
    '/a',
    '',
    ' ',
    'a b',
    'a@v1',
    'a:b',
    '\u202e',
    'a\n',
    'ä/ö',
  ),
  fc.string({ unit: fc.constantFrom('a', '/', '.', ':', '@', '~', ' ', '%', '-', '\\') }),
)
const NUMBERS = fc.oneof(
  fc.constantFrom(0, -1, 0.5, NaN, Infinity, 1e-6, 1e-7, 1_000_000, 1_000_001, 1e300, 2 ** 53),
  fc.nat(),
  fc.double(),
  fc.nat(10_000_000).map(millionths => millionths / 1_000_000),
)
const LIMITS = fc.record({
  subject: fc.oneof(
    fc.record({ kind: fc.constantFrom(...METRIC_NAMES) }),
    fc.record({ kind: fc.constantFrom(...PARTS), path: PATHS }),
  ),
  bound: fc.oneof(
    fc.record({ kind: fc.constant('size' as const), amount: NUMBERS }),
    fc.record({ kind: fc.constant('growth' as const), amount: NUMBERS }),
    fc.record({ kind: fc.constant('growth percent' as const), percent: NUMBERS }),
  ),
  platform: fc.constant(null),
})

describe('a limit of a weigh-in', () => {
  it('is what a workflow can write, and nothing else', () => {
    fc.assert(
      fc.property(LIMITS, (limit: Limit) => {
        const read = parseLimit(formatLimit(limit), [])
        const same = read.ok && JSON.stringify(read.value) === JSON.stringify(limit)
        expect(accepts(limit)).toBe(same && isReal(limit))
      }),
      { numRuns: 3000 },
    )
  })

  const size = { kind: 'size', amount: 1 }
  it.each([
    { name: 'an empty path', subject: { kind: 'module', path: '' }, bound: size },
    { name: 'a path that is no text', subject: { kind: 'module', path: 1 }, bound: size },
    { name: 'a path of a directory', subject: { kind: 'package', path: 'a/' }, bound: size },
    { name: 'a path from the root', subject: { kind: 'package', path: '/a' }, bound: size },
    { name: 'a path with a version', subject: { kind: 'module', path: 'a@v1' }, bound: size },
    {
      name: 'a path that changes the reading direction',
      subject: { kind: 'module', path: 'a\u202eb' },
      bound: size,
    },
    { name: 'a size of nothing', subject: { kind: 'image' }, bound: { kind: 'size', amount: 0 } },
    { name: 'a negative size', subject: { kind: 'image' }, bound: { kind: 'size', amount: -1 } },
    { name: 'a size that is no number', subject: { kind: 'image' }, bound: { kind: 'size', amount: NaN } },
    { name: 'a negative growth', subject: { kind: 'image' }, bound: { kind: 'growth', amount: -1 } },
    {
      name: 'too many percent',
      subject: { kind: 'image' },
      bound: { kind: 'growth percent', percent: 1e6 + 1 },
    },
    {
      name: 'too many decimals',
      subject: { kind: 'image' },
      bound: { kind: 'growth percent', percent: 1e-7 },
    },
    {
      name: 'endless percent',
      subject: { kind: 'image' },
      bound: { kind: 'growth percent', percent: Infinity },
    },
  ])('is none with $name', ({ subject, bound }) => {
    expect(accepts({ subject, bound })).toBe(false)
  })
})

/** A number that JSON can hold. What is not one is written as something else. */
function isReal({ bound }: Limit): boolean {
  return Number.isFinite(bound.kind === 'growth percent' ? bound.percent : bound.amount)
}

it('takes no long time for a hostile path', () => {
  expect(PART_PATH.test(`${'a/'.repeat(500_000)} `)).toBe(false)
  expect(isPercent(NaN)).toBe(false)
})
