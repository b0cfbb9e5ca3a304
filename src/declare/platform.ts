import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'

/** An OCI platform; the words are GOOS and GOARCH. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export interface Platform {
  readonly os: string
  readonly architecture: string
  /** `v5`, `v6`, `v7` for arm; `v2`, `v3`, `v4` for amd64; left out where it says nothing. */
  readonly variant?: string
}

/** The platform that is built, or is weighed among several, by default. */
export const DEFAULT_PLATFORM: Platform = { os: 'linux', architecture: 'amd64' }

export function formatPlatform({ os, architecture, variant }: Platform): string {
  return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`
}

/**
 * GOARCH values of Linux with their variants. The first variant is the one that is meant without a variant. `go tool
 * dist list`
 */
const ARCHITECTURES: Readonly<Record<string, readonly string[]>> = {
  '386': [],
  amd64: ['v1', 'v2', 'v3', 'v4'],
  arm: ['v7', 'v6', 'v5'],
  arm64: ['v8'],
  loong64: [],
  mips: [],
  mips64: [],
  mips64le: [],
  mipsle: [],
  ppc64: [],
  ppc64le: [],
  riscv64: [],
  s390x: [],
}

/** Variants that mean the same as no variant, so they are left out. The first variant of arm is written out. */
const IMPLIED: readonly string[] = ['amd64/v1', 'arm64/v8']

const OTHER_SYSTEMS = ['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'js'].concat([
  'netbsd',
  'openbsd',
  'plan9',
  'solaris',
  'wasip1',
  'windows',
])

/** What other tools call the same. */
const ALIASES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  x64: 'amd64',
  x86: '386',
  i386: '386',
  i686: '386',
  aarch64: 'arm64',
  armhf: 'arm/v7',
  armv7: 'arm/v7',
  armv7l: 'arm/v7',
  armv6: 'arm/v6',
  armv6l: 'arm/v6',
}

/** Reads `os/arch[/variant]`, Linux only. */
export function parsePlatform(text: string): Parsed<Platform> {
  const [os = '', architecture, variant, ...rest] = text.trim().split('/')
  if (os === '') return problem('is empty; write os/arch, such as linux/amd64')
  if (architecture === undefined) return problem(loneWordProblem(os))
  if (rest.length > 0) return problem('has too many parts; write os/arch[/variant], such as linux/arm/v7')
  if (os !== 'linux') {
    return problem(
      OTHER_SYSTEMS.includes(os)
        ? `is not Linux, and only Linux runs images from scratch; write linux/${architecture}`
        : `has an unknown system "${os}"${didYouMean(os, ['linux'])}; write linux/${architecture}`,
    )
  }
  const variants = Object.hasOwn(ARCHITECTURES, architecture) ? ARCHITECTURES[architecture] : undefined
  if (variants === undefined) return problem(architectureProblem(architecture))
  if (variant === undefined) {
    return parsed(architecture === 'arm' ? { os, architecture, variant: 'v7' } : { os, architecture })
  }
  if (!variants.includes(variant)) {
    return problem(
      variants.length === 0
        ? `has a variant, and ${architecture} has none; write ${os}/${architecture}`
        : `has an unknown variant "${variant}"; ${architecture} has ${variants.join(', ')}`,
    )
  }
  return parsed(
    IMPLIED.includes(`${architecture}/${variant}`) ? { os, architecture } : { os, architecture, variant },
  )
}

function loneWordProblem(word: string): string {
  if (Object.hasOwn(ARCHITECTURES, word)) return `names no system; write linux/${word}`
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined
  return `is not os/arch; write ${alias === undefined ? 'linux/amd64 or linux/arm64' : `linux/${alias}`}`
}

function architectureProblem(architecture: string): string {
  const alias = Object.hasOwn(ALIASES, architecture) ? ALIASES[architecture] : undefined
  if (alias !== undefined) return `has another tool's name for an architecture; write linux/${alias}`
  const known = Object.keys(ARCHITECTURES)
  return `has an unknown architecture "${architecture}"${didYouMean(architecture, known) || `; Go knows ${known.join(', ')}`}`
}
