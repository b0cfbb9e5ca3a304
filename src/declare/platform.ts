import { didYouMean } from './nearest.ts'
import { type Parsed, parsed, problem } from './parsed.ts'
import { ARCHITECTURES, processorSetting } from './processor.ts'

/** An OCI platform; the words are GOOS and GOARCH. https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md */
export interface Platform {
  readonly os: string
  readonly architecture: string
  /** `v6` of arm, `v3` of amd64, `rva22u64` of riscv64 …; left out where every processor has it. */
  readonly variant?: string
}

/** The platform that is built, or is weighed among several, by default. */
export const DEFAULT_PLATFORM: Platform = { os: 'linux', architecture: 'amd64' }

export function formatPlatform({ os, architecture, variant }: Platform): string {
  return variant === undefined ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`
}

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
  const setting = processorSetting(architecture)
  if (setting === undefined) return problem(architectureProblem(architecture))
  const [usual, ...others] = Object.keys(setting?.variants ?? {})
  if (variant === undefined)
    return parsed(
      setting?.isImplied === false && usual !== undefined
        ? { os, architecture, variant: usual }
        : { os, architecture },
    )
  if (usual === undefined)
    return problem(`has a variant, and ${architecture} has none; write ${os}/${architecture}`)
  if (variant !== usual && !others.includes(variant))
    return problem(
      `has an unknown variant "${variant}"; ${architecture} has ${[usual, ...others].toSorted().join(', ')}`,
    )
  return parsed(
    setting?.isImplied === true && variant === usual ? { os, architecture } : { os, architecture, variant },
  )
}

function loneWordProblem(word: string): string {
  if (ARCHITECTURES.includes(word)) return `names no system; write linux/${word}`
  const alias = Object.hasOwn(ALIASES, word) ? ALIASES[word] : undefined
  return `is not os/arch; write ${alias === undefined ? 'linux/amd64 or linux/arm64' : `linux/${alias}`}`
}

function architectureProblem(architecture: string): string {
  const alias = Object.hasOwn(ALIASES, architecture) ? ALIASES[architecture] : undefined
  if (alias !== undefined) return `has another tool's name for an architecture; write linux/${alias}`
  return `has an unknown architecture "${architecture}"${didYouMean(architecture, ARCHITECTURES) || `; Go knows ${ARCHITECTURES.join(', ')}`}`
}
