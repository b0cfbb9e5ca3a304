import { userInfo } from 'node:os'
import path from 'node:path'
import type { Environment } from './host.ts'

/** The user's home directory, absolute; `null` if the system does not know it. A relative HOME counts as unset. */
export function homeOf(env: Environment): string | null {
  const home = env['HOME'] ?? ''
  return path.isAbsolute(home) ? home : homeInAccounts()
}

/** Node's `homedir()` would give a relative HOME back. */
function homeInAccounts(): string | null {
  try {
    const { homedir } = userInfo()
    return path.isAbsolute(homedir) ? homedir : null
  } catch {
    // The user id has no account, as on platforms that choose one for each container.
    return null
  }
}

/**
 * A directory that an XDG variable names. The specification says to ignore a relative one, which would lie in the
 * checkout. https://specifications.freedesktop.org/basedir-spec/latest/#variables
 */
export function xdgDirectory(
  env: Environment,
  name: 'XDG_CACHE_HOME' | 'XDG_CONFIG_HOME' | 'XDG_RUNTIME_DIR',
): string | null {
  const directory = env[name] ?? ''
  return path.isAbsolute(directory) ? directory : null
}

/**
 * Where Bantam keeps things between runs. A user without a home directory keeps nothing: it lies in the run's own temporary
 * directory, and not in a shared one, where others could leave binaries for this run.
 */
export function keptDirectory(env: Environment, temporary: string): string {
  const home = homeOf(env)
  const caches =
    xdgDirectory(env, 'XDG_CACHE_HOME') ?? (home === null ? temporary : path.join(home, '.cache'))
  return path.join(caches, 'bantam')
}
