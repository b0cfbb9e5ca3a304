import { formatBytes } from '../declare/bytes.ts'
import type { OtherProgram } from '../weigh-in/weigh-in.ts'

/** Describes the programs besides the binaries. The texts are not escaped. */
export interface OtherProgramWords {
  /** `3 programs that Go did not build, 1.20 MB`; `null` if there are none. */
  readonly read: string | null
  /** `/bin/x was not read: it is damaged`; ten at most. */
  readonly unread: readonly string[]
  /** `and 4 more programs were not read`; `null` if there are none. */
  readonly more: string | null
}

const MOST_NAMED = 10

export function otherProgramWords(programs: readonly OtherProgram[]): OtherProgramWords {
  const read = programs.filter(({ unread }) => unread === null)
  const unread = programs.flatMap(({ path, unread: why }) =>
    why === null ? [] : [`${path} was not read: ${why}`],
  )
  const bytes = read.reduce((sum, program) => sum + program.bytes, 0)
  const [only, ...others] = read
  const left = unread.length - MOST_NAMED
  return {
    read:
      only === undefined
        ? null
        : others.length === 0
          ? `${only.path}, which Go did not build, ${formatBytes(bytes)}`
          : `${read.length} programs that Go did not build, ${formatBytes(bytes)}`,
    unread: unread.slice(0, MOST_NAMED),
    more: left > 0 ? `and ${left} more programs were not read` : null,
  }
}
