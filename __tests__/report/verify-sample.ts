import type { PlatformVerification, Verification } from '../../src/verify/verification.ts'

export const IMAGE = `sha256:${'a'.repeat(64)}` as const
export const REBUILD = `sha256:${'b'.repeat(64)}` as const

export function platformSample(changes: Partial<PlatformVerification> = {}): PlatformVerification {
  return {
    platform: 'linux/amd64',
    revision: 'c0ffee00'.repeat(5),
    digest: IMAGE,
    rebuilt: IMAGE,
    go: 'go1.26.8',
    packer: 'upx 4.2.4 --best --lzma',
    layers: [],
    fields: [],
    reasons: [],
    ...changes,
  }
}

export function verificationSample(
  platforms: readonly PlatformVerification[] = [platformSample()],
  others: readonly string[] = [],
): Verification {
  return { name: 'ghcr.io/o/api:v1', digest: IMAGE, platforms, others }
}

export const DIFFERENT = platformSample({
  rebuilt: REBUILD,
  layers: [
    {
      what: 'binaries',
      digest: IMAGE,
      rebuilt: REBUILD,
      how: 'files',
      files: [{ path: '/api', aspects: ['content', 'mode'], bytes: 500_000, rebuiltBytes: 500_556 }],
    },
    { what: 'layer 4', digest: IMAGE, rebuilt: null, how: 'files', files: [] },
    { what: 'base', digest: IMAGE, rebuilt: REBUILD, how: 'compression', files: [] },
  ],
  fields: ['config.Shell'],
  reasons: [
    { kind: 'go', path: '/api', image: 'go1.25.1', rebuilt: 'go1.26.8' },
    { kind: 'foreign', what: 'layer 4' },
  ],
})
