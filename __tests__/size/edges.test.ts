// What lies right beside the edge of a rule.
import { describe, expect, it } from '@jest/globals'
import { parseBudget } from '../../src/declare/budget.ts'
import { growthOf } from '../../src/size/growth.ts'
import { isNoise, nodeChange } from '../../src/size/noise.ts'
import { paddingChange } from '../../src/size/padding.ts'
import { nearestPaths, unknownSubjects } from '../../src/size/subject.ts'
import { unownedBytes } from '../../src/size/unowned.ts'
import { judge } from '../../src/size/verdict.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import type { PlatformWeight } from '../../src/weigh-in/weigh-in.ts'
import { platformWeight, proxyBinary } from '../report/sample.ts'

function limits(text: string) {
  const budget = parseBudget(text, [{ os: 'linux', architecture: 'amd64' }])
  if (!budget.ok || budget.value.kind !== 'limits') throw new Error(`${text} is no budget`)
  return budget.value
}

describe('names that may have been meant', () => {
  it('have another case, or are what was written with something before or behind it', () => {
    expect(nearestPaths('GOLANG.org/X/Net', ['golang.org/x/net', 'a.b/c'])).toEqual(['golang.org/x/net'])
    const long = 'golang.org/x/net/abcdefghijklmnopqrstuvw'
    expect(nearestPaths(long, ['golang.org/x/net', 'zz'])).toEqual(['golang.org/x/net'])
    expect(nearestPaths('golang.org/x/net', [long, 'zz'])).toEqual([long])
    expect(nearestPaths('net/http', ['golang.org/verylongname/net/http'])).toHaveLength(1)
    expect(nearestPaths('golang.org/verylongname/net/http', ['net/http'])).toHaveLength(1)
    expect(nearestPaths('abc', ['abcde', 'abcdef'])).toEqual(['abcde'])
  })

  it('are at most three, the nearest and then the shortest first', () => {
    expect(nearestPaths('abcd', ['abcdef', 'abcde', 'abce', 'abcf', 'zzzzzz'])).toEqual([
      'abce',
      'abcf',
      'abcde',
    ])
  })

  it('are asked for of modules and packages alone, which are nowhere', () => {
    const { binaries } = platformWeight()
    const subjects = (text: string, of = binaries) =>
      unknownSubjects(limits(text).limits, of).map(({ input }) => input)
    expect(subjects('3MB')).toEqual([])
    expect(subjects('module std: 3MB')).toEqual([])
    expect(subjects('module a.b/nowhere: 3MB')).toEqual(['budget'])
    expect(subjects('module std: 3MB', [])).toEqual(['budget'])
    expect(subjects('3MB', [])).toEqual([])
  })
})

describe('padding', () => {
  const weight = (header: number | null): Pick<PlatformWeight, 'binaries'> => ({
    binaries: [
      {
        ...proxyBinary,
        pack: { status: 'unpacked', packer: null, reason: 'off' },
        breakdown:
          header === null
            ? null
            : {
                name: 'app',
                kind: 'binary',
                bytes: header + 5,
                children: [
                  { name: 'header', kind: 'header', bytes: header },
                  { name: 'data', kind: 'data', bytes: 5 },
                ],
              },
      },
    ],
  })

  it.each([
    { platform: 'linux/amd64', step: 4096 },
    { platform: 'linux/386', step: 4096 },
    { platform: 'linux/arm64', step: 65_536 },
  ])('counts where it is more than two steps of $platform', ({ platform, step }) => {
    for (const metric of ['binary', 'image'] as const) {
      const change = (by: number) => paddingChange(metric, platform, weight(100), weight(100 + by))
      expect(change(2 * step)).toEqual({ bytes: 2 * step, counts: false })
      expect(change(2 * step + 1)).toEqual({ bytes: 2 * step + 1, counts: true })
      expect(change(-50)).toEqual({ bytes: -50, counts: false })
    }
    expect(paddingChange('download', platform, weight(1), weight(9))).toEqual({ bytes: 0, counts: false })
    expect(paddingChange('memory', platform, weight(1), weight(9))).toEqual({ bytes: 0, counts: false })
  })

  it('is not known of a binary that was not read, on either side', () => {
    const unknown = { bytes: 0, counts: true }
    expect(paddingChange('binary', 'linux/amd64', weight(null), weight(5))).toEqual(unknown)
    expect(paddingChange('binary', 'linux/amd64', weight(5), weight(null))).toEqual(unknown)
  })

  it('of a packed binary is nothing to the image', () => {
    const packed = (header: number) => ({
      binaries: weight(header).binaries.map(binary => ({ ...binary, pack: proxyBinary.pack })),
    })
    expect(paddingChange('image', 'linux/amd64', packed(5), packed(90_000))).toEqual({
      bytes: 0,
      counts: false,
    })
  })
})

describe('programs that Go did not build', () => {
  const weight = (bytes: number, unread: string | null = null) =>
    platformWeight({ otherPrograms: [{ path: '/other', bytes, unread }] })

  it('grow as one node each', () => {
    const { nodes } = growthOf(weight(10_000), weight(90_000))
    expect(nodes).toContainEqual(
      expect.objectContaining({
        path: ['/other'],
        kind: 'binary',
        before: 10_000,
        after: 90_000,
        change: 'grown',
      }),
    )
  })

  it('leave a limit on a module unmeasured where they were not read, and say so', () => {
    const spec = {
      budget: limits('module std: 9MB, binary: 90MB, image: 90MB'),
      onOverBudget: 'fail',
    } as const
    const { limits: judged } = judge(spec, weight(5, 'it is packed'), null)
    expect(judged.map(({ status }) => status)).toEqual(['unmeasured', 'unmeasured', 'within'])
    expect(judged.map(({ reason }) => reason?.includes('/other') ?? false)).toEqual([true, true, false])
  })
})

describe('noise', () => {
  it.each([
    ['image', 0, 4096, true],
    ['image', 0, 4097, false],
    ['image', 10_000_000, 10_000, true],
    ['image', 10_000_000, 10_001, false],
    ['image', 1e12, 16_384, true],
    ['image', 1e12, -16_385, false],
    ['download', 0, -2048, true],
    ['download', 0, 2049, false],
    ['memory', 0, 100_000, true],
    ['memory', 0, -100_001, false],
  ] as const)('%s of %d by %d: %s', (metric, before, delta, noise) => {
    expect(isNoise({ kind: metric }, before, delta)).toBe(noise)
  })

  it.each([
    ['function', 64, true],
    ['function', 65, false],
    ['header', 1e12, true],
  ] as const)('of a node: a %s that grows by %d: %s', (kind, delta, noise) => {
    expect(nodeChange(kind, 1000, 1000 + delta) === 'unchanged').toBe(noise)
  })
})

describe('bytes of no package', () => {
  const tree = (...children: readonly Breakdown[]) => ({
    breakdown: { name: 'app', kind: 'binary', bytes: 0, children } as Breakdown,
  })
  const data: Breakdown = { name: 'data', kind: 'data', bytes: 7 }
  const embed: Breakdown = { name: 'embed', kind: 'embed', bytes: 5 }

  it.each(['main', 'module', 'std'] as const)('are known where there is a %s', kind => {
    const owner: Breakdown = { name: 'x', kind, bytes: 90 }
    expect(unownedBytes([tree(owner, data, embed), tree(owner, data)])).toBe(19)
    expect(unownedBytes([tree(owner, data), tree(data)])).toBeNull()
    expect(unownedBytes([tree(data), tree(owner, data)])).toBeNull()
  })

  it('are not known of what was not read', () => {
    expect(unownedBytes([{ breakdown: null }])).toBeNull()
    expect(unownedBytes([])).toBe(0)
  })
})
