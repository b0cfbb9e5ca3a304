import path from 'node:path'
import type { FoundConfig } from './read-config.ts'

/**
 * The PATH that Docker, Podman and containerd set if the image sets none.
 * https://github.com/moby/moby/blob/v28.5.2/oci/defaults.go
 */
export const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

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
