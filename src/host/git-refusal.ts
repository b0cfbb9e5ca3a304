import { runGit } from './git.ts'
import type { Host } from './host.ts'

/**
 * Why git does not read a checkout that is there: another user owns it, as in a container that a job's files are mounted
 * into. A clause with what to do; `null` where that is not the reason.
 */
export async function whyGitRefuses(host: Host, directory: string): Promise<string | null> {
  try {
    const { exitCode, stderr } = await runGit(host, directory, ['rev-parse', '--git-dir'])
    return exitCode === 0 ? null : ownershipRefusal(stderr)
  } catch {
    return null
  }
}

/** By the command that git proposes, which is the same in every language and version. */
export function ownershipRefusal(stderr: string): string | null {
  const place = /git config --global --add safe\.directory (.+)/.exec(stderr)?.[1]?.trim()
  return place === undefined
    ? null
    : `it has dubious ownership: another user owns ${place}; run git config --global --add safe.directory ${place}`
}
