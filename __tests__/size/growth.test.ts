import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { METRIC_NAMES } from '../../src/weigh-in/metric.ts'
import { growthOf } from '../../src/size/growth.ts'
import { countedNodes } from '../../src/size/header-growth.ts'
import { deltaOf, largestChanges } from '../../src/size/largest-changes.ts'
import { compareTrees } from '../../src/size/node-growth.ts'
import type { NodeGrowth } from '../../src/weigh-in/growth.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import type { PlatformWeight } from '../../src/weigh-in/weigh-in.ts'
import { olderWeight, platformWeight, proxyBinary, proxyTree } from '../report/sample.ts'

type Child = Omit<Breakdown, 'bytes'> & { readonly bytes?: number }

/** A node whose bytes are its children's. */
function tree(node: Child, children: readonly Breakdown[] = []): Breakdown {
  const bytes = node.bytes ?? children.reduce((sum, child) => sum + child.bytes, 0)
  return { ...node, bytes, ...(children.length > 0 ? { children } : {}) }
}

function module(name: string, version: string, packages: Readonly<Record<string, number>>): Breakdown {
  const children = Object.entries(packages).map(([path, bytes]): Breakdown => ({
    name: `${name}${path}`,
    kind: 'package',
    bytes,
  }))
  return tree({ name, kind: 'module', version }, children)
}

function root(...children: readonly Breakdown[]): Breakdown {
  return tree({ name: 'proxy', kind: 'binary' }, children)
}

function weightOf(...trees: readonly Breakdown[]): PlatformWeight {
  return platformWeight({
    binaries: trees.map(breakdown => ({
      ...proxyBinary,
      name: breakdown.name,
      linkedSize: breakdown.bytes,
      breakdown,
    })),
  })
}

describe('growthOf', () => {
  const growth = growthOf(olderWeight(), platformWeight())

  it('tells every metric, and what is noise', () => {
    expect(growth.metrics.map(({ metric }) => metric)).toEqual(METRIC_NAMES)
    expect(growth.metrics).toEqual(
      expect.arrayContaining([
        { metric: 'image', before: 2_161_123, after: 2_202_123, delta: 41_000, change: 'grown' },
        { metric: 'download', before: 2_107_000, after: 2_147_000, delta: 40_000, change: 'grown' },
        { metric: 'binary', before: 6_236_194, after: 6_316_194, delta: 80_000, change: 'grown' },
        { metric: 'memory', before: 5_968_000, after: 5_968_000, delta: 0, change: 'unchanged' },
      ]),
    )
  })

  it('tells of what was only compiled what it can, and neither image nor packing', () => {
    const { settings, binaries } = olderWeight()
    const compiled = {
      ...olderWeight(),
      sizes: { imageSize: null, downloadSize: null },
      settings: { ...settings, packer: null },
      binaries: binaries.map(binary => ({ ...binary, pack: null, price: null })),
      breakdown: null,
    }
    const over = growthOf(compiled, platformWeight())
    expect(over.metrics.map(({ metric, before, delta }) => [metric, before, delta])).toEqual(
      expect.arrayContaining([
        ['image', null, null],
        ['download', null, null],
        ['binary', 6_236_194, 80_000],
        ['memory', null, null],
      ]),
    )
    expect(over).toMatchObject({ causes: growth.causes, nodes: growth.nodes, files: [] })
  })

  it('names the causes that are not code', () => {
    expect(growth.causes).toEqual(['Go changed from go1.25.3 to go1.26.8'])
    const settings = {
      ...platformWeight().settings,
      go: null,
      packer: null,
      ldflags: '-X main.v=1',
      buildTags: ['a', 'b'],
      buildFlags: ['-race'],
      cgo: 'static' as const,
      certificates: 'none',
      timezones: 'all',
      layerCompression: 'zstd' as const,
    }
    const unpacked = { ...proxyBinary, pack: { status: 'unpacked', packer: null, reason: 'off' } as const }
    const other = platformWeight({ settings, binaries: [unpacked] })
    expect(growthOf(platformWeight(), other).causes).toEqual([
      'packing changed from upx 4.2.4 --best --lzma to off',
      'proxy changed from packed to unpacked',
      'ldflags changed from none to -X main.v=1',
      'build-tags changed from none to a,b',
      'build-flags changed from none to -race',
      'cgo changed from off to static',
      'certificates changed from mozilla to none',
      'timezones changed from none to all',
      'layer-compression changed from gzip to zstd',
    ])
  })

  it('tells added, removed, grown, shrunk and unchanged, and a module of two versions as one node', () => {
    const told = growth.nodes.map(({ path, change, versionBefore, versionAfter }) =>
      [path.at(-1), change, versionBefore, versionAfter].join(' ').trim(),
    )
    expect(told).toEqual([
      'golang.org/x/net grown v0.29.0 v0.30.0',
      'golang.org/x/net/http2 grown',
      'golang.org/x/net/http2/hpack grown',
      'golang.org/x/text removed v0.20.0',
      'golang.org/x/text/unicode/norm removed',
    ])
  })

  it('tells the files of the image too', () => {
    expect(growth.files).toEqual([
      expect.objectContaining({ binary: null, path: ['/proxy'], kind: 'binary', change: 'grown' }),
      expect.objectContaining({ path: ['/etc/ssl/certs/ca-certificates.crt'], change: 'unchanged' }),
    ])
  })

  const header = (bytes: number) => ({ name: 'headers', kind: 'header', bytes }) as const
  const code = module('a.b/c', 'v1.0.0', { '': 50_000 })
  const withPadding = (platform: string, bytes: number, ...of: readonly string[]): PlatformWeight => ({
    ...weightOf(...['proxy', ...of].map(name => ({ ...root(code, header(bytes)), name }))),
    platform,
  })

  it.each([
    { platform: 'linux/amd64', padding: 8_192 },
    { platform: 'linux/386', padding: -8_192 },
    { platform: 'linux/arm64', padding: 131_072 },
    { platform: 'linux/arm/v7', padding: 131_072 },
  ])('calls unchanged what a relink may change: $padding B on $platform', ({ platform, padding }) => {
    const compared = growthOf(withPadding(platform, 10_000), withPadding(platform, 10_000 + padding))
    expect(compared.metrics.find(({ metric }) => metric === 'binary')).toMatchObject({
      before: 60_000,
      after: 60_000 + padding,
      delta: 0,
      change: 'unchanged',
    })
    expect(compared.nodes).toEqual([expect.objectContaining({ kind: 'header', change: 'unchanged' })])
    expect(largestChanges(compared.nodes, 3)).toEqual({ largest: [], others: { count: 0, delta: 0 } })
  })

  it.each([
    { platform: 'linux/amd64', padding: 8_193 },
    { platform: 'linux/amd64', padding: 5_600_000 },
    { platform: 'linux/arm64', padding: 131_073 },
  ])('counts more of it, and names it: $padding B on $platform', ({ platform, padding }) => {
    const compared = growthOf(withPadding(platform, 10_000), withPadding(platform, 10_000 + padding))
    expect(compared.metrics.find(({ metric }) => metric === 'binary')).toMatchObject({
      delta: padding,
      change: 'grown',
    })
    const { largest } = largestChanges(compared.nodes, 3)
    expect(largest).toEqual([
      expect.objectContaining({ node: expect.objectContaining({ kind: 'header' }), delta: padding }),
    ])
  })

  it('counts what many binaries have of it together', () => {
    const names = ['a', 'b', 'c']
    const [before, after] = [
      withPadding('linux/amd64', 1_000, ...names),
      withPadding('linux/amd64', 4_000, ...names),
    ]
    expect(growthOf(before, after).metrics.find(({ metric }) => metric === 'binary')?.delta).toBe(12_000)
  })

  it('sees code that grew into the padding of an unpacked image', () => {
    const [before, after] = [
      root(module('a.b/c', 'v1.0.0', { '': 50_000 }), header(60_000)),
      root(module('a.b/c', 'v1.0.0', { '': 90_000 }), header(20_000)),
    ]
    const pack = { status: 'unpacked', packer: null, reason: 'off' } as const
    const [old, now] = [weightOf(before), weightOf(after)].map(weight => ({
      ...weight,
      binaries: weight.binaries.map(binary => ({ ...binary, pack })),
    }))
    const { metrics } = growthOf(old!, now!)
    expect(metrics.slice(0, 3).map(({ metric, change }) => `${metric} ${change}`)).toEqual([
      'image grown',
      'download unchanged',
      'binary grown',
    ])
  })

  it('compares no half of a tree', () => {
    const unread = platformWeight({ binaries: [{ ...proxyBinary, breakdown: null }] })
    expect(growthOf(unread, platformWeight()).nodes).toEqual([])
    expect(growthOf(platformWeight(), unread).nodes).toEqual([])
    // What a packed binary says of its linked size nobody checked.
    expect(growthOf(unread, platformWeight()).metrics[2]).toMatchObject({ before: null, change: null })
  })

  it('compares binaries by their names, and one with one whatever they are called', () => {
    const one = (name: string, bytes: number) => ({ ...root(module('a.b/c', 'v1.0.0', { '': bytes })), name })
    const renamed = growthOf(weightOf(one('old', 10_000)), weightOf(one('new', 30_000)))
    expect(renamed.nodes[0]).toMatchObject({ binary: 'new', before: 10_000, after: 30_000 })
    const added = growthOf(weightOf(one('api', 10_000)), weightOf(one('api', 10_000), one('worker', 7_000)))
    expect(added.nodes.map(({ binary, change, after }) => [binary, change, after])).toEqual([
      ['worker', 'added', 7_000],
      ['worker', 'added', 7_000],
    ])
  })
})

describe('compareTrees', () => {
  it.each([
    { name: 'to /v2', from: 'a.b/c', to: 'a.b/c/v2' },
    { name: 'to /v3', from: 'a.b/c/v2', to: 'a.b/c/v3' },
    { name: 'of gopkg.in', from: 'gopkg.in/yaml.v2', to: 'gopkg.in/yaml.v3' },
  ])('keeps a module of another major version one node: $name', ({ from, to }) => {
    const before = root(module(from, 'v1.0.0', { '': 10_000, '/sub': 5_000 }))
    const after = root(module(to, 'v2.0.0', { '': 30_000, '/sub': 5_000 }))
    expect(compareTrees(before, after, 'proxy')).toEqual([
      {
        binary: 'proxy',
        path: [to],
        kind: 'module',
        versionBefore: 'v1.0.0',
        versionAfter: 'v2.0.0',
        before: 15_000,
        after: 35_000,
        change: 'grown',
      },
      expect.objectContaining({ path: [to, to], before: 10_000, after: 30_000, change: 'grown' }),
    ])
  })

  it('keeps two majors side by side two modules', () => {
    const before = root(module('a.b/c', 'v1.0.0', { '': 9_000 }))
    const after = root(module('a.b/c', 'v1.0.0', { '': 9_000 }), module('a.b/c/v2', 'v2.0.0', { '': 9_000 }))
    expect(compareTrees(before, after, null).map(({ path, change }) => [path[0], change])).toEqual([
      ['a.b/c/v2', 'added'],
      ['a.b/c/v2', 'added'],
    ])
  })

  it('names a module of another version, though it weighs the same', () => {
    const [before, after] = ['v1.0.0', 'v1.0.1'].map(version => root(module('a.b/c', version, { '': 9_000 })))
    expect(compareTrees(before!, after!, null)).toEqual([
      expect.objectContaining({ versionBefore: 'v1.0.0', versionAfter: 'v1.0.1', change: 'unchanged' }),
    ])
  })

  it('follows a main module that was renamed', () => {
    const main = (name: string) =>
      tree({ name, kind: 'main' }, [{ name: `${name}/cmd`, kind: 'package', bytes: 90_000 }])
    expect(compareTrees(root(main('a.b/old')), root(main('a.b/new')), null)).toEqual([])
  })
})

const leaf = fc.nat({ max: 200_000 })
const packages = fc.dictionary(fc.constantFrom('', '/a', '/b', '/c'), leaf)
const part = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('a.b/c', 'a.b/c/v2', 'a.b/c/v3', 'd.e/f', 'd.e/f/v2'),
      fc.constantFrom('v1.0.0', 'v2.1.0'),
      packages,
    )
    .map(([name, version, children]) => module(name, version, children)),
  fc
    .tuple(fc.constantFrom('types', 'data', 'header', 'unknown', 'embed'), leaf)
    .map(([kind, bytes]) => tree({ name: kind, kind, bytes })),
)
const anyTree = fc.array(part, { maxLength: 8 }).map(children => ({ ...root(...children), children }))
const weight = fc
  .uniqueArray(fc.tuple(fc.constantFrom('api', 'worker', 'cron'), anyTree), {
    selector: ([name]) => name,
    minLength: 1,
  })
  .map(named => weightOf(...named.map(([name, breakdown]) => ({ ...breakdown, name }))))

describe('growth, whatever the trees', () => {
  it('adds up: top nodes to the binary metric, children to their parent', () => {
    fc.assert(
      fc.property(weight, weight, (before, after) => {
        const { metrics, nodes } = growthOf(before, after)
        const binary = metrics.find(({ metric }) => metric === 'binary')!
        const sum = (of: typeof nodes) => of.reduce((total, node) => total + deltaOf(node), 0)
        const top = nodes.filter(({ path }) => path.length === 1)
        expect(sum(top)).toBe(binary.after! - binary.before!)
        expect(sum(countedNodes(nodes))).toBe(binary.delta)
        const { largest, others } = largestChanges(nodes, 3)
        expect(largest.reduce((total, { delta }) => total + delta, others.delta)).toBe(binary.delta)
        for (const node of nodes) {
          const children = nodes.filter(
            ({ binary: of, path }) =>
              of === node.binary &&
              path.length === node.path.length + 1 &&
              node.path.every((name, index) => path[index] === name),
          )
          if (children.length > 0) expect(sum(children)).toBe(deltaOf(node))
        }
      }),
    )
  })

  it.each(['linux/amd64', 'linux/arm64'])('hides no more than some pages: %s', platform => {
    const most = platform === 'linux/amd64' ? 8_192 : 131_072
    const unpacked = (of: PlatformWeight): PlatformWeight => ({
      ...of,
      platform,
      binaries: of.binaries.map(one => ({
        ...one,
        pack: { status: 'unpacked', packer: null, reason: 'off' },
      })),
      sizes: { ...of.sizes, imageSize: of.binaries.reduce((sum, { linkedSize }) => sum + linkedSize, 0) },
    })
    fc.assert(
      fc.property(weight, weight, (before, after) => {
        for (const { before: from, after: to, delta } of growthOf(
          unpacked(before),
          unpacked(after),
        ).metrics.slice(0, 3))
          expect(to! - from! - delta!).toBeLessThanOrEqual(most)
      }),
    )
  })

  it('is nothing between a weight and itself, and turns round with its sides', () => {
    fc.assert(
      fc.property(weight, weight, (before, after) => {
        expect(growthOf(before, before)).toMatchObject({ nodes: [], files: [], causes: [] })
        const sizes = (of: ReturnType<typeof growthOf>) =>
          of.nodes.map(deltaOf).sort((one, other) => one - other)
        const back = growthOf(after, before)
          .nodes.map(node => -deltaOf(node))
          .sort((one, other) => one - other)
        expect(sizes(growthOf(before, after)).map(Math.abs)).toEqual(back.map(Math.abs))
      }),
    )
  })
})

describe('largestChanges', () => {
  it('finds the package that most of it is from, and adds up with the others', () => {
    const { nodes } = growthOf(olderWeight(), platformWeight())
    const { largest, others } = largestChanges(nodes, 1)
    expect(largest).toEqual([
      {
        node: expect.objectContaining({ path: ['golang.org/x/net'] }),
        delta: 120_000,
        within: [
          {
            node: expect.objectContaining({ path: ['golang.org/x/net', 'golang.org/x/net/http2'] }),
            delta: 100_000,
          },
        ],
      },
    ])
    expect(others).toEqual({ count: 1, delta: -40_000 })
  })

  it('names the three packages that changed most, where none has half of it', () => {
    const std = { binary: 'proxy', kind: 'std', versionBefore: null, versionAfter: null } as const
    const nodeOf = (name: string, before: number | null, after: number, change: NodeGrowth['change']) => ({
      ...std,
      kind: 'package' as const,
      path: ['std', name],
      before,
      after,
      change,
    })
    const nodes: readonly NodeGrowth[] = [
      { ...std, path: ['std'], before: 500_000, after: 1_000_000, change: 'grown' },
      nodeOf('reflect', 100_000, 280_000, 'grown'),
      nodeOf('fmt', 100_000, 100_100, 'unchanged'),
      nodeOf('net', 300_000, 200_000, 'shrunk'),
      nodeOf('text/template', null, 160_000, 'added'),
      nodeOf('crypto/tls', 0, 149_900, 'grown'),
      nodeOf('html', null, 110_000, 'added'),
    ]
    const [largest] = largestChanges(nodes, 10).largest
    expect(largest?.within.map(({ node, delta }) => [node.path.at(-1), delta])).toEqual([
      ['reflect', 180_000],
      ['text/template', 160_000],
      ['crypto/tls', 149_900],
    ])
  })

  it('names data without an owner however little of it there is beside the rest', () => {
    const { nodes } = growthOf(olderWeight(), platformWeight())
    const data = { ...nodes[0]!, kind: 'data', path: ['data'], before: 500_000, after: 510_000 } as const
    const listed = largestChanges([...nodes, { ...data, change: 'grown' }], 1)
    expect(listed.largest.map(({ node, delta }) => [node.path[0], delta])).toEqual([
      ['golang.org/x/net', 120_000],
      ['data', 10_000],
    ])
    expect(listed.others).toEqual({ count: 1, delta: -40_000 })
    expect(largestChanges([...nodes, { ...data, change: 'unchanged' }], 1).largest).toHaveLength(1)
  })

  it('leaves noise among the others', () => {
    const noisy = {
      ...proxyTree,
      children: proxyTree.children!.map(child => ({ ...child, bytes: child.bytes + 100 })),
    }
    expect(largestChanges(compareTrees(proxyTree, noisy, null), 10)).toEqual({
      largest: [],
      others: { count: 7, delta: 700 },
    })
  })
})
