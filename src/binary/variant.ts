import type { BuildInfo } from './build-info.ts'

/**
 * The processor level that a Go program requires within its architecture, as a platform spells it: `v6` of
 * `linux/arm/v6`. `null` if it requires none, or if the build info does not say.
 * https://go.dev/wiki/MinimumRequirements, https://pkg.go.dev/cmd/go#hdr-Environment_variables
 */
export function variantOf(architecture: string | null, buildInfo: BuildInfo | null): string | null {
  const known =
    architecture !== null && Object.hasOwn(SETTINGS, architecture) ? SETTINGS[architecture] : undefined
  // In GOARM=6,softfloat and GOARM64=v9.0,lse, the part after the comma selects among processors of one level.
  const level = known === undefined ? '' : (buildInfo?.settings[known.name] ?? '').split(',', 1)[0]
  if (known === undefined || level === undefined || !LEVEL.test(level) || level === known.usual) return null
  return known.variant(level)
}

interface Setting {
  readonly name: string
  /** The level that every processor of the architecture has. */
  readonly usual: string | null
  readonly variant: (level: string) => string | null
}

const asItIs = (level: string) => level
const SETTINGS: Readonly<Record<string, Setting>> = {
  '386': { name: 'GO386', usual: 'sse2', variant: asItIs },
  amd64: { name: 'GOAMD64', usual: 'v1', variant: asItIs },
  arm: { name: 'GOARM', usual: null, variant: level => `v${level}` },
  // Platforms of images have only v8 and v9, and nothing between them.
  arm64: {
    name: 'GOARM64',
    usual: 'v8.0',
    variant: level => (level.startsWith('v8') ? null : level.replace(/\..*/, '')),
  },
  mips: { name: 'GOMIPS', usual: 'hardfloat', variant: asItIs },
  mipsle: { name: 'GOMIPS', usual: 'hardfloat', variant: asItIs },
  mips64: { name: 'GOMIPS64', usual: 'hardfloat', variant: asItIs },
  mips64le: { name: 'GOMIPS64', usual: 'hardfloat', variant: asItIs },
  ppc64: { name: 'GOPPC64', usual: 'power8', variant: asItIs },
  ppc64le: { name: 'GOPPC64', usual: 'power8', variant: asItIs },
  riscv64: { name: 'GORISCV64', usual: 'rva20u64', variant: asItIs },
}

/** The value comes from the file, so it is checked. */
const LEVEL = /^[a-z0-9.]{1,16}$/
