import { formatPlatform, type Platform } from '../declare/platform.ts'

interface Fault {
  /** GOARCH; left out: all. */
  readonly architectures?: readonly string[]
  /** Major and minor versions: from the first, up to but not including the second. */
  readonly from: readonly [number, number]
  readonly before: readonly [number, number]
  /** A clause. */
  readonly why: string
}

const EVER = { from: [0, 0], before: [Infinity, 0] } as const

/** What UPX has no format for: it fails with `UnknownExecutableFormatException`, in 4.2.4 and 5.x. */
const UNPACKABLE = ['loong64', 'mips64', 'mips64le', 'riscv64', 's390x']

/**
 * What is known to break Go binaries: seen during development, or reported at https://github.com/upx/upx/issues and
 * never shown to be fixed. `upx -t` accepts all of it, and a start in a small environment succeeds.
 */
const FAULTS: readonly Fault[] = [
  {
    ...EVER,
    architectures: UNPACKABLE,
    why: 'UPX cannot pack for this platform',
  },
  {
    ...EVER,
    architectures: ['arm64'],
    why: 'programs packed by any UPX release crash on this platform if the environment has about 500 variables or more (upx/upx#743, upx/upx#952)',
  },
  {
    architectures: ['amd64'],
    from: [5, 0],
    before: [6, 0],
    why: 'Go programs packed by UPX 5 crash at random if the environment has about 500 variables or more (upx/upx#18902)',
  },
  {
    architectures: ['arm'],
    from: [5, 0],
    before: [6, 0],
    why: 'programs packed by UPX 5 crash if the size of a segment is a whole number of pages (upx/upx#18898)',
  },
  {
    architectures: ['ppc64le'],
    from: [5, 0],
    before: [5, 1],
    why: 'programs packed by UPX 5.0 end with SIGTRAP (upx/upx#925)',
  },
  {
    architectures: ['amd64'],
    from: [4, 0],
    before: [4, 2],
    why: 'programs packed by UPX before 4.2 exit with 127 at about one start in a thousand (upx/upx#717)',
  },
  {
    from: [0, 0],
    before: [4, 0],
    why: 'Go programs packed by UPX 3 or older crash, depending on their size and environment (upx/upx#308, upx/upx#480)',
  },
]

/** Why this version of UPX must not pack for this platform, as a clause; `null` where no reason is known. */
export function knownFault(version: string, platform: Platform): string | null {
  if (platform.os !== 'linux')
    return `UPX is known to work for Linux only, not for ${formatPlatform(platform)}`
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const known = FAULTS.find(
    ({ architectures, from, before }) =>
      (architectures?.includes(platform.architecture) ?? true) &&
      !isBefore([major, minor], from) &&
      isBefore([major, minor], before),
  )
  return known?.why ?? null
}

function isBefore([major, minor]: readonly [number, number], other: readonly [number, number]): boolean {
  return major < other[0] || (major === other[0] && minor < other[1])
}
