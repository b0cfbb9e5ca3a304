import { userInfo } from 'node:os'
import path from 'node:path'
import type { Environment } from './host.ts'

/**
 * The user's home directory, an absolute path; `null` if the system does not know it. A relative HOME counts as unset.
 */
export function homeOf(env: Environment): string | null {
  const home = env['HOME'] ?? ''
  return path.isAbsolute(home) ? home : homeInAccounts()
}

/** The home directory in the account. Node's `homedir()` would return a relative HOME. */
function homeInAccounts(): string | null {
  try {
    const { homedir } = userInfo()
    return path.isAbsolute(homedir) ? homedir : null
  } catch {
    // The user id has no account, for example on platforms that choose a user id for each container.
    return null
  }
}

/**
 * The directory that an XDG variable names. The specification says to ignore a relative path, which would be in the
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
 * The directory where Bantam keeps files between runs. If the user has no home directory, nothing is kept: the run's
 * own temporary directory is used. In a shared directory, other users could leave binaries for this run.
 */
export function keptDirectory(env: Environment, temporary: string): string {
  return ownCaches(env) ?? path.join(temporary, 'bantam')
}

/** The directory of Bantam among the user's caches; `null` if the user has no home directory. */
export function ownCaches(env: Environment): string | null {
  const home = homeOf(env)
  const caches = xdgDirectory(env, 'XDG_CACHE_HOME') ?? (home === null ? null : path.join(home, '.cache'))
  return caches === null ? null : path.join(caches, 'bantam')
}
