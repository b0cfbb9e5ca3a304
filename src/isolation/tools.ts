import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from '../failure.ts'

/** All that util-linux and the shell are given of this machine's environment. */
export const TOOL_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C' } as const

/** util-linux by its absolute path: a program's environment, which these tools hand on as it is, may have no PATH. */
export function tool(name: string): string {
  return ['/usr/bin', '/bin'].map(bin => path.join(bin, name)).find(existsSync) ?? name
}

export function isolationFault(why: string, cause?: unknown): Failure {
  return new Failure('proof', `The isolation for the proof could not be made: ${why}.`, { cause })
}
