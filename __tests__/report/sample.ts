import type { Digest } from '../../src/image/blob.ts'
import type { BinaryWeight, ImageWeight, PlatformWeight, WeighIn } from '../../src/size/weigh-in.ts'

export function digestOf(hex: string): Digest {
  return `sha256:${hex.repeat(64).slice(0, 64)}`
}

/** The REST proxy of DESIGN section 4. */
export const proxyBinary: BinaryWeight = {
  name: 'proxy',
  path: '/proxy',
  linkedSize: 6_316_194,
  shippedSize: 2_021_436,
  pack: { status: 'packed', packer: 'upx 4.2.4 --best --lzma', reason: null, kept: false },
  proof: { status: 'proven', reason: null, isolation: 'namespaces', environments: [1, 4000] },
  price: { startMs: { linked: 2.2, shipped: 125 }, memory: { linked: 376_000, shipped: 5_968_000 } },
  needs: { certificates: true, timezones: false, exec: false, users: false, temp: true },
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
    smokeTest: { status: 'passed', seen: ['8080/healthz answered 404'] },
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
      allowed: false,
      limits: [
        { metric: 'image', platform: 'linux/amd64', limit: 3_000_000, actual: 2_202_123, status: 'within' },
      ],
    },
    platforms: [platformWeight()],
    ...overrides,
  }
}

export const overBudget: Partial<ImageWeight> = {
  published: false,
  references: [],
  budget: {
    status: 'over',
    allowed: false,
    limits: [
      { metric: 'image', platform: 'linux/amd64', limit: 2_000_000, actual: 2_202_123, status: 'over' },
      { metric: 'memory', platform: 'linux/amd64', limit: 8_000_000, actual: 5_968_000, status: 'within' },
    ],
  },
}

export function weighIn(image: Partial<ImageWeight> = {}, overrides: Partial<WeighIn> = {}): WeighIn {
  const of = { image: 'proxy', platform: 'linux/amd64' }
  return {
    schemaVersion: 1,
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
