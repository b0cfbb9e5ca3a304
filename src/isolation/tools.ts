import { clause } from '../clause.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'

/** The programs of this machine that isolations are made with; the shell's scripts also use mount, tar and the like. */
export type Tool = 'mkfifo' | 'nsenter' | 'setpriv' | 'unshare'

/** All of this machine's environment that these tools and the shell get. */
export const TOOL_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } as const

/**
 * The absolute path of a tool. Some of the tools pass on a program's environment unchanged, and that may have no PATH.
 */
export function tool(name: Tool): string {
  return ['/usr/bin', '/bin'].map(bin => path.join(bin, name)).find(existsSync) ?? name
}

export function isolationFault(why: string, cause?: unknown): Failure {
  return new Failure(
    'proof',
    { what: clause`the isolation for the proof could not be made`, why: clause`${why}` },
    { cause },
  )
}
