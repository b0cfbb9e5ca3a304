import { childEnvironment } from './child-environment.ts'
import type { Host } from './host.ts'
import { run, type Finished } from './process.ts'

/** Milliseconds for what asks no other machine. */
const PATIENCE = 10_000

/** Git's answer where it has one: no git, no repository and an error are all `null`, since none is an error by itself. */
export async function askGit(host: Host, directory: string, ...args: string[]): Promise<string | null> {
  try {
    const { exitCode, stdout } = await runGit(host, directory, args)
    return exitCode === 0 ? stdout.trim() || null : null
  } catch {
    return null
  }
}

/**
 * Runs git to its end, and lets it ask nobody for a password.
 *
 * @throws Failure `missing-tool`
 */
export function runGit(
  host: Host,
  directory: string,
  args: readonly string[],
  timeoutMs = PATIENCE,
): Promise<Finished> {
  const env = childEnvironment(host, 'git', { GIT_TERMINAL_PROMPT: '0' })
  return run(host, 'git', args, { cwd: directory, env, timeoutMs })
}

/** SHA-1 or SHA-256, in full: nothing else of an event is handed to git. */
export function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)
}
