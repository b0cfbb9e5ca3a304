import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Budget, OnOverBudget } from '../../src/declare/budget.ts'
import type { Bound, Limit, Subject } from '../../src/weigh-in/limit.ts'
import { METRIC_NAMES } from '../../src/weigh-in/metric.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import type { LimitVerdict, Verdict } from '../../src/weigh-in/verdict.ts'
import { parseBudget } from '../../src/declare/budget.ts'
import type { Baseline } from '../../src/size/baseline.ts'
import { limitsOf } from '../../src/size/baseline.ts'
import { judge } from '../../src/size/verdict.ts'
import type { PlatformWeight } from '../../src/weigh-in/weigh-in.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'
import { boundOf, lineOf } from '../support/limits.ts'

const AMD64 = { os: 'linux', architecture: 'amd64' }

interface Sizes {
  readonly image?: number
  readonly download?: number
  readonly net?: number | null
  readonly header?: number
  readonly memory?: number | null
  readonly modules?: readonly string[]
}

const NET = 'golang.org/x/net'

/** A binary of one module, 100 kB of `main` and a header. */
function weight({
  image = 2_000_000,
  download = 1_900_000,
  net = 900_000,
  header = 4_000,
  memory = 500_000,
  modules = [],
}: Sizes = {}): PlatformWeight {
  const children: readonly Breakdown[] = [
    { name: 'example.com/proxy', kind: 'main', bytes: 100_000 },
    ...(net === null || net === 0 ? [] : [{ name: NET, kind: 'module' as const, bytes: net }]),
    { name: 'header', kind: 'header', bytes: header },
  ]
  const bytes = children.reduce((sum, child) => sum + child.bytes, 0)
  const price =
    memory === null
      ? null
      : { processorMs: { linked: 1, shipped: 2 }, memory: { linked: 1, shipped: memory } }
  const breakdown: Breakdown | null = net === null ? null : { name: 'proxy', kind: 'binary', bytes, children }
  return platformWeight({
    sizes: { imageSize: image, downloadSize: download },
    binaries: [{ ...proxyBinary, linkedSize: bytes, price, modules, breakdown }],
  })
}

function budget(text: string): Budget {
  const parsed = parseBudget(text, [AMD64])
  if (!parsed.ok) throw new Error(parsed.wrong.map(({ because }) => because).join('; '))
  return parsed.value
}

function read(of: PlatformWeight, text: string | null = null): Baseline {
  const declared = text === null ? null : budget(text)
  return {
    status: 'read',
    weight: of,
    budget: declared?.kind === 'limits' ? declared.limits : declared && [],
  }
}

const FIRST: Baseline = { status: 'absent', reason: 'a first run' }
const BROKEN: Baseline = { status: 'unreadable', reason: 'the registry answered 503' }

interface Row {
  readonly name: string
  readonly budget: string
  readonly onOverBudget?: OnOverBudget
  readonly sizes?: Sizes
  readonly baseline?: Baseline | null
  readonly status: Verdict['status']
  readonly waived?: boolean
  readonly first?: Partial<LimitVerdict>
}

describe('judge', () => {
  it.each<Row>([
    { name: 'below the limit', budget: '2000001B', status: 'within' },
    { name: 'equal to the limit', budget: '2MB', status: 'within' },
    { name: 'one byte over', budget: '1999999B', status: 'over' },
    {
      name: 'over, where that is a warning',
      budget: '1MB',
      onOverBudget: 'warn',
      status: 'over',
      waived: true,
    },
    { name: 'within, where over would be a warning', budget: '2MB', onOverBudget: 'warn', status: 'within' },
    { name: 'one of two over', budget: 'image: 2MB, memory: 499kB', status: 'over' },
    {
      name: 'memory that was not measured',
      budget: 'memory: 8MB',
      sizes: { memory: null },
      status: 'unmeasured',
    },
    {
      name: 'unmeasured beside over: unmeasured, which no warning lets through',
      budget: 'image: 1B, memory: 8MB',
      onOverBudget: 'warn',
      sizes: { memory: null },
      status: 'unmeasured',
    },
    {
      name: 'a size that is not a number',
      budget: '1MB',
      sizes: { image: Number.NaN },
      status: 'unmeasured',
    },
    { name: 'no limit on what was not measured', budget: '2MB', sizes: { memory: null }, status: 'within' },
    { name: 'none', budget: 'none', status: 'none' },
    {
      name: 'a module at its limit',
      budget: `module ${NET}: 900kB`,
      status: 'within',
      first: { actual: 900_000 },
    },
    { name: 'a module over its limit', budget: `module ${NET}@linux/amd64: 899kB`, status: 'over' },
    {
      name: 'a module of a binary that was not read',
      budget: `module ${NET}: 1MB`,
      sizes: { net: null },
      status: 'unmeasured',
      first: { reason: 'the contents of the binaries are not known' },
    },
    {
      name: 'a module that is not there',
      budget: 'module a.b/c: 1MB',
      status: 'unmeasured',
      first: { reason: 'it is not in any of the binaries' },
    },
    {
      name: 'growth of a module that is not there',
      budget: 'module a.b/c: +0',
      baseline: FIRST,
      status: 'unmeasured',
    },
    {
      name: 'a module that the change removes',
      budget: `module ${NET}: +0, module ${NET}: 1MB`,
      sizes: { net: 0 },
      baseline: read(weight()),
      status: 'within',
      first: { actual: 0, before: 900_000, growth: -900_000, reason: null },
    },
    {
      name: 'a module that the change removes, where the baseline cannot be read',
      budget: `module ${NET}: +0`,
      sizes: { net: 0 },
      baseline: BROKEN,
      status: 'unmeasured',
    },
    {
      name: 'a module of the build info, of which no byte is left',
      budget: 'module golang.org/x/exp: +0, module golang.org/x/exp: 1kB',
      sizes: { modules: ['golang.org/x/exp'] },
      baseline: read(weight({ modules: ['golang.org/x/exp'] })),
      status: 'within',
      first: { actual: 0, before: 0, growth: 0, reason: null },
    },

    {
      name: 'growth within',
      budget: 'image: +50kB',
      baseline: read(weight({ image: 1_950_000 })),
      status: 'within',
      first: { growth: 50_000, limit: 2_000_000, before: 1_950_000 },
    },
    {
      name: 'growth of one byte too much',
      budget: 'image: +50kB',
      baseline: read(weight({ image: 1_949_999 })),
      status: 'over',
      first: { growth: 50_001 },
    },
    {
      name: 'growth by a share',
      budget: 'image: +2%',
      baseline: read(weight({ image: 1_960_785 })),
      status: 'within',
      first: { limit: 2_000_000 },
    },
    {
      name: 'growth by too large a share',
      budget: 'image: +2%',
      baseline: read(weight({ image: 1_960_784 })),
      status: 'over',
      first: { limit: 1_999_999 },
    },
    {
      name: 'growth where nothing may grow',
      budget: 'image: +0',
      baseline: read(weight({ image: 1_990_000 })),
      status: 'over',
    },
    {
      name: 'noise where nothing may grow',
      budget: 'image: +0',
      baseline: read(weight({ image: 1_996_000 })),
      status: 'within',
      first: { growth: 4_000 },
    },
    {
      name: 'something that shrank',
      budget: 'image: +0',
      baseline: read(weight({ image: 3_000_000 })),
      status: 'within',
    },
    {
      name: 'a module that grew',
      budget: `module ${NET}: +0`,
      baseline: read(weight({ net: 890_000 })),
      status: 'over',
      first: { growth: 10_000 },
    },
    {
      name: 'a module that came',
      budget: `module ${NET}: +0`,
      baseline: read(weight({ net: 0 })),
      status: 'over',
      first: { before: 0, growth: 900_000 },
    },
    {
      name: 'two pages of padding for nothing',
      budget: 'binary: +0',
      sizes: { header: 12_192 },
      baseline: read(weight()),
      status: 'within',
      first: { growth: 0 },
    },
    {
      name: 'padding of 64 KiB, which no relink for amd64 makes',
      budget: 'binary: +50kB',
      sizes: { header: 69_536 },
      baseline: read(weight()),
      status: 'over',
      first: { growth: 65_536 },
    },
    {
      name: 'code that grew into padding',
      budget: 'binary: +0',
      sizes: { header: 4_000, net: 960_000 },
      baseline: read(weight({ header: 64_000 })),
      status: 'over',
      first: { growth: 60_000, actual: 1_064_000, before: 1_064_000 },
    },
    {
      name: 'growth over what the baseline did not measure',
      budget: 'memory: +1MB',
      baseline: read(weight({ memory: null })),
      status: 'unmeasured',
    },
    {
      name: 'growth of a module over a binary that was not read',
      budget: `module ${NET}: +1MB`,
      baseline: read(weight({ net: null })),
      status: 'unmeasured',
    },
    {
      name: 'growth from nothing',
      budget: 'image: +0',
      baseline: FIRST,
      status: 'within',
      first: {
        limit: null,
        before: null,
        growth: null,
        reason: 'there is no baseline',
      },
    },
    {
      name: 'growth over a baseline that could not be read',
      budget: 'image: +9MB',
      onOverBudget: 'warn',
      baseline: BROKEN,
      status: 'unmeasured',
      first: { reason: 'the baseline could not be read' },
    },
    {
      name: 'growth where nobody looked for a baseline',
      budget: 'image: +9MB',
      baseline: null,
      status: 'unmeasured',
    },
    {
      name: 'growth and size, the size over',
      budget: 'image: 1MB, image: +0',
      baseline: read(weight()),
      status: 'over',
    },
    { name: 'a size without a baseline', budget: '2MB', baseline: BROKEN, status: 'within' },

    {
      name: 'a breach that the baseline had',
      budget: '1MB',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight()),
      status: 'over',
      waived: true,
      first: { inherited: true },
    },
    {
      name: 'a breach that the baseline had, larger',
      budget: '1MB',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight({ image: 2_500_000 })),
      status: 'over',
      waived: true,
    },
    {
      name: 'a breach that the baseline had, but for noise',
      budget: '1MB',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight({ image: 1_998_000 })),
      status: 'over',
      waived: true,
    },
    {
      name: 'a breach that grew',
      budget: '1MB',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight({ image: 1_900_000 })),
      status: 'over',
      first: { inherited: false },
    },
    {
      name: 'a breach by what would be noise, that the baseline had not',
      budget: '1999999B',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight({ image: 1_999_999 })),
      status: 'over',
    },
    {
      name: 'a breach that the baseline had, beside one that it had not',
      budget: '1MB, download: 1MB',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight({ download: 900_000 })),
      status: 'over',
    },
    {
      name: 'a breach of growth',
      budget: '1MB, image: +0',
      onOverBudget: 'fail-if-grown',
      baseline: read(weight({ image: 1_900_000 })),
      status: 'over',
    },
    {
      name: 'a breach without a baseline',
      budget: '1MB',
      onOverBudget: 'fail-if-grown',
      baseline: FIRST,
      status: 'over',
    },
    {
      name: 'a breach beside a baseline that could not be read',
      budget: '1MB',
      onOverBudget: 'fail-if-grown',
      baseline: BROKEN,
      status: 'over',
    },
    {
      name: 'a breach that the baseline had, where that is no matter',
      budget: '1MB',
      baseline: read(weight()),
      status: 'over',
    },
  ])(
    '$name',
    ({ budget: text, onOverBudget = 'fail', sizes, baseline = null, status, waived = false, first = {} }) => {
      const verdict = judge({ budget: budget(text), onOverBudget }, weight(sizes), baseline)
      expect(verdict).toMatchObject({ status, waived })
      if (verdict.limits.length > 0) expect(verdict.limits[0]).toMatchObject(first)
    },
  )

  it('tells each limit with what was measured', () => {
    const declared = { budget: budget('1999999B, image: +0'), onOverBudget: 'fail' } as const
    const common = {
      subject: { kind: 'image' },
      platform: 'linux/amd64',
      actual: 2_000_000,
      before: 1_990_000,
      growth: 10_000,
    }
    const rest = { inherited: false, raisedFrom: null, reason: null, status: 'over' }
    expect(judge(declared, weight(), read(weight({ image: 1_990_000 }))).limits).toEqual([
      { ...common, ...rest, bound: boundOf('1999999 B'), limit: 1_999_999 },
      { ...common, ...rest, bound: boundOf('+0'), limit: 1_990_000 },
    ])
  })

  it.each([
    { name: 'a size', was: '2MB', is: '3MB', raisedFrom: '2 MB', dropped: [] },
    { name: 'a size that was lowered', was: '3MB', is: '2MB', raisedFrom: null, dropped: [] },
    { name: 'nothing', was: '3MB', is: '3MB', raisedFrom: null, dropped: [] },
    { name: 'growth', was: 'image: +1kB', is: 'image: +1%', raisedFrom: '+1 kB', dropped: [] },
    { name: 'growth by a share', was: 'image: +0.5%', is: 'image: +1%', raisedFrom: '+0.5 %', dropped: [] },
    { name: 'growth to what is less', was: 'image: +1%', is: 'image: +1kB', raisedFrom: null, dropped: [] },
    { name: 'a size to growth', was: '3MB', is: 'image: +1kB', raisedFrom: null, dropped: ['image: 3MB'] },
    {
      name: 'a module',
      was: `module ${NET}: 1MB`,
      is: `module ${NET}: 2MB`,
      raisedFrom: '1 MB',
      dropped: [],
    },
    {
      name: 'a module to nothing',
      was: `module ${NET}: +0, 3MB`,
      is: '3MB',
      raisedFrom: null,
      dropped: [`module ${NET}: +0`],
    },
    {
      name: 'one that was for this platform',
      was: 'image@linux/amd64: 2MB',
      is: '3MB',
      raisedFrom: '2 MB',
      dropped: [],
    },
  ])('names what was raised or dropped: $name', ({ was, is, raisedFrom, dropped }) => {
    const verdict = judge({ budget: budget(is), onOverBudget: 'fail' }, weight(), read(weight(), was))
    expect(verdict.limits[0]?.raisedFrom).toEqual(raisedFrom === null ? null : boundOf(raisedFrom))
    expect(verdict.dropped).toEqual(dropped.map(lineOf))
  })

  it('is within a budget that limits other platforms alone', () => {
    const limit = { ...lineOf('image: 1B'), platform: 'linux/arm64' }
    const other = { budget: { kind: 'limits', limits: [limit] }, onOverBudget: 'fail' } as const
    expect(judge(other, weight(), null)).toMatchObject({ status: 'within', limits: [] })
  })

  it('names every limit that was given up for none', () => {
    const none = { budget: { kind: 'none' }, onOverBudget: 'fail' } as const
    expect(judge(none, weight(), read(weight(), '2MB, memory: +1MB'))).toEqual({
      status: 'none',
      waived: false,
      limits: [],
      dropped: [lineOf('image: 2MB'), lineOf('memory: +1MB')],
    })
  })

  it('reads the limits of an earlier verdict back', () => {
    const limits = budget(`2MB, image: +1.5%, module ${NET}: +0, package net/http: 1.23MB`)
    const verdict = judge({ budget: limits, onOverBudget: 'fail' }, weight(), null)
    const back = limitsOf(verdict)
    expect(back.map(limit => ({ ...limit, platform: null }))).toEqual(
      limits.kind === 'limits' && limits.limits,
    )
  })
})

const metric = fc.constantFrom(...METRIC_NAMES)
const subject: fc.Arbitrary<Subject> = fc.oneof(
  metric.map(kind => ({ kind })),
  fc.constantFrom(NET, 'a.b/c').map(path => ({ kind: 'module' as const, path })),
)
const bound: fc.Arbitrary<Bound> = fc.oneof(
  fc.nat({ max: 20_000 }).map(amount => ({ kind: 'size' as const, amount })),
  fc.nat({ max: 20_000 }).map(amount => ({ kind: 'growth' as const, amount })),
  fc.nat({ max: 50 }).map(percent => ({ kind: 'growth percent' as const, percent })),
)
const limit: fc.Arbitrary<Limit> = fc.record({ subject, bound, platform: fc.constant(null) })
const size = fc.oneof(fc.nat({ max: 40_000 }), fc.constant(Number.NaN))
const known = fc.oneof(fc.nat({ max: 40_000 }), fc.constant(null))
const sizes = fc.record({
  image: size,
  download: size,
  net: known,
  memory: known,
  header: fc.nat({ max: 9_000 }),
})
const baseline: fc.Arbitrary<Baseline | null> = fc.oneof(
  sizes.map(of => read(weight(of))),
  fc.constantFrom(FIRST, BROKEN, null),
)
const onOver = fc.constantFrom<OnOverBudget>('fail', 'warn', 'fail-if-grown')

describe('a program that was not read', () => {
  const UNREAD = { path: '/bin/app', bytes: 1000, unread: 'it may be packed' }
  const judged = (text: string, of: PlatformWeight) =>
    judge({ budget: budget(text), onOverBudget: 'warn' }, of, read(weight()))

  it.each([
    'binary: 90MB',
    'binary: +90MB',
    `module ${NET}: 90MB`,
    `module ${NET}: +0`,
    'package a.b/c/d: 1MB',
  ])('lets no limit pass that it falls under: %s', text => {
    const verdict = judged(text, { ...weight(), otherPrograms: [UNREAD] })
    expect(verdict).toMatchObject({ status: 'unmeasured', waived: false })
  })

  it('is named as the reason', () => {
    const [limit] = judged('binary: 90MB', { ...weight(), otherPrograms: [UNREAD] }).limits
    expect(limit?.reason).toBe('/bin/app was not read: it may be packed')
  })

  it.each([`module ${NET}: 90MB`, `package a.b/c: +0`])(
    'and one whose modules are not known though its size is: %s',
    text => {
      const known = weight()
      const binaries = known.binaries.map(binary => ({
        ...binary,
        unread: 'its function table cannot be read',
      }))
      expect(judged(text, { ...known, binaries }).status).toBe('unmeasured')
      expect(judged('binary: 90MB', { ...known, binaries }).status).toBe('within')
    },
  )

  it('is no hindrance to what it does not fall under, and one of another language to nothing', () => {
    expect(judged('image: 90MB, download: 90MB', { ...weight(), otherPrograms: [UNREAD] }).status).toBe(
      'within',
    )
    const read = { ...UNREAD, unread: null }
    const text = `binary: 90MB, module ${NET}: 90MB`
    expect(judged(text, { ...weight(), otherPrograms: [read] }).status).toBe('within')
  })
})

describe('judge, whatever it is given', () => {
  it('never passes what is unmeasured', () => {
    fc.assert(
      fc.property(
        fc.array(limit, { minLength: 1, maxLength: 5 }),
        sizes,
        baseline,
        onOver,
        (limits, now, before, onOverBudget) => {
          const verdict = judge({ budget: { kind: 'limits', limits }, onOverBudget }, weight(now), before)
          const blind = verdict.limits.some(({ actual, bound: { kind }, limit: bytes, reason }) => {
            const first = before?.status === 'absent' && reason !== null
            return actual === null || (kind !== 'size' && bytes === null && !first)
          })
          if (blind) expect(verdict.status).toBe('unmeasured')
          if (verdict.status === 'unmeasured') expect(verdict.waived).toBe(false)
          if (verdict.status === 'within')
            for (const {
              actual,
              limit: bytes,
              bound: { kind },
            } of verdict.limits)
              if (kind === 'size') expect(actual).toBeLessThanOrEqual(bytes ?? -1)
        },
      ),
    )
  })

  it('allows a breach only where that was asked for, and under fail-if-grown none that is larger than it was', () => {
    fc.assert(
      fc.property(
        fc.array(limit, { minLength: 1, maxLength: 5 }),
        sizes,
        baseline,
        onOver,
        (limits, now, before, onOverBudget) => {
          const verdict = judge({ budget: { kind: 'limits', limits }, onOverBudget }, weight(now), before)
          if (!verdict.waived) return
          expect([verdict.status, onOverBudget === 'fail']).toEqual(['over', false])
          if (onOverBudget !== 'fail-if-grown') return
          for (const over of verdict.limits.filter(({ status }) => status === 'over')) {
            expect(over.before).toBeGreaterThan(over.limit ?? Infinity)
            expect(over.growth).toBeLessThanOrEqual(100_000)
          }
        },
      ),
    )
  })
})
