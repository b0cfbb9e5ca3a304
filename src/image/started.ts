import path from 'node:path'
import type { FoundConfig } from './read-config.ts'

/** Paths of all that the words of a config may name, of which the first one is started, and a loader or wrapper starts others. */
export function startedPaths({
  entrypoint,
  args,
  workdir,
}: Pick<FoundConfig, 'entrypoint' | 'args' | 'workdir'>): ReadonlySet<string> {
  return new Set([...entrypoint, ...args].map(word => path.posix.resolve('/', workdir, word)))
}
