import { formatPlatform } from '../declare/platform.ts'
import type { Platform } from '../declare/platform.ts'
import { Failure } from '../failure.ts'
import { ET_DYN, ET_EXEC } from './elf-constants.ts'
import type { Executable } from './executable.ts'
import { madeFor } from './foreign.ts'

/**
 * What runs in `scratch`: a program for this platform that asks for no loader and no library.
 *
 * @param name what the binary is called in the sentence of a failure.
 * @throws Failure `not-static`
 */
export function requireStatic(
  executable: Executable,
  bytes: Uint8Array,
  name: string,
  platform: Platform,
): void {
  const why = whyNot(executable, bytes, platform)
  if (why !== null) throw new Failure('not-static', `${name} cannot run in a scratch image: ${why}.`)
}

function whyNot({ elf, buildInfo }: Executable, bytes: Uint8Array, platform: Platform): string | null {
  const built = madeFor(elf, bytes, buildInfo, platform)
  if (built !== null)
    return `it is built for ${built}, and the platform is ${formatPlatform(platform)}; build it for that, or name the other platform`
  const { type, entry, interpreter, neededLibraries } = elf
  if (type !== ET_EXEC && type !== ET_DYN) {
    return 'it is an object file and not a program; link it first'
  }
  if (neededLibraries.length > 0) {
    return `it needs ${neededLibraries.join(', ')}, and scratch has no libraries; link it statically: \`cgo: static\` where it needs C, CGO_ENABLED=0 where it does not, or musl`
  }
  if (interpreter !== null) {
    return `it asks for the dynamic loader ${interpreter}, and scratch has none; leave out -buildmode=pie, or link with -static-pie`
  }
  if (entry === 0n) return 'it is a library and not a program; link a program'
  return null
}
