import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { growthLines } from '../../src/report/growth-lines.ts'
import { verdictLines } from '../../src/report/terminal.ts'
import { growthOf } from '../../src/size/growth.ts'
import type { NodeGrowth } from '../../src/weigh-in/growth.ts'
import { grown, mainBranch, olderWeight, platformWeight, weighIn } from './sample.ts'

const PIPE = { width: 100, colour: false }
const growth = growthOf(olderWeight(), platformWeight())

describe('growthLines', () => {
  it('says over what, the causes first, then what changed, the largest change first', () => {
    expect(growthLines(growth, mainBranch, PIPE).join('\n')).toBe(`\
  growth    over the image ghcr.io/o/proxy:main, commit fedcba9
            Go changed from go1.25.3 to go1.26.8
  image     2.16 MB → 2.20 MB           +1.9 %  +41.0 kB
  download  2.11 MB → 2.15 MB           +1.9 %  +40.0 kB
  binary    6.24 MB → 6.32 MB           +1.3 %  +80.0 kB

  before packing
   +120 kB  golang.org/x/net v0.29.0 → v0.30.0, most of it in golang.org/x/net/http2
  −40.0 kB  golang.org/x/text v0.20.0, gone`)
  })

  it('keeps to a narrow window', () => {
    expect(growthLines(growth, mainBranch, { width: 40, colour: false }).join('\n')).toBe(`\
  growth    over the image
            ghcr.io/o/proxy:main, commit
            fedcba9
            Go changed from go1.25.3 to
            go1.26.8
  image     2.16 MB → 2.20 MB  +1.9 %
            +41.0 kB
  download  2.11 MB → 2.15 MB  +1.9 %
            +40.0 kB
  binary    6.24 MB → 6.32 MB  +1.3 %
            +80.0 kB

  before packing
   +120 kB  golang.org/x/net v0.29.0 →
            v0.30.0, most of it in
            golang.org/x/net/http2
  −40.0 kB  golang.org/x/text v0.20.0,
            gone`)
  })

  it('says that padding is left out where it would hide growth or feign it', () => {
    const metrics = [
      { metric: 'binary', before: 1_573_026, after: 1_573_026, delta: 9_836, change: 'grown' },
      { metric: 'memory', before: 5_968_000, after: 6_168_000, delta: 200_000, change: 'grown' },
    ] as const
    const lines = growthLines({ metrics, causes: [], nodes: [], files: [] }, mainBranch, PIPE)
    expect(lines.slice(1)).toEqual([
      '  binary    1.57 MB → 1.57 MB           +0.6 %  +9.84 kB without padding',
      '  memory    6.0 MB → 6.2 MB             +3.4 %  +0.2 MB',
    ])
  })

  it('names a function with its package, and no version that is none', () => {
    const node = { binary: 'proxy', before: 1_000, after: 90_000, change: 'grown' } as const
    const nodes = [
      { ...node, path: ['a.b/c'], kind: 'main', versionBefore: '(devel)', versionAfter: '(devel)' },
      { ...node, path: ['a.b/c', 'a.b/c/d'], kind: 'package', versionBefore: null, versionAfter: null },
      {
        ...node,
        path: ['a.b/c', 'a.b/c/d', '(*T).M'],
        kind: 'function',
        versionBefore: null,
        versionAfter: null,
      },
    ] as const
    const lines = growthLines({ metrics: [], causes: [], nodes, files: [] }, mainBranch, PIPE)
    expect(lines.at(-1)).toBe('  +89.0 kB  a.b/c, most of it in a.b/c/d.(*T).M')
  })

  it('names a module once that is one package', () => {
    const node = { binary: 'proxy', before: 1_000, after: 90_000, change: 'grown' } as const
    const nodes = [
      { ...node, path: ['a.b/c'], kind: 'module', versionBefore: 'v1.0.0', versionAfter: 'v1.1.0' },
      { ...node, path: ['a.b/c', 'a.b/c'], kind: 'package', versionBefore: null, versionAfter: null },
    ] as const
    const lines = growthLines({ metrics: [], causes: [], nodes, files: [] }, mainBranch, PIPE)
    expect(lines.at(-1)).toBe('  +89.0 kB  a.b/c v1.0.0 → v1.1.0')
  })

  it('is one line where nothing changed beyond noise', () => {
    const none = growthOf(platformWeight(), platformWeight())
    expect(growthLines(none, mainBranch, PIPE)).toEqual([
      '  growth    none beyond noise over the image ghcr.io/o/proxy:main, commit fedcba9',
    ])
  })

  it('tells the files only where one changed that is no binary', () => {
    const now = platformWeight()
    const children = [
      ...(now.breakdown.children ?? []),
      { name: '/rules.json', kind: 'file' as const, bytes: 90_000 },
    ]
    const bytes = now.breakdown.bytes + 90_000
    const more = growthOf(platformWeight(), { ...now, breakdown: { ...now.breakdown, bytes, children } })
    expect(growthLines(more, null, PIPE).join('\n')).toContain('  in the image\n  +90.0 kB  /rules.json new')
  })

  it('fits any screen, but for words that are wider than it, and moves no cursor', () => {
    const name = fc.stringMatching(/^[a-z/]{1,30}$/).chain(word => fc.constantFrom(word, `${word}\u001B[2J`))
    const node = fc
      .record({ name, before: fc.nat(), after: fc.nat() })
      .map(({ name: path, before, after }): NodeGrowth => ({
        binary: 'proxy',
        path: [path],
        kind: 'module',
        versionBefore: 'v1.0.0',
        versionAfter: 'v1.1.0',
        before,
        after,
        change: 'grown',
      }))
    fc.assert(
      fc.property(fc.array(node), fc.integer({ min: 30, max: 160 }), (nodes, width) => {
        const lines = growthLines({ metrics: [], causes: [], files: [], nodes }, null, {
          width,
          colour: false,
        })
        for (const line of lines) {
          expect(line).not.toContain('\u001B')
          expect(line.length).toBeLessThanOrEqual(Math.max(width, 12 + 36))
        }
      }),
    )
  })
})

describe('verdictLines of an image with a baseline', () => {
  it('ends in the growth', () => {
    const lines = verdictLines(weighIn(grown), PIPE)
    expect(lines.slice(-growthLines(growth, mainBranch, PIPE).length)).toEqual(
      growthLines(growth, mainBranch, PIPE),
    )
  })

  it.each([
    { name: 'none', kind: 'none', reason: 'a first run', expected: '  growth    no baseline: a first run' },
    {
      name: 'one that could not be read',
      kind: 'image',
      reason: 'the registry answered 503',
      expected:
        '  growth    the baseline (the image ghcr.io/o/proxy:main) could not be read: the registry answered\n            503',
    },
  ] as const)('says that there is $name', ({ kind, reason, expected }) => {
    const lines = verdictLines(weighIn({ baseline: { ...mainBranch, kind, reason } }), PIPE)
    expect(lines.join('\n')).toMatch(new RegExp(`\\n\\n${expected.replace(/[().]/g, '\\$&')}$`))
  })
})
