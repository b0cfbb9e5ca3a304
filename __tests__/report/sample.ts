import type { Digest } from '../../src/weigh-in/digest.ts'
import type { Breakdown } from '../../src/weigh-in/breakdown.ts'
import type { LimitVerdict } from '../../src/weigh-in/verdict.ts'
import { growthOf } from '../../src/size/growth.ts'
import type {
  BaselineReport,
  BinaryWeight,
  ImageWeight,
  PlatformWeight,
  WeighIn,
} from '../../src/weigh-in/weigh-in.ts'
import { boundOf, lineOf, subjectOf } from '../support/limits.ts'

export function digestOf(hex: string): Digest {
  return `sha256:${hex.repeat(64).slice(0, 64)}`
}

function pkg(name: string, bytes: number): Breakdown {
  return { name, kind: 'package', bytes }
}

/** What the linked proxy consists of: its bytes are those of the file. */
export const proxyTree: Breakdown = {
  name: 'proxy',
  kind: 'binary',
  bytes: 6_316_194,
  children: [
    { name: 'example.com/proxy', kind: 'main', bytes: 20_194, children: [pkg('example.com/proxy', 20_194)] },
    {
      name: 'golang.org/x/net',
      kind: 'module',
      version: 'v0.30.0',
      bytes: 900_000,
      children: [pkg('golang.org/x/net/http2', 700_000), pkg('golang.org/x/net/http2/hpack', 200_000)],
    },
    {
      name: 'std',
      kind: 'std',
      bytes: 4_000_000,
      children: [pkg('crypto/tls', 1_200_000), pkg('net/http', 1_800_000), pkg('runtime', 1_000_000)],
    },
    { name: 'types', kind: 'types', bytes: 700_000 },
    { name: 'data', kind: 'data', bytes: 500_000 },
    { name: 'pclntab', kind: 'pclntab', bytes: 100_000 },
    { name: 'header', kind: 'header', bytes: 6_000 },
    { name: 'unknown', kind: 'unknown', bytes: 90_000 },
  ],
}

/** The REST proxy of DESIGN section 4. */
export const proxyBinary: BinaryWeight = {
  name: 'proxy',
  path: '/proxy',
  main: 'example.com/proxy',
  linkedSize: 6_316_194,
  shippedSize: 2_021_436,
  pack: { status: 'packed', packer: 'upx 4.2.4 --best --lzma', reason: null, kept: false },
  proof: { status: 'proven', reason: null, isolation: 'namespaces', environments: [1, 4000] },
  price: { processorMs: { linked: 2.2, shipped: 125 }, memory: { linked: 376_000, shipped: 5_968_000 } },
  needs: { certificates: true, timezones: false, exec: false, users: false, temp: true },
  breakdown: proxyTree,
}

export function platformWeight(overrides: Partial<PlatformWeight> = {}): PlatformWeight {
  return {
    platform: 'linux/amd64',
    digest: digestOf('9c1f'),
    sizes: { imageSize: 2_202_123, downloadSize: 2_147_000 },
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
    binaries: [proxyBinary],
    layers: [
      { digest: digestOf('a'), size: 126_187, what: 'base' },
      { digest: digestOf('b'), size: 2_020_000, what: 'binaries' },
    ],
    breakdown: {
      name: 'image',
      kind: 'image',
      bytes: 2_202_123,
      children: [
        { name: '/proxy', kind: 'binary', bytes: 2_021_436 },
        { name: '/etc/ssl/certs/ca-certificates.crt', kind: 'file', bytes: 180_600 },
        { name: '/etc/passwd', kind: 'file', bytes: 60 },
        { name: '/etc/group', kind: 'file', bytes: 27 },
      ],
    },
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
    actual: 2_202_123,
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
    references: ['ghcr.io/o/proxy:v1', 'ghcr.io/o/proxy:latest'],
    digest: digestOf('9c1f'),
    published: true,
    budget: {
      status: 'within',
      waived: false,
      limits: [limitVerdict()],
      dropped: [],
    },
    baseline: null,
    platforms: [platformWeight()],
    ...overrides,
  }
}

export const overBudget: Partial<ImageWeight> = {
  published: false,
  references: [],
  budget: {
    status: 'over',
    waived: false,
    limits: [
      limitVerdict({ bound: boundOf('2 MB'), limit: 2_000_000, status: 'over' }),
      limitVerdict({
        subject: subjectOf('memory'),
        bound: boundOf('8 MB'),
        limit: 8_000_000,
        actual: 5_968_000,
      }),
    ],
    dropped: [],
  },
}

export const mainBranch: BaselineReport = {
  kind: 'image',
  reference: 'ghcr.io/o/proxy:main',
  revision: 'fedcba9876543210fedcba9876543210fedcba98',
  digest: digestOf('8b0e'),
  reason: null,
}

/** The proxy before golang.org/x/net grew and a module came, on an older Go and with older certificates. */
export function olderWeight(): PlatformWeight {
  const now = platformWeight()
  const [main, , std, ...others] = proxyTree.children ?? []
  const net: Breakdown = {
    name: 'golang.org/x/net',
    kind: 'module',
    version: 'v0.29.0',
    bytes: 780_000,
    children: [pkg('golang.org/x/net/http2', 600_000), pkg('golang.org/x/net/http2/hpack', 180_000)],
  }
  const text: Breakdown = {
    name: 'golang.org/x/text',
    kind: 'module',
    version: 'v0.20.0',
    bytes: 40_000,
    children: [pkg('golang.org/x/text/unicode/norm', 40_000)],
  }
  const children = [main, net, text, std, ...others].filter(node => node !== undefined)
  const bytes = children.reduce((sum, child) => sum + child.bytes, 0)
  return {
    ...now,
    sizes: { imageSize: 2_161_123, downloadSize: 2_107_000 },
    settings: { ...now.settings, go: 'go1.25.3' },
    binaries: [
      {
        ...proxyBinary,
        linkedSize: bytes,
        shippedSize: 1_981_436,
        breakdown: { ...proxyTree, bytes, children },
      },
    ],
    breakdown: {
      name: 'image',
      kind: 'image',
      bytes: 2_161_123,
      children: [
        { name: '/proxy', kind: 'binary', bytes: 1_981_436 },
        { name: '/etc/ssl/certs/ca-certificates.crt', kind: 'file', bytes: 179_600 },
        { name: '/etc/passwd', kind: 'file', bytes: 60 },
        { name: '/etc/group', kind: 'file', bytes: 27 },
      ],
    },
  }
}

/** A pull request that made it larger than it may be. */
export const grown: Partial<ImageWeight> = {
  published: false,
  references: [],
  baseline: mainBranch,
  platforms: [platformWeight({ growth: growthOf(olderWeight(), platformWeight()) })],
  budget: {
    status: 'over',
    waived: false,
    limits: [
      limitVerdict({
        bound: boundOf('3 MB'),
        raisedFrom: boundOf('2.5 MB'),
        before: 2_161_123,
        growth: 41_000,
      }),
      limitVerdict({
        subject: subjectOf('module golang.org/x/net'),
        bound: boundOf('1 MB'),
        limit: 1_000_000,
        actual: 900_000,
        before: 780_000,
        growth: 120_000,
      }),
      limitVerdict({
        bound: boundOf('+20 kB'),
        limit: 2_181_123,
        before: 2_161_123,
        growth: 41_000,
        status: 'over',
      }),
      limitVerdict({
        subject: subjectOf('module golang.org/x/net'),
        bound: boundOf('+0'),
        limit: 780_000,
        actual: 900_000,
        before: 780_000,
        growth: 120_000,
        status: 'over',
      }),
    ],
    dropped: [lineOf('memory: 8MB')],
  },
}

export function weighIn(image: Partial<ImageWeight> = {}, overrides: Partial<WeighIn> = {}): WeighIn {
  const of = { image: 'proxy', platform: 'linux/amd64' }
  return {
    schemaVersion: 2,
    bantam: '0.1.0',
    revision: '0123456789abcdef0123456789abcdef01234567',
    images: [imageWeight(image)],
    stages: [
      { stage: 'resolve', ...of, ms: 35 },
      { stage: 'compile', ...of, ms: 312 },
      { stage: 'pack', ...of, ms: 2_911 },
      { stage: 'prove', ...of, ms: 214 },
      { stage: 'assemble', ...of, ms: 12 },
    ],
    ...overrides,
  }
}
