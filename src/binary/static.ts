import { formatPlatform } from '../declare/platform.ts'
import type { Platform } from '../declare/platform.ts'
import { Failure } from '../failure.ts'
import type { Elf } from './elf.ts'

const ET_EXEC = 2
const ET_DYN = 3

/**
 * What runs in `scratch`: a program for this platform that asks for no loader and no library.
 *
 * @param name what the binary is called in the sentence of a failure.
 * @throws Failure `not-static`
 */
export function requireStatic(elf: Elf, name: string, platform: Platform): void {
  const why = whyNot(elf, platform)
  if (why !== null) throw new Failure('not-static', `${name} cannot run in a scratch image: ${why}.`)
}

function whyNot(
  { type, machine, architecture, interpreter, neededLibraries }: Elf,
  platform: Platform,
): string | null {
  if (platform.architecture !== architecture) {
    const built = architecture ?? `machine ${machine}, which Go does not know`
    return `it is built for ${built}, and the platform is ${formatPlatform(platform)}; build it for that, or name the other platform`
  }
  if (type !== ET_EXEC && type !== ET_DYN) {
    return 'it is an object file and not a program; link it first'
  }
  if (neededLibraries.length > 0) {
    return `it needs ${neededLibraries.join(', ')}, and scratch has no libraries; link it statically: \`cgo: static\` where it needs C, CGO_ENABLED=0 where it does not, or musl`
  }
  if (interpreter !== null) {
    return `it asks for the dynamic loader ${interpreter}, and scratch has none; leave out -buildmode=pie, or link with -static-pie`
  }
  return null
}
