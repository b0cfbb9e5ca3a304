import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { commentReport, isUnchanged } from '../../src/report/comment.ts'
import { growthOf } from '../../src/size/growth.ts'
import type { ImageWeight, PlatformWeight } from '../../src/weigh-in/weigh-in.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import {
  grown,
  imageWeight,
  limitVerdict,
  mainBranch,
  olderWeight,
  overBudget,
  platformWeight,
  proxyBinary,
  proxyTree,
  weighIn,
} from './sample.ts'
import { boundOf, lineOf } from '../support/limits.ts'

const MARKER = '<!-- bantam:proxy -->'
const HOSTILE =
  'a|b`c`\n## @octocat <img src=x onerror=alert(1)> [x](javascript:y) ![p](https://e.vil) #1 \u202E*_~ --> &amp; \\'
const PASSES = { pass: true, sentence: 'Within budget.' }
const FAILS = { pass: false, sentence: 'Over budget: too large.' }

const same = growthOf(platformWeight(), platformWeight())
const unchanged: Partial<ImageWeight> = {
  baseline: mainBranch,
  platforms: [platformWeight({ growth: same })],
}

function report(image: Partial<ImageWeight>, gate = PASSES): string {
  return commentReport(weighIn(image), gate, 'proxy')
}

describe('commentReport', () => {
  it('has the verdict, a row for the platform, and why, in this order', () => {
    const text = report(grown, FAILS)
    const places = [
      `${MARKER}\n### <code>proxy</code>: over budget, module golang.org/x/net growth +120 kB of +0, and 1 more\n`,
      '\nOver budget: too large.\n',
      '\n| linux/amd64 | **2.20 MB** | +41.0 kB | 2.15 MB | 6.32 MB | module golang.org/x/net +0 | over budget by 120000 B; 1 more fails |\n',
      '\n#### What changed, compared with the image ghcr.io/o/proxy:main, commit fedcba9\n',
      '\n- Go changed from go1.25.3 to go1.26.8\n',
      '\n| <code>golang.org/x/net</code> | v0.29.0 → v0.30.0 | 780 kB | 900 kB | +120 kB | <code>golang.org/x/net/http2</code> +100 kB |\n',
      '\n| <code>golang.org/x/text</code> | v0.20.0, gone | 40.0 kB |  | −40.0 kB |  |\n',
      '\n<details><summary>Limits: <code>proxy</code> for linux/amd64</summary>\n',
      '\n<sub>Bantam 0.1.0, commit 0123456, go1.26.8, upx 4.2.4 --best --lzma</sub>',
    ].map(part => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(text.startsWith(MARKER)).toBe(true)
  })

  it('is one line where nothing changed beyond noise', () => {
    expect(report(unchanged)).toBe(
      `${MARKER}\n<code>proxy</code>: within budget, image 2.20 MB of 3 MB (73 %). Nothing changed beyond noise since the image ghcr.io/o/proxy:main, commit fedcba9`,
    )
  })

  it('says what image needs it most first, and has a row for each platform', () => {
    const growth = growthOf(olderWeight(), platformWeight())
    const platforms = [platformWeight({ growth: same }), platformWeight({ platform: 'linux/arm64', growth })]
    const images = [
      imageWeight({ name: 'worker' }),
      imageWeight({ ...overBudget, platforms, baseline: mainBranch }),
      imageWeight({ ...overBudget, name: 'third' }),
    ]
    const text = commentReport(weighIn({}, { images }), FAILS, 'all')
    expect(text.split('\n')[1]).toBe(
      '### <code>proxy</code>: over budget, image 2.20 MB of 2 MB (110 %) on linux/amd64; 2 more images, of which 1 fails',
    )
    expect(text.match(/^\| <code>\w+<\/code> \| linux\/.*$/gm)).toEqual([
      '| <code>proxy</code> | linux/amd64 | **2.20 MB** | image 2 MB | 110 % | unchanged | **over** |',
      '| <code>proxy</code> | linux/arm64 | **2.20 MB** | none |  | +41.0 kB | no budget |',
      '| <code>third</code> | linux/amd64 | **2.20 MB** | image 2 MB | 110 % |  | **over** |',
      '| <code>worker</code> | linux/amd64 | **2.20 MB** | image 3 MB | 73 % |  | within |',
    ])
    expect(text).toContain(
      '\n#### What changed in <code>proxy</code> for linux/arm64, compared with the image ghcr.io/o/proxy:main, commit fedcba9\n',
    )
    expect(text.match(/golang\.org\/x\/text/g)).toHaveLength(1)
  })

  it('names at most ten changes, and how many others there are', () => {
    const modules = (bytes: number): readonly Breakdown[] =>
      Array.from({ length: 25 }, (_, index) => ({
        name: `example.com/m${index}`,
        kind: 'module',
        version: 'v1.0.0',
        bytes: bytes * (index + 1),
      }))
    const text = report(withTrees(modules(10_000), modules(20_000)))
    expect(text.match(/^\| <code>example\.com\/m\d+<\/code> \|/gm)).toHaveLength(10)
    expect(text).toContain('| 15 others, noise included |')
  })

  it.each([
    { name: 'a first run', reason: 'a first run', kind: 'none', line: 'No baseline: a first run' },
    {
      name: 'one that could not be read',
      reason: '503',
      kind: 'image',
      line: 'The baseline (the image ghcr.io/o/proxy:main) could not be read: 503',
    },
  ] as const)('says that nothing was compared: $name', ({ kind, reason, line }) => {
    expect(report({ baseline: { ...mainBranch, kind, reason } }).split('\n')).toContain(line)
  })

  it('leaves nothing of the repository to be Markdown, HTML, a mention or the end of the marker', () => {
    const hostile: Breakdown = { name: HOSTILE, kind: 'module', version: HOSTILE, bytes: 900_000 }
    const image = {
      ...withTrees([], [hostile]),
      name: HOSTILE,
      baseline: { ...mainBranch, reference: HOSTILE },
      budget: {
        status: 'unmeasured',
        waived: false,
        limits: [
          limitVerdict({
            subject: { kind: 'module', path: HOSTILE },
            reason: HOSTILE,
            status: 'unmeasured',
          }),
        ],
        dropped: [{ subject: { kind: 'package', path: HOSTILE }, bound: boundOf('1 MB') }],
      },
    } satisfies Partial<ImageWeight>
    const text = commentReport(weighIn(image), { pass: false, sentence: HOSTILE }, HOSTILE)
    expect(text).not.toMatch(/<img|@octocat|\]\(|https:\/\/e\.vil|\u202E|`/)
    expect(text.match(/-->/g)).toHaveLength(1)
    const tags = text.replace(/^<!--.*-->/, '').match(/<[^>]*>/g) ?? []
    expect(new Set(tags)).toEqual(
      new Set(['<code>', '</code>', '<sub>', '</sub>', '<details>', '</details>', '<summary>', '</summary>']),
    )
    const table = text.split('\n').filter(line => /^\| .*octocat/.test(line) && line.includes('+900 kB'))
    expect(table.map(line => line.split('|').length)).toEqual([8])
  })

  it('stays under the limit, cut between rows, whatever the weigh-in', () => {
    const platforms = Array.from({ length: 400 }, (_, index) =>
      platformWeight({
        platform: `linux/${'x'.repeat(100)}${index}`,
        growth: growthOf(olderWeight(), platformWeight()),
      }),
    )
    const text = report({ platforms, baseline: mainBranch })
    expect(text.length).toBeGreaterThan(50_000)
    expect(text.length).toBeLessThanOrEqual(60_000)
    expect(text.split('\n').at(-1)).toMatch(/^The rest was left out, because/)
    const rows = text.split('\n').filter(line => line.startsWith('|'))
    expect(rows.filter(line => !line.endsWith('|'))).toEqual([])
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
  })

  it('stays under any limit that has room for its first lines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 600, max: 6000 }), fc.string({ unit: 'binary' }), (limit, name) => {
        const text = commentReport(weighIn({ ...grown, name }), FAILS, name, { limit })
        expect(Buffer.byteLength(text)).toBeLessThanOrEqual(limit)
        expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0)
      }),
    )
  })
})

describe('isUnchanged', () => {
  const changed: readonly { name: string; image: Partial<ImageWeight>; pass?: boolean }[] = [
    { name: 'nothing was compared', image: {} },
    { name: 'something grew', image: grown },
    { name: 'the gate says no', image: unchanged, pass: false },
    {
      name: 'a limit was raised',
      image: {
        ...unchanged,
        budget: { ...imageWeight().budget, limits: [limitVerdict({ raisedFrom: boundOf('2 MB') })] },
      },
    },
    {
      name: 'a limit was dropped',
      image: { ...unchanged, budget: { ...imageWeight().budget, dropped: [lineOf('image: 2MB')] } },
    },
    {
      name: 'it is over its budget, and let through',
      image: { ...unchanged, budget: { ...overBudget.budget!, waived: true } },
    },
    {
      name: 'Go changed',
      image: { ...unchanged, platforms: [platformWeight({ growth: { ...same, causes: ['Go changed'] } })] },
    },
    {
      name: 'one module went and another came',
      image: withTrees(
        [{ name: 'example.com/a', kind: 'module', bytes: 50_000 }],
        [{ name: 'example.com/b', kind: 'module', bytes: 50_000 }],
      ),
    },
  ]
  it.each(changed)('is not, where $name', ({ image, pass = true }) => {
    expect(isUnchanged(weighIn(image), { pass })).toBe(false)
  })

  it('is, where all of it is noise', () => {
    expect(isUnchanged(weighIn(unchanged), PASSES)).toBe(true)
    const none = { status: 'none', waived: false, limits: [], dropped: [] } as const
    expect(isUnchanged(weighIn({ ...unchanged, budget: none }), PASSES)).toBe(true)
  })
})

/** The proxy with these modules more, over the proxy with those. */
function withTrees(before: readonly Breakdown[], after: readonly Breakdown[]): Partial<ImageWeight> {
  const weight = (more: readonly Breakdown[]): PlatformWeight => {
    const children = [...(proxyTree.children ?? []), ...more]
    const bytes = children.reduce((sum, child) => sum + child.bytes, 0)
    return platformWeight({
      binaries: [{ ...proxyBinary, linkedSize: bytes, breakdown: { ...proxyTree, bytes, children } }],
    })
  }
  const now = weight(after)
  return { baseline: mainBranch, platforms: [{ ...now, growth: growthOf(weight(before), now) }] }
}
