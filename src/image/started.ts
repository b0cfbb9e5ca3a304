import path from 'node:path'
import type { FoundConfig } from './read-config.ts'

/**
 * Returns the paths that the words of a config may name. The first one is started; a loader or wrapper may start the
 * others.
 */
export function startedPaths({
  entrypoint,
  args,
  workdir,
}: Pick<FoundConfig, 'entrypoint' | 'args' | 'workdir'>): ReadonlySet<string> {
  return new Set([...entrypoint, ...args].map(word => path.posix.resolve('/', workdir, word)))
}
