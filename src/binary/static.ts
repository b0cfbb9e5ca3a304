import { type Clause, clause } from '../clause.ts'
import { input } from '../declare/input-part.ts'
import { formatPlatform } from '../declare/platform.ts'
import type { Platform } from '../declare/platform.ts'
import { type Clauses, Failure } from '../failure.ts'
import { ET_DYN, ET_EXEC } from './elf-constants.ts'
import type { Executable } from './executable.ts'
import { madeFor } from './foreign.ts'

/** Who built a binary: Bantam, or the user before the run. */
export type Origin = 'compiled' | 'given'

/**
 * What runs in `scratch`: a program for this platform that asks for no loader and no library.
 *
 * @param name what the binary is called in the sentence of a failure.
 * @param origin `given`: the input `binary` names it, so that no input of the build can change it
 * @throws Failure `not-static`
 */
export function requireStatic(
  executable: Executable,
  bytes: Uint8Array,
  name: string,
  platform: Platform,
  origin: Origin,
): void {
  const why = whyNot(executable, bytes, platform, origin)
  if (why !== null)
    throw new Failure(
      'not-static',
      { what: clause`${name} cannot run in a scratch image`, ...why },
      { fields: { file: name, platform: formatPlatform(platform) } },
    )
}

const LINK_STATICALLY: Readonly<Record<Origin, Clause>> = {
  compiled: clause`set ${input('cgo', 'static')} if it needs C code, and leave ${input('cgo')} off if not`,
  given: clause`build it with CGO_ENABLED=0, or link it statically, for example with musl`,
}

function whyNot(
  { elf, buildInfo }: Executable,
  bytes: Uint8Array,
  platform: Platform,
  origin: Origin,
): Pick<Clauses, 'why' | 'fix'> | null {
  const built = madeFor(elf, bytes, buildInfo, platform)
  if (built !== null)
    return {
      why: clause`it is built for ${built}, but the platform is ${formatPlatform(platform)}`,
      fix: clause`build it for that platform, or set ${input('platforms')}`,
    }
  const { type, entry, interpreter, neededLibraries } = elf
  if (type !== ET_EXEC && type !== ET_DYN)
    return { why: clause`it is an object file and not a program`, fix: clause`link it first` }
  if (neededLibraries.length > 0)
    return {
      why: clause`it needs ${neededLibraries.join(', ')}, and scratch has no libraries`,
      fix: LINK_STATICALLY[origin],
    }
  if (interpreter !== null)
    return {
      why: clause`it needs the dynamic loader ${interpreter}, and scratch has none`,
      fix: clause`build it without -buildmode=pie, or link it with -static-pie`,
    }
  if (entry === 0n) return { why: clause`it is a library and not a program`, fix: clause`link a program` }
  return null
}
