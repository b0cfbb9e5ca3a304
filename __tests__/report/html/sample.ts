import type { Digest } from '../../../src/weigh-in/digest.ts'
import type { Growth } from '../../../src/weigh-in/growth.ts'
import type { Breakdown, BreakdownKind } from '../../../src/weigh-in/breakdown.ts'
import type { LimitVerdict } from '../../../src/weigh-in/verdict.ts'
import { compareTrees } from '../../../src/size/node-growth.ts'
import type { ImageWeight, PlatformWeight, WeighIn } from '../../../src/weigh-in/weigh-in.ts'
import { boundOf, lineOf, subjectOf } from '../../support/limits.ts'

/** kB of the packages of a small service, about as they are in one. */
const STANDARD: Readonly<Record<string, number>> = {
  'net/http': 812,
  runtime: 640,
  'crypto/tls': 402,
  'vendor/golang.org/x/net/http2/hpack': 61,
  'vendor/golang.org/x/text/unicode/norm': 74,
  'crypto/x509': 240,
  'crypto/internal/fips140/nistec': 188,
  'crypto/internal/fips140/mlkem': 96,
  net: 306,
  reflect: 232,
  fmt: 118,
  'math/big': 144,
  time: 122,
  'encoding/json': 171,
  'net/url': 58,
  'mime/multipart': 52,
  'compress/flate': 49,
  strconv: 71,
  os: 88,
  syscall: 40,
  bufio: 24,
  sort: 18,
  unicode: 29,
  'internal/poll': 44,
  'log/slog': 97,
}
const MODULES: readonly (readonly [string, string, Readonly<Record<string, number>>])[] = [
  ['golang.org/x/net', 'v0.41.0', { 'golang.org/x/net/http2': 288, 'golang.org/x/net/html': 143 }],
  [
    'github.com/prometheus/client_golang',
    'v1.23.0',
    { 'github.com/prometheus/client_golang/prometheus': 201 },
  ],
  [
    'google.golang.org/protobuf',
    'v1.36.9',
    { 'google.golang.org/protobuf/internal/impl': 366, 'google.golang.org/protobuf/proto': 84 },
  ],
  ['github.com/klauspost/compress', 'v1.18.0', { 'github.com/klauspost/compress/zstd': 260 }],
]
const OWN = {
  'example.com/proxy': 21,
  'example.com/proxy/internal/route': 64,
  'example.com/proxy/internal/cache': 38,
}

const VERBS = [
  'read',
  'write',
  'parse',
  'encode',
  'close',
  'dial',
  'handle',
  'match',
  'flush',
  'next',
  'init',
  'copy',
]
const NOUNS = [
  'Header',
  'Frame',
  'Conn',
  'Request',
  'Response',
  'Body',
  'Buffer',
  'Key',
  'Cert',
  'Block',
  'Table',
]

/**
 * A linked proxy down to its functions.
 *
 * @param functions how many each package has
 * @param weigh changes the kB of a package: another build of the same
 */
export function proxyTree(
  functions = 24,
  weigh = (_name: string, kilobytes: number) => kilobytes,
): Breakdown {
  const packages = (names: Readonly<Record<string, number>>) =>
    Object.entries(names)
      .map(([name, kilobytes]) => [name, weigh(name, kilobytes)] as const)
      .filter(([, kilobytes]) => kilobytes > 0)
      .map(([name, kilobytes]) => packageNode(name, kilobytes * 1000, functions))
  return node('proxy', 'binary', [
    node('example.com/proxy', 'main', packages(OWN)),
    ...MODULES.map(([path, version, names]) => ({ ...node(path, 'module', packages(names)), version })),
    node('std', 'std', packages(STANDARD)),
    leaf('types', 'types', 318_204),
    node('data', 'data', [
      leaf('.noptrdata', 'data', 66_018),
      leaf('.data', 'data', 21_344),
      leaf('.rodata', 'data', 180_117),
    ]),
    leaf('index.html', 'embed', 30_771),
    leaf('function table', 'pclntab', 143_002),
    leaf('headers', 'header', 4096),
    leaf('unknown', 'unknown', 17_311),
  ])
}

function packageNode(name: string, bytes: number, functions: number): Breakdown {
  const weights = Array.from({ length: functions }, (_, index) => 1 / (index + 1))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  const children = weights.map((weight, index) => {
    const verb = VERBS[index % VERBS.length] ?? ''
    const noun = NOUNS[Math.floor(index / VERBS.length) % NOUNS.length] ?? ''
    const number = Math.floor(index / (VERBS.length * NOUNS.length))
    return leaf(
      `(*${noun.toLowerCase()}).${verb}${noun}${number === 0 ? '' : number}`,
      'function',
      Math.max(1, Math.round((bytes * weight) / whole)),
    )
  })
  return node(name, 'package', children)
}

export function leaf(name: string, kind: BreakdownKind, bytes: number): Breakdown {
  return { name, kind, bytes }
}

export function node(name: string, kind: BreakdownKind, children: readonly Breakdown[]): Breakdown {
  return { name, kind, bytes: children.reduce((sum, { bytes }) => sum + bytes, 0), children }
}

export function countNodes({ children = [] }: Breakdown): number {
  return children.reduce((sum, child) => sum + countNodes(child), 1)
}

/** Before: without HTML parsing, with a smaller own cache and a larger fmt. */
export function earlierProxyTree(): Breakdown {
  const before: Readonly<Record<string, number>> = {
    'golang.org/x/net/html': 0,
    'example.com/proxy/internal/cache': 22,
    fmt: 131,
    'net/http': 798,
    'crypto/x509': 301,
  }
  const tree = proxyTree(24, (name, kilobytes) => before[name] ?? kilobytes)
  const children = (tree.children ?? []).map(child =>
    child.name === 'golang.org/x/net' ? { ...child, version: 'v0.38.0' } : child,
  )
  const gone = {
    ...node('gopkg.in/yaml.v3', 'module', [packageNode('gopkg.in/yaml.v3', 88_000, 12)]),
    version: 'v3.0.1',
  }
  return node('proxy', 'binary', [...children, gone])
}

export function digestOf(hex: string): Digest {
  return `sha256:${hex.repeat(64).slice(0, 64)}`
}

const tree = proxyTree()
const earlier = earlierProxyTree()
const SHIPPED = 2_021_436

const files = node('image', 'image', [
  leaf('/proxy', 'binary', SHIPPED),
  leaf('/etc/ssl/certs/ca-certificates.crt', 'file', 180_600),
  leaf('/etc/passwd', 'file', 60),
  leaf('/etc/group', 'file', 27),
])

export const growth: Growth = {
  metrics: [
    {
      metric: 'image',
      before: 2_130_004,
      after: files.bytes,
      delta: files.bytes - 2_130_004,
      change: 'grown',
    },
    { metric: 'download', before: 2_081_112, after: 2_147_000, delta: 65_888, change: 'grown' },
    {
      metric: 'binary',
      before: earlier.bytes,
      after: tree.bytes,
      delta: tree.bytes - earlier.bytes,
      change: 'grown',
    },
    { metric: 'memory', before: 5_968_000, after: 5_969_120, delta: 1_120, change: 'unchanged' },
  ],
  causes: ['Go changed from go1.26.7 to go1.26.8'],
  nodes: compareTrees(earlier, tree, 'proxy'),
  files: compareTrees(
    node(
      'image',
      'image',
      (files.children ?? []).map(child => (child.name === '/proxy' ? { ...child, bytes: 1_949_317 } : child)),
    ),
    files,
    null,
  ),
}

export function platformWeight(overrides: Partial<PlatformWeight> = {}): PlatformWeight {
  return {
    platform: 'linux/amd64',
    digest: digestOf('9c1f'),
    sizes: { imageSize: files.bytes, downloadSize: 2_147_000 },
    settings: {
      go: 'go1.26.8',
      goSource: 'PATH',
      packer: 'upx 4.2.4 --best --lzma',
      ldflags: '',
      buildTags: [],
      buildFlags: [],
      cgo: 'off',
      certificates: 'mozilla',
      timezones: 'none',
      layerCompression: 'gzip',
    },
    binaries: [
      {
        name: 'proxy',
        path: '/proxy',
        linkedSize: tree.bytes,
        shippedSize: SHIPPED,
        pack: { status: 'packed', packer: 'upx 4.2.4 --best --lzma', reason: null, kept: false },
        proof: { status: 'proven', reason: null, isolation: 'namespaces', environments: [1, 4000] },
        price: {
          processorMs: { linked: 2.2, shipped: 125 },
          memory: { linked: 376_000, shipped: 5_968_000 },
        },
        needs: { certificates: true, timezones: false, exec: false, users: false, temp: true },
        breakdown: tree,
      },
    ],
    layers: [],
    breakdown: files,
    growth: null,
    smokeTest: { status: 'passed', seen: ['8080/healthz answered 404'] },
    ...overrides,
  }
}

export function limitVerdict(overrides: Partial<LimitVerdict> = {}): LimitVerdict {
  return {
    subject: subjectOf('image'),
    bound: boundOf('3 MB'),
    platform: 'linux/amd64',
    limit: 3_000_000,
    actual: files.bytes,
    before: null,
    growth: null,
    status: 'within',
    inherited: false,
    raisedFrom: null,
    reason: null,
    ...overrides,
  }
}

export function imageWeight(overrides: Partial<ImageWeight> = {}): ImageWeight {
  return {
    name: 'proxy',
    references: ['ghcr.io/o/proxy:v1'],
    digest: digestOf('9c1f'),
    published: true,
    budget: { status: 'within', waived: false, limits: [limitVerdict()], dropped: [] },
    baseline: null,
    platforms: [platformWeight()],
    ...overrides,
  }
}

export function weighIn(...images: readonly ImageWeight[]): WeighIn {
  return {
    schemaVersion: 2,
    bantam: '0.1.0',
    revision: '0123456789abcdef0123456789abcdef01234567',
    images: images.length === 0 ? [imageWeight()] : images,
    stages: [],
  }
}

/** Grown over a baseline, and over one of its limits. */
export function grown(): WeighIn {
  return weighIn(
    imageWeight({
      published: false,
      references: [],
      baseline: {
        kind: 'image',
        reference: 'ghcr.io/o/proxy:main',
        revision: 'fedcba9876543210',
        digest: digestOf('b'),
        reason: null,
      },
      budget: {
        status: 'over',
        waived: false,
        limits: [
          limitVerdict({ before: 2_130_004, growth: 72_119, raisedFrom: boundOf('2.5 MB') }),
          limitVerdict({
            bound: boundOf('+50 kB'),
            limit: 2_180_004,
            before: 2_130_004,
            growth: 72_119,
            status: 'over',
          }),
          limitVerdict({
            subject: subjectOf('module golang.org/x/net'),
            bound: boundOf('500 kB'),
            limit: 500_000,
            actual: 431_002,
            before: 288_000,
            growth: 143_002,
          }),
        ],
        dropped: [lineOf('memory: 8MB')],
      },
      platforms: [platformWeight({ growth })],
    }),
  )
}
