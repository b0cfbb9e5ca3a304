import path from 'node:path'
import type { ConfigSpec } from '../declare/spec.ts'
import type { FoundConfig } from './read-config.ts'

/**
 * The PATH that Docker, Podman and containerd set if the image sets none.
 * https://github.com/moby/moby/blob/v28.5.2/oci/defaults.go
 */
export const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** What a container starts, as a config has it. */
export type StartedConfig = Pick<FoundConfig, 'entrypoint' | 'args' | 'workdir'>

/** The program of `files` or of the base that an image starts. Without an entrypoint of the user's, it is a binary of the build. */
export function startedBy({
  entrypoint,
  args,
  workdir,
}: Pick<ConfigSpec, 'entrypoint' | 'args' | 'workdir'>): StartedConfig {
  return {
    entrypoint: entrypoint ?? [],
    args: entrypoint?.length === 0 ? args : [],
    workdir: workdir ?? '/',
  }
}

/** Whether a container starts with the program, named by its path, from the working directory, or by its name alone. */
export function isStarted({ entrypoint, args, workdir }: StartedConfig, place: string): boolean {
  const [started] = [...entrypoint, ...args]
  if (started === undefined) return false
  return started.includes('/')
    ? path.posix.resolve('/', workdir, started) === place
    : path.posix.basename(place) === started
}

/**
 * Returns the paths that the words of a config may name. The first one is started; a loader or wrapper may start the
 * others.
 */
export function startedPaths({ entrypoint, args, workdir }: StartedConfig): ReadonlySet<string> {
  return new Set([...entrypoint, ...args].map(word => path.posix.resolve('/', workdir, word)))
}
